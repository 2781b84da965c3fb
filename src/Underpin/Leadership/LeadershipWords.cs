using System.Globalization;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership;

/// <summary>Words of this room's pages.</summary>
internal static class LeadershipWords
{
    static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Of(Tier tier) => tier switch
    {
        Tier.Core => "Core team",
        Tier.Wider => "Wider senior team",
        Tier.Middle => "Middle leader",
        _ => "Other post",
    };

    public static string Of(Side side) => side switch { Side.Curriculum => "curriculum side", Side.Business => "business side", _ => "both sides" };

    public static string Of(Part part) => part switch
    {
        Part.Accountable => "Answers for it",
        Part.Responsible => "Does it",
        Part.Consulted => "Is asked before",
        Part.Informed => "Is told after",
        _ => "Stands in",
    };

    public static string Pounds(decimal amount) => $"£{amount.ToString("N0", British)}";

    /// <summary>Words as a sentence: a capital letter first and a full stop last.</summary>
    public static string Sentence(string words) => words.Length == 0 ? "" : $"{char.ToUpperInvariant(words[0])}{words[1..]}{(words.EndsWith('.') ? "" : ".")}";

    /// <summary>"1 post", "3 posts".</summary>
    public static string Some(int count, string one, string many) => string.Create(British, $"{count:N0} {(count == 1 ? one : many)}");

    /// <summary>The kinds of school that duties ask about, as the catalogue calls them and as people do.</summary>
    public static IReadOnlyList<(string Code, string Words)> Kinds { get; } =
        [("primary", "Primary"), ("secondary", "Secondary"), ("sixth-form", "With a sixth form"), ("trust", "Academy of a trust")];
}
