using System.Buffers.Binary;
using System.Text;
using Underpin.Certificates.Printing.TrueType;

namespace Underpin.Tests.Certificates.Printing.TrueType;

/// <summary>Puts font files together for tests.</summary>
internal static class FontFile
{
    /// <summary>Adds tables of one font to the file of another.</summary>
    public static byte[] WithTablesOf(byte[] file, TrueTypeFont donor, params string[] names)
    {
        var count = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4));
        var records = new List<byte>(file[12..(12 + 16 * count)]);
        var shift = 16 * names.Length;
        for (var record = 0; record < count; record++)
        {
            var at = 16 * record + 8;
            var moved = BinaryPrimitives.ReadUInt32BigEndian(records.Slice(at, 4).ToArray()) + (uint)shift;
            for (var index = 0; index < 4; index++)
                records[at + index] = (byte)(moved >> (24 - 8 * index));
        }

        var body = new List<byte>(file[(12 + 16 * count)..]);
        foreach (var name in names)
        {
            var table = donor.Table(name).Span.ToArray();
            var entry = new byte[16];
            Encoding.ASCII.GetBytes(name, entry);
            BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(8), 12 + 16 * (count + names.Length) + body.Count);
            BinaryPrimitives.WriteInt32BigEndian(entry.AsSpan(12), table.Length);
            records.AddRange(entry);
            body.AddRange(table);
        }

        var header = file[..12];
        BinaryPrimitives.WriteUInt16BigEndian(header.AsSpan(4), (ushort)(count + names.Length));
        return [.. header, .. records, .. body];
    }
}
