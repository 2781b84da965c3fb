using System.Globalization;
using System.Text.RegularExpressions;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Editing;

/// <summary>Writes what goes for a whole scenario: its name, its schools, pay points and on-costs, the day it looks at, own thresholds and own duties.</summary>
/// <param name="Schools">With their codes; one without a code is new.</param>
internal sealed record SaveSettings(
    string Title, string About, IReadOnlyList<School> Schools, DateOnly? Date, decimal? OnCostsPercent, IReadOnlyDictionary<string, decimal> PayPoints,
    IReadOnlyDictionary<string, decimal> Thresholds, IReadOnlyList<Responsibility> OwnDuties) : StructureEdit
{
    public override object? Touches(SchoolStructure structure) =>
        new { structure.Title, structure.About, structure.Schools, structure.Date, structure.OnCostsPercent, structure.PayPoints, structure.Thresholds, structure.OwnDuties };

    public override Outcome<SchoolStructure> Apply(SchoolStructure structure, LeadershipContent content)
    {
        if (LeadershipRules.Title(Title) is { } untold) return new EditRefused(untold.Message, nameof(Title));
        if (LeadershipRules.About(About) is { } overlong) return new EditRefused(overlong.Message, nameof(About));
        var schools = new List<School>();
        foreach (var school in Schools)
        {
            if (EditTexts.Title(school.Name, "the school’s name", nameof(Schools)) is { } unnamed) return unnamed;
            if (schools.Exists(other => other.Name.Equals(school.Name, StringComparison.OrdinalIgnoreCase))) return new EditRefused($"Two schools are called {school.Name}. Give one of them another name.", nameof(Schools));
            schools.Add(school.Code.Length > 0 ? school : school with { Code = EditTexts.FreeCode(structure with { Schools = [.. structure.Schools, .. schools] }, school.Name) });
        }

        if (schools.Count == 0) return new EditRefused("Keep one school at least.", nameof(Schools));
        foreach (var gone in structure.Schools.Where(school => schools.TrueForAll(kept => kept.Code != school.Code)))
            if (structure.Posts.Any(p => p.Schools.Contains(gone.Code)) || structure.Meetings.Any(m => m.School == gone.Code) || structure.Assignments.Any(a => a.School == gone.Code))
                return new EditRefused($"{gone.Name} has posts, meetings or duties. Move them first, then take the school out.", nameof(Schools));
        if (structure.Posts.FirstOrDefault(p => p.PayPoint is { } point && !PayPoints.ContainsKey(point)) is { } on) return new EditRefused($"{on.Title} is on {on.PayPoint}. Keep that pay point, or give the post a salary first.", nameof(PayPoints));
        foreach (var (code, value) in Thresholds)
        {
            if (content.Thresholds.FirstOrDefault(t => t.Code == code) is not { } known) return new EditRefused("Choose thresholds from the list.", nameof(Thresholds));
            if (value < known.Lowest || value > known.Highest) return new EditRefused(string.Create(CultureInfo.InvariantCulture, $"{known.Title}: give a number from {known.Lowest:0.##} to {known.Highest:0.##}."), nameof(Thresholds));
        }

        var duties = new List<Responsibility>();
        foreach (var duty in OwnDuties)
        {
            if (EditTexts.Title(duty.Title, "the duty’s name", nameof(OwnDuties)) is { } untitled) return untitled;
            if (!content.Catalogue.HasGroup(duty.Group)) return new EditRefused("Choose a group of duties from the list.", nameof(OwnDuties));
            if (duty.Weight is < 1 or > 5) return new EditRefused("Give a weight from 1 to 5.", nameof(OwnDuties));
            if (duty.Code.Length > 0) duties.Add(duty);
            else if (Enumerable.Range(90, 10).Select(n => $"{duty.Group}-{n}").FirstOrDefault(code => duties.TrueForAll(d => d.Code != code) && OwnDuties.All(d => d.Code != code)) is { } free) duties.Add(duty with { Code = free });
            else return new EditRefused($"There are ten duties of your own in {duty.Group} already. Take one out before you add another.", nameof(OwnDuties));
        }

        if (structure.Assignments.FirstOrDefault(a => structure.OwnDuties.Any(d => d.Code == a.Duty) && duties.TrueForAll(d => d.Code != a.Duty)) is { } held)
            return new EditRefused($"Somebody has a part in {held.Duty}. Clear it under Duties first, then take the duty out.", nameof(OwnDuties));
        return structure with { Title = Title, About = About, Schools = schools, Date = Date, OnCostsPercent = OnCostsPercent, PayPoints = PayPoints, Thresholds = Thresholds, OwnDuties = duties };
    }

    public override string Words(SchoolStructure before) => "changed the settings";
}

/// <summary>Pay points as people write them: one in each line, its name and its annual pounds.</summary>
internal static partial class PayPointText
{
    public static string Write(IReadOnlyDictionary<string, decimal> points) =>
        string.Join("\n", points.OrderBy(p => p.Value).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key} {p.Value:0.##}")));

    public static Outcome<Dictionary<string, decimal>> Read(string? text)
    {
        var points = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var read = Line().Match(line);
            if (!read.Success || !EditTexts.TryNumber(read.Groups[2].Value, 1_000_000, out var pounds) || pounds is null)
                return new EditRefused($"“{(line.Length <= 40 ? line : line[..40])}” is no pay point. Write a name and annual pounds, such as L18 78000.", nameof(SaveSettings.PayPoints));
            if (!points.TryAdd(read.Groups[1].Value, pounds.Value)) return new EditRefused($"{read.Groups[1].Value} is given twice. Keep one of the two lines.", nameof(SaveSettings.PayPoints));
            if (points.Count > 500) return new EditRefused("There is room for 500 pay points. Leave out those that no post is on.", nameof(SaveSettings.PayPoints));
        }

        return points;
    }

    [GeneratedRegex(@"^([\p{L}\p{Nd}][\p{L}\p{Nd}.-]{0,19})[\s,:;]+(£?[0-9][0-9,]*(?:\.[0-9]{1,2})?)$", RegexOptions.CultureInvariant)]
    private static partial Regex Line();
}
