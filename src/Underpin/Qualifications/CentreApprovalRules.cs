using Underpin.Platform;

namespace Underpin.Qualifications;

internal static class CentreApprovalRules
{
    public const int LongestReason = 1_000;
    public static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>Dates further ahead than this are slips of the keyboard more often than plans.</summary>
    public static DateOnly Latest(DateOnly today) => today.AddYears(1);

    public static Refusal? From(DateOnly from, DateOnly today) => from < Earliest || from > Latest(today) ? new ApprovalBeginsOutside(Latest(today)) : null;

    /// <summary>Not in the past: whoever enrolled meanwhile did so with an approved centre.</summary>
    public static Refusal? LastDay(DateOnly lastDay, DateOnly today) => lastDay < today || lastDay > Latest(today) ? new ApprovalEndsOutside(Latest(today)) : null;

    public static Refusal? Reason(string? reason) =>
        string.IsNullOrWhiteSpace(reason) ? new SayWhyItEnds()
        : reason.Length > LongestReason ? new ReasonTooLong()
        : reason.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? new ReasonUnreadable()
        : null;
}
