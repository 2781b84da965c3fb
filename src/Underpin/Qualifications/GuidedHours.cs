using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Underpin.Qualifications;

/// <summary>
/// Guided learning hours (GLH): the hours a learner spends under the immediate guidance or supervision of a teacher, trainer or
/// assessor. The rest of the total qualification time is spent on their own.
/// </summary>
/// <remarks>
/// <para>Whole hours, 0 to 9,999. Source: Ofqual General Conditions, J1 (definition of guided learning).</para>
/// <para>The default value is no guided hours: 0.</para>
/// </remarks>
internal readonly record struct GuidedHours : IComparable<GuidedHours>, IParsable<GuidedHours>, IFormattable
{
    public const int Maximum = 9_999;

    /// <param name="value">0 to 9,999.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is outside that range.</exception>
    public GuidedHours(int value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Maximum);
        Value = value;
    }

    /// <summary>0 to 9,999.</summary>
    public int Value { get; }

    /// <summary>Whether these hours leave time for the learner's own work in a unit of that credit.</summary>
    public bool AreLessThanAll(Credit credit) => Value < credit.TotalHours;

    /// <summary>Reads a whole number in digits, and says in words why a text is none.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out GuidedHours value, out string problem)
    {
        var read = int.TryParse((text ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number <= Maximum;
        value = read ? new GuidedHours(number) : default;
        problem = read ? "" : "Guided hours are a whole number from 0 to 9,999";
        return read;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out GuidedHours result) =>
        TryParse(s, out result, out string _);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static GuidedHours Parse(string s) => Parse(s, null);

    /// <summary>Reads a number, or throws with the reason.</summary>
    /// <exception cref="FormatException">The text is not a whole number in the range.</exception>
    public static GuidedHours Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out GuidedHours value, out string problem) ? value : throw new FormatException(problem);
    }

    /// <summary>"1 guided hour", "18 guided hours".</summary>
    public override string ToString() => ToString(null, null);

    /// <param name="format">G, the default: with the word. N: digits alone.</param>
    /// <param name="formatProvider">Not used: the text is the same everywhere.</param>
    /// <exception cref="FormatException">The format is neither.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => format switch
    {
        null or "" or "G" => string.Create(CultureInfo.InvariantCulture, $"{Value} guided hour{(Value == 1 ? "" : "s")}"),
        "N" => Value.ToString(CultureInfo.InvariantCulture),
        _ => throw new FormatException($"The formats are G and N, not {format}"),
    };

    public int CompareTo(GuidedHours other) => Value.CompareTo(other.Value);

    public static bool operator <(GuidedHours left, GuidedHours right) => left.Value < right.Value;

    public static bool operator >(GuidedHours left, GuidedHours right) => left.Value > right.Value;

    public static bool operator <=(GuidedHours left, GuidedHours right) => left.Value <= right.Value;

    public static bool operator >=(GuidedHours left, GuidedHours right) => left.Value >= right.Value;
}
