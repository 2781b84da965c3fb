using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Underpin.Platform.Files;

/// <summary>
/// Office documents are zip archives. Every part is unpacked once and counted, nothing of it kept: what an archive says
/// about its own size is no proof. Archives inside are counted as the bytes they are and never opened.
/// </summary>
internal static class OfficeDocument
{
    public const int MaximumParts = 5_000;
    public const long MaximumUnpacked = 200L * 1024 * 1024;
    /// <summary>Honest documents of much the same text reach 50 or so; a bomb reaches 1,000.</summary>
    public const int MaximumRatio = 100;
    const long RatioFrom = 20L * 1024 * 1024;

    static readonly Dictionary<string, FileKind> ByMainPart = new(StringComparer.OrdinalIgnoreCase)
    {
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"] = FileKind.Word,
        ["application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"] = FileKind.Excel,
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"] = FileKind.PowerPoint,
    };

    static readonly FileKind[] OpenDocuments = [FileKind.OpenText, FileKind.OpenSheet, FileKind.OpenSlides];

    public static Finding Look(Stream content, string name, CancellationToken cancel)
    {
        try
        {
            if (ZipDirectory.CountParts(content, MaximumParts) is not { } parts) return new(new FileIsDamaged(name));
            if (parts > MaximumParts) return new(new FileUnpacksTooLarge(name));
            content.Position = 0;
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (zip.Entries.Any(e => e.IsEncrypted)) return new(new FileIsLocked(name));
            if (UnpacksTooLarge(zip, content.Length, cancel)) return new(new FileUnpacksTooLarge(name));
            var kind = KindOf(zip, out var types);
            if (kind is null) return HasMacros(zip, types) ? new(new FileHasMacros(name)) : new("a zip archive");
            return HasMacros(zip, types) ? new(new FileHasMacros(name)) : new(kind);
        }
        catch (Exception broken) when (broken is InvalidDataException or XmlException or EndOfStreamException or ArgumentException or NotSupportedException)
        {
            return new(new FileIsDamaged(name));
        }
    }

    static bool UnpacksTooLarge(ZipArchive zip, long packed, CancellationToken cancel)
    {
        var limit = Math.Min(MaximumUnpacked, Math.Max(RatioFrom, packed * MaximumRatio));
        long declared = 0;
        foreach (var entry in zip.Entries)
        {
            if (entry.Length < 0 || entry.Length > limit || (declared += entry.Length) > limit) return true;
        }

        var buffer = new byte[64 * 1024];
        long unpacked = 0;
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0;)
            {
                cancel.ThrowIfCancellationRequested();
                if ((unpacked += read) > limit) return true;
            }
        }

        return false;
    }

    static FileKind? KindOf(ZipArchive zip, out List<(string Part, string Type)> types)
    {
        types = zip.GetEntry("[Content_Types].xml") is { } listed ? ContentTypes(listed) : [];
        foreach (var (part, type) in types)
        {
            if (ByMainPart.TryGetValue(type, out var kind) && zip.GetEntry(part.TrimStart('/')) is not null) return kind;
        }

        if (zip.Entries is not [{ FullName: "mimetype", Length: < 100 } mime, ..] || zip.GetEntry("content.xml") is null) return null;
        using var reader = new StreamReader(mime.Open(), Encoding.ASCII);
        var said = reader.ReadToEnd().Trim();
        return OpenDocuments.FirstOrDefault(k => k.ContentType == said);
    }

    static List<(string Part, string Type)> ContentTypes(ZipArchiveEntry listed)
    {
        using var stream = listed.Open();
        using var xml = XmlReader.Create(stream, new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = 4_000_000 });
        var types = new List<(string, string)>();
        while (xml.Read())
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "Override" or "Default")
                types.Add((xml.GetAttribute("PartName") ?? "", xml.GetAttribute("ContentType") ?? ""));
        }

        return types;
    }

    static bool HasMacros(ZipArchive zip, List<(string Part, string Type)> types) =>
        types.Any(t => t.Type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || t.Type.Contains("vbaProject", StringComparison.OrdinalIgnoreCase))
        || zip.Entries.Any(e => e.Name.Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || IsOpenDocumentMacro(e));

    // LibreOffice writes the two lists even when no library has anything in it.
    static bool IsOpenDocumentMacro(ZipArchiveEntry entry) =>
        (entry.FullName.StartsWith("Basic/", StringComparison.OrdinalIgnoreCase) || entry.FullName.StartsWith("Scripts/", StringComparison.OrdinalIgnoreCase))
        && entry.Name.Length > 0 && entry.Name is not ("script-lc.xml" or "script-lb.xml");
}
