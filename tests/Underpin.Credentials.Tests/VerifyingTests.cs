using System.Text.Json.Nodes;

namespace Underpin.Credentials.Tests;

public sealed class VerifyingTests
{
    private static readonly string Token = Given.Signer.Sign(Given.Certificate());

    [Fact]
    public void A_genuine_certificate_passes_every_check()
    {
        var result = Given.Verify(Token, Given.StatusList().Lookup);

        Assert.True(result.IsValid);
        Assert.Equal(Enum.GetValues<CheckName>(), result.Checks.Select(check => check.Name));
        Assert.All(result.Checks, check => Assert.Equal(CheckOutcome.Passed, check.Outcome));
        Assert.Equal("It was issued by the Council.", result[CheckName.Issuer].Sentence);
        Assert.Equal("Siân Ó Briain", result.Credential?.Holder.Name);
    }

    [Fact]
    public void White_space_around_a_pasted_certificate_makes_no_difference() =>
        Assert.True(Given.Verify($" \r\n{Token}\n").IsValid);

    [Fact]
    public void A_certificate_whose_list_is_not_at_hand_says_that_this_was_not_checked()
    {
        var result = Given.Verify(Token);

        Assert.True(result.IsValid);
        Assert.Equal(CheckOutcome.NotChecked, result[CheckName.Status].Outcome);
        Assert.EndsWith("Whether it has been withdrawn since was not checked.", result.Summary);
    }

    [Theory]
    [InlineData("https://council.example/status/2", 4711, StatusPurposes.Revocation)]
    [InlineData(Given.ListUrl, StatusList.MinimumLength, StatusPurposes.Revocation)]
    [InlineData(Given.ListUrl, 4711, StatusPurposes.Suspension)]
    [InlineData(Given.ListUrl, 4711, "message")]
    public void A_list_answers_only_for_its_own_places(string list, int index, string purpose)
    {
        var entry = new StatusListEntry { ListUrl = list, Index = index, Purpose = purpose };

        Assert.Equal(StatusState.Unknown, Given.StatusList(4711).Lookup(entry));
    }

    [Fact]
    public void A_revoked_certificate_is_told_apart_and_can_still_be_read()
    {
        var result = Given.Verify(Token, Given.StatusList(4711).Lookup);

        Assert.Equal(Verdict.Revoked, result.Verdict);
        Assert.Equal(CheckOutcome.Failed, result[CheckName.Status].Outcome);
        Assert.Equal(CheckOutcome.Passed, result[CheckName.Dates].Outcome);
        Assert.NotNull(result.Credential);
    }

    [Fact]
    public void A_suspended_certificate_is_told_apart()
    {
        var status = new StatusListEntry { ListUrl = Given.ListUrl, Index = 4711, Purpose = StatusPurposes.Suspension };
        var token = Given.Signer.Sign(Given.Certificate() with { Status = status });
        var list = Given.StatusList(4711) with { Purpose = StatusPurposes.Suspension };

        Assert.Equal(Verdict.Suspended, Given.Verify(token, list.Lookup).Verdict);
    }

    [Fact]
    public void A_certificate_both_revoked_and_expired_counts_as_revoked()
    {
        var result = Given.Verifier(Given.Now.AddYears(20)).Verify(Token, Given.StatusList(4711).Lookup);

        Assert.Equal(Verdict.Revoked, result.Verdict);
        Assert.Equal(CheckOutcome.Failed, result[CheckName.Dates].Outcome);
    }

    [Theory]
    [InlineData("2026-05-31T22:59:59Z", Verdict.NotYetValid)]
    [InlineData("2026-05-31T23:00:00Z", Verdict.Valid)]
    [InlineData("2036-05-31T22:59:59Z", Verdict.Valid)]
    [InlineData("2036-05-31T23:00:00Z", Verdict.Expired)]
    public void It_counts_from_its_first_moment_until_just_before_its_last(string now, Verdict verdict) =>
        Assert.Equal(verdict, Given.Verifier(DateTimeOffset.Parse(now, null)).Verify(Token).Verdict);

    [Fact]
    public void The_dates_in_sentences_are_the_civil_dates_the_issuer_meant()
    {
        Assert.Equal("It expired on 1 June 2036.", Given.Verifier(Given.Now.AddYears(20)).Verify(Token)[CheckName.Dates].Sentence);
        Assert.Equal("It is valid only from 1 June 2026.", Given.Verifier(Given.Now.AddYears(-1)).Verify(Token)[CheckName.Dates].Sentence);
    }

    [Fact]
    public void A_strangers_certificate_is_not_ours()
    {
        var token = new CredentialSigner(Given.StrangersKey, Given.IssuerId).Sign(Given.Certificate());
        var result = Given.Verify(token);

        Assert.Equal(Verdict.UnknownIssuer, result.Verdict);
        Assert.Equal(CheckOutcome.Failed, result[CheckName.Issuer].Outcome);
        Assert.Equal(CheckOutcome.NotChecked, result[CheckName.Signature].Outcome);
        Assert.Null(result.Credential);
    }

    [Fact]
    public void A_trusted_issuer_cannot_speak_for_another()
    {
        var other = new TrustedIssuer { Id = "did:web:other.example", Keys = new VerificationKeySet(Given.StrangersKey.PublicKey) };
        var verifier = new CredentialVerifier([Given.Council, other], new StoppedClock(Given.Now));
        var token = new CredentialSigner(Given.StrangersKey, Given.IssuerId).Sign(Given.Certificate());

        var result = verifier.Verify(token);

        Assert.Equal(Verdict.UnknownIssuer, result.Verdict);
        Assert.Equal(CheckOutcome.Passed, result[CheckName.Signature].Outcome);
        Assert.Null(result.Credential);
    }

    [Fact]
    public void An_issuer_that_moved_is_known_by_both_identifiers()
    {
        const string old = "did:web:old.example";
        var verifier = new CredentialVerifier([Given.Council, Given.Council with { Id = old }], new StoppedClock(Given.Now));
        var certificate = Given.Certificate();
        var token = new CredentialSigner(Given.Key, old).Sign(certificate with { Issuer = certificate.Issuer with { Id = old } });

        Assert.True(verifier.Verify(token).IsValid);
        Assert.True(verifier.Verify(Token).IsValid);
    }

    [Fact]
    public void A_key_retired_from_signing_still_verifies()
    {
        var keys = new VerificationKeySet(Given.StrangersKey.PublicKey, Given.Key.PublicKey);

        Assert.True(new CredentialVerifier(Given.Council with { Keys = keys }, new StoppedClock(Given.Now)).Verify(Token).IsValid);
    }

    [Fact]
    public void A_certificate_verifies_offline_with_nothing_but_a_key_file()
    {
        string[] files =
        [
            Given.Key.PublicKey.ToPem(),
            Given.Key.PublicKey.ToJwk(),
            IssuerDocuments.Jwks(Given.IssuerId, Given.Keys),
            IssuerDocuments.DidDocument(DidWeb.Parse(Given.IssuerId), Given.Keys),
        ];

        Assert.All(files, file => Assert.True(
            new CredentialVerifier(new TrustedIssuer { Keys = VerificationKeySet.Parse(file) }, new StoppedClock(Given.Now)).Verify(Token).IsValid));
    }

    [Theory]
    [InlineData("2026-06-01T00:00:00.123456789012345678901234567890Z", 1780272000.123)]
    [InlineData("2026-06-01T00:00:00.9Z", 1780272000)]
    [InlineData("2026-06-01T01:00:00+01:00", 1780272000)]
    public void Dates_of_any_precision_are_compared_by_the_second(string validFrom, double nbf)
    {
        var token = Given.SignedPayload(payload =>
        {
            payload["validFrom"] = validFrom;
            payload["nbf"] = nbf;
        });

        Assert.Equal(Verdict.Valid, Given.Verify(token).Verdict);
    }

    [Theory]
    [InlineData("iss", "did:web:other.example")]
    [InlineData("sub", "urn:uuid:00000000-0000-0000-0000-000000000001")]
    [InlineData("jti", "https://council.example/certificates/other")]
    [InlineData("nbf", 1780268401)]
    [InlineData("nbf", "1780268400")]
    [InlineData("exp", 1e300)]
    [InlineData("exp", null)]
    public void Claims_that_contradict_the_credential_are_refused(string claim, object? value)
    {
        var token = Given.SignedPayload(payload => payload[claim] = JsonValue.Create(value));
        var result = Given.Verify(token);

        Assert.Equal(Verdict.NotAcceptable, result.Verdict);
        Assert.Equal(CheckOutcome.Failed, result[CheckName.Claims].Outcome);
        Assert.Null(result.Credential);
    }

    [Theory]
    [InlineData("iss")]
    [InlineData("sub")]
    [InlineData("jti")]
    [InlineData("nbf")]
    [InlineData("exp")]
    public void A_claim_left_out_is_refused(string claim) =>
        Assert.Equal(Verdict.NotAcceptable, Given.Verify(Given.SignedPayload(payload => payload.Remove(claim))).Verdict);

    [Fact]
    public void An_end_in_the_claims_alone_is_refused() =>
        Assert.Equal(Verdict.NotAcceptable, Given.Verify(Given.SignedPayload(payload => payload.Remove("validUntil"))).Verdict);

    [Theory]
    [InlineData("@context")]
    [InlineData("id")]
    [InlineData("type")]
    [InlineData("issuer")]
    [InlineData("issuer/id")]
    [InlineData("issuer/type")]
    [InlineData("validFrom")]
    [InlineData("credentialSubject")]
    [InlineData("credentialSubject/type")]
    [InlineData("credentialSubject/achievement")]
    [InlineData("credentialSubject/achievement/id")]
    [InlineData("credentialSubject/achievement/type")]
    [InlineData("credentialSubject/achievement/criteria")]
    [InlineData("credentialSubject/achievement/description")]
    [InlineData("credentialSubject/achievement/name")]
    [InlineData("credentialSubject/achievement/alignment/0/type")]
    [InlineData("credentialSubject/achievement/alignment/0/targetName")]
    [InlineData("credentialSubject/achievement/alignment/0/targetUrl")]
    [InlineData("credentialSubject/identifier/0/type")]
    [InlineData("credentialSubject/identifier/0/hashed")]
    [InlineData("credentialSubject/identifier/0/identityHash")]
    [InlineData("credentialSubject/identifier/0/identityType")]
    [InlineData("credentialStatus/type")]
    [InlineData("credentialStatus/statusPurpose")]
    [InlineData("credentialStatus/statusListIndex")]
    [InlineData("credentialStatus/statusListCredential")]
    public void A_credential_without_a_part_that_its_class_requires_is_refused(string path)
    {
        AssertShapeFails(Given.SignedPayload(payload => Parent(payload, path, out var name).Remove(name)));
        AssertShapeFails(Given.SignedPayload(payload => Parent(payload, path, out var name)[name] = 7.5));
        AssertShapeFails(Given.SignedPayload(payload => Parent(payload, path, out var name)[name] = null));
    }

    [Theory]
    [InlineData("validFrom", "2026-06-01")]
    [InlineData("validFrom", "2026-06-01T00:00:00")]
    [InlineData("validFrom", "2026-06-01T00:00:00.Z")]
    [InlineData("validFrom", "2026-02-30T00:00:00Z")]
    [InlineData("validFrom", "1 June 2026")]
    [InlineData("validUntil", "never")]
    [InlineData("validUntil", "9999-12-31T23:59:59-14:00")]
    [InlineData("credentialStatus/statusListIndex", "-1")]
    [InlineData("credentialStatus/statusListIndex", "4294967296")]
    [InlineData("credentialStatus/statusListIndex", "4,711")]
    [InlineData("credentialSubject/achievement/achievementType", "Medal")]
    [InlineData("type", "AchievementCredential")]
    public void A_part_that_makes_no_sense_is_refused(string path, string value) =>
        AssertShapeFails(Given.SignedPayload(payload => Parent(payload, path, out var name)[name] = value));

    [Fact]
    public void A_credential_of_the_older_data_model_is_refused() =>
        AssertShapeFails(Given.SignedPayload(payload => payload["@context"]![0] = "https://www.w3.org/2018/credentials/v1"));

    [Fact]
    public void Several_status_entries_are_refused_rather_than_passed_over() =>
        AssertShapeFails(Given.SignedPayload(payload => payload["credentialStatus"] = new JsonArray(payload["credentialStatus"]!.DeepClone())));

    [Fact]
    public void A_kind_of_status_that_cannot_be_read_is_said_not_to_be_checked()
    {
        var token = Given.SignedPayload(payload => payload["credentialStatus"]!["type"] = "1EdTechRevocationList");
        var result = Given.Verify(token, Given.StatusList().Lookup);

        Assert.True(result.IsValid);
        Assert.Equal(CheckOutcome.NotChecked, result[CheckName.Status].Outcome);
    }

    private static void AssertShapeFails(string token)
    {
        var result = Given.Verify(token);
        Assert.Equal(Verdict.NotAcceptable, result.Verdict);
        Assert.Equal(CheckOutcome.Failed, result[CheckName.Shape].Outcome);
        Assert.Equal(CheckOutcome.NotChecked, result[CheckName.Claims].Outcome);
        Assert.Null(result.Credential);
    }

    private static JsonObject Parent(JsonObject root, string path, out string name)
    {
        var steps = path.Split('/');
        name = steps[^1];
        JsonNode parent = root;
        foreach (var step in steps[..^1])
            parent = int.TryParse(step, out var index) ? parent[index]! : parent[step]!;
        return parent.AsObject();
    }
}
