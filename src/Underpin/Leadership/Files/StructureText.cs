using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Underpin.Leadership.Files;

/// <summary>Texts that every form of a structure file has in common.</summary>
internal static partial class StructureText
{
    public const string CodeExpected = "a short name of small letters, digits and hyphens, at most 60 of them, such as head-of-maths";
    public const string DayExpected = "a date from 1900 to 2100 such as 2026-09-01";

    public static bool TryReadDay(string text, out DateOnly day) =>
        (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
         || DateOnly.TryParseExact(text, ["d/M/yyyy", "dd/MM/yyyy"], CultureInfo.GetCultureInfo("en-GB"), DateTimeStyles.None, out day))
        && day.Year is >= 1900 and <= 2100;

    /// <summary>A code made of a name: its letters and digits of any script, the rest as hyphens; "x" for a name of neither.</summary>
    public static string CodeOf(string name)
    {
        var code = new StringBuilder();
        foreach (var rune in name.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            // A code is cut, never a letter in two.
            if (code.Length > 48)
                break;
            // Marks belong to the letter before them in scripts that write vowels so.
            if (Rune.IsLetterOrDigit(rune) || (code.Length > 0 && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                code.Append(Rune.ToLowerInvariant(rune));
            else if (code.Length > 0 && code[^1] != '-')
                code.Append('-');
        }
        return code.ToString().Trim('-') is { Length: > 0 } made ? made : "x";
    }

    [GeneratedRegex(@"^(?=.{1,60}$)[\p{Ll}\p{Lo}\p{Lm}\p{Nd}][\p{Ll}\p{Lo}\p{Lm}\p{Nd}\p{Mn}\p{Mc}]*(-[\p{Ll}\p{Lo}\p{Lm}\p{Nd}][\p{Ll}\p{Lo}\p{Lm}\p{Nd}\p{Mn}\p{Mc}]*)*$", RegexOptions.CultureInvariant)]
    public static partial Regex CodePattern();
}
