using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;
using Underpin.Platform.Values;

namespace Underpin.Leadership.Files;

/// <summary>
/// Makes a first structure of a pasted staff list: a name and a post in each line, with a tab, a comma or a dash between them. Tiers and the
/// head are guessed from titles and told as notes; nobody's manager is guessed.
/// </summary>
internal static class StaffListPaste
{
    private const string File = "your list";

    /// <summary>Reads a list of one school.</summary>
    public static StructureImport Read(string title, School school, string text, LeadershipContent content)
    {
        var problems = new ContentProblems();
        var (people, posts) = (new NameIndex(), new NameIndex());
        var (persons, places, holdings, notes) = (new List<Person>(), new List<Post>(), new List<Holding>(), new List<string>());
        if (CsvTable.IsWithinBounds(text, File, problems))
        {
            var lines = Lines(text, problems).ToList();
            posts.Reserve(lines.Select(line => StructureText.CodeOf(line.Name)));
            foreach (var line in lines)
                Take(line);
        }
        if (persons.Count == 0 && places.Count == 0 && problems.InOrder().Count == 0)
            problems.Add(File, 1, FileRules.Unreadable, "There is nobody here: expected a name and a post in each line, such as Ana Kovac, Senior technician");
        var structure = new SchoolStructure { Title = title, Schools = [school], People = persons, Posts = places, Holdings = holdings };
        StructureChecks.Check(structure, new(File, File, File, File, File, File), content, problems);
        return StructureImport.Of(structure, problems, [.. notes, .. Guesses(places)]);

        void Take((int Row, string Name, string Title) line)
        {
            // "Co-headteacher" twice is one headship that two people share.
            var shared = TitleGuess.IsSharedHeadship(line.Title) ? places.Find(post => post.IsHead) : null;
            var post = shared ?? new Post(posts.Add("", line.Title), line.Title, TitleGuess.TierOf(line.Title)) { Schools = [school.Code], IsHead = TitleGuess.IsHead(line.Title), Line = line.Row };
            if (shared is null)
                places.Add(post);
            if (line.Name.Equals("vacant", StringComparison.OrdinalIgnoreCase) || line.Name.Equals("vacancy", StringComparison.OrdinalIgnoreCase))
                return;
            if (!PersonName.TryParse(line.Name, out var name, out var problem))
            {
                problems.Add(File, line.Row, FileRules.Shape, problem);
                return;
            }
            var known = people.Find(name.ToString());
            var code = known ?? people.Add("", name.ToString());
            if (known is null)
                persons.Add(new(code, name.ToString(), [], []) { Line = line.Row });
            else
                notes.Add($"{name} stands in the list more than once, and is taken to be one person with several posts.");
            holdings.Add(new(post.Code, code, Period.Always) { Line = line.Row });
        }
    }

    private static IEnumerable<string> Guesses(List<Post> posts) =>
        posts.Where(post => post.Tier != Tier.Other).GroupBy(post => post.Tier).OrderBy(group => group.Key)
            .Select(group => $"{Words(group.Key)}, to judge by titles: {string.Join(", ", group.Select(post => post.Title).Take(20))}{(group.Count() > 20 ? " and others" : "")}.");

    private static string Words(Tier tier) => tier switch { Tier.Core => "The core of the senior team", Tier.Wider => "The wider senior team", _ => "Middle leaders" };

    private static IEnumerable<(int Row, string Name, string Title)> Lines(string text, ContentProblems problems)
    {
        var row = 0;
        foreach (var raw in text.Split('\n'))
        {
            row++;
            var line = raw.Trim('\r', ' ', '\t', '\uFEFF', '•', '*');
            if (line.Length == 0)
                continue;
            var parts = Split(line);
            if (row == 1 && parts is [var first, ..] && first.ToLowerInvariant() is "name" or "staff" or "person")
                continue;
            if (parts.FirstOrDefault(CsvTable.IsFormula) is { } formula)
                problems.Add(File, row, FileRules.Shape, CsvTable.FormulaMessage(formula));
            else if (parts.Length < 2)
                problems.Add(File, row, FileRules.Shape, $"Only one thing stands in this line ({Short(line)}): expected a name, a comma or a tab, and a post");
            else if (parts.Length > 2)
                problems.Add(File, row, FileRules.Shape, $"There are {parts.Length} things in this line ({Short(line)}): expected a name and a post. Write the first name first, or paste from a spreadsheet");
            else if (parts[1].Length > 120)
                problems.Add(File, row, FileRules.Shape, $"The post has {parts[1].Length} characters: expected at most 120");
            else
                yield return (row, parts[0], parts[1]);
        }
    }

    private static string[] Split(string line)
    {
        foreach (var separator in (string[])["\t", ",", ";", " – ", " — ", " - ", ":"])
            if (line.Contains(separator, StringComparison.Ordinal))
                return line.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [line];
    }

    private static string Short(string line) => line.Length <= 40 ? line : $"{line[..37]}...";
}

/// <summary>What the title of a post says about its place. A guess, always shown as one.</summary>
internal static class TitleGuess
{
    private static readonly string[] Heads =
        ["headteacher", "head teacher", "head", "principal", "executive headteacher", "executive head", "executive principal", "acting headteacher", "interim headteacher", "chief executive", "chief executive officer", "ceo"];

    private static readonly string[] Core = ["deputy head", "deputy principal", "vice principal", "associate head", "chief "];
    private static readonly string[] Wider = ["assistant head", "assistant principal", "assistant vice", "business manager", "business leader", "business director", "director of", "senior leader"];
    private static readonly string[] Middle = ["head of", "lead", "leader", "co-ordinator", "coordinator", "senco", "sendco", "manager", "director"];

    public static bool IsSharedHeadship(string title) => Plain(title) is "co-headteacher" or "co-head" or "co-principal" or "co headteacher" or "co head";

    public static bool IsHead(string title) => Heads.Contains(Plain(title), StringComparer.Ordinal) || IsSharedHeadship(title);

    public static Tier TierOf(string title)
    {
        var plain = Plain(title);
        if (IsHead(title) || Core.Any(word => plain.Contains(word, StringComparison.Ordinal)))
            return Tier.Core;
        if (Wider.Any(word => plain.Contains(word, StringComparison.Ordinal)))
            return Tier.Wider;
        return Middle.Any(word => plain.Contains(word, StringComparison.Ordinal)) ? Tier.Middle : Tier.Other;
    }

    private static string Plain(string title) => title.Trim().ToLowerInvariant();
}
