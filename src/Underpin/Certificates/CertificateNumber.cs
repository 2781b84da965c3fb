using System.Diagnostics.CodeAnalysis;
using Underpin.Platform.Values;

namespace Underpin.Certificates;

/// <summary>
/// The number printed on a certificate: UP, ten random characters and a check character, such as UP-4T7W-X2M9-KDR. Ten characters are 50 random bits, so that numbers can be neither counted nor guessed.
/// </summary>
/// <remarks>
/// <para>Read forgivingly and checked by <see cref="CheckedCode"/>. Numbers are ordered as their text is, which means nothing
/// about when they were given.</para>
/// <para>The default value is no number at all: its text is empty, it equals only itself and cannot be parsed.</para>
/// </remarks>
internal readonly struct CertificateNumber : IEquatable<CertificateNumber>, IComparable<CertificateNumber>, IParsable<CertificateNumber>
{
    private const string Prefix = "UP";
    private const int CodeLength = 11;
    private const string Example = "UP-4T7W-X2M9-KDR";

    private readonly string? _code;

    private CertificateNumber(string code) => _code = code;

    /// <summary>A new random number. Whether it is already in use is for the database to say.</summary>
    public static CertificateNumber Create() => new(CheckedCode.Create(CodeLength));

    /// <summary>Reads a number as typed, and says in words why it cannot be one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out CertificateNumber value, out string problem)
    {
        var read = CheckedCode.TryRead(text, Prefix, CodeLength, Example, out var code, out problem);
        value = read ? new CertificateNumber(code!) : default;
        return read;
    }

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CertificateNumber result) =>
        TryParse(s, out result, out string _);

    /// <inheritdoc cref="Parse(string, IFormatProvider?)"/>
    public static CertificateNumber Parse(string s) => Parse(s, null);

    /// <summary>Reads a number, or throws with the reason.</summary>
    /// <exception cref="FormatException">The text is not such a number.</exception>
    public static CertificateNumber Parse(string s, IFormatProvider? provider)
    {
        ArgumentNullException.ThrowIfNull(s);
        return TryParse(s, out CertificateNumber value, out string problem) ? value : throw new FormatException(problem);
    }

    /// <summary>The number as printed, such as UP-4T7W-X2M9-KDR; empty for the default value.</summary>
    public override string ToString() => _code is null ? "" : $"{Prefix}-{_code[..4]}-{_code[4..8]}-{_code[8..]}";

    public bool Equals(CertificateNumber other) => string.Equals(_code, other._code, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is CertificateNumber other && Equals(other);

    public override int GetHashCode() => _code is null ? 0 : StringComparer.Ordinal.GetHashCode(_code);

    public int CompareTo(CertificateNumber other) => string.CompareOrdinal(_code, other._code);

    public static bool operator ==(CertificateNumber left, CertificateNumber right) => left.Equals(right);

    public static bool operator !=(CertificateNumber left, CertificateNumber right) => !left.Equals(right);
}
