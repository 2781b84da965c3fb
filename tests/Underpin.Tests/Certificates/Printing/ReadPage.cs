using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Underpin.Tests.Certificates.Printing;

/// <summary>Reads a page's content stream: which text belongs to which mark, and what belongs to none.</summary>
internal sealed partial class ReadPage
{
    private readonly Dictionary<int, ReadContent> _marked = [];
    private readonly Stack<Frame> _open = new();
    private IReadOnlyDictionary<int, string> _map = new Dictionary<int, string>();

    public ReadPage(string content, IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>> fonts)
    {
        foreach (var operation in Operation().Matches(content).Cast<Match>())
            Apply(operation, fonts);
        if (_open.Count > 0)
            throw new InvalidDataException("Marked content was opened and not closed.");
    }

    public IReadOnlyDictionary<int, ReadContent> Marked => _marked;

    public ReadContent Artifacts { get; } = new();

    /// <summary>What is drawn outside any mark: a screen reader could neither read it nor know to skip it.</summary>
    public int Unmarked { get; private set; }

    private void Apply(Match operation, IReadOnlyDictionary<string, IReadOnlyDictionary<int, string>> fonts)
    {
        if (operation.Groups["mcid"].Success)
            OpenMarked(int.Parse(operation.Groups["mcid"].Value, CultureInfo.InvariantCulture), operation.Groups["actual"]);
        else if (operation.Groups["artifact"].Success)
            _open.Push(new Frame(Artifacts, null));
        else if (operation.Groups["end"].Success)
            _open.Pop();
        else if (operation.Groups["font"].Success)
            _map = fonts[operation.Groups["font"].Value];
        else if (!_open.TryPeek(out var frame))
            Unmarked++;
        else if (operation.Groups["shown"].Success)
            Show(frame, operation.Groups["shown"].Value);
        else if (operation.Groups["box"].Success)
            frame.Content.Rectangles.Add([.. operation.Groups["box"].Value.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))]);
    }

    private void OpenMarked(int identifier, Group actualText)
    {
        if (_open.Count > 0)
            throw new InvalidDataException("One stretch of tagged content stands inside another.");
        var content = _marked[identifier] = new ReadContent();
        var actual = actualText.Success ? Encoding.BigEndianUnicode.GetString(Convert.FromHexString(actualText.Value)) : null;
        content.Text.Append(actual);
        _open.Push(new Frame(content, actual));
    }

    private void Show(Frame frame, string hexadecimal)
    {
        var text = string.Concat(hexadecimal.Chunk(4).Select(code => _map[Convert.ToInt32(new string(code), 16)]));
        frame.Content.Drawn.Append(text);
        if (frame.ActualText is null)
            frame.Content.Text.Append(text);
    }

    [GeneratedRegex("""
        /\w+\ <</MCID\ (?<mcid>\d+)(/ActualText\ <FEFF(?<actual>[0-9A-F]+)>)?>>\ BDC | (?<artifact>/Artifact) | (?<end>\bEMC\b)
        | /(?<font>\w+)\ [\d.]+\ Tf | <(?<shown>[0-9A-F]+)>\ Tj | (?<box>[\d.\-]+(\ [\d.\-]+){3})\ re\b
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture)]
    private static partial Regex Operation();

    private sealed record Frame(ReadContent Content, string? ActualText);
}
