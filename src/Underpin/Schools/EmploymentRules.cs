using Underpin.Platform;

namespace Underpin.Schools;

internal static class EmploymentRules
{
    public const int LongestJobTitle = 100;
    public static readonly DateOnly EarliestStart = new(1900, 1, 1);

    public static Refusal? JobTitle(string? title) => title switch
    {
        null or "" => new JobTitleNeeded(),
        { Length: > LongestJobTitle } => new JobTitleTooLong(),
        _ when title.Any(char.IsControl) => new JobTitleUnreadable(),
        _ => null,
    };

    public static Refusal? Start(DateOnly start, DateOnly today) => start < EarliestStart || start > today ? new StartOutside() : null;

    public static Refusal? LastDay(DateOnly lastDay, DateOnly from, DateOnly today) => lastDay < from || lastDay > today ? new LastDayOutside(from) : null;
}
