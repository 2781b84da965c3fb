namespace Underpin.Platform.Content.Lint;

/// <summary>The rules that one text can be held to on its own.</summary>
internal static class TextRules
{
    public static IReadOnlyList<ContentRule> All { get; } = [LongSentence.Rule, ReadingEase.ForHeads, ReadingEase.ForNewcomers];

    /// <summary>What is found in a text, rule by rule.</summary>
    public static IEnumerable<(ContentRule Rule, string Message)> Check(TextKind kind, string text)
    {
        if (kind == TextKind.Phrase || text == "")
            return [];
        var prose = Prose.Of(text);
        return
        [
            .. Found(LongSentence.Rule, LongSentence.In(prose)),
            .. kind == TextKind.ForHeads ? Found(ReadingEase.ForHeads, ReadingEase.InTextForHeads(prose)) : [],
            .. kind == TextKind.ForNewcomers ? Found(ReadingEase.ForNewcomers, ReadingEase.InTextForNewcomers(prose)) : [],
        ];
    }

    private static IEnumerable<(ContentRule, string)> Found(ContentRule rule, IEnumerable<string> messages) =>
        messages.Select(message => (rule, message));
}
