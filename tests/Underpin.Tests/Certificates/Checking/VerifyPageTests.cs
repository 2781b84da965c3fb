using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Certificates;
using Underpin.Certificates.Issuing;
using Underpin.Credentials;
using Underpin.Platform;
using Underpin.Tests.Certificates;

namespace Underpin.Tests.Certificates.Checking;

public sealed class VerifyPageTests(TestSite site) : IClassFixture<TestSite>
{
    static async Task<string> AnswerAsync(HttpResponseMessage response)
    {
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"answered {(int)response.StatusCode}");
        return (await response.PageAsync()).QuerySelector(".u-verdict__answer")?.TextContent ?? "";
    }

    static Task<HttpResponseMessage> PasteAsync(HttpClient client, string text) => client.SubmitAsync("/verify", [("Text", text)], "Check");

    static Task<HttpResponseMessage> UploadAsync(HttpClient client, byte[] content, string typed = "", string name = "credential.jwt") =>
        client.SubmitAsync("/verify", [("Text", typed)], "Check", [("Upload", name, content)]);

    [Theory]
    [InlineData("Joe Bright")]
    [InlineData("Siân Ŵyn-Łukasz")]
    [InlineData("محمد بن سعيد")]
    [InlineData("山田 花子")]
    public async Task A_number_gets_a_clear_yes_with_what_the_certificate_says(string name)
    {
        var (certificate, _) = await site.Data.CertificateAsync(name);
        var page = await site.Visitor().OpenAsync($"/verify?number={certificate.Number}");
        Assert.Equal("Yes, this certificate is real and in force", page.QuerySelector(".u-verdict__answer")!.TextContent);
        var facts = page.QuerySelector("dl.u-rows")!.TextContent;
        Assert.Contains(name, facts, StringComparison.Ordinal);
        Assert.Contains(certificate.QualificationTitle, facts, StringComparison.Ordinal);
        Assert.Contains(site.Clock.Today().InWords(), facts, StringComparison.Ordinal);
        Assert.Equal(3, page.QuerySelectorAll("main tbody tr").Length);
    }

    [Fact]
    public async Task A_number_may_be_typed_carelessly()
    {
        var (certificate, _) = await site.Data.CertificateAsync();
        var typed = certificate.Number.ToString().ToLowerInvariant().Replace('-', ' ');
        var sent = await PasteAsync(site.Visitor(), typed);
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.StartsWith("Yes", await AnswerAsync(await site.Visitor().GetAsync(sent.Headers.Location)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_answer_for_visitors_sets_no_cookie_so_that_it_can_be_kept()
    {
        var (certificate, _) = await site.Data.CertificateAsync();
        foreach (var address in new[] { "/verify", $"/verify?number={certificate.Number}", $"/certificates/{certificate.Number}" })
            Assert.False((await site.Visitor().GetAsync(address)).Headers.Contains("Set-Cookie"), address);
    }

    [Fact]
    public async Task A_number_that_nobody_has_is_told_from_a_number_that_cannot_be()
    {
        var unknown = CertificateNumber.Create();
        var page = await site.Visitor().OpenAsync($"/certificates/{unknown}");
        Assert.Equal("No, we have no certificate with this number", page.QuerySelector(".u-verdict__answer")!.TextContent);

        var text = unknown.ToString();
        var mistyped = text[..^1] + (text[^1] == '7' ? '8' : '7');
        page = await site.Visitor().OpenAsync($"/certificates/{mistyped}");
        Assert.Equal("No, this is not a certificate number", page.QuerySelector(".u-verdict__answer")!.TextContent);
        Assert.Contains("characters are wrong", page.QuerySelector(".u-verdict__why")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_credential_is_checked_pasted_and_as_a_file()
    {
        var (certificate, _) = await site.Data.CertificateAsync();
        Assert.StartsWith("Yes", await AnswerAsync(await PasteAsync(site.Visitor(), $"  {certificate.Credential}\n")), StringComparison.Ordinal);
        Assert.StartsWith("Yes", await AnswerAsync(await UploadAsync(site.Visitor(), Encoding.ASCII.GetBytes(certificate.Credential))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_bad_credential_is_told_apart()
    {
        var (certificate, _) = await site.Data.CertificateAsync();
        var token = certificate.Credential;
        var parts = token.Split('.');
        var middle = token.Length / 2;
        var changed = token[..middle] + (token[middle] == 'A' ? 'B' : 'A') + token[(middle + 1)..];
        var none = $"{Convert.ToBase64String("{\"alg\":\"none\"}"u8).TrimEnd('=')}.{parts[1]}.";
        using var stranger = IssuerKey.Generate();
        var issuer = site.Services.GetRequiredService<IssuerIdentity>();
        var forged = new CredentialSigner(stranger, issuer.Did.Value).Sign(issuer.Verifier.Value.Verify(token).Credential!);

        (string Text, string Answer)[] cases =
        [
            (changed, "No, this certificate has been changed"),
            (string.Join('.', parts[0], parts[1]), "No, we cannot read this as a certificate"),
            (token[..^20], "No, this certificate has been changed"),
            (none, "No, this is not made as a real certificate is"),
            (forged, "No, we did not award this"),
            ("hello.there.you", "No, we cannot read this as a certificate"),
        ];
        foreach (var (text, answer) in cases)
        {
            var response = await PasteAsync(site.Visitor(), text);
            var page = await response.PageAsync();
            var shown = page.QuerySelector(".u-verdict__answer")!.TextContent;
            Assert.True(shown == answer || (answer.Contains("changed", StringComparison.Ordinal) && shown.Contains("cannot read", StringComparison.Ordinal) && text.Length < token.Length), $"{shown} for {text}");
            Assert.NotEmpty(page.QuerySelectorAll(".u-checks__failed"));
            Assert.Equal(text, page.QuerySelector("textarea")!.TextContent.TrimStart('\n'));
            Assert.DoesNotContain("Joe Bright", page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_credential_of_ours_that_is_not_in_the_register_is_no_yes()
    {
        var issuer = site.Services.GetRequiredService<IssuerIdentity>();
        var (certificate, _) = await site.Data.CertificateAsync();
        var real = issuer.Verifier.Value.Verify(certificate.Credential).Credential!;
        var other = issuer.Signer.Sign(real with { Id = issuer.At($"/certificates/{CertificateNumber.Create()}").AbsoluteUri });
        Assert.Equal("No, this certificate is not in our register", await AnswerAsync(await PasteAsync(site.Visitor(), other)));
    }

    [Fact]
    public async Task A_revoked_certificate_says_so_by_number_and_by_credential_and_in_the_list()
    {
        var (certificate, enrolment) = await site.Data.CertificateAsync();
        var officer = await site.Data.OfficerAsync(enrolment);
        await site.Data.RevokeAsync(certificate, officer, "A private reason");
        foreach (var response in new[] { await site.Visitor().GetAsync($"/verify?number={certificate.Number}"), await site.Visitor().GetAsync($"/certificates/{certificate.Number}"), await PasteAsync(site.Visitor(), certificate.Credential) })
        {
            var page = await response.PageAsync();
            Assert.Equal("No, this certificate has been revoked", page.QuerySelector(".u-verdict__answer")!.TextContent);
            Assert.Contains($"revoked it on {site.Clock.Today().InWords()}", page.QuerySelector(".u-verdict__why")!.TextContent, StringComparison.Ordinal);
            Assert.Contains("Revocation", page.QuerySelector(".u-checks__failed")!.TextContent, StringComparison.Ordinal);
            Assert.DoesNotContain("private reason", page.Body!.TextContent, StringComparison.Ordinal);
        }

        var verifier = new CredentialVerifier(new TrustedIssuer { Keys = VerificationKeySet.Parse(await site.Visitor().GetStringAsync("/.well-known/jwks.json")) }, site.Clock);
        var response2 = await site.Visitor().GetAsync("/certificates/status/1");
        Assert.Equal("application/vc+jwt", response2.Content.Headers.ContentType!.MediaType);
        var list = verifier.VerifyStatusList(await response2.Content.ReadAsStringAsync()).StatusList!;
        Assert.Equal(Verdict.Revoked, verifier.Verify(certificate.Credential, list.Lookup).Verdict);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync("/certificates/status/2")).StatusCode);
    }

    [Fact]
    public async Task An_expired_certificate_says_so()
    {
        var (certificate, _) = await site.Data.CertificateAsync();
        var yesterday = site.Clock.Today().AddDays(-1);
        await site.DbAsync(db => db.Certificates.Where(c => c.Id == certificate.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ValidUntil, yesterday)));
        Assert.Equal("No, this certificate has expired", await AnswerAsync(await site.Visitor().GetAsync($"/verify?number={certificate.Number}")));
    }

    [Fact]
    public async Task A_name_changed_by_hand_in_the_register_is_found_out()
    {
        var (certificate, _) = await site.Data.CertificateAsync();
        await site.DbAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE "Certificates" SET "HolderName" = 'Someone Else' WHERE "Id" = {certificate.Id}"""));
        Assert.Equal("No, this certificate has been changed", await AnswerAsync(await site.Visitor().GetAsync($"/verify?number={certificate.Number}")));
    }

    [Theory]
    [InlineData("%PDF-1.7 and so on, twenty bytes", "a PDF")]
    [InlineData("GIF89a and so on, twenty bytes..", "a picture")]
    public async Task A_picture_of_a_certificate_proves_nothing_and_what_was_typed_stays(string content, string kind)
    {
        var page = await (await UploadAsync(site.Visitor(), Encoding.ASCII.GetBytes(content), "UP-4T7W", "scan.bin")).PageAsync();
        Assert.Contains(kind, Assert.Single(page.Errors()), StringComparison.Ordinal);
        Assert.Equal("UP-4T7W", page.QuerySelector("textarea")!.TextContent.TrimStart('\n'));
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_kindly_as_a_file_and_as_text()
    {
        var large = new byte[10_000_000];
        Array.Fill(large, (byte)'e');
        var page = await (await UploadAsync(site.Visitor(), large, "UP-4T7W")).PageAsync();
        Assert.Contains("9,765 kB", Assert.Single(page.Errors()), StringComparison.Ordinal);
        Assert.Equal("UP-4T7W", page.QuerySelector("textarea")!.TextContent.TrimStart('\n'));
        using var form = new MultipartFormDataContent { { new StringContent(new string('e', 10_000_000)), "Text" } };
        Assert.Equal("No, this is too large to be a certificate", await AnswerAsync(await site.Visitor().PostAsync("/verify", form)));
    }

    [Fact]
    public async Task Nothing_at_all_asks_for_something()
    {
        Assert.Single((await (await PasteAsync(site.Visitor(), "  ")).PageAsync()).Errors());
        Assert.Contains("empty", Assert.Single((await (await UploadAsync(site.Visitor(), [])).PageAsync()).Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_address_on_the_certificate_can_be_pasted_too()
    {
        var (certificate, _) = await site.Data.CertificateAsync();
        var sent = await PasteAsync(site.Visitor(), $"http://localhost/certificates/{certificate.Number}");
        Assert.Equal($"/verify?number={certificate.Number}", sent.Headers.Location!.ToString());
    }
}
