namespace Underpin.Credentials.Tests;

public sealed class ReadmeTests
{
    [Fact]
    public void The_way_from_key_to_verdict_works_as_the_readme_shows_it()
    {
        var did = DidWeb.FromOrigin("https://council.example");
        using var key = IssuerKey.FromPem(Given.Key.ToPem());
        var keys = new VerificationKeySet(key.PublicKey);
        var signer = new CredentialSigner(key, did.Value);

        var token = signer.Sign(new AchievementCredential
        {
            Id = "https://council.example/certificates/C-1042-7",
            Issuer = new Issuer { Id = did.Value, Name = "The Council", Url = "https://council.example" },
            Holder = Holder.Create(Guid.CreateVersion7(), "Siân Ó Briain"),
            Achievement = new Achievement
            {
                Id = "https://council.example/qualifications/EIT3",
                Type = AchievementTypes.Certificate,
                Name = "Level 3 Certificate in Education IT",
                Description = "The holder keeps a school's IT running.",
                Criteria = new Criteria { Narrative = "Every unit was judged met." },
            },
            ValidFrom = Given.Now,
            Status = new StatusListEntry { ListUrl = Given.ListUrl, Index = 4711 },
        });

        var verifier = new CredentialVerifier(
            new TrustedIssuer { Id = did.Value, Name = "the Council", Keys = keys }, new StoppedClock(Given.Now));
        var published = verifier.VerifyStatusList(signer.Sign(Given.StatusList()));
        var result = verifier.Verify(token, published.StatusList!.Lookup);

        Assert.Equal(Verdict.Valid, result.Verdict);
        Assert.Equal("This certificate is genuine, nothing in it has been changed, and it has not been withdrawn.", result.Summary);
    }
}
