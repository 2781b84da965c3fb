using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Underpin.Platform.Values;

namespace Underpin.Access;

/// <summary>Unique Reference Number: the six digits by which the Department for Education knows a school.</summary>
/// <remarks>
/// <para>Given by Get Information about Schools; there is no check digit, so a well-formed number may belong to no school.</para>
/// <para>The default value is no number at all: its text is empty, it equals only itself and cannot be parsed.</para>
/// </remarks>
internal readonly record struct Urn : IComparable<Urn>, IParsable<Urn>
{
    private readonly int _number;

    private Urn(int number) => _number = number;

    /// <summary>Reads a number as typed (spaces and hyphens are ignored), and says in words why it cannot be one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Urn value, out string problem)
    {
        value = default;
        if (!Digits.TryRead(text, 6, out var number) || number == 0)
        {
            problem = "A Unique Reference Number has 6 digits, such as 112670: find it on Get Information about Schools";
            return false;
        }
        value = new Urn((int)number);
        problem = "";
        return true;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Urn result) =>
        TryParse(s, out result, out string _);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static Urn Parse(string s) => Parse(s, null);

    /// <summary>Reads a number, or throws with the reason.</summary>
    /// <exception cref="FormatException">The text is not a URN.</exception>
    public static Urn Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out Urn value, out string problem) ? value : throw new FormatException(problem);
    }

    /// <summary>The 6 digits; empty for the default value.</summary>
    public override string ToString() => _number == 0 ? "" : _number.ToString("D6", CultureInfo.InvariantCulture);

    public int CompareTo(Urn other) => _number.CompareTo(other._number);
}
