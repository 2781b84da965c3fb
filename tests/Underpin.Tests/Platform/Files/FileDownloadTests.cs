using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Platform.Files;

namespace Underpin.Tests.Platform.Files;

public sealed class FileDownloadTests(TestSite site) : IClassFixture<TestSite>
{
    async Task<IHeaderDictionary> HeadersAsync(string name, byte[] content, bool show)
    {
        var file = await site.RunAsync(async s => (await s.GetRequiredService<FileIntake>().ReceiveAsync(name, new MemoryStream(content), default)).Value);
        var response = new DefaultHttpContext().Response;
        var sent = await site.Services.GetRequiredService<IFileStore>().SendAsync(response, file, show, default);
        await using (sent.FileStream) Assert.Equal(content.Length, sent.FileStream.Length);
        return response.Headers;
    }

    [Theory]
    [InlineData(true, "inline")]
    [InlineData(false, "attachment")]
    public async Task A_picture_is_shown_only_when_asked(bool show, string disposition) =>
        Assert.StartsWith(disposition, (await HeadersAsync("rack.png", SampleFiles.Png, show)).ContentDisposition.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task An_office_document_is_never_shown_in_the_browser() =>
        Assert.StartsWith("attachment", (await HeadersAsync("plan.docx", SampleFiles.Docx(), show: true)).ContentDisposition.ToString(), StringComparison.Ordinal);

    [Fact]
    public async Task What_people_upload_runs_nothing_and_is_kept_by_no_proxy()
    {
        var headers = await HeadersAsync("Siân’s \"notes\".txt", "Fixed."u8.ToArray(), show: true);
        Assert.Contains("sandbox", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.Equal("private, no-store", headers.CacheControl);
        Assert.Contains("filename*=UTF-8''Si%C3%A2n", headers.ContentDisposition.ToString(), StringComparison.Ordinal);
    }
}
