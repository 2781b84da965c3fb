using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Underpin.Certificates;

namespace Underpin.Tests.Certificates.Checking;

public sealed class VerifyApiTests(TestSite site) : IClassFixture<TestSite>
{
    async Task<JsonElement> PostAsync(HttpContent body)
    {
        var response = await site.Visitor().PostAsync("/api/v1/verify", body);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    [Fact]
    public async Task A_program_asks_by_number()
    {
        var (certificate, _) = await site.Data.CertificateAsync();
        var answer = await site.Visitor().GetFromJsonAsync<JsonElement>($"/api/v1/verify?number={certificate.Number}");
        Assert.True(answer.GetProperty("valid").GetBoolean());
        Assert.Equal("Joe Bright", answer.GetProperty("certificate").GetProperty("holderName").GetString());
        var unknown = await site.Visitor().GetFromJsonAsync<JsonElement>($"/api/v1/verify?number={CertificateNumber.Create()}");
        Assert.Equal("NotFound", unknown.GetProperty("answer").GetString());
        var empty = await site.Visitor().GetFromJsonAsync<JsonElement>("/api/v1/verify");
        Assert.Equal("Mistyped", empty.GetProperty("answer").GetString());
    }

    [Fact]
    public async Task A_program_sends_a_credential()
    {
        var (certificate, enrolment) = await site.Data.CertificateAsync();
        Assert.True((await PostAsync(new StringContent(certificate.Credential, Encoding.ASCII, "application/vc+jwt"))).GetProperty("valid").GetBoolean());
        var changed = certificate.Credential[..^5] + (certificate.Credential[^5] == 'A' ? 'B' : 'A') + certificate.Credential[^4..];
        Assert.Equal("Changed", (await PostAsync(new StringContent(changed))).GetProperty("answer").GetString());
        await site.Data.RevokeAsync(certificate, await site.Data.OfficerAsync(enrolment));
        Assert.Equal("Revoked", (await PostAsync(new StringContent(certificate.Credential))).GetProperty("answer").GetString());
    }

    [Theory]
    [InlineData("", "Unreadable")]
    [InlineData("not a credential", "Unreadable")]
    [InlineData("\u0000\u0001", "Unreadable")]
    public async Task Text_that_is_no_credential_is_answered(string body, string answer) =>
        Assert.Equal(answer, (await PostAsync(new StringContent(body))).GetProperty("answer").GetString());

    [Fact]
    public async Task Ten_megabytes_are_not_read() =>
        Assert.Equal("TooLarge", (await PostAsync(new ByteArrayContent(new byte[10_000_000]))).GetProperty("answer").GetString());

    [Fact]
    public async Task A_certificate_has_an_address_for_programs_and_an_unknown_one_is_not_found()
    {
        var (certificate, _) = await site.Data.CertificateAsync();
        var answer = await site.Visitor().GetFromJsonAsync<JsonElement>($"/api/v1/certificates/{certificate.Number}");
        Assert.Equal(3, answer.GetProperty("certificate").GetProperty("units").GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync($"/api/v1/certificates/{CertificateNumber.Create()}")).StatusCode);
    }
}
