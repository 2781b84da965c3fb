using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Underpin.Platform.Values;

namespace Underpin.Portfolios;

/// <summary>
/// Unique Learner Number: the ten digits by which the Learning Records Service knows a learner in England, Wales and
/// Northern Ireland.
/// </summary>
/// <remarks>
/// <para>The first digit is not 0; the last is a check digit. Source: HESA Student record, field ULN (worked example
/// 9276308686). 9999999999, which colleges return for "not known", fails the check and is no ULN.</para>
/// <para>The default value is no number at all: its text is empty, it equals only itself and cannot be parsed.</para>
/// </remarks>
internal readonly record struct Uln : IComparable<Uln>, IParsable<Uln>
{
    private readonly long _number;

    private Uln(long number) => _number = number;

    /// <summary>Reads a number as typed (spaces and hyphens are ignored), and says in words why it cannot be one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Uln value, out string problem)
    {
        value = default;
        if (!Digits.TryRead(text, 10, out var number))
        {
            problem = "A Unique Learner Number has 10 digits, such as 9276308686";
            return false;
        }
        if (number < 1_000_000_000)
        {
            problem = "A Unique Learner Number does not begin with 0";
            return false;
        }
        if (!HasRightCheckDigit(number))
        {
            problem = "This is not a Unique Learner Number: a digit is wrong or in the wrong place";
            return false;
        }
        value = new Uln(number);
        problem = "";
        return true;
    }

    // Weights 10 down to 1, the check digit included: the total leaves 10 when divided by 11. The remainder 0 of the first
    // nine, for which no number is issued, then has no digit that fits.
    private static bool HasRightCheckDigit(long number)
    {
        long total = 0;
        for (var weight = 1; weight <= 10; weight++, number /= 10)
            total += weight * (number % 10);
        return total % 11 == 10;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Uln result) =>
        TryParse(s, out result, out string _);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Uln Parse(string s) => Parse(s, null);

    /// <summary>Reads a number, or throws with the reason.</summary>
    /// <exception cref="FormatException">The text is not a ULN.</exception>
    public static Uln Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out Uln value, out string problem) ? value : throw new FormatException(problem);
    }

    /// <summary>The 10 digits; empty for the default value.</summary>
    public override string ToString() => _number == 0 ? "" : _number.ToString("D10", CultureInfo.InvariantCulture);

    public int CompareTo(Uln other) => _number.CompareTo(other._number);
}
