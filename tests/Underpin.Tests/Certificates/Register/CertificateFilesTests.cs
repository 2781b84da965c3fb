using System.Net;
using Underpin.Certificates;
using Underpin.Tests.Certificates.Printing;

namespace Underpin.Tests.Certificates.Register;

public sealed class CertificateFilesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_printed_certificate_bears_name_and_number()
    {
        var (certificate, _) = await site.Data.CertificateAsync("Siân Ŵyn-Łukasz");
        var response = await site.Visitor().GetAsync($"/certificates/{certificate.Number}.pdf");
        Assert.Equal("application/pdf", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", response.Content.Headers.ContentDisposition!.DispositionType);
        var text = new ReadPdf(await response.Content.ReadAsByteArrayAsync()).Document.WholeText();
        Assert.Contains("Siân Ŵyn-Łukasz", text, StringComparison.Ordinal);
        Assert.Contains(certificate.Number.ToString(), text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_credential_is_a_file_to_keep()
    {
        var (certificate, _) = await site.Data.CertificateAsync();
        var response = await site.Visitor().GetAsync($"/certificates/{certificate.Number}/credential");
        Assert.Equal("application/vc+jwt", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"{certificate.Number}.jwt", response.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        Assert.Equal(certificate.Credential, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/certificates/UP-0000-0000-000.pdf")]
    [InlineData("/certificates/UP-0000-0000-000/credential")]
    [InlineData("/certificates/nonsense.pdf")]
    public async Task What_was_never_awarded_has_no_files(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(address)).StatusCode);
}
