using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Underpin.Credentials.Tokens;

/// <summary>
/// Base64url as RFC 7515 wants it: no padding, no white space, no bits left over. The platform's decoder forgives all
/// three, and each would let two different texts stand for the same bytes.
/// </summary>
internal static class StrictBase64Url
{
    private static readonly SearchValues<byte> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    public static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> bytes, out int written)
    {
        written = 0;
        return IsCanonical(text)
            && Base64Url.DecodeFromUtf8(text, bytes, out _, out written) == OperationStatus.Done;
    }

    public static bool TryDecode(ReadOnlySpan<char> text, out byte[] bytes)
    {
        bytes = [];
        var ascii = new byte[text.Length];
        if (Ascii.FromUtf16(text, ascii, out _) != OperationStatus.Done)
            return false;

        var decoded = new byte[Base64Url.GetMaxDecodedLength(ascii.Length)];
        if (!TryDecode(ascii, decoded, out var written))
            return false;
        bytes = decoded[..written];
        return true;
    }

    private static bool IsCanonical(ReadOnlySpan<byte> text)
    {
        if (text.ContainsAnyExcept(Alphabet))
            return false;

        return (text.Length % 4) switch
        {
            0 => true,
            2 => (Value(text[^1]) & 0b1111) == 0,
            3 => (Value(text[^1]) & 0b11) == 0,
            _ => false,
        };
    }

    private static int Value(byte letter) => letter switch
    {
        >= (byte)'A' and <= (byte)'Z' => letter - 'A',
        >= (byte)'a' and <= (byte)'z' => letter - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => letter - '0' + 52,
        (byte)'-' => 62,
        _ => 63,
    };
}
