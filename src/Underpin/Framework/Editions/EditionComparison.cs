using Underpin.Framework.Content;

namespace Underpin.Framework.Editions;

/// <summary>A line that two editions do not have alike.</summary>
/// <param name="Before">Null when the later edition adds it.</param>
/// <param name="After">Null when the later edition has it no more.</param>
internal sealed record LineDifference(string Path, string? Before, string? After);

internal enum PartChange
{
    Changed,
    Added,
    Removed,
}

/// <summary>A competence, area or role in which two editions differ.</summary>
/// <param name="Successors">Codes of the competences of the later edition that take it over; of one that was removed.</param>
internal sealed record PartDifference(string Code, string Title, PartChange Change, IReadOnlyList<LineDifference> Lines, IReadOnlyList<string> Successors);

/// <summary>Two editions line by line.</summary>
internal sealed record EditionComparison(IReadOnlyList<PartDifference> Parts)
{
    public int Lines => Parts.Sum(part => part.Lines.Count);

    public int Competences(PartChange change) => Parts.Count(part => part.Change == change && IsCompetence(part.Code));

    public static EditionComparison Of(FrameworkContent from, FrameworkContent to)
    {
        var (before, after) = (ByPart(from), ByPart(to));
        var successors = to.Areas.SelectMany(area => area.Competences).SelectMany(c => c.Replaces.Select(old => (Old: old, c.Code))).ToLookup(c => c.Old, c => c.Code);
        return new([.. Order(before, after).Select(code => Compare(code, before.GetValueOrDefault(code), after.GetValueOrDefault(code), successors)).Where(part => part.Lines.Count > 0)]);
    }

    static PartDifference Compare(string code, List<FrameworkLine>? before, List<FrameworkLine>? after, ILookup<string, string> successors)
    {
        var title = (after ?? before)!.FirstOrDefault(line => line.Path.EndsWith(".title", StringComparison.Ordinal) && code != LinePath.Framework)?.Text ?? "The framework as a whole";
        var change = before is null ? PartChange.Added : after is null ? PartChange.Removed : PartChange.Changed;
        var old = Align(before ?? [], after ?? []);
        List<LineDifference> lines = [];
        var matched = new HashSet<string>();
        foreach (var line in after ?? [])
        {
            var earlier = old.GetValueOrDefault(line.Path);
            if (earlier is not null) matched.Add(earlier.Path);
            if (earlier?.Text != line.Text) lines.Add(new(line.Path, earlier?.Text, line.Text));
        }

        lines.AddRange((before ?? []).Where(line => !matched.Contains(line.Path)).Select(line => new LineDifference(line.Path, line.Text, null)));
        return new(code, title, change, lines, change == PartChange.Removed ? [.. successors[code]] : []);
    }

    // Duties are numbered, so one that is put in moves those after it: they are matched by what they say, and only what lies between is compared by place.
    static Dictionary<string, FrameworkLine> Align(List<FrameworkLine> before, List<FrameworkLine> after)
    {
        var old = before.Where(line => !IsDuty(line)).ToDictionary(line => line.Path);
        List<FrameworkLine> had = [.. before.Where(IsDuty)], has = [.. after.Where(IsDuty)];
        var rest = had.Where(line => has.All(other => other.Text != line.Text)).ToList();
        foreach (var line in has)
        {
            if (had.Find(other => other.Text == line.Text) is { } same) old.TryAdd(line.Path, same);
            else if (rest.Count > 0)
            {
                old.TryAdd(line.Path, rest[0]);
                rest.RemoveAt(0);
            }
        }

        return old;
    }

    static bool IsDuty(FrameworkLine line) => LinePath.Parse(line.Path).Field == "duty";

    static bool IsCompetence(string code) => code[0] is >= 'A' and <= 'Z' && code.Contains('-', StringComparison.Ordinal);

    static Dictionary<string, List<FrameworkLine>> ByPart(FrameworkContent content) =>
        FrameworkLine.Of(content).GroupBy(line => LinePath.Parse(line.Path).Part).ToDictionary(part => part.Key, part => part.ToList());

    /// <summary>As the later edition has them, each that is no more after the one it followed.</summary>
    static List<string> Order(Dictionary<string, List<FrameworkLine>> before, Dictionary<string, List<FrameworkLine>> after)
    {
        List<string> order = [.. after.Keys];
        string? previous = null;
        foreach (var code in before.Keys)
        {
            if (!after.ContainsKey(code)) order.Insert(previous is null ? 0 : order.IndexOf(previous) + 1, code);
            previous = code;
        }

        return order;
    }
}
