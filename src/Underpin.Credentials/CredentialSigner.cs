using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Underpin.Credentials.Tokens;

namespace Underpin.Credentials;

/// <summary>
/// Signs credentials as VC-JWT with ES256: a compact token of three parts whose payload is the credential itself together
/// with the claims <c>iss</c>, <c>sub</c>, <c>jti</c>, <c>nbf</c> and, when it expires, <c>exp</c>. May be used by many threads at once.
/// </summary>
/// <remarks>Source: Open Badges 3.0, "JSON Web Token Proof Format"; RFC 7515; RFC 7518 section 3.4.</remarks>
public sealed class CredentialSigner
{
    /// <summary>Room for a certificate with a dozen units, so that the buffer seldom has to grow.</summary>
    private const int UsualPayloadLength = 8 * 1024;

    private readonly IssuerKey _key;
    private readonly byte[] _headerPart;

    /// <summary>Makes a signer for one issuer and one of its keys.</summary>
    /// <param name="key">The key. Stays the caller's to dispose of, when the signer is no longer used.</param>
    /// <param name="issuerId">The issuer's identifier, an absolute URI; only credentials of this issuer can be signed.</param>
    /// <param name="embedKey">
    /// Whether the header also carries the public key (<c>jwk</c>), for programs that cannot fetch one. A key in a token proves
    /// nothing by itself: <see cref="CredentialVerifier"/> accepts it only if it knows the key already.
    /// </param>
    /// <exception cref="ArgumentException">The identifier is not an absolute URI.</exception>
    public CredentialSigner(IssuerKey key, string issuerId, bool embedKey = false)
    {
        ArgumentNullException.ThrowIfNull(key);
        CredentialRules.Uri(issuerId, nameof(issuerId));
        _key = key;
        IssuerId = issuerId;
        KeyId = $"{issuerId}#{key.PublicKey.Thumbprint}";
        _headerPart = Encoding.ASCII.GetBytes(Base64Url.EncodeToString(Header(embedKey)) + ".");
    }

    /// <summary>The issuer's identifier.</summary>
    public string IssuerId { get; }

    /// <summary>The header's <c>kid</c>: the issuer's id, <c>#</c>, and the key's thumbprint.</summary>
    public string KeyId { get; }

    /// <summary>Checks, writes and signs a credential.</summary>
    /// <param name="credential">The credential.</param>
    /// <returns>The token: three base64url parts with a dot between each.</returns>
    /// <exception cref="ArgumentException">
    /// A value breaks a rule: something needed is blank, an address is not an absolute URI, the issuer is not this signer's, the
    /// end is not after the beginning, a number is out of range, or a type is not one of the standard's. The message names it.
    /// </exception>
    /// <exception cref="InvalidOperationException">The token would be longer than <see cref="CredentialVerifier.MaximumTokenLength"/>.</exception>
    public string Sign(AchievementCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        CredentialRules.Check(credential, IssuerId);
        var payload = new ArrayBufferWriter<byte>(UsualPayloadLength);
        using (var writer = new Utf8JsonWriter(payload, Json.Plain))
            CredentialWriter.Write(writer, credential);
        return Sign(payload.WrittenSpan);
    }

    /// <summary>Checks, writes and signs a status list.</summary>
    /// <param name="list">The list.</param>
    /// <returns>The token: three base64url parts with a dot between each.</returns>
    /// <exception cref="ArgumentException">A value breaks a rule, as for a credential. The message names it.</exception>
    public string Sign(StatusListCredential list)
    {
        ArgumentNullException.ThrowIfNull(list);
        CredentialRules.Check(list, IssuerId);
        var payload = new ArrayBufferWriter<byte>(32768);
        using (var writer = new Utf8JsonWriter(payload, Json.Plain))
            CredentialWriter.Write(writer, list);
        return Sign(payload.WrittenSpan);
    }

    private string Sign(ReadOnlySpan<byte> payload)
    {
        var signedLength = _headerPart.Length + Base64Url.GetEncodedLength(payload.Length);
        var length = signedLength + 1 + Base64Url.GetEncodedLength(EcdsaPool.SignatureLength);
        if (length > CredentialVerifier.MaximumTokenLength)
            throw new InvalidOperationException(
                $"The signed credential would be {length} characters long; at most {CredentialVerifier.MaximumTokenLength} can be verified.");

        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            var token = buffer.AsSpan(0, length);
            Span<byte> signature = stackalloc byte[EcdsaPool.SignatureLength];
            _headerPart.CopyTo(token);
            Base64Url.EncodeToUtf8(payload, token[_headerPart.Length..]);
            _key.Sign(token[..signedLength], signature);
            token[signedLength] = (byte)'.';
            Base64Url.EncodeToUtf8(signature, token[(signedLength + 1)..]);
            return Encoding.ASCII.GetString(token);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private ReadOnlySpan<byte> Header(bool embedKey)
    {
        var header = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(header, Json.Plain))
        {
            writer.WriteStartObject();
            writer.WriteString("alg"u8, "ES256"u8);
            writer.WriteString("typ"u8, "JWT"u8);
            writer.WriteString("kid"u8, KeyId);
            if (embedKey)
            {
                writer.WritePropertyName("jwk"u8);
                Jwk.Write(writer, _key.PublicKey, keyId: null);
            }

            writer.WriteEndObject();
        }

        return header.WrittenSpan;
    }
}
