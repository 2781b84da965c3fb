using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Underpin.Framework.Content;

/// <summary>An edition of the competence framework: a year and a number within it, such as 2026.1.</summary>
/// <remarks>
/// <para>Years 2000 to 2999, numbers 1 to 999. 2026.10 is the tenth edition of 2026 and comes after 2026.9.</para>
/// <para>The default value is no edition at all: its text is empty and it comes before every other.</para>
/// </remarks>
internal readonly record struct FrameworkVersion : IComparable<FrameworkVersion>, IParsable<FrameworkVersion>
{
    private FrameworkVersion(int year, int number) => (Year, Number) = (year, number);

    public int Year { get; }

    public int Number { get; }

    public static bool TryParse([NotNullWhen(true)] string? text, out FrameworkVersion value, out string problem)
    {
        value = default;
        var parts = (text ?? "").Split('.');
        if (parts is [{ Length: 4 } first, { Length: > 0 } second] && second[0] != '0'
            && TryNumber(first, out var year) && year is >= 2000 and <= 2999
            && TryNumber(second, out var number) && number <= 999)
        {
            value = new(year, number);
            problem = "";
            return true;
        }
        problem = "A version is a year and a number, such as 2026.1";
        return false;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FrameworkVersion result) =>
        TryParse(s, out result, out string _);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static FrameworkVersion Parse(string s) => Parse(s, null);

    /// <summary>Reads a version, or throws with the reason.</summary>
    /// <exception cref="FormatException">The text is not a version.</exception>
    public static FrameworkVersion Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out FrameworkVersion value, out string problem) ? value : throw new FormatException(problem);
    }

    /// <summary>The version as written; empty for the default value.</summary>
    public override string ToString() => Number == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Year}.{Number}");

    public int CompareTo(FrameworkVersion other) =>
        Year != other.Year ? Year.CompareTo(other.Year) : Number.CompareTo(other.Number);

    private static bool TryNumber(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
