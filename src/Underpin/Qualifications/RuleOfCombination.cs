namespace Underpin.Qualifications;

/// <summary>placeholder until merge</summary>
internal sealed record RuleOfCombination(int MinimumCredit);
