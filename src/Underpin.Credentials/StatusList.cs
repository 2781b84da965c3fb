using System.Buffers.Text;
using System.IO.Compression;

namespace Underpin.Credentials;

/// <summary>
/// A row of bits, one for each credential of a list (W3C Bitstring Status List 1.0, "Bitstring Encoding"). Bit 0 is the
/// most significant bit of the first byte. A new list has every bit clear.
/// </summary>
/// <remarks>Reading from several threads is safe while nobody writes.</remarks>
public sealed class StatusList
{
    /// <summary>The fewest bits a list may have, 131,072, so that one holder hides among many (the standard's minimum).</summary>
    public const int MinimumLength = 131_072;

    /// <summary>
    /// The most bits a list may have here, 1,048,576: even one that does not compress then fits in
    /// <see cref="CredentialVerifier.MaximumTokenLength"/>. It is also the bound against compressed text that would
    /// unpack without end.
    /// </summary>
    public const int MaximumLength = 1_048_576;

    private readonly byte[] _bits;

    /// <summary>Makes a list with every bit clear.</summary>
    /// <param name="length">The number of bits: a multiple of 8 from <see cref="MinimumLength"/> to <see cref="MaximumLength"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The length is out of range or not a multiple of 8.</exception>
    public StatusList(int length = MinimumLength)
    {
        if (length is < MinimumLength or > MaximumLength || length % 8 != 0)
            throw new ArgumentOutOfRangeException(
                nameof(length), length, $"A status list has a multiple of 8 bits, from {MinimumLength} to {MaximumLength}.");
        _bits = new byte[length / 8];
    }

    private StatusList(byte[] bits) => _bits = bits;

    /// <summary>The number of bits.</summary>
    public int Length => _bits.Length * 8;

    /// <summary>One bit: true when it is set.</summary>
    /// <param name="index">The place, from 0 to <see cref="Length"/> less 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The list has no such place.</exception>
    public bool this[int index]
    {
        get => (_bits[Byte(index)] & Mask(index)) != 0;
        set
        {
            if (value)
                _bits[Byte(index)] |= Mask(index);
            else
                _bits[Byte(index)] &= (byte)~Mask(index);
        }
    }

    /// <summary>The list as published: <c>u</c> (multibase base64url without padding) and the GZIP-compressed bits.</summary>
    public string Encode()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(_bits);
        return "u" + Base64Url.EncodeToString(packed.GetBuffer().AsSpan(0, (int)packed.Length));
    }

    /// <summary>Reads a published list.</summary>
    /// <param name="encodedList">The text of <c>encodedList</c>.</param>
    /// <exception cref="FormatException">
    /// The text is not multibase base64url, not GZIP, or does not unpack to between <see cref="MinimumLength"/> and
    /// <see cref="MaximumLength"/> bits. Never more than the maximum is unpacked.
    /// </exception>
    public static StatusList Decode(string encodedList)
    {
        ArgumentNullException.ThrowIfNull(encodedList);
        if (encodedList.Length == 0 || encodedList[0] != 'u')
            throw new FormatException("A status list begins with the letter u (multibase base64url).");
        if (!Tokens.StrictBase64Url.TryDecode(encodedList.AsSpan(1), out var packed))
            throw new FormatException("The status list is not base64url text without padding.");

        var bits = Unpack(packed);
        if (bits.Length < MinimumLength / 8)
            throw new FormatException($"The status list is shorter than {MinimumLength} bits, or incomplete.");
        return new StatusList(bits);
    }

    private static byte[] Unpack(byte[] packed)
    {
        var buffer = new byte[MaximumLength / 8 + 1];
        try
        {
            using var gzip = new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
            var read = gzip.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            if (read == buffer.Length)
                throw new FormatException($"The status list unpacks to more than {MaximumLength} bits.");
            return buffer[..read];
        }
        catch (InvalidDataException damaged)
        {
            throw new FormatException("The status list is not GZIP data, or it is damaged.", damaged);
        }
    }

    private int Byte(int index)
    {
        if ((uint)index >= (uint)Length)
            throw new ArgumentOutOfRangeException(nameof(index), index, $"The status list has places 0 to {Length - 1}.");
        return index >> 3;
    }

    private static byte Mask(int index) => (byte)(0x80 >> (index & 7));
}
