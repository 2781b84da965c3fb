using System.Globalization;
using System.Text.Json;

namespace Underpin.Credentials.Tokens;

/// <summary>
/// Writes the payload of a token: the credential with the JWT claims beside it (Open Badges 3.0, "JSON Web Token Proof
/// Format"). What the strict JSON schema wants as an array is an array even with one value; what is null is left out.
/// </summary>
internal static class CredentialWriter
{
    public static void Write(Utf8JsonWriter writer, AchievementCredential credential)
    {
        var holder = credential.Holder;
        var validFrom = CredentialDate.ToSecond(credential.ValidFrom);
        writer.WriteStartObject();
        WriteContexts(writer, Vocabulary.BadgesContext);
        writer.WriteString("id"u8, credential.Id);
        WriteTypes(writer, Vocabulary.CredentialType, Vocabulary.AchievementCredentialType);
        writer.WriteString("name"u8, credential.Name ?? credential.Achievement.Name);
        Write(writer, credential.Issuer);
        CredentialDate.Write(writer, "validFrom"u8, validFrom);
        if (credential.AwardedDate is { } awarded)
            CredentialDate.Write(writer, "awardedDate"u8, awarded);
        if (credential.ValidUntil is { } validUntil)
            CredentialDate.Write(writer, "validUntil"u8, validUntil);

        writer.WriteStartObject("credentialSubject"u8);
        writer.WriteString("id"u8, holder.Id);
        WriteTypes(writer, "AchievementSubject");
        WriteIdentity(writer, holder.Name!);
        WriteOptional(writer, "licenseNumber"u8, credential.CertificateNumber);
        WriteOptional(writer, "creditsEarned"u8, credential.CreditsEarned);
        Write(writer, credential.Achievement);
        writer.WriteEndObject();

        if (credential.Status is { } status)
            Write(writer, status);
        WriteSchema(writer);
        WriteClaims(writer, credential.Issuer.Id, holder.Id!, credential.Id, validFrom, credential.ValidUntil);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, StatusListCredential list)
    {
        var validFrom = CredentialDate.ToSecond(list.ValidFrom);
        var subject = list.Id + "#list";
        writer.WriteStartObject();
        WriteContexts(writer);
        writer.WriteString("id"u8, list.Id);
        WriteTypes(writer, Vocabulary.CredentialType, Vocabulary.StatusListCredentialType);
        writer.WriteString("issuer"u8, list.IssuerId);
        CredentialDate.Write(writer, "validFrom"u8, validFrom);
        if (list.ValidUntil is { } validUntil)
            CredentialDate.Write(writer, "validUntil"u8, validUntil);

        writer.WriteStartObject("credentialSubject"u8);
        writer.WriteString("id"u8, subject);
        writer.WriteString("type"u8, Vocabulary.StatusListType);
        writer.WriteString("statusPurpose"u8, list.Purpose);
        writer.WriteString("encodedList"u8, list.List.Encode());
        writer.WriteEndObject();

        WriteClaims(writer, list.IssuerId, subject, list.Id, validFrom, list.ValidUntil);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Issuer issuer)
    {
        writer.WriteStartObject("issuer"u8);
        writer.WriteString("id"u8, issuer.Id);
        WriteTypes(writer, "Profile");
        writer.WriteString("name"u8, issuer.Name);
        WriteOptional(writer, "url"u8, issuer.Url);
        writer.WriteEndObject();
    }

    private static void WriteIdentity(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartArray("identifier"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "IdentityObject"u8);
        writer.WriteBoolean("hashed"u8, false);
        writer.WriteString("identityHash"u8, name);
        writer.WriteString("identityType"u8, "name"u8);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter writer, Achievement achievement)
    {
        writer.WriteStartObject("achievement"u8);
        writer.WriteString("id"u8, achievement.Id);
        WriteTypes(writer, "Achievement");
        writer.WriteString("achievementType"u8, achievement.Type);
        writer.WriteString("name"u8, achievement.Name);
        writer.WriteString("description"u8, achievement.Description);
        WriteOptional(writer, "humanCode"u8, achievement.Code);
        writer.WriteStartObject("criteria"u8);
        WriteOptional(writer, "id"u8, achievement.Criteria.Id);
        WriteOptional(writer, "narrative"u8, achievement.Criteria.Narrative);
        writer.WriteEndObject();
        WriteOptional(writer, "creditsAvailable"u8, achievement.CreditsAvailable);
        if (achievement.Alignments.Count > 0)
        {
            writer.WriteStartArray("alignment"u8);
            foreach (var alignment in achievement.Alignments)
                Write(writer, alignment);
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, Alignment alignment)
    {
        writer.WriteStartObject();
        WriteTypes(writer, "Alignment");
        WriteOptional(writer, "targetCode"u8, alignment.TargetCode);
        writer.WriteString("targetName"u8, alignment.TargetName);
        WriteOptional(writer, "targetDescription"u8, alignment.TargetDescription);
        WriteOptional(writer, "targetFramework"u8, alignment.TargetFramework);
        WriteOptional(writer, "targetType"u8, alignment.TargetType);
        writer.WriteString("targetUrl"u8, alignment.TargetUrl);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, StatusListEntry status)
    {
        var index = status.Index.ToString(CultureInfo.InvariantCulture);
        writer.WriteStartObject("credentialStatus"u8);
        writer.WriteString("id"u8, $"{status.ListUrl}#{index}");
        writer.WriteString("type"u8, Vocabulary.StatusListEntryType);
        writer.WriteString("statusPurpose"u8, status.Purpose);
        writer.WriteString("statusListIndex"u8, index);
        writer.WriteString("statusListCredential"u8, status.ListUrl);
        writer.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("credentialSchema"u8);
        writer.WriteStartObject();
        writer.WriteString("id"u8, Vocabulary.SchemaId);
        writer.WriteString("type"u8, Vocabulary.SchemaType);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteClaims(
        Utf8JsonWriter writer, string issuer, string subject, string id, DateTimeOffset validFrom, DateTimeOffset? validUntil)
    {
        writer.WriteString("iss"u8, issuer);
        writer.WriteString("sub"u8, subject);
        writer.WriteString("jti"u8, id);
        writer.WriteNumber("nbf"u8, validFrom.ToUnixTimeSeconds());
        if (validUntil is { } end)
            writer.WriteNumber("exp"u8, CredentialDate.ToSecond(end).ToUnixTimeSeconds());
    }

    private static void WriteContexts(Utf8JsonWriter writer, string? further = null)
    {
        writer.WriteStartArray("@context"u8);
        writer.WriteStringValue(Vocabulary.CredentialsContext);
        if (further is not null)
            writer.WriteStringValue(further);
        writer.WriteEndArray();
    }

    private static void WriteTypes(Utf8JsonWriter writer, string first, string? second = null)
    {
        writer.WriteStartArray("type"u8);
        writer.WriteStringValue(first);
        if (second is not null)
            writer.WriteStringValue(second);
        writer.WriteEndArray();
    }

    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static void WriteOptional(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
            writer.WriteNumber(name, number);
    }
}
