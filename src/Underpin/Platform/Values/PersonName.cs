using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Underpin.Platform.Values;

/// <summary>
/// A person's name as they write it: any script, composed (NFC), runs of white space made one space, 1 to
/// <see cref="MaximumLength"/> UTF-16 units. Control characters, direction overrides and other invisible formatting are
/// refused, for a name that shows differently from what it holds could be put on a certificate. The default value is an
/// empty name and is never valid.
/// </summary>
internal readonly record struct PersonName : IParsable<PersonName>
{
    public const int MaximumLength = 120;

    readonly string? _text;

    PersonName(string text) => _text = text;

    public override string ToString() => _text ?? "";

    public static bool TryParse(string? text, out PersonName name, out string problem)
    {
        name = default;
        problem = "";
        var joined = string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (joined.Length == 0) problem = "Enter a name";
        else if (joined.Length > MaximumLength) problem = $"The name must be {MaximumLength} characters or fewer; this one has {joined.Length}";
        else if (joined.EnumerateRunes().Any(IsHidden)) problem = "The name has a character that cannot be seen or printed; type the name again without it";
        else if (!joined.EnumerateRunes().Any(Rune.IsLetter)) problem = "A name needs at least one letter";
        else name = new(joined.Normalize(NormalizationForm.FormC));
        return problem.Length == 0;
    }

    // Zero-width joiner and non-joiner shape letters in several scripts; they stay.
    static bool IsHidden(Rune rune) =>
        rune.Value is not (0x200C or 0x200D) &&
        (rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate);

    /// <exception cref="FormatException">The text is no usable name; the message says why.</exception>
    public static PersonName Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, out var name, out var problem) ? name : throw new FormatException(problem);

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out PersonName result) => TryParse(text, out result, out _);
}
