using Underpin.Platform.Content;

namespace Underpin.Qualifications.Content;

/// <summary>A rule of combination as written, naming its units by code.</summary>
internal sealed record RuleContent
{
    public required Credit MinimumCredit { get; init; }

    public required CreditAtLevel? MinimumCreditAtLevel { get; init; }

    public required IReadOnlyList<RuleGroupContent> Groups { get; init; }

    /// <summary>Sets of units of which at most one can count.</summary>
    public required IReadOnlyList<IReadOnlyList<string>> Barred { get; init; }

    /// <summary>The rule with the level and credit of its units.</summary>
    /// <param name="unitByCode">Every unit that the rule names.</param>
    /// <exception cref="ArgumentException">The rule contradicts its own form; content that has been checked does not.</exception>
    public RuleOfCombination ToRule(IReadOnlyDictionary<string, UnitContent> unitByCode) => new(
        MinimumCredit,
        MinimumCreditAtLevel,
        [.. Groups.Select(group => new RuleGroup
        {
            Code = group.Code,
            Title = group.Title,
            Mandatory = group.Mandatory,
            ChooseUnits = group.ChooseUnits ?? 0,
            ChooseCredit = new(group.ChooseCredit ?? 0),
            AtMostUnits = group.AtMostUnits,
            Units = [.. group.Units.Select(code => new RuleUnit(code, unitByCode[code].Level, unitByCode[code].Credit))],
        })],
        Barred);

    internal void Write(CanonicalForm form) => form
        .Add("minimum-credit", MinimumCredit.Value)
        .Add("minimum-credit-at-level.level", MinimumCreditAtLevel?.Level.Value)
        .Add("minimum-credit-at-level.credit", MinimumCreditAtLevel?.Credit.Value)
        .Add("groups", Groups, (inner, group) => inner
            .Add("code", group.Code)
            .Add("title", group.Title)
            .Add("mandatory", group.Mandatory)
            .Add("choose-units", group.ChooseUnits)
            .Add("choose-credit", group.ChooseCredit)
            .Add("at-most-units", group.AtMostUnits)
            .Add("units", group.Units))
        .Add("barred", Barred, (inner, set) => inner.Add("units", set));
}

/// <summary>A group of a rule as written.</summary>
internal sealed record RuleGroupContent
{
    public required string Code { get; init; }

    public required string Title { get; init; }

    /// <summary>Every unit of the group.</summary>
    public required bool Mandatory { get; init; }

    public required int? ChooseUnits { get; init; }

    public required int? ChooseCredit { get; init; }

    public required int? AtMostUnits { get; init; }

    public required IReadOnlyList<string> Units { get; init; }
}
