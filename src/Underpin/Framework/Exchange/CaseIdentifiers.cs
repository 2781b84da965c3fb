using System.Security.Cryptography;
using System.Text;

namespace Underpin.Framework.Exchange;

/// <summary>
/// The identifiers of what we publish: worked out from what it is, so that the same edition has the same ones on every installation.
/// </summary>
internal static class CaseIdentifiers
{
    static readonly Guid Ours = new("6d0d5a1e-83a5-4bc6-9c9b-0f6b7b5f2a11");

    /// <param name="code">Of the framework.</param>
    /// <param name="version">Of the edition.</param>
    /// <param name="path">What of the edition: "items/AVD-1"; empty for the edition itself.</param>
    public static Guid Of(string code, string version, string path = "") => FromName(Ours, path.Length == 0 ? $"{code}/{version}" : $"{code}/{version}/{path}");

    /// <summary>A name-based UUID: version 5 of RFC 9562, which hashes the name by SHA-1.</summary>
    public static Guid FromName(Guid space, string name)
    {
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
        SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)], hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
