using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Underpin.Qualifications.Downloads;

internal static class DownloadsApi
{
    public const string Everything = "everything.zip";

    /// <summary>Writes the file as it is read, so that its size costs no memory.</summary>
    public static async Task<Results<PushStreamHttpResult, NotFound>> GetAsync(string file, UnderpinDb db, CancellationToken cancel)
    {
        if (await Edition.CurrentAsync(db, cancel) is not { } edition) return TypedResults.NotFound();
        if (file == Everything) return TypedResults.Stream(body => ZipAsync(db, edition, body, cancel), "application/zip", $"{edition.Framework}-{edition.Version}.zip");
        return DownloadFiles.All.FirstOrDefault(f => f.Name == file) is { } found
            ? TypedResults.Stream(body => found.WriteAsync(db, edition, body, cancel), found.ContentType, found.Name)
            : TypedResults.NotFound();
    }

    static async Task ZipAsync(UnderpinDb db, Edition edition, Stream body, CancellationToken cancel)
    {
        var held = new HeldWrites(body);
        await using (held)
        {
            var zip = await ZipArchive.CreateAsync(held, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
            await using (zip)
            {
                await AddAsync(zip, "README.txt", file => file.WriteAsync(Encoding.UTF8.GetBytes(About(edition)), cancel).AsTask(), cancel);
                foreach (var download in DownloadFiles.All) await AddAsync(zip, download.Name, file => download.WriteAsync(db, edition, file, cancel), cancel);
            }

            await held.FlushAsync(cancel);
        }
    }

    static async Task AddAsync(ZipArchive zip, string name, Func<Stream, Task> write, CancellationToken cancel)
    {
        var file = await zip.CreateEntry(name).OpenAsync(cancel);
        await using (file) await write(file);
    }

    static string About(Edition edition) => $"""
        {edition.Words}, published on {edition.PublishedOn:yyyy-MM-dd}

        Licence: {Edition.Licence}
        {Edition.LicenceAddress}
        You may copy, share and change it for any purpose. Give credit, name the licence, and say whether you changed anything.
        Codes, names and dates of outside certificates and standards belong to the bodies named.

        The files
        {string.Join("\n", DownloadFiles.All.Select(f => $"  {f.Name}: {f.Holds}"))}

        CSV files are UTF-8 without a byte order mark. Several values in one cell are set apart by a semicolon. A cell that a
        spreadsheet would run as a formula begins with an apostrophe.
        """;
}
