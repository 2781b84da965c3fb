using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Underpin.Qualifications;

/// <summary>
/// Credit value: the size of a unit or qualification, in whole credits. One credit is ten hours of total qualification time (TQT).
/// </summary>
/// <remarks>
/// <para>0 to 999. A credit is total qualification time divided by ten, rounded to the nearest whole number: Ofqual General
/// Conditions E7 and E8.</para>
/// <para>The default value is no credit: 0.</para>
/// </remarks>
internal readonly record struct Credit : IComparable<Credit>, IParsable<Credit>, IFormattable
{
    public const int Maximum = 999;

    /// <param name="value">0 to 999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public Credit(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Maximum);
        Value = value;
    }

    /// <summary>0 to 999.</summary>
    public int Value { get; }

    public const int HoursPerCredit = 10;

    /// <summary>The hours of total qualification time that this credit stands for, 0 to 9,990.</summary>
    public int TotalHours => Value * HoursPerCredit;

    /// <exception cref="OverflowException">The sum is more than 999 credits.</exception>
    public static Credit operator +(Credit left, Credit right) =>
        left.Value + right.Value <= Maximum
            ? new Credit(left.Value + right.Value)
            : throw new OverflowException($"{left.Value} + {right.Value} is more than {Maximum} credits");

    /// <summary>Reads a whole number in digits, and says in words why a text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Credit value, out string problem)
    {
        var read = int.TryParse((text ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= Maximum;
        value = read ? new Credit(number) : default;
        problem = read ? "" : "Credit is a whole number from 0 to 999";
        return read;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Credit result) =>
        TryParse(s, out result, out string _);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Credit Parse(string s) => Parse(s, null);

    /// <summary>Reads a number, or throws with the reason.</summary>
    /// <exception cref="FormatException">The text is not a whole number in the range.</exception>
    public static Credit Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out Credit value, out string problem) ? value : throw new FormatException(problem);
    }

    /// <summary>"1 credit", "3 credits".</summary>
    public override string ToString() => ToString(null, null);

    /// <param name="format">G, the default: with the word. N: digits alone.</param>
    /// <param name="formatProvider">Not used: the text is the same everywhere.</param>
    /// <exception cref="FormatException">The format is neither.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => format switch
    {
        null or "" or "G" => string.Create(CultureInfo.InvariantCulture, $"{Value} credit{(Value == 1 ? "" : "s")}"),
        "N" => Value.ToString(CultureInfo.InvariantCulture),
        _ => throw new FormatException($"The formats are G and N, not {format}"),
    };

    public int CompareTo(Credit other) => Value.CompareTo(other.Value);

    public static bool operator <(Credit left, Credit right) => left.Value < right.Value;

    public static bool operator >(Credit left, Credit right) => left.Value > right.Value;

    public static bool operator <=(Credit left, Credit right) => left.Value <= right.Value;

    public static bool operator >=(Credit left, Credit right) => left.Value >= right.Value;
}
