using System.Buffers;
using System.Text;

namespace Underpin.Credentials.Tokens;

/// <summary>What must hold before a credential is signed. Whoever breaks a rule has a fault in the program, hence exceptions.</summary>
internal static class CredentialRules
{
    private const int LongestScheme = 32;
    private static readonly UTF8Encoding Exact = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly SearchValues<char> NotInAUri = SearchValues.Create(
        "\0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\u000b\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f\u007f <>\"{}|\\^`");

    public static void Check(AchievementCredential credential, string issuerId)
    {
        Uri(credential.Id, "Id");
        SameIssuer(credential.Issuer.Id, issuerId);
        Text(credential.Issuer.Name, "Issuer.Name");
        OptionalUri(credential.Issuer.Url, "Issuer.Url");
        Uri(credential.Holder.Id, "Holder.Id");
        Text(credential.Holder.Name, "Holder.Name");
        OptionalText(credential.Name, "Name");
        OptionalText(credential.CertificateNumber, "CertificateNumber");
        NotNegative(credential.CreditsEarned, "CreditsEarned");
        Period(credential.ValidFrom, credential.ValidUntil);
        Check(credential.Achievement);
        if (credential.Status is { } status)
            Check(status);
    }

    public static void Check(StatusListCredential list, string issuerId)
    {
        ListUrl(list.Id, "Id");
        SameIssuer(list.IssuerId, issuerId);
        Text(list.Purpose, "Purpose");
        Period(list.ValidFrom, list.ValidUntil);
        ArgumentNullException.ThrowIfNull(list.List, "List");
    }

    /// <summary>An absolute URI by its looks: a scheme, a colon, something after it, no character that a URI cannot have.</summary>
    public static void Uri(string? text, string name)
    {
        Text(text, name);
        var colon = text.AsSpan().IndexOf(':');
        if (colon is < 1 or > LongestScheme || colon == text!.Length - 1 || !char.IsAsciiLetter(text[0])
            || text.AsSpan().ContainsAny(NotInAUri))
            throw new ArgumentException($"{name} must be an absolute URI, and '{text}' is not.", name);
        foreach (var letter in text.AsSpan(1, colon - 1))
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('+' or '-' or '.'))
                throw new ArgumentException($"{name} must be an absolute URI, and '{text}' is not.", name);
        }
    }

    private static void Check(Achievement achievement)
    {
        Uri(achievement.Id, "Achievement.Id");
        if (!AchievementTypes.IsKnown(achievement.Type))
            throw new ArgumentException(
                $"Achievement.Type '{achievement.Type}' is neither a type of Open Badges 3.0 nor an own term beginning ext:", "Achievement.Type");
        Text(achievement.Name, "Achievement.Name");
        Text(achievement.Description, "Achievement.Description");
        OptionalText(achievement.Code, "Achievement.Code");
        NotNegative(achievement.CreditsAvailable, "Achievement.CreditsAvailable");
        if (achievement.Criteria is { Id: null, Narrative: null })
            throw new ArgumentException("Achievement.Criteria needs an address or a narrative.", "Achievement.Criteria");
        OptionalUri(achievement.Criteria.Id, "Achievement.Criteria.Id");
        OptionalText(achievement.Criteria.Narrative, "Achievement.Criteria.Narrative");
        foreach (var alignment in achievement.Alignments)
            Check(alignment);
    }

    private static void Check(Alignment alignment)
    {
        Text(alignment.TargetName, "Alignment.TargetName");
        Uri(alignment.TargetUrl, "Alignment.TargetUrl");
        OptionalText(alignment.TargetCode, "Alignment.TargetCode");
        OptionalText(alignment.TargetDescription, "Alignment.TargetDescription");
        OptionalText(alignment.TargetFramework, "Alignment.TargetFramework");
        if (alignment.TargetType is { } type && !IsTargetType(type))
            throw new ArgumentException(
                $"Alignment.TargetType '{type}' is neither a type of Open Badges 3.0 nor an own term beginning ext:", "Alignment.TargetType");
    }

    private static void Check(StatusListEntry status)
    {
        ListUrl(status.ListUrl, "Status.ListUrl");
        Text(status.Purpose, "Status.Purpose");
        if (status.Index is < 0 or >= StatusList.MaximumLength)
            throw new ArgumentOutOfRangeException(
                "Status.Index", status.Index, $"Status.Index must be from 0 to {StatusList.MaximumLength - 1}.");
    }

    private static bool IsTargetType(string type) =>
        type is "ceasn:Competency" or "ceterms:Credential" or "CFItem" or "CFRubric" or "CFRubricCriterion"
            or "CFRubricCriterionLevel" or "CTDL"
        || AchievementTypes.IsOwnTerm(type);

    private static void SameIssuer(string? id, string issuerId)
    {
        if (id != issuerId)
            throw new ArgumentException($"The credential names the issuer '{id}', but this signer signs for '{issuerId}'.", "Issuer.Id");
    }

    private static void ListUrl(string? text, string name)
    {
        Uri(text, name);
        if (text!.Contains('#'))
            throw new ArgumentException($"{name} must not have a fragment, and '{text}' has one.", name);
    }

    private static void Period(DateTimeOffset from, DateTimeOffset? until)
    {
        if (until is { } end && CredentialDate.ToSecond(end) <= CredentialDate.ToSecond(from))
            throw new ArgumentException("ValidUntil must be later than ValidFrom.", "ValidUntil");
    }

    private static void NotNegative(decimal? value, string name)
    {
        if (value < 0)
            throw new ArgumentOutOfRangeException(name, value, $"{name} must not be negative.");
    }

    private static void OptionalUri(string? text, string name)
    {
        if (text is not null)
            Uri(text, name);
    }

    private static void OptionalText(string? text, string name)
    {
        if (text is not null)
            Text(text, name);
    }

    private static void Text(string? text, string name)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new ArgumentException($"{name} must not be blank.", name);
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !IsExact(text))
            throw new ArgumentException($"{name} holds half of a character that needs two parts.", name);
    }

    private static bool IsExact(string text)
    {
        try
        {
            return Exact.GetByteCount(text) > 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
