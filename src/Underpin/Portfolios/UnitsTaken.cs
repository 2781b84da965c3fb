using Underpin.Qualifications;

namespace Underpin.Portfolios;

internal sealed record TakenUnit(string Code, UnitStage Stage)
{
    public bool IsDone => Stage is UnitStage.Accepted or UnitStage.Achieved;
}

/// <summary>The units of a portfolio beside the rule they have to meet, as lists of portfolios read them.</summary>
internal sealed record UnitsTaken(RuleOfCombination Rule, IReadOnlyList<TakenUnit> All)
{
    public int Count => All.Count;
    public int Done => All.Count(u => u.IsDone);
    public int Achieved => At(UnitStage.Achieved);

    /// <summary>Once they are all achieved, the qualification is. Before, there are options to choose, and the count is not yet the whole.</summary>
    public bool AreEnough => Rule.Evaluate([.. All.Select(u => u.Code)]).IsMet;

    /// <summary>What is achieved meets the rule: the centre can claim.</summary>
    public bool MakeTheQualification => Rule.Evaluate([.. All.Where(u => u.Stage == UnitStage.Achieved).Select(u => u.Code)]).IsMet;

    public int At(UnitStage stage) => All.Count(u => u.Stage == stage);
}
