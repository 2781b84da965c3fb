using System.Globalization;

namespace Underpin.Platform.Pages;

[Flags]
internal enum DateParts { None = 0, Day = 1, Month = 2, Year = 4, All = Day | Month | Year }

/// <summary>Why a typed date cannot be read, in words, and which of its boxes to look at.</summary>
internal sealed record DateProblem(string Message, DateParts Parts);

/// <summary>
/// A date as somebody typed it in three boxes. Keeps what was typed, so that a refused form comes back whole.
/// The month may be a number or a name (“3”, “Mar”, “March”); the year has four digits. When all three boxes are
/// empty the model binder gives null, so <c>[Required]</c> means “enter a date”.
/// </summary>
internal sealed record DateInput(string? Day, string? Month, string? Year)
{
    private const string NotADate = "Enter a real date, for example 27 3 2026";

    public static DateInput From(DateOnly date) => new(
        date.Day.ToString(CultureInfo.InvariantCulture),
        date.Month.ToString(CultureInfo.InvariantCulture),
        date.Year.ToString(CultureInfo.InvariantCulture));

    public static DateInput? From(DateOnly? date) => date is { } known ? From(known) : null;

    /// <summary>The date, or null when what was typed is not one.</summary>
    public DateOnly? Date => Read().Date;

    /// <summary>What is wrong with it, or null when it is a date.</summary>
    public DateProblem? Problem => Read().Problem;

    /// <summary>
    /// Says why the date is outside a range (both ends allowed), or null when it is inside.
    /// <paramref name="what"/> begins the sentence: “The date of birth”.
    /// </summary>
    public static string? Outside(DateOnly date, string what, DateOnly? earliest = null, DateOnly? latest = null) =>
        date < earliest ? $"{what} must be {earliest.Value.InWords()} or later"
        : date > latest ? $"{what} must be {latest.Value.InWords()} or earlier"
        : null;

    public override string ToString() => Date is { } date ? date.InWords() : $"{Day} {Month} {Year}".Trim();


    private (DateOnly? Date, DateProblem? Problem) Read()
    {
        if (Missing() is var missing && missing != DateParts.None)
            return (null, new DateProblem($"Enter the {Names(missing)} too. A date needs a day, a month and a year", missing));

        var day = Number(Day, 1, 31);
        var month = Number(Month, 1, 12) ?? MonthNamed(Month!.Trim());
        var year = Year!.Trim().Length == 4 ? Number(Year, 1, 9999) : null;
        var unreadable = (day is null ? DateParts.Day : 0) | (month is null ? DateParts.Month : 0) | (year is null ? DateParts.Year : 0);
        if (unreadable == DateParts.Year)
            return (null, new DateProblem("Enter the year with four digits, for example 2026", DateParts.Year));
        if (unreadable != DateParts.None)
            return (null, new DateProblem(NotADate, unreadable));
        if (day > DateTime.DaysInMonth(year!.Value, month!.Value))
            return (null, new DateProblem(NotADate, DateParts.Day));
        return (new DateOnly(year.Value, month.Value, day!.Value), null);
    }

    private DateParts Missing() =>
        (string.IsNullOrWhiteSpace(Day) ? DateParts.Day : 0)
        | (string.IsNullOrWhiteSpace(Month) ? DateParts.Month : 0)
        | (string.IsNullOrWhiteSpace(Year) ? DateParts.Year : 0);

    private static string Names(DateParts parts) => string.Join(" and the ",
        new[] { DateParts.Day, DateParts.Month, DateParts.Year }
            .Where(part => parts.HasFlag(part)).Select(part => part.ToString().ToLowerInvariant()));

    private static int? Number(string? typed, int least, int most) =>
        int.TryParse(typed, NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var number)
        && number >= least && number <= most ? number : null;

    private static int? MonthNamed(string typed)
    {
        if (typed.Length < 3) return null;
        var names = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        var index = Array.FindIndex(names, name => name.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
        return index is >= 0 and < 12 ? index + 1 : null;
    }
}
