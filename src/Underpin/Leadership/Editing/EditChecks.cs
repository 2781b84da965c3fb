using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Files;
using Underpin.Leadership.Structure;
using Underpin.Platform.Content;

namespace Underpin.Leadership.Editing;

/// <summary>Whether an edit leaves a structure whose parts fit together, as the readers of files ask it too.</summary>
internal static class EditChecks
{
    static readonly StructureFiles Nowhere = new("", "", "", "", "", "");

    /// <summary>What does not fit after an edit and did fit before. Somebody without a post is no problem here: people come and go one edit at a time.</summary>
    public static IReadOnlyList<string> NewProblems(SchoolStructure before, SchoolStructure after, LeadershipContent content)
    {
        var found = ProblemsOf(after, content);
        if (found.Count == 0) return [];
        var known = ProblemsOf(before, content);
        return [.. found.Except(known)];
    }

    static List<string> ProblemsOf(SchoolStructure structure, LeadershipContent content)
    {
        var problems = new ContentProblems();
        StructureChecks.Check(WithAPostForEverybody(structure), Nowhere, content, problems);
        return [.. problems.InOrder().Select(problem => $"{problem.Message}.")];
    }

    static SchoolStructure WithAPostForEverybody(SchoolStructure structure)
    {
        var held = structure.Holdings.Select(one => one.Person).ToHashSet(StringComparer.Ordinal);
        var without = structure.People.Where(person => !held.Contains(person.Code)).ToList();
        const string standIn = "without-a-post";
        if (without.Count == 0 || structure.Posts.Any(post => post.Code == standIn)) return structure;
        return structure with
        {
            Posts = [.. structure.Posts, new(standIn, "Without a post", Tier.Other)],
            Holdings = [.. structure.Holdings, .. without.Select(person => new Holding(standIn, person.Code, Period.Always))],
        };
    }
}
