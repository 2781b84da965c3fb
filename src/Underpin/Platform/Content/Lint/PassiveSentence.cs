using System.Text.RegularExpressions;

namespace Underpin.Platform.Content.Lint;

/// <summary>Finds sentences that say what is done before, or without, saying who does it.</summary>
/// <remarks>Only where the doer is named after "by", and where the chief clause of something to be done is passive: elsewhere a passive is often the
/// plainest way ("what was asked", "pupils who must not be filmed").</remarks>
internal static partial class PassiveSentence
{
    public static ContentRule Rule { get; } = new("W1", "Passive sentence")
    {
        Wrong = "A sentence names the doer only after 'by' ('is set by the manager'). Or a level, a duty or a criterion says what is done and not who does it.",
        Why = "A reader wants to know who does what. 'Logs are reviewed' lets everybody think of somebody else.",
        Mend = "Put the doer first: 'The manager sets...'. Begin a level, a duty or a criterion with what the person does.",
        Bad = "The list of rooms is agreed by the site manager.",
        Good = "The site manager agrees the list of rooms.",
    };

    public static IEnumerable<string> In(Prose prose, TextKind kind)
    {
        foreach (var sentence in prose.Sentences)
            if (ByWhom().Match(sentence.Text) is { Success: true } match)
                yield return $"'{match.Value}' names who does it last: expected the doer first";
            else if (kind is TextKind.Does or TextKind.Criterion && ChiefClause().IsMatch(sentence.Text))
                yield return $"The sentence '{sentence.Opening}' is passive: expected what the person does";
    }

    private const string Be = "(?:is|are|was|were|be|been|being)";
    private const string Between = @"(?:\s(?:not|never|always|often|also|only|then|still|\w+ly))?";
    private const string Participle =
        @"\s(?!need|hundred)(?:\w{2,}ed|done|made|given|taken|seen|known|shown|written|held|kept|lost|found|built|bought|brought|caught|chosen|broken|stolen|sent|set|put|paid|met|told|taught|said|read|run|hidden|drawn|driven|worn|sold|spent|won|led|felt|heard|begun|thrown|cut)\b";

    private const string Person =
        "(?:manager|assessor|technician|apprentice|teacher|leader|head|governor|trustee|director|officer|coordinator|lead|team|school|trust|supplier|person|stranger|member|user|colleague|pupil|learner|parent|family|site manager|"
        + "somebody|someone|nobody|anybody|everybody|people|staff|teachers|pupils|leaders|learners|governors|trustees|parents|families|technicians|suppliers)";

    // "By" has other meanings before a means, a time or a measure: only people count.
    [GeneratedRegex($@"\b{Be}{Between}{Participle}(?:\s(?:\w+|in \w+))?\sby\s(?:(?:the|a|an|its|their|his|her|our|your|every|each|another)\s)?(?:[a-z-]+\s)?{Person}\b(?!['’])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ByWhom();

    [GeneratedRegex($@"^(?:(?!that\b|before\b|after\b|once\b|while\b|unless\b|since\b|than\b|which\b|who\b|whose\b|what\b|how\b|when\b|where\b|whether\b|if\b|why\b|until\b|because\b|as\b)[\w'’-]+\s){{1,6}}{Be}{Between}{Participle}", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex ChiefClause();
}
