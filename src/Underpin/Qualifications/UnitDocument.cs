using Underpin.Framework;

namespace Underpin.Qualifications;

/// <summary>A unit in a list for programs.</summary>
internal sealed record UnitSummary(string Code, int Version, string Title, int Level, int Credit, int GuidedHours, string Address);

/// <summary>A unit for programs: at its own address, in the API and in the downloads.</summary>
internal sealed record UnitDocument(string Code, int Version, bool Current, string Title, int Level, int Credit, int GuidedHours, string Aim, string For,
    IReadOnlyList<UnitCompetence> Competences, IReadOnlyList<OutcomeDocument> Outcomes, IReadOnlyList<string> Covers, IReadOnlyList<string> Evidence,
    string Assessment, IReadOnlyList<string> LeadsTo, IReadOnlyList<Source> Sources, string Address)
{
    /// <param name="unit">With its outcomes and criteria in order.</param>
    public static UnitDocument Of(Unit unit)
    {
        var address = UnitAddress.Of(unit);
        return new(unit.Code, unit.Version, unit.IsCurrent, unit.Title, unit.Level.Value, unit.Credit.Value, unit.GuidedHours.Value, unit.Aim, unit.For, unit.Competences,
            [.. unit.Outcomes.Select(o => new OutcomeDocument(o.Code, o.Title, [.. o.Criteria.Select(c => new CriterionDocument(c.Code, c.Text, c.IsSchool, UnitAddress.Of(unit, c.Code)))], UnitAddress.Of(unit, o.Code)))],
            unit.Covers, unit.Evidence, unit.Assessment, unit.LeadsTo, unit.Sources, address);
    }
}

internal sealed record OutcomeDocument(string Code, string Title, IReadOnlyList<CriterionDocument> Criteria, string Address);

internal sealed record CriterionDocument(string Code, string Text, bool School, string Address);

/// <summary>A learning outcome or a criterion at its own address, with the unit it is part of.</summary>
internal sealed record UnitPartDocument(UnitSummary Unit, OutcomeDocument Outcome, CriterionDocument? Criterion);

/// <summary>Where a unit and its parts stand for good: without a version the current one, and with it that one.</summary>
internal static class UnitAddress
{
    public static string Of(Unit unit, string? part = null) => $"/units/{unit.Code}{(part is null ? "" : $"/{part}")}{(unit.IsCurrent ? "" : $"?version={unit.Version}")}";
}
