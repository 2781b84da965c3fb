namespace Underpin.Qualifications.Content;

/// <summary>
/// Tells criteria that open with something nobody can watch a person do, or read in what they made.
/// </summary>
internal static class ObservableVerbs
{
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

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
}
