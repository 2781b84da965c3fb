namespace Underpin.Platform.Content.Lint;

internal static class LongSentence
{
    public const int MostWords = 25;

    public static ContentRule Rule { get; } = new("W2", "Over-long sentence")
    {
        Wrong = $"A sentence has more than {MostWords} words.",
        Why = "A reader holds about so much at once. In a longer sentence the condition at the end is read after the decision is made.",
        Mend = "Make two sentences, the chief one first. A criterion that needs two sentences is often two criteria.",
        Bad = "Plan the move of every department's files so that teachers who are teaching at the time that is chosen, or who are away on a trip, lose nothing and can find all of it on the next school day.",
        Good = "Plan the move of every department's files so that nobody loses work or lesson time.",
    };

    public static IEnumerable<string> In(Prose prose) =>
        prose.Sentences.Where(sentence => sentence.Words.Count > MostWords)
            .Select(sentence => $"The sentence '{sentence.Opening}' has {sentence.Words.Count} words: expected at most {MostWords}");
}
