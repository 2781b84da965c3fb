namespace Underpin.Platform.Content.Lint;

/// <summary>
/// Tells criteria that open with something nobody can watch a person do, or read in what they made.
/// </summary>
internal static class HiddenVerbs
{
    public static ContentRule Rule { get; } = new("T1", "Opening that cannot be observed")
    {
        Wrong = "A criterion, a duty or a level opens with something nobody can watch or read in a product. A criterion's opening also has to be in the list of verbs that assessors share.",
        Why = "Two assessors would judge it differently, and a learner cannot tell what to show.",
        Mend = "Write what a person who understands it would do: diagnose, explain to somebody, choose with reasons, record.",
        Bad = "Understand how a wireless network works.",
        Good = "Explain to a teacher why the wireless network is slow in one room.",
    };

    private static readonly HashSet<string> Hidden = new(StringComparer.OrdinalIgnoreCase)
    {
        "understand", "understands", "understanding",
        "know", "knows", "knowing", "knowledge",
        "be", "is", "being", "become", "aware", "awareness", "familiar", "familiarise", "familiarity",
        "appreciate", "appreciates", "appreciation", "value", "respect",
        "learn", "learns", "learning", "study", "comprehend", "comprehension", "grasp", "realise", "realize",
        "have", "has", "gain", "acquire", "believe", "think", "feel", "remember",
    };

    /// <summary>The opening word, when it cannot be observed; otherwise null.</summary>
    public static string? HiddenOpening(string text)
    {
        var end = text.AsSpan().IndexOfAnyExcept(Letters);
        var opening = end < 0 ? text : text[..end];
        return Hidden.Contains(opening) ? opening : null;
    }

    public static string Complaint(string hidden) =>
        $"opens with '{hidden}', which nobody can watch or read in a product: expected what the person does, such as diagnose, explain or record";

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
