using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Underpin.Credentials.Tests;

/// <summary>An awarding body, its key, a certificate and a clock, to be bent by each test.</summary>
internal static class Given
{
    public const string IssuerId = "did:web:council.example";
    public const string ListUrl = "https://council.example/status/1";

    public static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    public static readonly IssuerKey Key = IssuerKey.Generate();
    public static readonly IssuerKey StrangersKey = IssuerKey.Generate();
    public static readonly CredentialSigner Signer = new(Key, IssuerId);
    public static readonly VerificationKeySet Keys = new(Key.PublicKey);
    public static readonly TrustedIssuer Council = new() { Id = IssuerId, Name = "the Council", Keys = Keys };

    public static AchievementCredential Certificate() => new()
    {
        Id = "https://council.example/certificates/C-1042-7",
        Issuer = new Issuer { Id = IssuerId, Name = "The Council", Url = "https://council.example" },
        Holder = Holder.Create(Guid.Parse("01998d1e-7a01-7222-8333-444455556666"), "Siân Ó Briain"),
        Achievement = new Achievement
        {
            Id = "https://council.example/qualifications/EIT3",
            Type = AchievementTypes.Certificate,
            Name = "Level 3 Certificate in Education IT",
            Description = "The holder keeps a school's IT running.",
            Code = "EIT3",
            Criteria = new Criteria { Id = "https://council.example/qualifications/EIT3", Narrative = "Every unit was judged met." },
            CreditsAvailable = 12.5m,
            Alignments =
            [
                new Alignment
                {
                    TargetName = "Supporting users",
                    TargetUrl = "https://council.example/units/U1",
                    TargetCode = "U1",
                    TargetDescription = "Level 3, 6 credits",
                    TargetFramework = "Education IT",
                    TargetType = "ext:Unit",
                },
                new Alignment { TargetName = "Networks", TargetUrl = "https://council.example/units/U2" },
            ],
        },
        ValidFrom = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.FromHours(1)),
        AwardedDate = new DateTimeOffset(2026, 6, 1, 9, 30, 0, TimeSpan.FromHours(1)),
        ValidUntil = new DateTimeOffset(2036, 6, 1, 0, 0, 0, TimeSpan.FromHours(1)),
        CertificateNumber = "C-1042-7",
        CreditsEarned = 12.5m,
        Status = new StatusListEntry { ListUrl = ListUrl, Index = 4711 },
    };

    public static StatusListCredential StatusList(params int[] withdrawn)
    {
        var list = new StatusList();
        foreach (var index in withdrawn)
            list[index] = true;
        return new StatusListCredential { Id = ListUrl, IssuerId = IssuerId, List = list, ValidFrom = Now.AddDays(-1) };
    }

    public static CredentialVerifier Verifier(DateTimeOffset? now = null) => new(Council, new StoppedClock(now ?? Now));

    public static CredentialVerification Verify(string token, StatusLookup? status = null) => Verifier().Verify(token, status);

    public static JsonObject PayloadOf(string token) =>
        JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]))!.AsObject();

    public static JsonObject HeaderOf(string token) =>
        JsonNode.Parse(Base64Url.DecodeFromChars(token.Split('.')[0]))!.AsObject();

    /// <summary>The certificate's payload, changed, and signed again with the Council's own key.</summary>
    public static string SignedPayload(Action<JsonObject> change)
    {
        var payload = PayloadOf(Signer.Sign(Certificate()));
        change(payload);
        return SignedText(payload.ToJsonString());
    }

    public static string SignedText(string payload, string? header = null, IssuerKey? key = null) =>
        SignedBytes(Encoding.UTF8.GetBytes(payload), header, key);

    public static string SignedBytes(byte[] payload, string? header = null, IssuerKey? key = null)
    {
        header ??= new JsonObject { ["alg"] = "ES256", ["typ"] = "JWT", ["kid"] = Signer.KeyId }.ToJsonString();
        var signed = Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header)) + "." + Base64Url.EncodeToString(payload);
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem((key ?? Key).ToPem());
        return signed + "." + Base64Url.EncodeToString(ecdsa.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256));
    }

    /// <summary>The certificate under another header, signed with the Council's own key unless another is given.</summary>
    public static string SignedHeader(string header, IssuerKey? key = null) =>
        SignedText(PayloadOf(Signer.Sign(Certificate())).ToJsonString(), header, key);
}

internal sealed class StoppedClock(DateTimeOffset now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => now;
}
