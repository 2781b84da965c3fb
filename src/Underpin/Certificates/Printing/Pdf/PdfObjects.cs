using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Underpin.Certificates.Printing.Pdf;

/// <summary>The numbered objects of a PDF file and the table that says where each begins (ISO 32000-1, 7.5).</summary>
internal sealed class PdfObjects
{
    private readonly List<byte[]?> _bodies = [];

    /// <summary>Gives out a number for an object that others must point to before it can be written.</summary>
    public int Reserve()
    {
        _bodies.Add(null);
        return _bodies.Count;
    }

    public void Set(int number, string body) => _bodies[number - 1] = Encoding.Latin1.GetBytes(body);

    public int Add(string body)
    {
        var number = Reserve();
        Set(number, body);
        return number;
    }

    /// <param name="entries">What the stream's dictionary says beside its length and compression.</param>
    /// <param name="compress">False for metadata, which other software searches without reading PDF.</param>
    public int AddStream(string entries, byte[] data, bool compress = true)
    {
        if (compress)
        {
            data = Compress(data);
            entries += "/Filter/FlateDecode";
        }

        var number = Reserve();
        _bodies[number - 1] =
        [
            .. Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"<<{entries}/Length {data.Length}>>\nstream\n")),
            .. data,
            .. "\nendstream"u8,
        ];
        return number;
    }

    public byte[] ToFile(int catalogue, int information)
    {
        using var file = new MemoryStream();
        // The comment of high bytes tells transfer programs that the file is not text.
        file.Write("%PDF-1.7\n%"u8);
        file.Write([0xE2, 0xE3, 0xCF, 0xD3, (byte)'\n']);

        var offsets = new List<long>();
        for (var index = 0; index < _bodies.Count; index++)
        {
            var body = _bodies[index] ?? throw new InvalidOperationException($"Object {index + 1} was reserved and never written.");
            offsets.Add(file.Position);
            Write(file, $"{index + 1} 0 obj\n");
            file.Write(body);
            Write(file, $"\nendobj\n");
        }

        // The identifier comes from the content, so that the same certificate always gives the same file.
        var identifier = Convert.ToHexString(SHA256.HashData(file.ToArray()).AsSpan(0, 16));
        var tablePosition = file.Position;
        Write(file, $"xref\n0 {_bodies.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            Write(file, $"{offset:D10} 00000 n \n");
        Write(file, $"trailer\n<</Size {_bodies.Count + 1}/Root {PdfSyntax.Reference(catalogue)}/Info {PdfSyntax.Reference(information)}/ID[<{identifier}><{identifier}>]>>\n");
        Write(file, $"startxref\n{tablePosition}\n%%EOF\n");
        return file.ToArray();
    }

    private static void Write(MemoryStream file, FormattableString text) =>
        file.Write(Encoding.Latin1.GetBytes(text.ToString(CultureInfo.InvariantCulture)));

    private static byte[] Compress(byte[] data)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Optimal))
            zlib.Write(data);
        return compressed.ToArray();
    }
}
