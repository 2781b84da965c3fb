using Underpin.Framework;

namespace Underpin.Qualifications;

/// <summary>A qualification in a list for programs.</summary>
internal sealed record QualificationSummary(string Code, int Version, string Title, string Type, int Level, int MinimumCredit, string AwardingBody, string Address);

/// <summary>A qualification for programs: at its own address, in the API and in the downloads.</summary>
internal sealed record QualificationDocument(string Code, int Version, bool Current, string Title, string Type, int Level, string AwardingBody, string Aim, string For,
    RuleDocument Rule, IReadOnlyList<string> LeadsTo, IReadOnlyList<Source> Sources, string Address)
{
    public static QualificationDocument Of(Qualification qualification) => new(
        qualification.Code, qualification.Version, qualification.IsCurrent, qualification.Title, qualification.Type.ToString(), qualification.Level.Value,
        qualification.AwardingBody, qualification.Aim, qualification.For, RuleDocument.Of(qualification.Rule), qualification.LeadsTo, qualification.Sources,
        AddressOf(qualification));

    public static string AddressOf(Qualification qualification) =>
        $"/qualifications/{qualification.Code}{(qualification.IsCurrent ? "" : $"?version={qualification.Version}")}";
}

internal sealed record RuleDocument(int MinimumCredit, CreditAtLevelDocument? MinimumCreditAtLevel, IReadOnlyList<GroupDocument> Groups, IReadOnlyList<IReadOnlyList<string>> Barred)
{
    public static RuleDocument Of(RuleOfCombination rule) => new(
        rule.MinimumCredit.Value,
        rule.MinimumCreditAtLevel is { } level ? new(level.Level.Value, level.Credit.Value) : null,
        [.. rule.Groups.Select(g => new GroupDocument(g.Code, g.Title, g.Mandatory, g.ChooseUnits, g.ChooseCredit.Value, g.AtMostUnits, [.. g.Units.Select(u => u.Code)]))],
        rule.Barred);
}

internal sealed record CreditAtLevelDocument(int Level, int Credit);

internal sealed record GroupDocument(string Code, string Title, bool Mandatory, int ChooseUnits, int ChooseCredit, int? AtMostUnits, IReadOnlyList<string> Units);
