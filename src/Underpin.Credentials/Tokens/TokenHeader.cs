using System.Text.Json;

namespace Underpin.Credentials.Tokens;

/// <summary>What of a token's header chooses the key. Open Badges 3.0 allows alg, kid, jwk and typ, and nothing else.</summary>
internal readonly record struct TokenHeader(string? KeyId, string? EmbeddedThumbprint)
{
    public static TokenHeader? Read(JsonElement header, string? alternativeType, out string fault)
    {
        fault = "";
        foreach (var property in header.EnumerateObject())
        {
            if (!property.NameEquals("alg"u8) && !property.NameEquals("kid"u8) && !property.NameEquals("typ"u8) && !property.NameEquals("jwk"u8))
            {
                fault = "It asks for special treatment that genuine certificates never ask for.";
                return null;
            }
        }

        var keyId = Json.TextOrNull(header, "kid"u8);
        string? thumbprint = null;
        var keyFault = header.TryGetProperty("jwk"u8, out var jwk) ? ReadEmbedded(jwk, out thumbprint) : null;
        fault = Json.TextOrNull(header, "alg"u8) is not "ES256"
                ? "It is not signed with the method that is accepted here (ES256), so nobody can tell who made it."
            : Has(header, "kid"u8) && keyId is null ? "The name of the key it was signed with cannot be read."
            : Has(header, "typ"u8) && Json.TextOrNull(header, "typ"u8) is var type && type != "JWT" && (type is null || type != alternativeType)
                ? "It says that it is something other than a signed certificate."
            : keyFault is not null ? "The key it brings along is not a proper public key."
            : keyId is null && thumbprint is null ? "It does not say which key it was signed with."
            : "";
        return fault.Length == 0 ? new TokenHeader(keyId, thumbprint) : null;
    }

    private static bool Has(JsonElement header, ReadOnlySpan<byte> name) => header.TryGetProperty(name, out _);

    private static string? ReadEmbedded(JsonElement jwk, out string? thumbprint)
    {
        thumbprint = Jwk.Thumbprint(jwk, out var fault);
        return fault;
    }
}
