using System.Globalization;
using System.Text.RegularExpressions;

namespace Underpin.Framework.Content;

/// <summary>Where a <see cref="FrameworkLine"/> stands, taken apart.</summary>
/// <param name="Part">What is read and edited together: "framework", an area ("SUP"), a competence ("SUP-1") or a role ("role.it-technician").</param>
/// <param name="Field">"title", "why", "level", "duty", "competence" and so on.</param>
/// <param name="Key">The number of a level or duty, or the code of a competence that a role asks for; else empty.</param>
internal readonly partial record struct LinePath(string Part, string Field, string Key)
{
    public const string Framework = "framework";
    public const string RolePrefix = "role.";

    public const int LongestPath = 120;

    public static bool TryParse(string? path, out LinePath parsed)
    {
        parsed = default;
        if (path is null || path.Length > LongestPath || Shape().Match(path) is not { Success: true } found) return false;
        var part = found.Groups["part"].Value.TrimEnd('.');
        parsed = new(part == "" ? Framework : part, found.Groups["field"].Value, found.Groups["key"].Value);
        return true;
    }

    /// <exception cref="FormatException">The text is not the path of a line.</exception>
    public static LinePath Parse(string path) => TryParse(path, out var parsed) ? parsed : throw new FormatException($"{path} is not the path of a line.");

    public bool IsRole => Part.StartsWith(RolePrefix, StringComparison.Ordinal);
    public bool IsArea => Part.Length == 3;
    public bool IsCompetence => !IsRole && Part.Contains('-', StringComparison.Ordinal);

    /// <summary>The code of the area that an area or a competence belongs to.</summary>
    public string? Area => IsArea || IsCompetence ? Part[..3] : null;

    public string Role => IsRole ? Part[RolePrefix.Length..] : "";

    public int Number => int.Parse(Key, CultureInfo.InvariantCulture);

    public LineKind Kind => (Field, IsRole) switch
    {
        ("title", _) => LineKind.Title,
        _ when Part == Framework && Field.EndsWith(".title", StringComparison.Ordinal) => LineKind.Title,
        ("level", _) when Part != Framework => LineKind.Does,
        ("duty", _) => LineKind.Does,
        ("competence", _) => LineKind.Level,
        ("replaces", _) => LineKind.Codes,
        _ => LineKind.ForHeads,
    };

    /// <summary>Whether the part can do without this line: one of a list.</summary>
    public bool IsOptional => Field is "duty" or "competence" or "replaces" || Field == "level" && IsCompetence;

    // Of the framework itself a level has two lines, so there the field is "level.2.title" and the key is empty.
    [GeneratedRegex("""
        ^(?:
          (?<part>)(?<field>title|summary|level\.[1-9]\.(?:title|meaning))
        | (?<part>[A-Z]{3}\.)(?<field>title|summary)
        | (?<part>[A-Z]{3}-[1-9][0-9]?\.)(?:(?<field>title|why|without|replaces)|(?<field>level)\.(?<key>[1-9]))
        | (?<part>role\.[a-z]+(?:-[a-z]+){0,6}\.)(?:(?<field>title|purpose|decides|works-with)|(?<field>duty)\.(?<key>[1-9][0-9]{0,2})|(?<field>competence)\.(?<key>[A-Z]{3}-[1-9][0-9]?))
        )\z
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shape();
}
