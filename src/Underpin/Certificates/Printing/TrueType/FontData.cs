using System.Buffers.Binary;

namespace Underpin.Certificates.Printing.TrueType;

/// <summary>
/// The bytes of a font, or of one table of it. Offsets inside a font file come from the file itself, so each read is
/// checked: a damaged font ends in <see cref="InvalidDataException"/> and nothing else.
/// </summary>
internal readonly struct FontData(ReadOnlyMemory<byte> bytes)
{
    public int Length => bytes.Length;

    public ReadOnlySpan<byte> Span => bytes.Span;

    public ushort UInt16(long offset) => BinaryPrimitives.ReadUInt16BigEndian(Slice(offset, 2).Span);

    public short Int16(long offset) => BinaryPrimitives.ReadInt16BigEndian(Slice(offset, 2).Span);

    public uint UInt32(long offset) => BinaryPrimitives.ReadUInt32BigEndian(Slice(offset, 4).Span);

    public FontData Slice(long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > bytes.Length - length)
            throw new InvalidDataException($"The font is damaged: it points to bytes {offset} to {offset + length} of {bytes.Length}.");
        return new FontData(bytes.Slice((int)offset, (int)length));
    }
}
