using System.Text.Json.Nodes;

namespace Underpin.Credentials.Tests;

public sealed class BuildingTests
{
    private static JsonObject Payload(AchievementCredential? certificate = null) =>
        Given.PayloadOf(Given.Signer.Sign(certificate ?? Given.Certificate()));

    [Fact]
    public void The_credential_has_what_its_class_requires()
    {
        var payload = Payload();

        Assert.Equal(
            ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
            Texts(payload["@context"]));
        Assert.Equal("https://council.example/certificates/C-1042-7", Text(payload["id"]));
        Assert.Equal(["VerifiableCredential", "AchievementCredential"], Texts(payload["type"]));
        Assert.Equal("Level 3 Certificate in Education IT", Text(payload["name"]));
        Assert.Equal("2026-06-01T00:00:00+01:00", Text(payload["validFrom"]));
        Assert.Equal("2026-06-01T09:30:00+01:00", Text(payload["awardedDate"]));
        Assert.Equal("2036-06-01T00:00:00+01:00", Text(payload["validUntil"]));
    }

    [Fact]
    public void The_issuer_is_a_profile()
    {
        var issuer = Payload()["issuer"]!;

        Assert.Equal(Given.IssuerId, Text(issuer["id"]));
        Assert.Equal(["Profile"], Texts(issuer["type"]));
        Assert.Equal("The Council", Text(issuer["name"]));
        Assert.Equal("https://council.example", Text(issuer["url"]));
    }

    [Fact]
    public void The_holder_is_named_in_clear()
    {
        var subject = Payload()["credentialSubject"]!;
        var identity = Assert.Single(subject["identifier"]!.AsArray())!.AsObject();

        Assert.Equal("urn:uuid:01998d1e-7a01-7222-8333-444455556666", Text(subject["id"]));
        Assert.Equal(["AchievementSubject"], Texts(subject["type"]));
        Assert.Equal("C-1042-7", Text(subject["licenseNumber"]));
        Assert.Equal(12.5m, subject["creditsEarned"]!.GetValue<decimal>());
        Assert.Equal(["type", "hashed", "identityHash", "identityType"], identity.Select(property => property.Key));
        Assert.Equal("IdentityObject", Text(identity["type"]));
        Assert.False(identity["hashed"]!.GetValue<bool>());
        Assert.Equal("Siân Ó Briain", Text(identity["identityHash"]));
        Assert.Equal("name", Text(identity["identityType"]));
    }

    [Fact]
    public void The_achievement_has_what_its_class_requires_and_its_units()
    {
        var achievement = Payload()["credentialSubject"]!["achievement"]!;
        var units = achievement["alignment"]!.AsArray();

        Assert.Equal("https://council.example/qualifications/EIT3", Text(achievement["id"]));
        Assert.Equal(["Achievement"], Texts(achievement["type"]));
        Assert.Equal("Certificate", Text(achievement["achievementType"]));
        Assert.Equal("Level 3 Certificate in Education IT", Text(achievement["name"]));
        Assert.Equal("The holder keeps a school's IT running.", Text(achievement["description"]));
        Assert.Equal("EIT3", Text(achievement["humanCode"]));
        Assert.Equal("Every unit was judged met.", Text(achievement["criteria"]!["narrative"]));
        Assert.Equal(12.5m, achievement["creditsAvailable"]!.GetValue<decimal>());
        Assert.Equal(2, units.Count);
        Assert.Equal(["Alignment"], Texts(units[0]!["type"]));
        Assert.Equal("U1", Text(units[0]!["targetCode"]));
        Assert.Equal(["type", "targetName", "targetUrl"], units[1]!.AsObject().Select(property => property.Key));
    }

    [Fact]
    public void The_status_and_schema_are_named()
    {
        var payload = Payload();
        var status = payload["credentialStatus"]!;
        var schema = Assert.Single(payload["credentialSchema"]!.AsArray())!;

        Assert.Equal("https://council.example/status/1#4711", Text(status["id"]));
        Assert.Equal("BitstringStatusListEntry", Text(status["type"]));
        Assert.Equal("revocation", Text(status["statusPurpose"]));
        Assert.Equal("4711", Text(status["statusListIndex"]));
        Assert.Equal(Given.ListUrl, Text(status["statusListCredential"]));
        Assert.Equal("1EdTechJsonSchemaValidator2019", Text(schema["type"]));
    }

    [Fact]
    public void The_claims_repeat_the_credential()
    {
        var payload = Payload();

        Assert.Equal(Given.IssuerId, Text(payload["iss"]));
        Assert.Equal("urn:uuid:01998d1e-7a01-7222-8333-444455556666", Text(payload["sub"]));
        Assert.Equal("https://council.example/certificates/C-1042-7", Text(payload["jti"]));
        Assert.Equal(Given.Certificate().ValidFrom.ToUnixTimeSeconds(), payload["nbf"]!.GetValue<long>());
        Assert.Equal(Given.Certificate().ValidUntil!.Value.ToUnixTimeSeconds(), payload["exp"]!.GetValue<long>());
    }

    [Fact]
    public void What_is_not_said_is_left_out()
    {
        var certificate = Given.Certificate();
        var payload = Payload(certificate with
        {
            ValidUntil = null, AwardedDate = null, Status = null, CertificateNumber = null, CreditsEarned = null,
            Achievement = certificate.Achievement with { Alignments = [], CreditsAvailable = null, Code = null },
        });

        Assert.DoesNotContain("null", payload.ToJsonString());
        Assert.DoesNotContain("[]", payload.ToJsonString());
        Assert.False(payload.ContainsKey("exp"));
        Assert.Equal(Verdict.Valid, Given.Verify(Given.SignedText(payload.ToJsonString())).Verdict);
    }

    [Fact]
    public void The_header_names_the_method_and_the_key_and_nothing_else()
    {
        var header = Given.HeaderOf(Given.Signer.Sign(Given.Certificate()));

        Assert.Equal(["alg", "typ", "kid"], header.Select(property => property.Key));
        Assert.Equal("ES256", Text(header["alg"]));
        Assert.Equal("JWT", Text(header["typ"]));
        Assert.Equal($"{Given.IssuerId}#{Given.Key.PublicKey.Thumbprint}", Text(header["kid"]));
    }

    [Fact]
    public void An_embedded_key_never_holds_the_private_part()
    {
        var token = new CredentialSigner(Given.Key, Given.IssuerId, embedKey: true).Sign(Given.Certificate());

        Assert.Equal(["kty", "crv", "x", "y"], Given.HeaderOf(token)["jwk"]!.AsObject().Select(property => property.Key));
        Assert.Equal(Verdict.Valid, Given.Verify(token).Verdict);
    }

    [Fact]
    public void A_date_keeps_its_offset_and_loses_its_fraction()
    {
        var validFrom = new DateTimeOffset(2026, 6, 1, 0, 0, 0, TimeSpan.Zero).AddTicks(9_999_999);
        var token = Given.Signer.Sign(Given.Certificate() with { ValidFrom = validFrom });

        Assert.Equal("2026-06-01T00:00:00Z", Text(Given.PayloadOf(token)["validFrom"]));
        Assert.Equal(Verdict.Valid, Given.Verify(token).Verdict);
    }

    [Fact]
    public void What_was_signed_is_read_back()
    {
        var before = Given.Certificate();
        var after = Given.Verify(Given.Signer.Sign(before)).Credential;

        Assert.NotNull(after);
        Assert.Equal(before.Achievement.Alignments, after.Achievement.Alignments);
        Assert.Equal(
            before with { Name = before.Achievement.Name },
            after with { Achievement = after.Achievement with { Alignments = before.Achievement.Alignments } });
    }

    public static TheoryData<string, Func<AchievementCredential, AchievementCredential>> BrokenRules => new()
    {
        { "Id", c => c with { Id = "C-1042-7" } },
        { "Id", c => c with { Id = "https://council.example/a b" } },
        { "Issuer.Id", c => c with { Issuer = c.Issuer with { Id = "did:web:other.example" } } },
        { "Issuer.Name", c => c with { Issuer = c.Issuer with { Name = null } } },
        { "Holder.Id", c => c with { Holder = c.Holder with { Id = null } } },
        { "Holder.Name", c => c with { Holder = c.Holder with { Name = " " } } },
        { "Holder.Name", c => c with { Holder = c.Holder with { Name = "half \uD83D" } } },
        { "ValidUntil", c => c with { ValidUntil = c.ValidFrom.AddMilliseconds(999) } },
        { "CreditsEarned", c => c with { CreditsEarned = -1 } },
        { "Achievement.Type", c => c with { Achievement = c.Achievement with { Type = "certificate" } } },
        { "Achievement.Name", c => c with { Achievement = c.Achievement with { Name = "" } } },
        { "Achievement.Criteria", c => c with { Achievement = c.Achievement with { Criteria = new Criteria() } } },
        { "Alignment.TargetUrl", c => c with { Achievement = c.Achievement with { Alignments = [new Alignment { TargetName = "x", TargetUrl = "/units/U1" }] } } },
        { "Alignment.TargetType", c => c with { Achievement = c.Achievement with { Alignments = [new Alignment { TargetName = "x", TargetUrl = "https://a.example", TargetType = "Unit" }] } } },
        { "Status.Index", c => c with { Status = c.Status! with { Index = -1 } } },
        { "Status.ListUrl", c => c with { Status = c.Status! with { ListUrl = "https://council.example/status/1#1" } } },
    };

    [Theory]
    [MemberData(nameof(BrokenRules))]
    public void A_credential_that_breaks_a_rule_is_not_signed(string named, Func<AchievementCredential, AchievementCredential> change)
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(() => Given.Signer.Sign(change(Given.Certificate())));

        Assert.Equal(named, refusal.ParamName);
    }

    [Fact]
    public void A_credential_too_long_to_verify_is_not_signed()
    {
        var certificate = Given.Certificate() with { Name = new string('x', CredentialVerifier.MaximumTokenLength) };

        Assert.Throws<InvalidOperationException>(() => Given.Signer.Sign(certificate));
    }

    [Fact]
    public void Many_threads_may_sign_and_verify_at_once()
    {
        var verifier = Given.Verifier();

        Parallel.For(0, 400, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            var certificate = Given.Certificate() with { CertificateNumber = $"C-{i}" };
            var result = verifier.Verify(Given.Signer.Sign(certificate));
            Assert.Equal($"C-{i}", result.Credential?.CertificateNumber);
        });
    }

    private static string Text(JsonNode? node) => node!.GetValue<string>();

    private static IEnumerable<string> Texts(JsonNode? node) => node!.AsArray().Select(Text);
}
