using System.IO.Compression;
using System.Text;

namespace Underpin.Tests.Platform.Files;

/// <summary>Small files of each kind, good and bad, made in memory.</summary>
internal static class SampleFiles
{
    public static readonly byte[] Pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();
    public static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
    public static readonly byte[] Jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0, 0xFF, 0xD9];
    public static readonly byte[] Gif = [.. "GIF89a"u8, 1, 0, 1, 0, 0, 0, 0, 0x3B];
    public static readonly byte[] Webp = [.. "RIFF"u8, 26, 0, 0, 0, .. "WEBPVP8L"u8, 13, 0, 0, 0, 0x2F, 0, 0, 0];
    public static readonly byte[] Heic = [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0, .. "mif1heic"u8];
    public static readonly byte[] Program = [.. "MZ"u8, 0x90, 0, 3, 0, 0, 0, .. new byte[56]];

    const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Docx(params (string Name, byte[] Content)[] more) => Office("word/document.xml", Word, more);
    public static byte[] Xlsx() => Office("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml");
    public static byte[] Pptx() => Office("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml");
    public static byte[] MacroDocx() => Office("word/document.xml", "application/vnd.ms-word.document.macroEnabled.main+xml", ("word/vbaProject.bin", [1, 2, 3]));

    public static byte[] Office(string mainPart, string type, params (string Name, byte[] Content)[] more) => Zip(
    [
        ("[Content_Types].xml", Encoding.UTF8.GetBytes($"""<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/{mainPart}" ContentType="{type}"/></Types>""")),
        (mainPart, "<document/>"u8.ToArray()),
        .. more,
    ]);

    public static byte[] OpenDocument(string kind, params (string Name, byte[] Content)[] more) => Zip(
    [
        ("mimetype", Encoding.ASCII.GetBytes($"application/vnd.oasis.opendocument.{kind}")),
        ("content.xml", "<content/>"u8.ToArray()),
        .. more,
    ]);

    public static byte[] Zip(IEnumerable<(string Name, byte[] Content)> parts)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                part.Write(content);
            }
        }

        return stream.ToArray();
    }

    /// <summary>A Word document whose one picture unpacks to the given number of megabytes of nothing.</summary>
    public static byte[] Bomb(int megabytes) => Docx(("word/media/image1.bmp", new byte[megabytes * 1024 * 1024]));

    /// <summary>The archive says of every part that it is one byte long; what unpacks is what it was.</summary>
    public static byte[] LyingAboutSizes(byte[] zip)
    {
        var lie = (byte[])zip.Clone();
        for (var at = 0; (at = lie.AsSpan(at).IndexOf("PK\u0001\u0002"u8) is var next && next < 0 ? -1 : at + next) >= 0; at += 4)
            BitConverter.TryWriteBytes(lie.AsSpan(at + 24), 1u);
        return lie;
    }
}
