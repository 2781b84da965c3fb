using FsCheck;
using FsCheck.Fluent;
using Underpin.Qualifications;

namespace Underpin.Tests.Qualifications;

/// <summary>Rules made for tests, and small random ones.</summary>
internal static class TestRules
{
    public static RuleUnit Unit(string code, int credit, int level = 3) => new(code, new RqfLevel(level), new Credit(credit));

    public static RuleGroup Mandatory(params RuleUnit[] units) =>
        new() { Code = "A", Title = "Core", Mandatory = true, Units = units };

    public static RuleGroup Choose(int units, params RuleUnit[] from) =>
        new() { Code = "B", Title = "Your setting", ChooseUnits = units, Units = from };

    public static RuleGroup ChooseCredit(int credit, params RuleUnit[] from) =>
        new() { Code = "C", Title = "Going further", ChooseCredit = new Credit(credit), Units = from };

    public static RuleOfCombination Rule(int credit, params RuleGroup[] groups) => Rule(credit, null, groups, []);

    public static RuleOfCombination Rule(int credit, CreditAtLevel? atLevel, RuleGroup[] groups, params string[][] barred) =>
        new(new Credit(credit), atLevel, groups, barred);

    public static CreditAtLevel AtLevel(int level, int credit) => new(new RqfLevel(level), new Credit(credit));

    /// <summary>Rules of at most nine units with every element of a rule, about half of which can be met.</summary>
    public static Gen<RuleOfCombination> Small { get; } =
        from first in Group(1)
        from second in Group(2)
        from third in Group(3)
        from count in Gen.Choose(1, 3)
        let groups = new[] { first, second, third }.Take(count).ToArray()
        let codes = groups.SelectMany(one => one.Units).Select(unit => unit.Code).ToArray()
        from sets in Gen.Choose(0, codes.Length > 1 ? 3 : 0)
        from barred in Gen.Shuffle(codes).Zip(Gen.Choose(2, 3)).Select(pair => pair.Item1.Take(pair.Item2).ToArray()).ArrayOf(sets)
        from credit in Gen.Choose(0, 10)
        from hasLevel in Gen.Elements(true, false)
        from level in Gen.Choose(2, 4)
        from creditAtLevel in Gen.Choose(0, 6)
        select Rule(credit, hasLevel ? AtLevel(level, creditAtLevel) : null, groups, barred);

    private static Gen<RuleGroup> Group(int number) =>
        from size in Gen.Choose(1, 3)
        from credits in Gen.Choose(1, 5).ArrayOf(size)
        from levels in Gen.Choose(2, 4).ArrayOf(size)
        from kind in Gen.Choose(0, 3)
        from chooseUnits in Gen.Choose(0, 2)
        from chooseCredit in Gen.Choose(0, 5)
        from limit in Gen.Choose(1, 4)
        select new RuleGroup
        {
            Code = $"G{number}",
            Title = $"Group {number}",
            Mandatory = kind == 0,
            ChooseUnits = kind is 1 or 3 ? chooseUnits : 0,
            ChooseCredit = new Credit(kind is 2 or 3 ? chooseCredit : 0),
            AtMostUnits = kind > 0 && limit < 4 ? limit : null,
            Units = [.. credits.Select((credit, i) => Unit($"U{number}{i}", credit, levels[i]))],
        };
}
