using System.Globalization;
using System.Text;

namespace Underpin.Platform.Files;

/// <summary>Names of files as people gave them, made safe to show and to send back.</summary>
internal static class FileName
{
    public const int MaximumLength = 120;

    /// <summary>
    /// The name without folders, control and direction characters, in at most <see cref="MaximumLength"/> characters with its ending kept.
    /// A name of which nothing is left becomes "file".
    /// </summary>
    public static string Clean(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
        {
            // An unpaired surrogate is enumerated as the replacement character.
            if (rune == Rune.ReplacementChar || IsUnseen(Rune.GetUnicodeCategory(rune))) continue;
            kept.Append(Rune.IsWhiteSpace(rune) ? " " : rune.ToString());
        }

        var clean = kept.ToString().Normalize(NormalizationForm.FormC).Trim(' ', '.');
        if (clean.Length == 0) return "file";
        var ending = Ending(clean) is { Length: > 0 } e ? $".{e}" : "";
        return clean.Length <= MaximumLength ? clean : $"{Shorten(clean[..^ending.Length], MaximumLength - ending.Length)}{clean[^ending.Length..]}";
    }

    /// <summary>"pdf" of "Report.PDF"; empty when the name says nothing of the file's kind ("Visit of 3.11", "notes").</summary>
    public static string Ending(string name)
    {
        var dot = name.LastIndexOf('.');
        var ending = dot < 0 ? "" : name[(dot + 1)..];
        return ending.Length is > 0 and <= 8 && ending.All(char.IsAsciiLetterOrDigit) && ending.Any(char.IsAsciiLetter) ? ending.ToLowerInvariant() : "";
    }

    // Control, format (direction overrides, zero-width), private and unassigned characters show nothing, or something else than they are.
    static bool IsUnseen(UnicodeCategory category) => category is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
        or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    static string Shorten(string text, int length) =>
        text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd();
}
