using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework;

namespace Underpin.Qualifications;

internal static class QualificationsApi
{
    public sealed record UnitSummary(string Code, int Version, string Title, int Level, int Credit, int GuidedHours, string Address);

    public sealed record UnitDocument(string Code, int Version, string Title, int Level, int Credit, int GuidedHours, string Aim, string For,
        IReadOnlyList<UnitCompetence> Competences, IReadOnlyList<OutcomeDocument> Outcomes, IReadOnlyList<string> Covers, IReadOnlyList<string> Evidence,
        string Assessment, IReadOnlyList<string> LeadsTo, IReadOnlyList<Source> Sources, string Address);

    public sealed record OutcomeDocument(string Code, string Title, IReadOnlyList<CriterionDocument> Criteria);

    public sealed record CriterionDocument(string Code, string Text, bool School);

    public sealed record QualificationSummary(string Code, int Version, string Title, string Type, int Level, int MinimumCredit, string AwardingBody, string Address);

    public sealed record QualificationDocument(string Code, int Version, string Title, string Type, int Level, string AwardingBody, string Aim, string For,
        RuleDocument Rule, IReadOnlyList<string> LeadsTo, IReadOnlyList<Source> Sources, string Address);

    public sealed record RuleDocument(int MinimumCredit, CreditAtLevelDocument? MinimumCreditAtLevel, IReadOnlyList<GroupDocument> Groups, IReadOnlyList<IReadOnlyList<string>> Barred);

    public sealed record CreditAtLevelDocument(int Level, int Credit);

    public sealed record GroupDocument(string Code, string Title, bool Mandatory, int ChooseUnits, int ChooseCredit, int? AtMostUnits, IReadOnlyList<string> Units);

    public static async Task<Ok<List<UnitSummary>>> ListUnitsAsync(UnderpinDb db, CancellationToken cancel) =>
        TypedResults.Ok((await db.Units.AsNoTracking().Where(u => u.IsCurrent).OrderBy(u => u.Code)
            .Select(u => new { u.Code, u.Version, u.Title, u.Level, u.Credit, u.GuidedHours }).ToListAsync(cancel))
            .ConvertAll(u => new UnitSummary(u.Code, u.Version, u.Title, u.Level.Value, u.Credit.Value, u.GuidedHours.Value, $"/units/{u.Code}")));

    public static async Task<Results<Ok<UnitDocument>, NotFound>> GetUnitAsync(string code, UnderpinDb db, CancellationToken cancel)
    {
        var unit = await db.Units.AsNoTracking().Include(u => u.Outcomes.OrderBy(o => o.Order)).ThenInclude(o => o.Criteria.OrderBy(c => c.Order))
            .SingleOrDefaultAsync(u => u.Code == code && u.IsCurrent, cancel);
        if (unit is null) return TypedResults.NotFound();
        return TypedResults.Ok(new UnitDocument(unit.Code, unit.Version, unit.Title, unit.Level.Value, unit.Credit.Value, unit.GuidedHours.Value, unit.Aim, unit.For,
            unit.Competences, [.. unit.Outcomes.Select(o => new OutcomeDocument(o.Code, o.Title, [.. o.Criteria.Select(c => new CriterionDocument(c.Code, c.Text, c.IsSchool))]))],
            unit.Covers, unit.Evidence, unit.Assessment, unit.LeadsTo, unit.Sources, $"/units/{unit.Code}"));
    }

    public static async Task<Ok<List<QualificationSummary>>> ListQualificationsAsync(UnderpinDb db, CancellationToken cancel) =>
        TypedResults.Ok((await db.Qualifications.AsNoTracking().Where(q => q.IsCurrent).OrderBy(q => q.Code).ToListAsync(cancel))
            .ConvertAll(q => new QualificationSummary(q.Code, q.Version, q.Title, q.Type.ToString(), q.Level.Value, q.Rule.MinimumCredit.Value, q.AwardingBody, $"/qualifications/{q.Code}")));

    public static async Task<Results<Ok<QualificationDocument>, NotFound>> GetQualificationAsync(string code, UnderpinDb db, CancellationToken cancel)
    {
        var found = await db.Qualifications.AsNoTracking().SingleOrDefaultAsync(q => q.Code == code && q.IsCurrent, cancel);
        if (found is null) return TypedResults.NotFound();
        var rule = new RuleDocument(
            found.Rule.MinimumCredit.Value,
            found.Rule.MinimumCreditAtLevel is { } level ? new(level.Level.Value, level.Credit.Value) : null,
            [.. found.Rule.Groups.Select(g => new GroupDocument(g.Code, g.Title, g.Mandatory, g.ChooseUnits, g.ChooseCredit.Value, g.AtMostUnits, [.. g.Units.Select(u => u.Code)]))],
            found.Rule.Barred);
        return TypedResults.Ok(new QualificationDocument(found.Code, found.Version, found.Title, found.Type.ToString(), found.Level.Value, found.AwardingBody, found.Aim, found.For,
            rule, found.LeadsTo, found.Sources, $"/qualifications/{found.Code}"));
    }
}
