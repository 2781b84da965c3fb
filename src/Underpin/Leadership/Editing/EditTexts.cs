using System.Globalization;
using Underpin.Leadership.Files;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Editing;

/// <summary>An edit that cannot be made, and the field that it is about; "" for the whole.</summary>
internal sealed record EditRefused(string Problem, string Field = "") : Refusal(Problem);

/// <summary>Reads what people type into fields, in the words of whoever asked.</summary>
internal static class EditTexts
{
    public const int LongestTitle = 120;

    /// <summary>A title, an own duty's name or the like: not empty, not too long, and nothing that a spreadsheet would run.</summary>
    public static Refusal? Title(string text, string what, string field) =>
        text.Length == 0 ? new EditRefused($"Enter {what}.", field)
        : text.Length > LongestTitle ? new EditRefused($"There is room for {LongestTitle} characters in {what}, and this has {text.Length}. Shorten it.", field)
        : text.Any(char.IsControl) ? new EditRefused($"There is a character in {what} that cannot be shown. Type it again.", field)
        : CsvTable.IsFormula(text) ? new EditRefused($"Begin {what} with a letter or a digit: a spreadsheet would run this as a formula.", field)
        : null;

    /// <summary>A number or nothing: "£76,000", "38 %".</summary>
    public static bool TryNumber(string? typed, decimal highest, out decimal? number)
    {
        number = null;
        var text = (typed ?? "").Replace("£", "", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal).Trim();
        if (text.Length == 0) return true;
        if (text.Length > 12 || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var read) || read > highest || decimal.Round(read, 2) != read) return false;
        number = read;
        return true;
    }

    /// <summary>A first and a last day, or neither.</summary>
    public static Outcome<Period> Days(string? from, string? until, string field)
    {
        if (!TryDay(from, out var first) || !TryDay(until, out var last)) return new EditRefused($"Write a date as {StructureText.DayExpected}, or leave it empty.", field);
        return first > last ? new EditRefused($"It ends on {last!.Value.InWords()}, before it begins on {first!.Value.InWords()}. Change one of the two.", field) : new Period(first, last);
    }

    static bool TryDay(string? typed, out DateOnly? day)
    {
        day = null;
        if (string.IsNullOrWhiteSpace(typed)) return true;
        if (!StructureText.TryReadDay(typed.Trim(), out var read)) return false;
        day = read;
        return true;
    }

    /// <summary>A code made of a name that nothing else of the structure has.</summary>
    public static string FreeCode(SchoolStructure structure, string name)
    {
        var taken = structure.People.Select(p => p.Code).Concat(structure.Posts.Select(p => p.Code)).Concat(structure.Meetings.Select(m => m.Code)).Concat(structure.Schools.Select(s => s.Code)).ToHashSet(StringComparer.Ordinal);
        var code = StructureText.CodeOf(name);
        if (!taken.Contains(code)) return code;
        var number = 2;
        while (taken.Contains($"{code}-{number}")) number++;
        return $"{code}-{number}";
    }
}
