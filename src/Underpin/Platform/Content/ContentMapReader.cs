using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Underpin.Platform.Content.Lint;

namespace Underpin.Platform.Content;

/// <summary>
/// Takes typed values out of one map. What is missing, unknown or of the wrong kind is added to the problems, and a harmless
/// value stands in for it, so that one reading tells everything that is wrong.
/// </summary>
internal sealed class ContentMapReader
{
    private readonly ContentMap _map;
    private readonly ContentShape _shape;
    private readonly ContentProblems _problems;
    private readonly HashSet<string> _wrong = new(StringComparer.Ordinal);

    public ContentMapReader(string file, ContentMap map, ContentShape shape, ContentProblems problems)
    {
        (File, _map, _shape, _problems) = (file, map, shape, problems);
        foreach (var entry in map.Entries.Where(entry => !shape.Knows(entry.Key)))
            problems.Add(file, entry.Line, FileRules.Shape, $"'{entry.Key}' is not a key of {shape.Name}: {shape.Suggest(entry.Key)}");
        foreach (var key in shape.Keys.Where(key => key.Required && !Has(key.Name)))
            problems.Add(file, map.Line, FileRules.Shape, $"'{key.Name}' is missing: expected {key.Expected}");
    }

    public string File { get; }

    public int Line => _map.Line;

    /// <summary>Whether this kind of map has such a key at all.</summary>
    public bool Knows(string key) => _shape.Knows(key);

    public bool Has(string key) => Find(key) is not null;

    /// <summary>The line of a key, or of the map where the key is missing.</summary>
    public int LineOf(string key) => Find(key)?.Line ?? Line;

    /// <summary>Whether a key is there and nothing was wrong with its value so far: only then can others be held against it.</summary>
    public bool IsSound(string key) => Has(key) && !_wrong.Contains(key);

    public void Problem(string key, string message) => Problem(FileRules.Shape, key, message);

    public void Problem(ContentRule rule, string key, string message)
    {
        _wrong.Add(key);
        _problems.Add(File, LineOf(key), rule, message);
    }

    public void ProblemAt(ContentRule rule, int line, string message) => _problems.Add(File, line, rule, message);

    /// <summary>Text with something in it; "" stands in for a missing one.</summary>
    public string Text(string key) => Find(key) is { } entry ? TextOf(entry.Value, _shape[key].Expected, $"'{key}'") : "";

    /// <summary>Text of a given shape; "" stands in for a wrong one.</summary>
    public string Matching(string key, Regex pattern, string expected)
    {
        var text = Text(key);
        if (text == "" || pattern.IsMatch(text))
            return text;
        Problem(key, $"'{key}' is '{text}': expected {expected}");
        return "";
    }

    /// <summary>A whole number in a range, both ends included.</summary>
    public int Integer(string key, int lowest, int highest)
    {
        if (Find(key) is not { } entry)
            return lowest;
        if (entry.Value is ContentScalar { IsPlain: true } scalar
            && int.TryParse(scalar.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= lowest && number <= highest)
            return number;
        Problem(key, $"'{key}' is {Shown(entry.Value)}: expected a whole number from {lowest} to {highest}, without quotes");
        return lowest;
    }

    /// <summary>A whole number where one is given.</summary>
    public int? OptionalInteger(string key, int lowest, int highest) => Has(key) ? Integer(key, lowest, highest) : null;

    /// <summary>true or false; false where the key is left out.</summary>
    public bool Flag(string key)
    {
        if (Find(key) is not { } entry)
            return false;
        if (entry.Value is ContentScalar { IsPlain: true, Value: "true" or "false" } scalar)
            return scalar.Value == "true";
        Problem(key, $"'{key}' is {Shown(entry.Value)}: expected true or false");
        return false;
    }

    /// <summary>A date written 2026-11-21, not before 1900 and not after <paramref name="latest"/>.</summary>
    public DateOnly Date(string key, DateOnly latest)
    {
        if (Find(key) is not { } entry)
            return latest;
        if (entry.Value is not ContentScalar scalar
            || !DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            Problem(key, $"'{key}' is {Shown(entry.Value)}: expected a date such as 2026-11-21");
        else if (date.Year < 1900)
            Problem(key, $"'{key}' is {scalar.Value}: expected a date from 1900 on");
        else if (date > latest)
            Problem(key, $"'{key}' is {scalar.Value}, which is still to come: expected today, {latest:yyyy-MM-dd}, or earlier");
        else
            return date;
        return latest;
    }

    /// <summary>One of a few words.</summary>
    /// <param name="key">The key.</param>
    /// <param name="words">The words; the first stands in for a wrong one.</param>
    public string OneOf(string key, params string[] words)
    {
        if (Find(key) is not { } entry)
            return words[0];
        if (entry.Value is ContentScalar scalar && words.Contains(scalar.Value, StringComparer.Ordinal))
            return scalar.Value;
        Problem(key, $"'{key}' is {Shown(entry.Value)}: expected {string.Join(", ", words[..^1])} or {words[^1]}");
        return words[0];
    }

    /// <summary>The texts of a list and their lines; a required list has at least one.</summary>
    public IReadOnlyList<LocatedText> Texts(string key) =>
        [.. Items(key).Select(item => new LocatedText(TextOf(item, "a text", $"An item of '{key}'"), item.Line)).Where(item => item.Text != "")];

    /// <summary>Lists of texts in a list.</summary>
    public IReadOnlyList<(int Line, IReadOnlyList<LocatedText> Texts)> TextLists(string key)
    {
        var lists = new List<(int, IReadOnlyList<LocatedText>)>();
        foreach (var item in Items(key))
        {
            if (item is ContentList list)
                lists.Add((list.Line, [.. list.Items.Select(text => new LocatedText(TextOf(text, "a text", $"An item of '{key}'"), text.Line)).Where(text => text.Text != "")]));
            else
                _problems.Add(File, item.Line, FileRules.Shape, $"An item of '{key}' is {Shown(item)}: expected a list in square brackets");
        }
        return lists;
    }

    /// <summary>The maps of a list; a required list has at least one.</summary>
    public IReadOnlyList<ContentMapReader> Maps(string key, ContentShape shape)
    {
        var maps = new List<ContentMapReader>();
        foreach (var item in Items(key))
        {
            if (item is ContentMap map)
                maps.Add(new(File, map, shape, _problems));
            else
                _problems.Add(File, item.Line, FileRules.Shape, $"An item of '{key}' is {Shown(item)}: expected {shape.Name} with {string.Join(", ", shape.Keys.Select(known => known.Name))}");
        }
        return maps;
    }

    public ContentMapReader? Map(string key, ContentShape shape)
    {
        if (Find(key) is not { } entry)
            return null;
        if (entry.Value is ContentMap map)
            return new(File, map, shape, _problems);
        Problem(key, $"'{key}' is {Shown(entry.Value)}: expected {shape.Name} with {string.Join(", ", shape.Keys.Select(known => known.Name))}");
        return null;
    }

    /// <summary>Tells texts that a list gives more than once.</summary>
    public void RefuseRepeats(string list, IReadOnlyList<LocatedText> texts)
    {
        foreach (var repeated in texts.Where(text => text.Text != "").GroupBy(text => text.Text).Where(same => same.Count() > 1))
            ProblemAt(FileRules.GivenTwice, repeated.Last().Line, $"'{list}' gives {repeated.Key} more than once: expected it once");
    }

    private IReadOnlyList<ContentNode> Items(string key)
    {
        if (Find(key) is not { } entry)
            return [];
        if (entry.Value is not ContentList list)
        {
            Problem(key, $"'{key}' is {Shown(entry.Value)}: expected a list of {_shape[key].Expected}");
            return [];
        }
        if (list.Items.Count == 0 && _shape[key].Required)
            Problem(key, $"'{key}' is empty: expected {_shape[key].Expected}");
        return list.Items;
    }

    private string TextOf(ContentNode node, string expected, string what)
    {
        if (node is not ContentScalar scalar)
            _problems.Add(File, node.Line, FileRules.Shape, $"{what} is {Shown(node)}: expected {expected}");
        else if (IsNothing(scalar))
            _problems.Add(File, node.Line, FileRules.Shape, $"{what} is empty: expected {expected}");
        else if (scalar.Value.Any(character => char.IsControl(character) && character != '\n'))
            _problems.Add(File, node.Line, FileRules.Shape, $"{what} has a tab or another control character in it: expected letters, spaces and line breaks");
        else
            return scalar.Value.Trim().Normalize(NormalizationForm.FormC);
        return "";
    }

    private static bool IsNothing(ContentScalar scalar) =>
        string.IsNullOrWhiteSpace(scalar.Value) || scalar is { IsPlain: true, Value: "~" or "null" or "Null" or "NULL" };

    private static string Shown(ContentNode node) => node switch
    {
        ContentMap => "a map of keys and values",
        ContentList => "a list",
        ContentScalar scalar when IsNothing(scalar) => "empty",
        ContentScalar { Value.Length: > 40 } scalar => $"'{scalar.Value[..40]}...'",
        ContentScalar scalar => $"'{scalar.Value}'",
        _ => throw new InvalidOperationException($"No words for {node.GetType().Name}."),
    };

    private ContentEntry? Find(string key)
    {
        _ = _shape[key];
        return _map.Entries.FirstOrDefault(entry => entry.Key == key);
    }
}
