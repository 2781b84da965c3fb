using System.Text.Json;

namespace Underpin.Credentials.Tokens;

/// <summary>
/// The claims beside the credential must say the same as the credential (Open Badges 3.0, "JSON Web Token Proof Format"), so
/// that a program that reads only the one is never told something else than a program that reads the other.
/// </summary>
internal static class ClaimRules
{
    private static readonly Check ClaimsPassed = new(CheckName.Claims, CheckOutcome.Passed, "What it says outside and inside is the same.");
    private static readonly Check DatesPassed = new(CheckName.Dates, CheckOutcome.Passed, "It is within its dates.");

    public static void Compare(
        JsonElement payload, string issuer, string? subject, string id, DateTimeOffset validFrom, DateTimeOffset? validUntil, Checklist checks)
    {
        var fault =
            Json.TextOrNull(payload, "iss"u8) != issuer ? "It names two different issuers, or leaves one out."
            : !SameText(payload, "sub"u8, subject) ? "It names two different holders, or leaves one out."
            : Json.TextOrNull(payload, "jti"u8) != id ? "It has two different addresses, or leaves one out."
            : !SameMoment(payload, "nbf"u8, validFrom) ? "It gives two different dates for its beginning, or leaves one out."
            : !SameMoment(payload, "exp"u8, validUntil) ? "It gives two different dates for its end, or leaves one out."
            : null;
        if (fault is null)
            checks.Note(ClaimsPassed);
        else
            checks.Fail(CheckName.Claims, Verdict.NotAcceptable, fault);
    }

    public static void CompareDates(DateTimeOffset validFrom, DateTimeOffset? validUntil, DateTimeOffset now, Checklist checks)
    {
        if (validUntil <= now)
            checks.Fail(CheckName.Dates, Verdict.Expired, $"It expired on {CredentialDate.InWords(validUntil.Value)}.");
        else if (validFrom > now)
            checks.Fail(CheckName.Dates, Verdict.NotYetValid, $"It is valid only from {CredentialDate.InWords(validFrom)}.");
        else
            checks.Note(DatesPassed);
    }

    private static bool SameText(JsonElement payload, ReadOnlySpan<byte> claim, string? text) =>
        text is null ? !payload.TryGetProperty(claim, out _) : Json.TextOrNull(payload, claim) == text;

    private static bool SameMoment(JsonElement payload, ReadOnlySpan<byte> claim, DateTimeOffset? moment)
    {
        if (!payload.TryGetProperty(claim, out var value))
            return moment is null;
        return moment is { } date
            && value.ValueKind == JsonValueKind.Number
            && value.TryGetDecimal(out var seconds)
            && decimal.Floor(seconds) == date.ToUnixTimeSeconds();
    }
}
