using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Underpin.Qualifications;

/// <summary>
/// A level of the Regulated Qualifications Framework, 1 to 8. The higher, the more demanding; the level says nothing about size.
/// </summary>
/// <remarks>
/// <para>The framework's three entry levels are not used. Underpin's own qualifications lie between <see cref="LowestAwarded"/>
/// and <see cref="HighestAwarded"/>. Source: Ofqual, "What qualification levels mean".</para>
/// <para>The default value is level 1.</para>
/// </remarks>
internal readonly record struct RqfLevel : IComparable<RqfLevel>, IParsable<RqfLevel>, IFormattable
{
    private readonly byte _aboveOne;

    /// <param name="value">1 to 8.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public RqfLevel(int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 8);
        _aboveOne = (byte)(value - 1);
    }

    public static RqfLevel LowestAwarded => new(2);

    public static RqfLevel HighestAwarded => new(6);

    /// <summary>1 to 8.</summary>
    public int Value => _aboveOne + 1;

    /// <summary>Reads "3", "L3" or "Level 3" in any case, and says in words why a text is no level.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RqfLevel value, out string problem)
    {
        var typed = (text ?? "").AsSpan().Trim();
        if (typed.StartsWith("level", StringComparison.OrdinalIgnoreCase))
            typed = typed["level".Length..].TrimStart();
        else if (typed.StartsWith("L", StringComparison.OrdinalIgnoreCase))
            typed = typed[1..];
        var read = typed.Length == 1 && typed[0] is >= '1' and <= '8';
        value = read ? new RqfLevel(typed[0] - '0') : default;
        problem = read ? "" : "A level is a whole number from 1 to 8";
        return read;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RqfLevel result) =>
        TryParse(s, out result, out string _);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static RqfLevel Parse(string s) => Parse(s, null);

    /// <summary>Reads a level, or throws with the reason.</summary>
    /// <exception cref="FormatException">The text is not a level.</exception>
    public static RqfLevel Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out RqfLevel value, out string problem) ? value : throw new FormatException(problem);
    }

    /// <summary>"Level 3".</summary>
    public override string ToString() => ToString(null, null);

    /// <param name="format">G, the default: "Level 3". N: "3".</param>
    /// <param name="formatProvider">Not used: the text is the same everywhere.</param>
    /// <exception cref="FormatException">The format is neither.</exception>
    public string ToString(string? format, IFormatProvider? formatProvider) => format switch
    {
        null or "" or "G" => string.Create(CultureInfo.InvariantCulture, $"Level {Value}"),
        "N" => Value.ToString(CultureInfo.InvariantCulture),
        _ => throw new FormatException($"A level has the formats G and N, not {format}"),
    };

    public int CompareTo(RqfLevel other) => _aboveOne.CompareTo(other._aboveOne);

    public static bool operator <(RqfLevel left, RqfLevel right) => left._aboveOne < right._aboveOne;

    public static bool operator >(RqfLevel left, RqfLevel right) => left._aboveOne > right._aboveOne;

    public static bool operator <=(RqfLevel left, RqfLevel right) => left._aboveOne <= right._aboveOne;

    public static bool operator >=(RqfLevel left, RqfLevel right) => left._aboveOne >= right._aboveOne;
}
