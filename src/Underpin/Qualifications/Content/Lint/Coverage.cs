using Underpin.Framework.Content;
using Underpin.Qualifications.Crosswalks;

namespace Underpin.Qualifications.Content.Lint;

/// <summary>What covers what: competences by units, roles by units, outside standards and apprenticeships by what is ours.</summary>
internal sealed record Coverage
{
    public required IReadOnlyList<CompetenceCoverage> Competences { get; init; }

    public required IReadOnlyList<RoleCoverage> Roles { get; init; }

    /// <summary>Standards that a school meets, such as those of the Department for Education, and the competences that each calls on.</summary>
    public required IReadOnlyList<OutsideCoverage> Standards { get; init; }

    /// <summary>Apprenticeship standards, and the units that each covers in part or whole.</summary>
    public required IReadOnlyList<OutsideCoverage> Apprenticeships { get; init; }

    public required IReadOnlyList<CoverageHole> Holes { get; init; }

    public static Coverage Of(ContentSet content, IReadOnlyList<JustifiedHole> justified)
    {
        var competences = content.Competences.Select(competence => new CompetenceCoverage(
            competence.Code,
            competence.Title,
            [.. content.Units.SelectMany(unit => unit.Competences.Where(taught => taught.Code == competence.Code).Select(taught => new TaughtIn(unit.Code, taught.Level)))])).ToList();
        var highest = competences.ToDictionary(one => one.Code, one => one.HighestTaught, StringComparer.Ordinal);
        var roles = content.Framework.Roles.Select(role => new RoleCoverage(
            role.Code,
            role.Title,
            [.. role.Competences.Select(asked => new AskedLevel(asked.Code, asked.Level, highest.GetValueOrDefault(asked.Code) >= asked.Level))])).ToList();
        var codes = competences.Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        var units = content.Units.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        var standards = Outside(content, CrosswalkKind.Standard, codes);
        var apprenticeships = Outside(content, CrosswalkKind.Apprenticeship, units);
        CoverageHole[] holes =
        [
            .. HolesOfLevels(competences, roles),
            .. standards.Where(one => one.Ours.Count == 0).Select(one => new CoverageHole($"{one.Crosswalk} {one.Reference}", $"{one.Title} reaches no competence")),
            .. apprenticeships.Where(one => one.Ours.Count == 0).Select(one => new CoverageHole($"{one.Crosswalk} {one.Reference}", $"{one.Title} reaches no unit")),
            .. NotReached(content, [.. competences.Select(one => (one.Code, one.Title)), .. content.Units.Select(unit => (unit.Code, unit.Title))]),
        ];
        var reasons = justified.ToDictionary(hole => hole.Hole, hole => hole.Reason, StringComparer.Ordinal);
        return new()
        {
            Competences = competences,
            Roles = roles,
            Standards = standards,
            Apprenticeships = apprenticeships,
            Holes = [.. holes.Select(hole => hole with { Reason = reasons.GetValueOrDefault(hole.Name) })],
        };
    }

    // Where there is no crosswalk at all, nothing is asked of it.
    private static IEnumerable<CoverageHole> NotReached(ContentSet content, IEnumerable<(string Code, string Title)> ours)
    {
        var reached = content.Crosswalks.SelectMany(crosswalk => crosswalk.Items).SelectMany(item => item.Maps).Select(map => map.To).ToHashSet(StringComparer.Ordinal);
        return reached.Count == 0 ? [] : ours.Where(one => !reached.Contains(one.Code))
            .Select(one => new CoverageHole($"outside {one.Code}", $"{one.Title}: no outside certificate, standard or skill reaches it"));
    }

    // A competence that nothing teaches at all is told as such (C2), not level by level.
    private static IEnumerable<CoverageHole> HolesOfLevels(List<CompetenceCoverage> competences, List<RoleCoverage> roles)
    {
        var taught = competences.Where(one => one.Units.Count > 0).ToDictionary(one => one.Code, StringComparer.Ordinal);
        return roles.SelectMany(role => role.Asked.Where(asked => !asked.IsTaught && taught.ContainsKey(asked.Competence)).Select(asked => (asked, role)))
            .GroupBy(one => (one.asked.Competence, one.asked.Level))
            .Select(same => new CoverageHole(
                $"{same.Key.Competence}:{same.Key.Level}",
                $"{taught[same.Key.Competence].Title}: {string.Join(", ", same.Select(one => one.role.Title))} at level {same.Key.Level}, and units stop at level {taught[same.Key.Competence].HighestTaught}"));
    }

    private static List<OutsideCoverage> Outside(ContentSet content, CrosswalkKind kind, HashSet<string> ours) =>
        [.. content.Crosswalks.Where(crosswalk => crosswalk.Kind == kind).SelectMany(crosswalk => crosswalk.Items.Select(item => new OutsideCoverage(
            crosswalk.Code, item.Reference, item.Title, [.. item.Maps.Where(map => ours.Contains(map.To)).Select(map => new Reached(map.To, map.Extent))])))];
}

internal sealed record TaughtIn(string Unit, int Level);

internal sealed record CompetenceCoverage(string Code, string Title, IReadOnlyList<TaughtIn> Units)
{
    /// <summary>0 where no unit teaches it.</summary>
    public int HighestTaught => Units.Select(unit => unit.Level).DefaultIfEmpty().Max();
}

/// <param name="IsTaught">Whether some unit teaches the competence to that level or above.</param>
internal sealed record AskedLevel(string Competence, int Level, bool IsTaught);

internal sealed record RoleCoverage(string Code, string Title, IReadOnlyList<AskedLevel> Asked);

internal sealed record Reached(string Code, Extent Extent);

internal sealed record OutsideCoverage(string Crosswalk, string Reference, string Title, IReadOnlyList<Reached> Ours);

/// <param name="Name">As content/coverage.yaml names it.</param>
/// <param name="What">What is not covered.</param>
internal sealed record CoverageHole(string Name, string What)
{
    /// <summary>Why it stays; null where nobody has said.</summary>
    public string? Reason { get; init; }
}
