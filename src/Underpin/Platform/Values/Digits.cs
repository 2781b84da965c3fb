namespace Underpin.Platform.Values;

/// <summary>Reads identifiers that are a fixed number of digits.</summary>
internal static class Digits
{
    /// <summary>Reads exactly <paramref name="count"/> digits 0-9 (at most 18); spaces and hyphens are ignored.</summary>
    public static bool TryRead(string? text, int count, out long value)
    {
        value = 0;
        var digits = 0;
        foreach (var character in text ?? "")
        {
            if (character == '-' || char.IsWhiteSpace(character))
                continue;
            if (!char.IsAsciiDigit(character) || ++digits > count)
                return false;
            value = value * 10 + (character - '0');
        }
        return digits == count;
    }
}
