using System.Text;

namespace Underpin.Platform.Files;

/// <summary>Text that everyone can read: UTF-8, or UTF-16 that says so, without control characters.</summary>
internal static class PlainText
{
    internal enum Reading
    {
        Text,
        /// <summary>Bytes above ASCII that are not UTF-8, and nothing that text never holds: very likely text in an older encoding.</summary>
        OtherEncoding,
        NotText,
    }

    public static Reading Read(Stream content, CancellationToken cancel)
    {
        content.Position = 0;
        Span<byte> mark = stackalloc byte[2];
        var marked = content.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2;
        Encoding encoding = marked && mark is [0xFF, 0xFE] ? new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true)
            : marked && mark is [0xFE, 0xFF] ? new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true)
            : new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        if (encoding is UTF8Encoding) content.Position = 0;
        return Decode(content, encoding.GetDecoder(), cancel);
    }

    static Reading Decode(Stream content, Decoder decoder, CancellationToken cancel)
    {
        var bytes = new byte[16 * 1024];
        var chars = new char[bytes.Length + 2];
        var decodes = true;
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            var read = content.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (decodes)
            {
                try
                {
                    var count = decoder.GetChars(bytes, 0, read, chars, 0, flush: read < bytes.Length);
                    if (chars.AsSpan(0, count).ContainsAny(NeverInText)) return Reading.NotText;
                }
                catch (DecoderFallbackException)
                {
                    decodes = false;
                }
            }

            if (!decodes && bytes.AsSpan(0, read).ContainsAny(NeverInBytes)) return Reading.NotText;
            if (read < bytes.Length) return decodes ? Reading.Text : Reading.OtherEncoding;
        }
    }

    static readonly System.Buffers.SearchValues<char> NeverInText = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(c => (char)c).Where(c => char.IsControl(c) && c is not ('\t' or '\n' or '\r' or '\f' or '\u0085')), '\uFFFE', '\uFFFF']);

    static readonly System.Buffers.SearchValues<byte> NeverInBytes = System.Buffers.SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(b => b is not ('\t' or '\n' or '\r' or '\f')).Select(b => (byte)b), 0x7F]);
}
