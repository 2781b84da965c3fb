using System.Buffers;
using System.Buffers.Text;
using System.Text;

namespace Underpin.Credentials.Tokens;

/// <summary>
/// Base64url as RFC 7515 wants it: no padding, no white space, no bits left over, so that no two texts stand for the same
/// bytes. The platform's decoder refuses the last, but forgives the first two.
/// </summary>
internal static class StrictBase64Url
{
    private static readonly SearchValues<byte> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    public static bool TryDecode(ReadOnlySpan<byte> text, Span<byte> bytes, out int written)
    {
        written = 0;
        return !text.ContainsAnyExcept(Alphabet)
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
}
