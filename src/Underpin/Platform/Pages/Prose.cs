namespace Underpin.Platform.Pages;

/// <summary>Text in two parts for an answer-first page: the sentence that answers, and what follows it.</summary>
internal static class Prose
{
    public static (string First, string After) Split(string text)
    {
        var end = text.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? (text, "") : (text[..(end + 1)], text[(end + 2)..]);
    }
}
