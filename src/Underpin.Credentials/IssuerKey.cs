using System.Security.Cryptography;
using Underpin.Credentials.Tokens;

namespace Underpin.Credentials;

/// <summary>
/// The private P-256 key an issuer signs with (ES256, RFC 7518 section 3.4). May be used by many threads at once.
/// </summary>
/// <remarks>Disposing it clears the key from memory; signing after that throws <see cref="ObjectDisposedException"/>.</remarks>
public sealed class IssuerKey : IDisposable
{
    private readonly EcdsaPool _pool;

    private IssuerKey(ECDsa ecdsa)
    {
        _pool = new EcdsaPool(ecdsa.ExportParameters(includePrivateParameters: true));
        var point = ecdsa.ExportParameters(includePrivateParameters: false).Q;
        PublicKey = new VerificationKey(point.X!, point.Y!, declaredId: null);
    }

    /// <summary>The public half, which anyone may have.</summary>
    public VerificationKey PublicKey { get; }

    /// <summary>Makes a new key from the platform's random numbers.</summary>
    public static IssuerKey Generate()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return new IssuerKey(ecdsa);
    }

    /// <summary>Reads a private key.</summary>
    /// <param name="pem">One unencrypted PEM block, <c>PRIVATE KEY</c> (PKCS#8) or <c>EC PRIVATE KEY</c> (SEC 1).</param>
    /// <exception cref="FormatException">The text is not an unencrypted private P-256 key; the message says what it is instead.</exception>
    public static IssuerKey FromPem(ReadOnlySpan<char> pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields))
            throw new FormatException("This is not a PEM file: it has no line that begins with -----BEGIN.");
        var label = pem[fields.Label];
        if (label is "ENCRYPTED PRIVATE KEY")
            throw new FormatException("This private key is encrypted with a password. Give the key without one.");
        if (label is not ("PRIVATE KEY" or "EC PRIVATE KEY"))
            throw new FormatException($"This PEM file holds a {label}, where a PRIVATE KEY is needed.");

        using var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportFromPem(pem);
        }
        catch (Exception damaged) when (damaged is CryptographicException or ArgumentException)
        {
            throw new FormatException("This PEM file does not hold a private elliptic-curve key, or it is damaged.", damaged);
        }

        if (!P256.IsP256(ecdsa))
            throw new FormatException("This private key is on another curve. The key must be a P-256 key.");
        return new IssuerKey(ecdsa);
    }

    /// <summary>The private key as PEM (PKCS#8, not encrypted). Keep it secret.</summary>
    /// <exception cref="ObjectDisposedException">The key was disposed of.</exception>
    public string ToPem() => _pool.Use(ecdsa => ecdsa.ExportPkcs8PrivateKeyPem());

    /// <summary>Clears the key from memory.</summary>
    public void Dispose() => _pool.Dispose();

    internal void Sign(ReadOnlySpan<byte> data, Span<byte> signature) => _pool.Sign(data, signature);
}
