using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Underpin.Platform.Values;

namespace Underpin.Access;

/// <summary>UK Provider Reference Number: the eight digits by which a training provider, school or college is known in the UK
/// Register of Learning Providers.</summary>
/// <remarks>
/// <para>Begins with 1; there is no check digit, so a well-formed number may belong to nobody.</para>
/// <para>The default value is no number at all: its text is empty, it equals only itself and cannot be parsed.</para>
/// </remarks>
internal readonly record struct Ukprn : IComparable<Ukprn>, IParsable<Ukprn>
{
    private readonly int _number;

    private Ukprn(int number) => _number = number;

    /// <summary>Reads a number as typed (spaces and hyphens are ignored), and says in words why it cannot be one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Ukprn value, out string problem)
    {
        value = default;
        if (!Digits.TryRead(text, 8, out var number) || number / 10_000_000 != 1)
        {
            problem = "A UK Provider Reference Number has 8 digits and begins with 1, such as 10077263";
            return false;
        }
        value = new Ukprn((int)number);
        problem = "";
        return true;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Ukprn result) =>
        TryParse(s, out result, out string _);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Ukprn Parse(string s) => Parse(s, null);

    /// <summary>Reads a number, or throws with the reason.</summary>
    /// <exception cref="FormatException">The text is not a UKPRN.</exception>
    public static Ukprn Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out Ukprn value, out string problem) ? value : throw new FormatException(problem);
    }

    /// <summary>The 8 digits; empty for the default value.</summary>
    public override string ToString() => _number == 0 ? "" : _number.ToString("D8", CultureInfo.InvariantCulture);

    public int CompareTo(Ukprn other) => _number.CompareTo(other._number);
}
