namespace Underpin.Credentials.Tokens;

/// <summary>The fixed texts of Open Badges 3.0 and VC 2.0.</summary>
internal static class Vocabulary
{
    public const string CredentialsContext = "https://www.w3.org/ns/credentials/v2";
    public const string BadgesContext = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    public const string BadgesContextStart = "https://purl.imsglobal.org/spec/ob/v3p0/context";
    public const string CredentialType = "VerifiableCredential";
    public const string AchievementCredentialType = "AchievementCredential";
    public const string OpenBadgeCredentialType = "OpenBadgeCredential";
    public const string StatusListCredentialType = "BitstringStatusListCredential";
    public const string StatusListType = "BitstringStatusList";
    public const string StatusListEntryType = "BitstringStatusListEntry";
    public const string SchemaId = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json";
    public const string SchemaType = "1EdTechJsonSchemaValidator2019";
}
