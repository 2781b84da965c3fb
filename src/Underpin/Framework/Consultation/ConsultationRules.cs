using Underpin.Platform;

namespace Underpin.Framework.Consultation;

internal static class ConsultationRules
{
    public const int LongestComment = 2000, LongestReason = 2000;

    /// <summary>Comments of one person within an hour: enough to speak to a whole area, too few to flood it.</summary>
    public const int CommentsAnHour = 30;

    /// <summary>As it is kept: paragraphs stay, other space at the ends goes.</summary>
    public static string Tidy(string? typed) => (typed ?? "").ReplaceLineEndings("\n").Trim();

    public static Refusal? Comment(string text) =>
        text.Length == 0 ? new CommentEmpty() : text.Length > LongestComment ? new CommentOverlong(text.Length) : Printable(text);

    public static Refusal? Reason(string text, string what) =>
        text.Length == 0 ? new ReasonNeeded(what) : text.Length > LongestReason ? new ReasonTooLong(text.Length) : Printable(text);

    static CommentUnprintable? Printable(string text) => text.Any(c => char.IsControl(c) && c is not ('\n' or '\t')) ? new() : null;
}
