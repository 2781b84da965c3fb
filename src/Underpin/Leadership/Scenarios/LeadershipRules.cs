using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Scenarios;

internal static class LeadershipRules
{
    public const int LongestTitle = 100, LongestAbout = 1000, LongestWhat = 300;
    /// <summary>Scenarios that are not archived, of one organisation.</summary>
    public const int MostScenarios = 50;
    public const int MostPosts = 6_000;

    public static string Tidy(string? typed) => string.Join(' ', (typed ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static Refusal? Title(string title) =>
        title.Length == 0 ? new TitleMissing() : title.Length > LongestTitle ? new TitleOverlong(title.Length, LongestTitle) : null;

    public static Refusal? About(string about) => about.Length > LongestAbout ? new AboutOverlong(about.Length, LongestAbout) : null;

    /// <summary>A structure may be adopted once every school in it has a head's post, whoever holds it.</summary>
    public static Refusal? Adopting(SchoolStructure structure, DateOnly from, DateOnly today)
    {
        if (from < today.AddYears(-30) || from > today.AddYears(5)) return new AdoptionDateOutside(today.AddYears(-30), today.AddYears(5));
        var headless = structure.Schools.Where(school => !structure.Posts.Any(post => post.IsHead && post.Schools.Contains(school.Code))).Select(school => school.Name).ToList();
        return headless.Count > 0 ? new SchoolWithoutHead(headless[0]) : null;
    }

    /// <summary>The scenario that holds on a day: the one adopted last on or before it.</summary>
    public static T? InForce<T>(IEnumerable<T> scenarios, Func<T, DateOnly?> adoptedFrom, DateOnly day)
        where T : class =>
        scenarios.Where(s => adoptedFrom(s) <= day).MaxBy(adoptedFrom);
}
