using System.Text.Json;

namespace Underpin.Credentials.Tokens;

/// <summary>Reads a BitstringStatusListCredential and checks that what it requires is there (W3C Bitstring Status List 1.0).</summary>
internal sealed class StatusListReader : ShapeReader
{
    /// <summary>The subject's id, which the claim <c>sub</c> must repeat; null when it has none.</summary>
    public string? SubjectId { get; private set; }

    public StatusListCredential? Read(JsonElement credential)
    {
        RequireContexts(credential, badges: false);
        RequireType(credential, "VerifiableCredential"u8, "a credential");
        RequireType(credential, "BitstringStatusListCredential"u8, "a list of withdrawn certificates");
        if (!Object(credential, "credentialSubject"u8, "the list itself", out var subject))
            return null;
        if (Json.TextOrNull(subject, "type"u8) != Vocabulary.StatusListType)
            RequireType(subject, "BitstringStatusList"u8, "a list of withdrawn certificates");

        SubjectId = OptionalText(subject, "id"u8);
        var id = Text(credential, "id"u8, "its own address");
        var issuer = ReadIssuerId(credential);
        var purpose = Text(subject, "statusPurpose"u8, "what the list is for");
        var validFrom = Date(credential, "validFrom"u8, "the date from which it is valid");
        var validUntil = OptionalDate(credential, "validUntil"u8);
        if (Decode(Text(subject, "encodedList"u8, "the list itself")) is not { } list)
            return null;
        return new StatusListCredential
        {
            Id = id,
            IssuerId = issuer,
            Purpose = purpose,
            List = list,
            ValidFrom = validFrom,
            ValidUntil = validUntil,
        };
    }

    private string ReadIssuerId(JsonElement credential)
    {
        if (Json.TextOrNull(credential, "issuer"u8) is { Length: > 0 } id)
            return id;
        return Object(credential, "issuer"u8, "who issued it", out var issuer) ? Text(issuer, "id"u8, "who issued it") : "";
    }

    private StatusList? Decode(string encodedList)
    {
        try
        {
            return StatusList.Decode(encodedList);
        }
        catch (FormatException)
        {
            Missing("the list itself");
            return null;
        }
    }
}
