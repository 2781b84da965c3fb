using System.Text.Json;
using Underpin.Credentials.Tokens;

namespace Underpin.Credentials;

/// <summary>The two documents in which an issuer publishes its public keys.</summary>
/// <remarks>
/// Publish retired keys for as long as credentials signed with them should verify. Take a key out only when its private
/// half may be in the wrong hands, and award again what it signed.
/// </remarks>
public static class IssuerDocuments
{
    /// <summary>
    /// The JSON Web Key Set, for <c>/.well-known/jwks.json</c> (RFC 7517 section 5). Each key's <c>kid</c> is what the issuer's
    /// tokens carry in their header: the issuer's id, <c>#</c>, and the thumbprint.
    /// </summary>
    /// <param name="issuerId">The issuer's identifier, an absolute URI.</param>
    /// <param name="keys">The key in use first, then the retired ones.</param>
    /// <returns>JSON text, indented.</returns>
    public static string Jwks(string issuerId, VerificationKeySet keys)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(issuerId);
        ArgumentNullException.ThrowIfNull(keys);
        return Json.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("keys"u8);
            foreach (var key in keys)
                Jwk.Write(writer, key, $"{issuerId}#{key.Thumbprint}");
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>
    /// The DID document, for the address <see cref="DidWeb.DocumentUrl"/> (W3C DID 1.0; keys as <c>JsonWebKey</c>). Every key,
    /// retired ones too, is listed under <c>assertionMethod</c>, since others check old credentials by that list.
    /// </summary>
    /// <param name="did">The issuer's identifier.</param>
    /// <param name="keys">The key in use first, then the retired ones.</param>
    /// <returns>JSON text, indented.</returns>
    public static string DidDocument(DidWeb did, VerificationKeySet keys)
    {
        ArgumentNullException.ThrowIfNull(did);
        ArgumentNullException.ThrowIfNull(keys);
        return Json.Write(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("@context"u8);
            writer.WriteStringValue("https://www.w3.org/ns/did/v1"u8);
            writer.WriteStringValue("https://w3id.org/security/jwk/v1"u8);
            writer.WriteEndArray();
            writer.WriteString("id"u8, did.Value);
            writer.WriteStartArray("verificationMethod"u8);
            foreach (var key in keys)
                WriteMethod(writer, did, key);
            writer.WriteEndArray();
            writer.WriteStartArray("assertionMethod"u8);
            foreach (var key in keys)
                writer.WriteStringValue(did.VerificationMethod(key));
            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static void WriteMethod(Utf8JsonWriter writer, DidWeb did, VerificationKey key)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, did.VerificationMethod(key));
        writer.WriteString("type"u8, "JsonWebKey"u8);
        writer.WriteString("controller"u8, did.Value);
        writer.WritePropertyName("publicKeyJwk"u8);
        Jwk.Write(writer, key, key.Thumbprint);
        writer.WriteEndObject();
    }
}
