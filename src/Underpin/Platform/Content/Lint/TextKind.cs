namespace Underpin.Platform.Content.Lint;

/// <summary>What a text is and who reads it, which decides the rules it is held to.</summary>
internal enum TextKind
{
    /// <summary>A few words: a title, an item of a list.</summary>
    Phrase,

    /// <summary>Sentences that a head reads.</summary>
    ForHeads,

    /// <summary>Sentences that a Year 9 pupil and a parent read.</summary>
    ForNewcomers,

    /// <summary>Sentences for people of the trade: assessors, technicians, awarding bodies.</summary>
    ForTrade,

    /// <summary>What somebody does, beginning with a verb.</summary>
    Does,

    /// <summary>What a learner is judged by, beginning with a verb.</summary>
    Criterion,
}
