using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Underpin.Credentials.Tokens;

internal static class P256
{
    public const int CoordinateLength = 32;
    public const int ThumbprintLength = 43;
    public const string Oid = "1.2.840.10045.3.1.7";

    /// <summary>RFC 7638: SHA-256 over the required members in alphabetical order, without white space.</summary>
    public static string Thumbprint(string x, string y) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(
            $$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""")));

    /// <summary>Whether a key's name is, or ends after a # in, what looks like a thumbprint.</summary>
    public static bool EndsInThumbprint(string? keyId) =>
        keyId is not null
        && keyId.Length - (keyId.LastIndexOf('#') + 1) == ThumbprintLength
        && Base64Url.IsValid(keyId.AsSpan(keyId.Length - ThumbprintLength));

    public static bool IsP256(ECDsa ecdsa) =>
        ecdsa.KeySize == 256 && ecdsa.ExportParameters(false).Curve.Oid is { } oid
        && (oid.Value == Oid || oid.FriendlyName is "nistP256" or "ECDSA_P256");

    /// <exception cref="CryptographicException">The coordinates are not a point of the curve.</exception>
    public static ECParameters Public(byte[] x, byte[] y) =>
        new() { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } };
}
