using System.Globalization;
using System.Text.Json;

namespace Underpin.Credentials.Tokens;

/// <summary>Reads an AchievementCredential and checks that what its classes require is there (Open Badges 3.0, data model).</summary>
internal sealed class AchievementReader : ShapeReader
{
    /// <summary>Whether the credential names a way of withdrawing it that this library does not know.</summary>
    public bool HasUnknownStatus { get; private set; }

    public AchievementCredential Read(JsonElement credential)
    {
        RequireContexts(credential, badges: true);
        RequireType(credential, "VerifiableCredential"u8, "a credential");
        if (!HasType(credential, "AchievementCredential"u8))
            RequireType(credential, "OpenBadgeCredential"u8, "a credential for an achievement");
        var hasSubject = Object(credential, "credentialSubject"u8, "who holds it", out var subject);
        if (hasSubject)
            RequireType(subject, "AchievementSubject"u8, "about a person's achievement");

        return new AchievementCredential
        {
            Id = Text(credential, "id"u8, "its own address"),
            Name = OptionalText(credential, "name"u8),
            Issuer = ReadIssuer(credential),
            ValidFrom = Date(credential, "validFrom"u8, "the date from which it is valid"),
            ValidUntil = OptionalDate(credential, "validUntil"u8),
            AwardedDate = OptionalDate(credential, "awardedDate"u8),
            Holder = ReadHolder(subject, hasSubject),
            CertificateNumber = hasSubject ? OptionalText(subject, "licenseNumber"u8) : null,
            CreditsEarned = hasSubject ? OptionalNumber(subject, "creditsEarned"u8) : null,
            Achievement = ReadAchievement(subject, hasSubject),
            Status = ReadStatus(credential),
        };
    }

    private Issuer ReadIssuer(JsonElement credential)
    {
        if (Json.TextOrNull(credential, "issuer"u8) is { Length: > 0 } id)
            return new Issuer { Id = id };
        if (!Object(credential, "issuer"u8, "who issued it", out var profile))
            return new Issuer { Id = "" };

        RequireType(profile, "Profile"u8, "a description of the issuer");
        return new Issuer
        {
            Id = Text(profile, "id"u8, "who issued it"),
            Name = OptionalText(profile, "name"u8),
            Url = OptionalText(profile, "url"u8),
        };
    }

    private Holder ReadHolder(JsonElement subject, bool hasSubject)
    {
        if (!hasSubject)
            return new Holder();

        var id = OptionalText(subject, "id"u8);
        string? name = null;
        var identified = id is { Length: > 0 };
        if (subject.TryGetProperty("identifier"u8, out var identities))
        {
            if (identities.ValueKind != JsonValueKind.Array)
                Missing("the name of the person who holds it");
            else
                foreach (var identity in identities.EnumerateArray())
                {
                    identified |= true;
                    name ??= ReadIdentity(identity);
                }
        }

        if (!identified)
            Missing("who holds it");
        return new Holder { Id = id, Name = name };
    }

    private string? ReadIdentity(JsonElement identity)
    {
        if (identity.ValueKind != JsonValueKind.Object
            || Json.TextOrNull(identity, "type"u8) != "IdentityObject"
            || !identity.TryGetProperty("hashed"u8, out var hashed)
            || hashed.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Missing("the name of the person who holds it");
            return null;
        }

        var value = Text(identity, "identityHash"u8, "the name of the person who holds it");
        var kind = Text(identity, "identityType"u8, "the name of the person who holds it");
        return kind == "name" && hashed.ValueKind == JsonValueKind.False ? value : null;
    }

    private Achievement ReadAchievement(JsonElement subject, bool hasSubject)
    {
        if (!hasSubject || !Object(subject, "achievement"u8, "what was achieved", out var achievement))
            return new Achievement { Id = "", Type = null, Name = "", Description = "", Criteria = new Criteria() };

        RequireType(achievement, "Achievement"u8, "a description of an achievement");
        return new Achievement
        {
            Id = Text(achievement, "id"u8, "the address of what was achieved"),
            Type = ReadTerm(achievement, "achievementType"u8),
            Name = Text(achievement, "name"u8, "the name of what was achieved"),
            Description = Text(achievement, "description"u8, "the description of what was achieved"),
            Code = OptionalText(achievement, "humanCode"u8),
            Criteria = Object(achievement, "criteria"u8, "what had to be done to achieve it", out var criteria)
                ? new Criteria { Id = OptionalText(criteria, "id"u8), Narrative = OptionalText(criteria, "narrative"u8) }
                : new Criteria(),
            CreditsAvailable = OptionalNumber(achievement, "creditsAvailable"u8),
            Alignments = ReadAlignments(achievement),
        };
    }

    private string? ReadTerm(JsonElement achievement, ReadOnlySpan<byte> name)
    {
        var type = OptionalText(achievement, name);
        if (type is not null && !AchievementTypes.IsKnown(type))
            Missing("what kind of achievement it is");
        return type;
    }

    private List<Alignment> ReadAlignments(JsonElement achievement)
    {
        var alignments = new List<Alignment>();
        if (!achievement.TryGetProperty("alignment"u8, out var items))
            return alignments;
        if (items.ValueKind != JsonValueKind.Array)
        {
            Missing("the units it is made of");
            return alignments;
        }

        foreach (var item in items.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
                alignments.Add(ReadAlignment(item));
            else
                Missing("one of the units it is made of");
        }

        return alignments;
    }

    private Alignment ReadAlignment(JsonElement item)
    {
        RequireType(item, "Alignment"u8, "one of the units it is made of");
        return new Alignment
        {
            TargetName = Text(item, "targetName"u8, "the name of one of the units it is made of"),
            TargetUrl = Text(item, "targetUrl"u8, "the address of one of the units it is made of"),
            TargetCode = OptionalText(item, "targetCode"u8),
            TargetDescription = OptionalText(item, "targetDescription"u8),
            TargetFramework = OptionalText(item, "targetFramework"u8),
            TargetType = OptionalText(item, "targetType"u8),
        };
    }

    private StatusListEntry? ReadStatus(JsonElement credential)
    {
        const string what = "where to look up whether it was withdrawn";
        if (!credential.TryGetProperty("credentialStatus"u8, out _) || !Object(credential, "credentialStatus"u8, what, out var status))
            return null;
        if (Text(status, "type"u8, what) != Vocabulary.StatusListEntryType)
        {
            HasUnknownStatus = true;
            return null;
        }

        var purpose = Text(status, "statusPurpose"u8, what);
        var list = Text(status, "statusListCredential"u8, what);
        if (ReadIndex(status) is not { } index)
        {
            Missing(what);
            return null;
        }

        HasUnknownStatus = status.TryGetProperty("statusSize"u8, out var size) && !(size.ValueKind == JsonValueKind.Number && size.TryGetInt32(out var bits) && bits == 1);
        return new StatusListEntry { ListUrl = list, Index = index, Purpose = purpose };
    }

    /// <summary>The standard wants a number in a text; some issuers write a plain number.</summary>
    private static int? ReadIndex(JsonElement status)
    {
        if (!status.TryGetProperty("statusListIndex"u8, out var value))
            return null;
        if (value.ValueKind == JsonValueKind.Number)
            return value.TryGetInt32(out var number) && number >= 0 ? number : null;
        return int.TryParse(Json.TextOrNull(status, "statusListIndex"u8), NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
            ? parsed
            : null;
    }
}
