using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Underpin.Platform.Files;

/// <summary>Sends a stored file to someone who may see it. Whether they may is for the page that calls this.</summary>
internal static class FileDownload
{
    static readonly HashSet<string> ShownInTheBrowser =
        [.. new[] { FileKind.Pdf, FileKind.Png, FileKind.Jpeg, FileKind.Gif, FileKind.Webp, FileKind.Text }.Select(k => k.ContentType)];

    /// <param name="response">Of the same request; the protecting headers are set on it.</param>
    /// <param name="show">Show it in the browser where that is safe, rather than save it.</param>
    public static async Task<FileStreamResult> SendAsync(this IFileStore store, HttpResponse response, ReceivedFile file, bool show, CancellationToken cancel)
    {
        var content = await store.OpenAsync(file.Hash, cancel);
        var shown = show && ShownInTheBrowser.Contains(file.ContentType);
        var disposition = new ContentDispositionHeaderValue(shown ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        response.Headers.ContentDisposition = disposition.ToString();
        response.Headers.XContentTypeOptions = "nosniff";
        // What people upload runs nothing, loads nothing and sends nothing, whatever is in it. Browsers open their PDF reader, which
        // has walls of its own, only outside the sandbox.
        response.Headers.ContentSecurityPolicy = file.ContentType == FileKind.Pdf.ContentType && shown
            ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
            : "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'none'; sandbox";
        response.Headers.CacheControl = "private, no-store";
        var type = file.ContentType.StartsWith("text/", StringComparison.Ordinal) ? $"{file.ContentType}; charset=utf-8" : file.ContentType;
        return new FileStreamResult(content, type) { EnableRangeProcessing = true };
    }
}
