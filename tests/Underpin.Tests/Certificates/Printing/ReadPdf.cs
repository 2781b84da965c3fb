using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Underpin.Tests.Certificates.Printing;

/// <summary>
/// Reads a PDF from its end, as viewers do: the table of offsets, then the objects, then the tag tree with the text of each
/// element. Knows only what the certificate uses, and shares no code with the writer.
/// </summary>
internal sealed partial class ReadPdf
{
    private readonly byte[] _bytes;
    private readonly string _file;
    private readonly Dictionary<int, int> _offsets = [];
    private readonly Dictionary<int, ReadPage> _pagesByNumber = [];

    public ReadPdf(byte[] bytes)
    {
        _bytes = bytes;
        _file = Encoding.Latin1.GetString(bytes);
        ReadOffsets();

        Catalogue = Object(Number(Trailer, "Root"));
        var pageTree = Object(Number(Catalogue, "Pages"));
        foreach (var number in References(Group(pageTree, @"/Kids\[(.*?)\]")))
            _pagesByNumber[number] = ReadPage(Object(number));
        Document = ReadTagTree();
    }

    public IReadOnlyDictionary<int, int> Offsets => _offsets;

    public string Trailer => _file[_file.LastIndexOf("trailer", StringComparison.Ordinal)..];

    public string Catalogue { get; }

    public IReadOnlyList<ReadPage> Pages => [.. _pagesByNumber.Values];

    /// <summary>The root of the tag tree.</summary>
    public ReadElement Document { get; }

    /// <summary>An object's text up to its stream or its end.</summary>
    public string Object(int number)
    {
        var start = _offsets[number];
        var header = string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n");
        if (string.CompareOrdinal(_file, start, header, 0, header.Length) != 0)
            throw new InvalidDataException($"The table says that object {number} begins at {start}, where something else stands.");
        return ObjectBody().Match(_file, start + header.Length).Value;
    }

    public byte[] Stream(int number)
    {
        var dictionary = Object(number);
        var length = int.Parse(Group(dictionary, @"/Length (\d+)"), CultureInfo.InvariantCulture);
        var start = _file.IndexOf("stream\n", _offsets[number], StringComparison.Ordinal) + "stream\n".Length;
        if (!_file.AsSpan(start + length).StartsWith("\nendstream"))
            throw new InvalidDataException($"The stream of object {number} is not {length} bytes long.");
        using var data = new MemoryStream(_bytes, start, length);
        if (!dictionary.Contains("/FlateDecode", StringComparison.Ordinal))
            return data.ToArray();
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(data, CompressionMode.Decompress))
            zlib.CopyTo(inflated);
        return inflated.ToArray();
    }

    public static int Number(string dictionary, string key) =>
        int.Parse(Group(dictionary, $@"/{key} (\d+) 0 R"), CultureInfo.InvariantCulture);

    private static string Group(string text, string pattern)
    {
        var match = Regex.Match(text, pattern, RegexOptions.Singleline);
        return match.Success ? match.Groups[1].Value : throw new InvalidDataException($"No {pattern} in {text}");
    }

    private static IEnumerable<int> References(string text) =>
        Reference().Matches(text).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    private void ReadOffsets()
    {
        var start = int.Parse(Group(_file[^40..], @"startxref\n(\d+)\n%%EOF\n$"), CultureInfo.InvariantCulture);
        var lines = _file[start..].Split('\n');
        if (lines[0] != "xref")
            throw new InvalidDataException("startxref does not point to the table of offsets.");
        var count = int.Parse(lines[1].Split(' ')[1], CultureInfo.InvariantCulture);
        for (var number = 1; number < count; number++)
        {
            // The standard fixes each entry at twenty bytes, the end of line included.
            if (lines[2 + number].Length != 19)
                throw new InvalidDataException($"The entry of object {number} has the wrong length.");
            _offsets[number] = int.Parse(lines[2 + number][..10], CultureInfo.InvariantCulture);
        }
    }

    private ReadPage ReadPage(string page)
    {
        var fonts = Group(Object(Number(page, "Resources")), @"/Font<<(.*?)>>");
        var maps = Regex.Matches(fonts, @"/(\w+) (\d+) 0 R").ToDictionary(
            match => match.Groups[1].Value,
            match => UnicodeMap(Object(int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))));
        return new ReadPage(Encoding.ASCII.GetString(Stream(Number(page, "Contents"))), maps);
    }

    private IReadOnlyDictionary<int, string> UnicodeMap(string font) =>
        Regex.Matches(Encoding.ASCII.GetString(Stream(Number(font, "ToUnicode"))), "^<([0-9A-F]{4})><([0-9A-F]+)>$", RegexOptions.Multiline).ToDictionary(
            match => Convert.ToInt32(match.Groups[1].Value, 16),
            match => Encoding.BigEndianUnicode.GetString(Convert.FromHexString(match.Groups[2].Value)));

    private ReadElement ReadTagTree() => ReadTag(Number(Object(Number(Catalogue, "StructTreeRoot")), "K"));

    private ReadElement ReadTag(int number)
    {
        var dictionary = Object(number);
        var text = new StringBuilder();
        var drawn = new StringBuilder();
        var children = new List<ReadElement>();
        foreach (Match child in Child().Matches(Group(dictionary, @"/K\[(.*?)\]")))
        {
            if (child.Groups["element"].Success)
            {
                var element = ReadTag(int.Parse(child.Groups["element"].Value, CultureInfo.InvariantCulture));
                // A span is part of the text around it, where it stands.
                if (element.Type == "Span")
                    text.Append(ActualText(element));
                else
                    children.Add(element);
                drawn.Append(element.Type == "Span" ? element.Drawn : "");
            }
            else if (child.Groups["mcid"].Success)
            {
                var page = _pagesByNumber[int.Parse(child.Groups["page"].Value, CultureInfo.InvariantCulture)];
                var content = page.Marked[int.Parse(child.Groups["mcid"].Value, CultureInfo.InvariantCulture)];
                text.Append(content.Text);
                drawn.Append(content.Drawn);
            }
        }

        var alternative = Regex.Match(dictionary, "/Alt<FEFF([0-9A-F]+)>");
        return new ReadElement(
            Group(dictionary, @"/S/(\w+)"),
            text.ToString(),
            drawn.ToString(),
            alternative.Success ? Encoding.BigEndianUnicode.GetString(Convert.FromHexString(alternative.Groups[1].Value)) : null,
            dictionary,
            children);
    }

    /// <summary>The text a span stands for, which tag tree and content must agree on.</summary>
    private static string ActualText(ReadElement span)
    {
        var actual = Encoding.BigEndianUnicode.GetString(Convert.FromHexString(Group(span.Dictionary, "/ActualText<FEFF([0-9A-F]+)>")));
        return actual == span.Text ? actual : throw new InvalidDataException($"The tag tree has “{actual}” where the page has “{span.Text}”.");
    }

    [GeneratedRegex(@"(\d+) 0 R")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\G.*?(?=\nstream\n|\nendobj\n)", RegexOptions.Singleline)]
    private static partial Regex ObjectBody();

    [GeneratedRegex(@"<</Type/MCR/Pg (?<page>\d+) 0 R/MCID (?<mcid>\d+)>>|<</Type/OBJR.*?>>|(?<element>\d+) 0 R", RegexOptions.ExplicitCapture)]
    private static partial Regex Child();
}
