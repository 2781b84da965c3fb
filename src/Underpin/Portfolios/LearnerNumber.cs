using System.Diagnostics.CodeAnalysis;
using Underpin.Platform.Values;

namespace Underpin.Portfolios;

/// <summary>
/// The number by which a learner is known to every centre: L, seven random characters and a check character, such as L-7K3M-92Q5.
/// </summary>
/// <remarks>
/// <para>Read forgivingly and checked by <see cref="CheckedCode"/>. Numbers are ordered as their text is, which means nothing
/// about when they were given.</para>
/// <para>The default value is no number at all: its text is empty, it equals only itself and cannot be parsed.</para>
/// </remarks>
internal readonly struct LearnerNumber : IEquatable<LearnerNumber>, IComparable<LearnerNumber>, IParsable<LearnerNumber>
{
    private const string Prefix = "L";
    private const int CodeLength = 8;
    private const string Example = "L-7K3M-92Q5";

    private readonly string? _code;

    private LearnerNumber(string code) => _code = code;

    /// <summary>A new random number. Whether it is already in use is for the database to say.</summary>
    public static LearnerNumber Create() => new(CheckedCode.Create(CodeLength));

    /// <summary>Reads a number as typed, and says in words why it cannot be one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out LearnerNumber value, out string problem)
    {
        var read = CheckedCode.TryRead(text, Prefix, CodeLength, Example, out var code, out problem);
        value = read ? new LearnerNumber(code!) : default;
        return read;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out LearnerNumber result) =>
        TryParse(s, out result, out string _);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static LearnerNumber Parse(string s) => Parse(s, null);

    /// <summary>Reads a number, or throws with the reason.</summary>
    /// <exception cref="FormatException">The text is not such a number.</exception>
    public static LearnerNumber Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out LearnerNumber value, out string problem) ? value : throw new FormatException(problem);
    }

    /// <summary>The number as printed, such as L-7K3M-92Q5; empty for the default value.</summary>
    public override string ToString() => _code is null ? "" : $"{Prefix}-{_code[..4]}-{_code[4..]}";

    public bool Equals(LearnerNumber other) => string.Equals(_code, other._code, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is LearnerNumber other && Equals(other);

    public override int GetHashCode() => _code is null ? 0 : StringComparer.Ordinal.GetHashCode(_code);

    public int CompareTo(LearnerNumber other) => string.CompareOrdinal(_code, other._code);

    public static bool operator ==(LearnerNumber left, LearnerNumber right) => left.Equals(right);

    public static bool operator !=(LearnerNumber left, LearnerNumber right) => !left.Equals(right);
}
