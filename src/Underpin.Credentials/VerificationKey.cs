using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Underpin.Credentials.Tokens;

namespace Underpin.Credentials;

/// <summary>A public P-256 key that signatures are checked with. May be used by many threads at once.</summary>
public sealed class VerificationKey
{
    private readonly EcdsaPool _pool;
    private readonly string? _declaredId;

    internal VerificationKey(byte[] x, byte[] y, string? declaredId)
    {
        _pool = new EcdsaPool(P256.Public(x, y));
        _declaredId = declaredId;
        X = Base64Url.EncodeToString(x);
        Y = Base64Url.EncodeToString(y);
        Thumbprint = P256.Thumbprint(X, Y);
    }

    /// <summary>The key's SHA-256 thumbprint (RFC 7638) as base64url: 43 characters, the same for everyone who has the key.</summary>
    public string Thumbprint { get; }

    /// <summary>The id the key was published with (<c>kid</c>), or the <see cref="Thumbprint"/> when it came without one.</summary>
    public string KeyId => _declaredId ?? Thumbprint;

    internal string X { get; }

    internal string Y { get; }

    internal bool HasDeclaredId => _declaredId is not null;

    /// <summary>Reads a public key from a JSON Web Key (RFC 7517; RFC 7518 section 6.2).</summary>
    /// <param name="jwk">A JSON object with <c>kty</c> EC, <c>crv</c> P-256, <c>x</c> and <c>y</c>; <c>kid</c> if it has one.</param>
    /// <exception cref="FormatException">It is not a public P-256 key; the message says why.</exception>
    public static VerificationKey FromJwk(string jwk)
    {
        ArgumentNullException.ThrowIfNull(jwk);
        using var document = Json.ParseOrExplain(jwk, "key");
        return Jwk.Read(document.RootElement, fallbackId: null, out var fault) ?? throw new FormatException(fault);
    }

    /// <summary>Reads a public key from PEM.</summary>
    /// <param name="pem">One block <c>PUBLIC KEY</c> (SubjectPublicKeyInfo).</param>
    /// <exception cref="FormatException">It is not a public P-256 key; the message says why.</exception>
    public static VerificationKey FromPem(ReadOnlySpan<char> pem)
    {
        if (!PemEncoding.TryFind(pem, out var fields))
            throw new FormatException("This is not a PEM file: it has no line that begins with -----BEGIN.");
        var label = pem[fields.Label];
        if (label.EndsWith("PRIVATE KEY"))
            throw new FormatException("This is a private key, which must stay secret. Give the issuer's public key instead.");
        if (label is not "PUBLIC KEY")
            throw new FormatException($"This PEM file holds a {label}, where a PUBLIC KEY is needed.");

        using var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportFromPem(pem);
        }
        catch (Exception damaged) when (damaged is CryptographicException or ArgumentException)
        {
            throw new FormatException("This PEM file does not hold a public elliptic-curve key, or it is damaged.", damaged);
        }

        if (!P256.IsP256(ecdsa))
            throw new FormatException("This public key is on another curve. The key must be a P-256 key.");
        var point = ecdsa.ExportParameters(includePrivateParameters: false).Q;
        return new VerificationKey(point.X!, point.Y!, declaredId: null);
    }

    /// <summary>The key as a JSON Web Key with <c>kty</c>, <c>crv</c>, <c>x</c>, <c>y</c>, <c>kid</c>, <c>alg</c> and <c>use</c>.</summary>
    public string ToJwk() => Json.Write(writer => Jwk.Write(writer, this, KeyId));

    /// <summary>The key as PEM (<c>PUBLIC KEY</c>).</summary>
    public string ToPem() => _pool.Use(ecdsa => ecdsa.ExportSubjectPublicKeyInfoPem());

    internal bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) => _pool.Verify(data, signature);

    /// <summary>
    /// A key id in a header may be the bare id or an address that ends in it. It only chooses among keys that are trusted
    /// already, so a generous match gives nothing away.
    /// </summary>
    internal bool AnswersTo(string keyId)
    {
        if (keyId == KeyId || keyId == Thumbprint)
            return true;
        var fragment = keyId.AsSpan(keyId.LastIndexOf('#') + 1);
        return fragment.SequenceEqual(Thumbprint) || fragment.SequenceEqual(KeyId);
    }
}
