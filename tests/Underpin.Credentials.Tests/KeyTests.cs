using System.Security.Cryptography;

namespace Underpin.Credentials.Tests;

public sealed class KeyTests
{
    /// <summary>The public P-256 key of RFC 7517 appendix A.1.</summary>
    private const string PublishedKey =
        """{"kty":"EC","crv":"P-256","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM","use":"enc","kid":"1"}""";

    [Fact]
    public void A_key_survives_its_text_forms()
    {
        var thumbprint = Given.Key.PublicKey.Thumbprint;
        using var again = IssuerKey.FromPem(Given.Key.ToPem());

        Assert.Equal(thumbprint, again.PublicKey.Thumbprint);
        Assert.Equal(thumbprint, VerificationKey.FromPem(Given.Key.PublicKey.ToPem()).Thumbprint);
        Assert.Equal(thumbprint, VerificationKey.FromJwk(Given.Key.PublicKey.ToJwk()).Thumbprint);
        Assert.Equal(43, thumbprint.Length);
    }

    [Fact]
    public void The_thumbprint_is_the_one_that_others_compute()
    {
        var canonical = $$"""{"crv":"P-256","kty":"EC","x":"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4","y":"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}""";
        var expected = System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(canonical)));
        var key = VerificationKey.FromJwk(PublishedKey.Replace("\"enc\"", "\"sig\""));

        Assert.Equal(expected, key.Thumbprint);
        Assert.Equal("cn-I_WNMClehiVp51i_0VpOENW1upEerA8sEam5hn-s", key.Thumbprint);
        Assert.Equal("1", key.KeyId);
    }

    [Fact]
    public void A_private_key_in_the_older_form_is_read()
    {
        using var ecdsa = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = IssuerKey.FromPem(ecdsa.ExportECPrivateKeyPem());

        Assert.StartsWith("-----BEGIN PRIVATE KEY-----", key.ToPem());
    }

    [Fact]
    public void A_key_that_was_disposed_of_does_not_sign()
    {
        var key = IssuerKey.Generate();
        var signer = new CredentialSigner(key, Given.IssuerId);
        key.Dispose();

        Assert.Throws<ObjectDisposedException>(() => signer.Sign(Given.Certificate()));
        Assert.Throws<ObjectDisposedException>(() => key.ToPem());
    }

    [Fact]
    public void What_is_no_private_P256_key_is_refused_with_the_reason()
    {
        using var longer = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        using var encrypted = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var withPassword = encrypted.ExportEncryptedPkcs8PrivateKeyPem("secret", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));

        AssertRefused("key", "not a PEM file");
        AssertRefused(Given.Key.PublicKey.ToPem(), "holds a PUBLIC KEY");
        AssertRefused(longer.ExportPkcs8PrivateKeyPem(), "another curve");
        AssertRefused(rsa.ExportPkcs8PrivateKeyPem(), "elliptic-curve");
        AssertRefused(withPassword, "password");
        AssertRefused("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----", "damaged");

        static void AssertRefused(string pem, string reason) =>
            Assert.Contains(reason, Assert.Throws<FormatException>(() => IssuerKey.FromPem(pem)).Message);
    }

    [Fact]
    public void What_is_no_public_P256_key_is_refused_with_the_reason()
    {
        using var longer = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(2048);
        var jwk = Given.Key.PublicKey.ToJwk();

        AssertRefused("", "empty");
        AssertRefused("hello", "not a key");
        AssertRefused("{", "not valid JSON");
        AssertRefused("{}", "no key type");
        AssertRefused("""{"kty":"EC","kty":"EC"}""", "not valid JSON");
        AssertRefused("""{"kty":"RSA","n":"AQAB","e":"AQAB"}""", "type RSA");
        AssertRefused("""{"keys":[]}""", "holds no key");
        AssertRefused("""{"keys":[7,{"kty":"oct","k":"AAAA"}]}""", "no key that can be used");
        AssertRefused("""{"id":"did:web:a.example","verificationMethod":[{"type":"Multikey"}]}""", "no key that can be used");
        AssertRefused(PublishedKey, "not meant for signatures");
        AssertRefused(jwk.Replace("P-256", "P-384"), "another curve");
        AssertRefused(jwk.Replace("ES256", "ES256K"), "another algorithm");
        AssertRefused(jwk.Replace("\"x\": \"", "\"x\": \"A"), "32 bytes");
        AssertRefused(jwk.Replace("\"kty\"", "\"d\": \"AAAA\", \"kty\""), "private key");
        AssertRefused("""{"kty":"EC","crv":"P-256","x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA","y":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""", "not a point");
        AssertRefused(Given.Key.ToPem(), "private key");
        AssertRefused(longer.ExportSubjectPublicKeyInfoPem(), "another curve");
        AssertRefused(rsa.ExportSubjectPublicKeyInfoPem(), "elliptic-curve");
        AssertRefused("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----", "holds a CERTIFICATE");
        AssertRefused("-----BEGIN PUBLIC KEY-----\nAAAA", "damaged");

        static void AssertRefused(string text, string reason) =>
            Assert.Contains(reason, Assert.Throws<FormatException>(() => VerificationKeySet.Parse(text)).Message);
    }

    [Fact]
    public void A_file_with_several_keys_gives_those_that_can_be_used()
    {
        var pem = Given.Key.PublicKey.ToPem() + "\n" + Given.StrangersKey.PublicKey.ToPem();
        var jwks = $$"""{"keys":[{"kty":"RSA","n":"AQAB","e":"AQAB"},{{Given.Key.PublicKey.ToJwk()}}]}""";

        Assert.Equal(2, VerificationKeySet.Parse(pem).Count);
        Assert.Equal(Given.Key.PublicKey.Thumbprint, Assert.Single(VerificationKeySet.Parse(jwks)).Thumbprint);
    }

    [Fact]
    public void A_key_known_to_its_issuer_by_another_name_still_verifies()
    {
        var token = Given.SignedHeader("""{"alg":"ES256","kid":"https://council.example/keys/7"}""");
        var named = new VerificationKeySet(VerificationKey.FromJwk(
            Given.Key.PublicKey.ToJwk().Replace(Given.Key.PublicKey.Thumbprint, "https://council.example/keys/7")));

        Assert.Equal(Verdict.Valid, VerdictWith(new TrustedIssuer { Id = Given.IssuerId, Keys = named }));
        Assert.Equal(Verdict.Valid, VerdictWith(new TrustedIssuer { Keys = Given.Keys }));
        Assert.Equal(Verdict.UnknownIssuer, VerdictWith(new TrustedIssuer { Id = Given.IssuerId, Keys = Given.Keys }));
        Assert.Equal(Verdict.UnknownIssuer, VerdictWith(new TrustedIssuer { Keys = new VerificationKeySet(Given.StrangersKey.PublicKey, Given.Key.PublicKey) }));

        Verdict VerdictWith(TrustedIssuer issuer) => new CredentialVerifier(issuer, new StoppedClock(Given.Now)).Verify(token).Verdict;
    }

    [Fact]
    public void Against_a_single_key_file_a_strangers_certificate_is_not_ours()
    {
        var token = new CredentialSigner(Given.StrangersKey, Given.IssuerId).Sign(Given.Certificate());
        var verifier = new CredentialVerifier(new TrustedIssuer { Keys = VerificationKeySet.Parse(Given.Key.PublicKey.ToPem()) }, new StoppedClock(Given.Now));

        Assert.Equal(Verdict.UnknownIssuer, verifier.Verify(token).Verdict);
    }

    [Fact]
    public void A_key_set_is_never_empty_and_holds_no_key_twice()
    {
        Assert.Throws<ArgumentException>(() => new VerificationKeySet());
        Assert.Throws<ArgumentException>(() => new VerificationKeySet(Given.Key.PublicKey, Given.Key.PublicKey));
    }
}
