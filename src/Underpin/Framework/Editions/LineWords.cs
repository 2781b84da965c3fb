using Underpin.Framework.Content;

namespace Underpin.Framework.Editions;

/// <summary>What a line is, in words.</summary>
internal static class LineWords
{
    public static string Of(string path) => Of(LinePath.Parse(path));

    public static string Of(LinePath at) => at.Field switch
    {
        "title" => "Title",
        "summary" => "Summary",
        "why" => "Why a school depends on it",
        "without" => "What goes wrong without it",
        "replaces" => "Takes over from",
        "level" => $"What people do at level {at.Key}",
        "purpose" => "Purpose",
        "duty" => $"Duty {at.Key}",
        "decides" => "What the person decides",
        "works-with" => "Whom they work with",
        "competence" => $"Level asked of {at.Key}",
        _ when at.Field.StartsWith("level.", StringComparison.Ordinal) => at.Field.EndsWith("title", StringComparison.Ordinal) ? $"Level {at.Field[6]}: name" : $"Level {at.Field[6]}: what it means",
        _ => throw new ArgumentOutOfRangeException(nameof(at), at, "There are no words for this line."),
    };

    /// <summary>"SUP-1", "Role", nothing for the framework as a whole: what stands before a part's title.</summary>
    public static string Code(string part) => part == LinePath.Framework ? "" : part.StartsWith(LinePath.RolePrefix, StringComparison.Ordinal) ? "Role" : part;
}
