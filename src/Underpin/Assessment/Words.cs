using System.Globalization;
using Underpin.Platform;
using Underpin.Platform.Pages.Tags;

namespace Underpin.Assessment;

/// <summary>How this room says numbers, lists and states.</summary>
internal static class Words
{
    static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"Tom", "Tom or Ana", "Tom, Ana or Mei".</summary>
    public static string AnyOf(IReadOnlyList<string> names) => Join(names, "or");

    public static string AllOf(IReadOnlyList<string> names) => Join(names, "and");

    public static string Count(int number, string one, string? many = null) => number == 1 ? $"1 {one}" : $"{number.ToString("N0", British)} {many ?? one + "s"}";

    /// <summary>How long something has been waiting, in days of the calendar.</summary>
    public static string Waited(DateTimeOffset since, DateOnly today) => (today.DayNumber - since.UkDate().DayNumber) switch
    {
        <= 0 => "since today",
        1 => "since yesterday",
        var days => $"{days} days",
    };

    public static string Of(SubmissionStatus status) => status switch
    {
        SubmissionStatus.Waiting => "With the assessor",
        SubmissionStatus.ReferredBack => "Referred back to the learner",
        SubmissionStatus.Accepted => "Accepted",
        SubmissionStatus.Sampled => "Accepted, with the quality assurer",
        SubmissionStatus.Returned => "Returned to the assessor",
        _ => "Accepted and quality assured",
    };

    public static StatusKind Look(SubmissionStatus status) => status switch
    {
        SubmissionStatus.Waiting or SubmissionStatus.Sampled => StatusKind.Waiting,
        SubmissionStatus.ReferredBack or SubmissionStatus.Returned => StatusKind.Attention,
        _ => StatusKind.Done,
    };

    static string Join(IReadOnlyList<string> names, string last) => names.Count switch
    {
        0 => "",
        1 => names[0],
        _ => $"{string.Join(", ", names.Take(names.Count - 1))} {last} {names[^1]}",
    };
}
