namespace Underpin.Platform.Content.Lint;

/// <summary>How hard a text is to read, from the length of its sentences and words.</summary>
/// <remarks>Flesch, "A new readability yardstick" (1948), and Kincaid and others, "Derivation of new readability formulas" (1975). A
/// grade is a year of an American school: its pupils are five years older than its number.</remarks>
internal static class ReadingEase
{
    /// <summary>Flesch's "fairly difficult" begins at 50 and "difficult" below it: the level of a professional journal.</summary>
    public const double LeastForHeads = 50;

    /// <summary>Year 9: thirteen to fourteen years old.</summary>
    public const double HighestGradeForNewcomers = 8;

    /// <summary>One long name decides about a text shorter than this; it is left alone.</summary>
    public const int FewestWords = 20;

    public static ContentRule ForHeads { get; } = new("W3", "Hard to read for a head")
    {
        Wrong = $"A text for heads has a Flesch reading ease under {LeastForHeads:0} (higher is easier). Texts under {FewestWords} words are not measured.",
        Why = "A head decides about posts, training and money from these sentences, between other things, and is not of the trade.",
        Mend = "Shorten sentences first. Then put everyday words for nouns made of verbs: 'set up' for 'implementation of'.",
        Bad = "Facilitates the implementation of organisational information technology infrastructure management methodologies, ensuring availability, confidentiality and operational sustainability across departments.",
        Good = "Keeps the school's network and systems working and safe. Lessons can rely on them, and so can the office.",
    };

    public static ContentRule ForNewcomers { get; } = new("W4", "Hard to read for a newcomer")
    {
        Wrong = $"A text for newcomers has a Flesch-Kincaid grade above {HighestGradeForNewcomers:0}, a reading age above 13. Texts under {FewestWords} words are not measured.",
        Why = "A Year 9 pupil and a parent read it to see whether the job could be theirs. What they cannot read tells them that it is not.",
        Mend = "Say one thing in a sentence, in words that you would use at the door. Explain a word of the trade or leave it out.",
        Bad = "Technicians administer heterogeneous infrastructure and remediate authentication difficulties experienced by departmental colleagues and students.",
        Good = "You help people in the school when their computer lets them down. Some days that means a teacher who cannot sign in.",
    };

    public static IEnumerable<string> InTextForHeads(Prose prose)
    {
        if (prose.WordCount >= FewestWords && Ease(prose) is var ease && ease < LeastForHeads)
            yield return $"The reading ease is {ease:0}: expected {LeastForHeads:0} or more, with shorter sentences and everyday words{Hardest(prose)}";
    }

    public static IEnumerable<string> InTextForNewcomers(Prose prose)
    {
        if (prose.WordCount >= FewestWords && Grade(prose) is var grade && grade > HighestGradeForNewcomers)
            yield return $"The reading grade is {grade:0.0}: expected {HighestGradeForNewcomers:0} or less, with shorter sentences and everyday words{Hardest(prose)}";
    }

    /// <summary>Flesch reading ease: about 100 for the easiest text, 0 and less for the hardest.</summary>
    public static double Ease(Prose prose) => 206.835 - (1.015 * WordsPerSentence(prose)) - (84.6 * SyllablesPerWord(prose));

    /// <summary>Flesch-Kincaid grade.</summary>
    public static double Grade(Prose prose) => (0.39 * WordsPerSentence(prose)) + (11.8 * SyllablesPerWord(prose)) - 15.59;

    private static double WordsPerSentence(Prose prose) => (double)prose.WordCount / prose.Sentences.Count;

    private static double SyllablesPerWord(Prose prose) =>
        (double)prose.Sentences.Sum(sentence => sentence.Words.Sum(Syllables.Of)) / prose.WordCount;

    private static string Hardest(Prose prose)
    {
        var hard = prose.Sentences.SelectMany(sentence => sentence.Words).Where(word => Syllables.Of(word) >= 4).Distinct(StringComparer.OrdinalIgnoreCase).Take(5).ToList();
        return hard.Count == 0 ? "" : $" (the longest: {string.Join(", ", hard)})";
    }
}
