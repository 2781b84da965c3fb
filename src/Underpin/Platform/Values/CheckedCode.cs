using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Underpin.Platform.Values;

/// <summary>
/// Codes that people read aloud, copy and type: Crockford base-32 characters, the last of which is a check character.
/// </summary>
/// <remarks>
/// <para>The alphabet (Douglas Crockford, "Base 32") has no I, L, O or U. Typed text is forgiven: lower case, O for 0,
/// I or L for 1, and spaces and hyphens anywhere.</para>
/// <para>Characters are elements of GF(32), built on x^5 + x^2 + 1, of which alpha = x is a primitive element. The check
/// character c is the sum of alpha^i * d_i, where i = 1 is the character just before it. Alpha has order 31, so in a code
/// of at most 31 characters every position has its own non-zero weight: changing any one character changes the sum, and
/// so does exchanging any two unequal ones, next to each other or not.</para>
/// </remarks>
internal static class CheckedCode
{
    /// <summary>The 32 characters, in order of value.</summary>
    public const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>The longest code, check character included, for which the promise about exchanged characters holds.</summary>
    public const int MaximumLength = 31;

    // Powers of alpha: PowerOf[i] = alpha^i for 0 <= i < 31.
    private static readonly int[] PowerOf = BuildPowers();
    private static readonly int[] LogarithmOf = BuildLogarithms();

    /// <summary>The check character for <paramref name="characters"/> (1 to 30 characters of the alphabet).</summary>
    /// <exception cref="ArgumentException">The length or a character is outside that range.</exception>
    public static char CheckCharacter(ReadOnlySpan<char> characters)
    {
        if (characters.Length is 0 or >= MaximumLength)
            throw new ArgumentException($"A code has 1 to {MaximumLength - 1} characters before its check character.");
        var sum = 0;
        for (var i = 0; i < characters.Length; i++)
        {
            var value = Alphabet.IndexOf(characters[i], StringComparison.Ordinal);
            if (value < 0)
                throw new ArgumentException($"'{characters[i]}' is not in the alphabet.");
            sum ^= Multiply(PowerOf[characters.Length - i], value);
        }
        return Alphabet[sum];
    }

    /// <summary>Whether the last character is the right check character for those before it.</summary>
    /// <param name="code">2 to 31 characters of the alphabet, in its own spelling.</param>
    public static bool HasRightCheckCharacter(ReadOnlySpan<char> code) => code[^1] == CheckCharacter(code[..^1]);

    /// <summary>A new code: <paramref name="length"/> - 1 characters from the system's random generator, and their check
    /// character. It can be guessed with probability 1 in 32^(length - 1).</summary>
    public static string Create(int length)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, MaximumLength);
        Span<char> code = stackalloc char[length];
        RandomNumberGenerator.GetItems(Alphabet.AsSpan(), code[..^1]);
        code[^1] = CheckCharacter(code[..^1]);
        return new string(code);
    }

    /// <summary>Reads what a person typed as a code of <paramref name="length"/> characters after a fixed prefix.</summary>
    /// <param name="text">The text, in any case.</param>
    /// <param name="prefix">Letters that are not part of the code, such as "UP". They may be left out where one of them could
    /// not stand in a code.</param>
    /// <param name="length">Characters after the prefix, check character included.</param>
    /// <param name="example">A well-formed example, shown when the text has the wrong shape.</param>
    /// <param name="code">The code in its own spelling, without the prefix.</param>
    /// <param name="problem">Why the text was refused, for the person who typed it; empty when it was not.</param>
    public static bool TryRead(
        string? text, string prefix, int length, string example, [NotNullWhen(true)] out string? code, out string problem)
    {
        code = null;
        var typed = WithoutSeparators(text ?? "");
        if (typed.Length == 0)
        {
            problem = $"Enter a number such as {example}";
            return false;
        }
        if (typed.Length == prefix.Length + length && typed.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            typed = typed[prefix.Length..];
        else if (prefix.All(letter => Canonical(letter) != '\0'))
            typed = ""; // with its prefix and one character short, the text would pass for a code without its prefix
        if (typed.Length != length)
        {
            problem = $"The number has {prefix.Length + length} letters and digits, such as {example}";
            return false;
        }
        Span<char> characters = stackalloc char[length];
        for (var i = 0; i < length; i++)
        {
            characters[i] = Canonical(typed[i]);
            if (characters[i] == '\0')
            {
                problem = $"The number cannot have '{typed[i]}' in it: it looks like {example}";
                return false;
            }
        }
        if (!HasRightCheckCharacter(characters))
        {
            problem = "One or more characters are wrong or in the wrong place: check the number against where you copied it from";
            return false;
        }
        code = new string(characters);
        problem = "";
        return true;
    }

    // Grows only to the length of ordinary typing, whatever is pasted: a longer text is refused by its length anyway.
    private static string WithoutSeparators(string text)
    {
        var kept = new StringBuilder(MaximumLength);
        foreach (var character in text)
            if (!char.IsWhiteSpace(character) && !IsHyphen(character) && kept.Length < 100)
                kept.Append(character);
        return kept.ToString();
    }

    // Word processors turn a typed hyphen into one of the dashes U+2010 to U+2015, or the minus sign.
    private static bool IsHyphen(char character) => character is '-' or (>= '\u2010' and <= '\u2015') or '\u2212';

    private static char Canonical(char character) => char.ToUpperInvariant(character) switch
    {
        'O' => '0',
        'I' or 'L' => '1',
        var upper when Alphabet.Contains(upper, StringComparison.Ordinal) => upper,
        _ => '\0',
    };

    private static int Multiply(int left, int right) =>
        left == 0 || right == 0 ? 0 : PowerOf[(LogarithmOf[left] + LogarithmOf[right]) % 31];

    private static int[] BuildPowers()
    {
        var powers = new int[31];
        for (int i = 0, power = 1; i < 31; i++)
        {
            powers[i] = power;
            power <<= 1;
            if (power >= 32)
                power ^= 0b100101;
        }
        return powers;
    }

    private static int[] BuildLogarithms()
    {
        var logarithms = new int[32];
        for (var i = 0; i < 31; i++)
            logarithms[PowerOf[i]] = i;
        return logarithms;
    }
}
