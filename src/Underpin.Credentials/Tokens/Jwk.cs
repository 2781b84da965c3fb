using System.Security.Cryptography;
using System.Text.Json;

namespace Underpin.Credentials.Tokens;

/// <summary>Reads and writes public P-256 keys as JSON Web Keys.</summary>
internal static class Jwk
{
    public static VerificationKey? Read(JsonElement jwk, string? fallbackId, out string? fault)
    {
        if (ReadPoint(jwk, out fault) is not { } point)
            return null;
        try
        {
            return new VerificationKey(point.X, point.Y, Json.TextOrNull(jwk, "kid"u8) ?? fallbackId);
        }
        catch (CryptographicException)
        {
            fault = "Its x and y are not a point of the curve P-256.";
            return null;
        }
    }

    /// <summary>The thumbprint of a key found inside a token, which is compared with trusted keys and never used itself.</summary>
    public static string? Thumbprint(JsonElement jwk, out string? fault) =>
        ReadPoint(jwk, out fault) is null ? null : P256.Thumbprint(Json.TextOrNull(jwk, "x"u8)!, Json.TextOrNull(jwk, "y"u8)!);

    public static void Write(Utf8JsonWriter writer, VerificationKey key, string? keyId)
    {
        writer.WriteStartObject();
        writer.WriteString("kty"u8, "EC"u8);
        writer.WriteString("crv"u8, "P-256"u8);
        writer.WriteString("x"u8, key.X);
        writer.WriteString("y"u8, key.Y);
        if (keyId is not null)
        {
            writer.WriteString("kid"u8, keyId);
            writer.WriteString("alg"u8, "ES256"u8);
            writer.WriteString("use"u8, "sig"u8);
        }

        writer.WriteEndObject();
    }

    private static (byte[] X, byte[] Y)? ReadPoint(JsonElement jwk, out string? fault)
    {
        byte[] x = [], y = [];
        fault = jwk.ValueKind != JsonValueKind.Object ? "It is not a JSON Web Key."
            : jwk.TryGetProperty("d"u8, out _) ? "This is a private key, which must stay secret. Give the issuer's public key instead."
            : Json.TextOrNull(jwk, "kty"u8) is not { } type ? "It has no key type (kty), so it is not a JSON Web Key."
            : type != "EC" ? $"It is a key of type {type}; an elliptic-curve key (EC) is needed."
            : Json.TextOrNull(jwk, "crv"u8) != "P-256" ? "It is on another curve; the curve must be P-256."
            : Json.TextOrNull(jwk, "alg"u8) is not (null or "ES256") ? "It is meant for another algorithm; ES256 is needed."
            : Json.TextOrNull(jwk, "use"u8) is not (null or "sig") ? "It is not meant for signatures (use must be sig)."
            : !Coordinate(jwk, "x"u8, out x) || !Coordinate(jwk, "y"u8, out y) ? "Its x and y must each be 32 bytes in base64url."
            : null;
        return fault is null ? (x, y) : null;
    }

    private static bool Coordinate(JsonElement jwk, ReadOnlySpan<byte> name, out byte[] bytes)
    {
        bytes = [];
        return Json.TextOrNull(jwk, name) is { } text
            && StrictBase64Url.TryDecode(text, out bytes)
            && bytes.Length == P256.CoordinateLength;
    }
}
