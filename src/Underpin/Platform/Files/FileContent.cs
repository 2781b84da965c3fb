using System.Text;

namespace Underpin.Platform.Files;

/// <summary>What a file is, judged by its content alone.</summary>
internal static class FileContent
{
    static readonly (byte[] Start, FileKind Kind)[] Taken =
    [
        ("%PDF-"u8.ToArray(), FileKind.Pdf),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], FileKind.Png),
        ([0xFF, 0xD8, 0xFF], FileKind.Jpeg),
        ("GIF87a"u8.ToArray(), FileKind.Gif),
        ("GIF89a"u8.ToArray(), FileKind.Gif),
    ];

    static readonly (byte[] Start, string Words)[] NotTaken =
    [
        ("MZ"u8.ToArray(), "a Windows program"),
        ([0x7F, 0x45, 0x4C, 0x46], "a Linux program"),
        ([0xCF, 0xFA, 0xED, 0xFE], "a Mac program"),
        ([0xCA, 0xFE, 0xBA, 0xBE], "a program"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an Office document of the old kind, an Outlook message, or a document locked with a password"),
        ("Rar!"u8.ToArray(), "a RAR archive"),
        ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7-Zip archive"),
        ([0x1F, 0x8B], "a compressed archive"),
        ("{\\rtf"u8.ToArray(), "a rich text (RTF) document"),
        ("ID3"u8.ToArray(), "a sound recording"),
        ("OggS"u8.ToArray(), "a sound or video recording"),
        ([0x1A, 0x45, 0xDF, 0xA3], "a video"),
        ("SQLite format 3\0"u8.ToArray(), "a database"),
    ];

    static readonly (string Start, string Words)[] NotPlainText =
    [
        ("<!doctype html", "a web page"), ("<html", "a web page"), ("<script", "a web page"), ("<svg", "an SVG drawing"), ("<?xml", "an XML document"), ("#!", "a script"),
    ];

    /// <summary>Reads the whole of a seekable stream, from its start, in memory of fixed size.</summary>
    public static Finding Look(Stream content, string name, CancellationToken cancel)
    {
        Span<byte> head = stackalloc byte[64];
        content.Position = 0;
        head = head[..content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false)];
        foreach (var (start, kind) in Taken)
        {
            if (head.StartsWith(start)) return new(kind);
        }

        if (head.StartsWith("RIFF"u8) && head.Length >= 12)
            return head[8..12].SequenceEqual("WEBP"u8) ? new(FileKind.Webp) : new("a sound or video recording");
        if (head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8))
            return IsHeic(head[8..12]) ? new(FileKind.Heic) : new("a video or a sound recording");
        if (head.StartsWith("PK\u0003\u0004"u8)) return OfficeDocument.Look(content, name, cancel);
        foreach (var (start, words) in NotTaken)
        {
            if (head.StartsWith(start)) return new(words);
        }

        return LookAtText(content, head, name, cancel);
    }

    static bool IsHeic(ReadOnlySpan<byte> brand) => brand.SequenceEqual("heic"u8) || brand.SequenceEqual("heix"u8) || brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8);

    static Finding LookAtText(Stream content, ReadOnlySpan<byte> head, string name, CancellationToken cancel)
    {
        switch (PlainText.Read(content, cancel))
        {
            case PlainText.Reading.NotText: return Finding.Unknown;
            case PlainText.Reading.OtherEncoding: return FileName.Ending(name) is "" || FileKind.Text.MayBeCalled(FileName.Ending(name)) || FileKind.Csv.MayBeCalled(FileName.Ending(name)) || FileKind.Markdown.MayBeCalled(FileName.Ending(name))
                ? new(new TextIsNotUtf8(name)) : Finding.Unknown;
        }

        var beginning = Encoding.UTF8.GetString(head).TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        foreach (var (start, words) in NotPlainText)
        {
            if (beginning.StartsWith(start, StringComparison.OrdinalIgnoreCase)) return new(words);
        }

        var ending = FileName.Ending(name);
        return new(FileKind.Csv.Endings.Contains(ending) ? FileKind.Csv : FileKind.Markdown.Endings.Contains(ending) ? FileKind.Markdown : FileKind.Text);
    }
}

/// <summary>A kind that is taken, or what else it is in words, or why it cannot be taken whatever it is called.</summary>
internal readonly record struct Finding(FileKind? Kind, string? Otherwise, Refusal? Refusal)
{
    public static readonly Finding Unknown = new(null, null, null);

    public Finding(FileKind kind) : this(kind, null, null) { }
    public Finding(string otherwise) : this(null, otherwise, null) { }
    public Finding(Refusal refusal) : this(null, null, refusal) { }
}
