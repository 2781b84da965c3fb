using Microsoft.EntityFrameworkCore;

namespace Underpin.Qualifications.Downloads;

/// <summary>Which edition a file holds and on what terms: it stands in every file, for files travel alone.</summary>
internal sealed record Edition(string Framework, string Title, string Version, DateOnly PublishedOn)
{
    public const string Licence = "CC BY 4.0";
    public const string LicenceAddress = "https://creativecommons.org/licenses/by/4.0/";

    public string Words => $"{Title}, edition {Version}";

    /// <summary>Null while nothing is published.</summary>
    public static async Task<Edition?> CurrentAsync(UnderpinDb db, CancellationToken cancel) =>
        await db.Frameworks.Where(f => f.IsCurrent).OrderBy(f => f.Code).Select(f => new Edition(f.Code, f.Title, f.Version, f.PublishedOn)).FirstOrDefaultAsync(cancel);
}
