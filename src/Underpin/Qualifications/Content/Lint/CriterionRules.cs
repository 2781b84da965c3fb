using System.Text.RegularExpressions;
using Underpin.Platform.Content.Lint;

namespace Underpin.Qualifications.Content.Lint;

/// <summary>What a single criterion is held to.</summary>
internal static partial class CriterionRules
{
    public static ContentRule BelowLevel { get; } = new("T2", "Verb below the unit's level")
    {
        Wrong = "A criterion opens with a verb that no longer counts at its unit's level: 'list' and 'follow' end with Level 3, 'record' and 'describe' with Level 4.",
        Why = "A level is what the learner decides and answers for. A Level 5 unit that is met by keeping a list has the wrong level or the wrong criterion.",
        Mend = "Say what the person does with the list: choose, justify, recommend, negotiate. Or move the criterion to a lower unit.",
        Bad = "(Level 5) List the contracts that end next year.",
        Good = "(Level 5) Recommend which contracts to renew, with the cost of each choice.",
    };

    public static ContentRule Compound { get; } = new("T4", "Two acts in one criterion")
    {
        Wrong = "A criterion joins two acts with 'and', 'or' or 'then'.",
        Why = "A learner may do one and not the other, and the assessor then has nowhere to say so.",
        Mend = "Make two criteria, or keep the act that shows the other: nobody can 'agree a plan' that they have not drafted.",
        Bad = "Draft a plan for the move and present it to senior leaders.",
        Good = "Present to senior leaders a plan for the move.",
    };

    /// <summary>What is wrong with the opening verb; null where nothing is.</summary>
    public static (ContentRule Rule, string Message)? CheckVerb(string text, int level)
    {
        var verb = Opening(text);
        if (VerbLevels.HighestLevel(verb) is not { } highest)
            return (HiddenVerbs.Rule, $"The criterion opens with '{verb}', which is not in the list of verbs: expected one of them, such as diagnose, explain or record");
        return level > highest
            ? (BelowLevel, $"'{verb}' counts up to Level {highest}, and the unit is at Level {level}: expected a verb of that level, such as {Examples(level)}")
            : null;
    }

    /// <summary>The second act of a criterion; null where it has one.</summary>
    public static string? SecondAct(string text)
    {
        var chief = text[..(Subordinate().Match(text) is { Success: true } end ? end.Index : text.Length)];
        foreach (Match join in Join().Matches(chief))
        {
            var verb = join.Groups["verb"].Value;
            if (!VerbLevels.IsVerb(verb) || char.IsUpper(verb[0]))
                continue;
            var next = join.Groups["next"].Value;
            if (chief[..join.Index].TrimEnd() == Opening(text))
                return verb; // "Correct or replace..."
            if (AlsoNouns.Contains(verb) ? BeginsAnObject.Contains(next) : !NotAfterAVerb.Contains(next))
                return verb;
        }
        return null;
    }

    private static string Opening(string text) => FirstWord().Match(text).Value;

    private static string Examples(int level) => level switch
    {
        4 => "plan, specify or assess",
        5 => "recommend, justify or negotiate",
        _ => "determine, arbitrate or direct",
    };

    private static readonly HashSet<string> AlsoNouns = new(
        ("account address advance advise answer approach archive arrange ask audit balance book brief budget build calm challenge change chart check clean close coach collect contain copy correct count debate design direct "
        + "document draft draw enter equip estimate export file find follow forecast give hand help hold influence install issue join judge keep label lead leave limit list lock log make manage map mark mask match measure model "
        + "monitor move name narrow order outline package pass pilot place plan plug present print process produce project question raise rank record refer release remove repair repeat report rescue return reverse review route run save scale "
        + "schedule scope score search secure select separate service set shape share show sort speak sponsor start state steer store structure supply support survey switch take teach tell test tick time trace train transfer try "
        + "tune update use warn watch weigh write clear complete own mean aim").Split(' '),
        StringComparer.Ordinal);

    private static readonly HashSet<string> BeginsAnObject = new(
        "the a an it them its their each every any all both this these those one two three him her his whoever what how who where when which whether".Split(' '), StringComparer.Ordinal);

    private static readonly HashSet<string> NotAfterAVerb = new("of".Split(' '), StringComparer.Ordinal);

    // What follows one of these is about the act, not another act. "To" counts where a verb follows it.
    [GeneratedRegex(@",?\s(?:that|which|who|whose|whom|what|how|when|where|whether|if|why|before|after|until|unless|because|while|as|can|cannot|must|should|could|would|will|may|so|to (?!the\b|a\b|an\b|each\b|every\b|its\b|their\b|staff\b|one\b)[a-z]+)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Subordinate();

    [GeneratedRegex(@"(?:(?:,\s+)?\b(?:and then|and|or|then)|,)\s+(?<verb>[A-Za-z]+)\b(?:\s+(?<next>[A-Za-z]+))?", RegexOptions.CultureInvariant)]
    private static partial Regex Join();

    [GeneratedRegex("^[A-Za-z]+", RegexOptions.CultureInvariant)]
    private static partial Regex FirstWord();

    public static IReadOnlyList<ContentRule> All { get; } = [BelowLevel, AlikeCriteria.Rule, Compound];
}
