using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Underpin.Credentials.Tests;

public sealed class HostileTokenTests
{
    private static readonly string Token = Given.Signer.Sign(Given.Certificate());
    private static readonly string[] Parts = Token.Split('.');

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("a.b.c")]
    [InlineData("....")]
    [InlineData("not a certificate")]
    [InlineData("{\"alg\":\"none\"}")]
    [InlineData("ÿ.ÿ.ÿ")]
    public void What_is_no_certificate_is_unreadable(string text) => AssertFails(text, Verdict.Unreadable, CheckName.Form);

    [Fact]
    public void Ten_megabytes_are_refused_by_their_size()
    {
        AssertFails(new string('A', 10_000_000), Verdict.TooLarge, CheckName.Form);
        AssertFails(Token + new string(' ', CredentialVerifier.MaximumTokenLength), Verdict.TooLarge, CheckName.Form);
    }

    [Fact]
    public void A_certificate_cut_short_is_never_accepted()
    {
        for (var length = 0; length < Token.Length; length++)
            Assert.False(Given.Verify(Token[..length]).IsValid);
    }

    [Fact]
    public void A_certificate_with_something_added_is_never_accepted()
    {
        Assert.All([Token + "A", Token + ".", Token + "=", "A" + Token, Token + "." + Parts[2], Token + "\0"], text => Assert.False(Given.Verify(text).IsValid));
    }

    [Fact]
    public void White_space_inside_is_refused()
    {
        AssertFails($"{Parts[0]}.{Parts[1].Insert(40, "\n")}.{Parts[2]}", Verdict.Unreadable, CheckName.Form);
        AssertFails($"{Parts[0]}. {Parts[1]}.{Parts[2]}", Verdict.Unreadable, CheckName.Form);
        AssertFails($"{Parts[0]}.{Parts[1]}.{Parts[2].Insert(9, " ")}", Verdict.Changed, CheckName.Signature);
    }

    [Fact]
    public void Padding_and_bits_left_over_are_refused()
    {
        var signature = Parts[2];
        const string letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        var twin = signature[..^1] + letters[letters.IndexOf(signature[^1]) + 1];

        Assert.Equal(Base64Url.DecodeFromChars(signature), Forgiving(twin));
        AssertFails($"{Parts[0]}.{Parts[1]}.{twin}", Verdict.Changed, CheckName.Signature);
        AssertFails($"{Parts[0]}.{Parts[1]}.{signature}==", Verdict.Changed, CheckName.Signature);
    }

    [Fact]
    public void The_unsigned_algorithm_is_refused()
    {
        var header = Encode("""{"alg":"none","typ":"JWT"}""");

        AssertFails($"{header}.{Parts[1]}.", Verdict.NotAcceptable, CheckName.Header);
        AssertFails($"{header}.{Parts[1]}.{Parts[2]}", Verdict.NotAcceptable, CheckName.Header);
    }

    [Fact]
    public void A_public_key_used_as_a_password_is_refused()
    {
        var header = Encode(new JsonObject { ["alg"] = "HS256", ["typ"] = "JWT", ["kid"] = Given.Signer.KeyId }.ToJsonString());
        var code = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Given.Key.PublicKey.ToPem()), Encoding.ASCII.GetBytes($"{header}.{Parts[1]}"));

        AssertFails($"{header}.{Parts[1]}.{Base64Url.EncodeToString(code)}", Verdict.NotAcceptable, CheckName.Header);
    }

    public static TheoryData<string> BadHeaders => new(
        """{"typ":"JWT","kid":"KID"}""",
        """{"alg":"es256","kid":"KID"}""",
        """{"alg":["ES256"],"kid":"KID"}""",
        """{"alg":"ES384","kid":"KID"}""",
        """{"alg":"ES256","kid":"KID","crit":["exp"]}""",
        """{"alg":"ES256","kid":"KID","b64":false}""",
        """{"alg":"ES256","kid":"KID","jku":"https://stranger.example/jwks.json"}""",
        """{"alg":"ES256","kid":"KID","x5c":[]}""",
        """{"alg":"ES256","kid":"KID","typ":"vc+jwt"}""",
        """{"alg":"ES256","kid":"KID","typ":null}""",
        """{"alg":"ES256","kid":7}""",
        """{"alg":"ES256"}""",
        """{"alg":"ES256","kid":"KID","jwk":"KID"}""",
        """{"alg":"ES256","kid":"KID","jwk":{"kty":"oct","k":"AAAA"}}""",
        "{}");

    [Theory]
    [MemberData(nameof(BadHeaders))]
    public void A_header_that_is_out_of_order_is_refused_though_the_signature_is_good(string header) =>
        AssertFails(Given.SignedHeader(header.Replace("KID", Given.Signer.KeyId)), Verdict.NotAcceptable, CheckName.Header);

    public static TheoryData<string> BrokenHeaders => new(
        """{"alg":"ES256","kid":"KID","alg":"none"}""",
        """{"alg":"ES256","kid":"KID","\u0061lg":"none"}""",
        """{"alg":"ES256","kid":"\ud800"}""",
        """{"alg":"ES256","kid":"KID","\ud800":1}""",
        """{"alg":"ES256","kid":"KID",}""",
        """{"alg":"ES256","kid":"KID"} /* */""",
        """{"alg":"ES256","kid":"KID"}{}""",
        """["ES256"]""",
        "null",
        "");

    [Theory]
    [MemberData(nameof(BrokenHeaders))]
    public void A_header_that_two_readers_could_read_differently_is_unreadable(string header) =>
        AssertFails(Given.SignedHeader(header.Replace("KID", Given.Signer.KeyId)), Verdict.Unreadable, CheckName.Form);

    [Fact]
    public void A_key_brought_along_by_a_stranger_is_not_trusted()
    {
        var stranger = new CredentialSigner(Given.StrangersKey, Given.IssuerId, embedKey: true).Sign(Given.Certificate());
        var jwk = Given.HeaderOf(stranger)["jwk"]!;
        string[] headers =
        [
            new JsonObject { ["alg"] = "ES256", ["jwk"] = jwk.DeepClone() }.ToJsonString(),
            new JsonObject { ["alg"] = "ES256", ["kid"] = Given.Signer.KeyId, ["jwk"] = jwk.DeepClone() }.ToJsonString(),
        ];

        AssertFails(stranger, Verdict.UnknownIssuer, CheckName.Issuer);
        Assert.All(headers, header => AssertFails(Given.SignedHeader(header, Given.StrangersKey), Verdict.UnknownIssuer, CheckName.Issuer));
        Assert.All(headers, header => AssertFails(Given.SignedHeader(header), Verdict.UnknownIssuer, CheckName.Issuer));
    }

    [Fact]
    public void A_certificate_signed_again_under_our_key_id_counts_as_changed() =>
        AssertFails(
            Given.SignedHeader(new JsonObject { ["alg"] = "ES256", ["kid"] = Given.Signer.KeyId }.ToJsonString(), Given.StrangersKey),
            Verdict.Changed,
            CheckName.Signature);

    [Fact]
    public void A_private_key_in_the_header_is_refused()
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(Given.Key.ToPem());
        var header = Given.HeaderOf(new CredentialSigner(Given.Key, Given.IssuerId, embedKey: true).Sign(Given.Certificate()));
        header["jwk"]!["d"] = Base64Url.EncodeToString(ecdsa.ExportParameters(true).D);

        AssertFails(Given.SignedHeader(header.ToJsonString()), Verdict.NotAcceptable, CheckName.Header);
    }

    [Fact]
    public void A_signature_in_the_other_format_is_refused()
    {
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(Given.Key.ToPem());
        var der = ecdsa.SignData(
            Encoding.ASCII.GetBytes($"{Parts[0]}.{Parts[1]}"), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);

        AssertFails($"{Parts[0]}.{Parts[1]}.{Base64Url.EncodeToString(der)}", Verdict.Changed, CheckName.Signature);
    }

    [Fact]
    public void An_empty_or_zero_signature_is_refused()
    {
        AssertFails($"{Parts[0]}.{Parts[1]}.", Verdict.Changed, CheckName.Signature);
        AssertFails($"{Parts[0]}.{Parts[1]}.{Base64Url.EncodeToString(new byte[64])}", Verdict.Changed, CheckName.Signature);
        AssertFails($"{Parts[0]}.{Parts[1]}.{Base64Url.EncodeToString(Enumerable.Repeat((byte)0xff, 64).ToArray())}", Verdict.Changed, CheckName.Signature);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("")]
    [InlineData("certificate")]
    [InlineData("""{"id":"a","id":"b"}""")]
    [InlineData("""{"id":"a","\u0069d":"b"}""")]
    [InlineData("""{"issuer":{"id":"a","id":"b"}}""")]
    [InlineData("""{"id":"\udc00"}""")]
    [InlineData("""{"@context":["https://www.w3.org/ns/credentials/v2","\ud800"]}""")]
    public void Something_signed_that_is_no_clear_credential_is_refused(string payload) =>
        AssertFails(Given.SignedText(payload), Verdict.NotAcceptable, CheckName.Shape);

    [Fact]
    public void A_property_said_twice_is_refused_in_an_otherwise_sound_credential()
    {
        var payload = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(Parts[1]));

        AssertFails(Given.SignedText(payload.Insert(1, "\"id\":\"https://stranger.example\",")), Verdict.NotAcceptable, CheckName.Shape);
    }

    [Fact]
    public void Bytes_that_are_not_text_are_refused()
    {
        var payload = Base64Url.DecodeFromChars(Parts[1]);
        payload[Encoding.UTF8.GetString(payload).IndexOf("Siân", StringComparison.Ordinal)] = 0xff;

        AssertFails(Given.SignedBytes(payload), Verdict.NotAcceptable, CheckName.Shape);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(50_000)]
    public void Deep_nesting_is_refused(int depth)
    {
        var nested = new string('[', depth) + new string(']', depth);

        AssertFails(Given.SignedText($$"""{"x":{{nested}}}"""), Verdict.NotAcceptable, CheckName.Shape);
        AssertFails(Given.SignedText("{}", header: $$"""{"alg":{{nested}}}"""), Verdict.Unreadable, CheckName.Form);
    }

    private static void AssertFails(string text, Verdict verdict, CheckName failed)
    {
        var result = Given.Verify(text, Given.StatusList().Lookup);

        Assert.Equal(verdict, result.Verdict);
        Assert.Equal(failed, Assert.Single(result.Checks, check => check.Outcome == CheckOutcome.Failed).Name);
        Assert.All(result.Checks.Where(check => check.Name > failed && check.Name != CheckName.Issuer), check => Assert.Equal(CheckOutcome.NotChecked, check.Outcome));
        Assert.Null(result.Credential);
    }

    private static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    /// <summary>What a careless decoder makes of a text with bits left over.</summary>
    private static byte[] Forgiving(string text) => Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + "==");
}
