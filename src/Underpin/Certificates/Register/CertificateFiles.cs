using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Underpin.Certificates.Issuing;
using Underpin.Certificates.Printing;
using Underpin.Platform;

namespace Underpin.Certificates.Register;

/// <summary>A certificate to keep: the signed credential, and the page to print.</summary>
internal static class CertificateFiles
{
    public static void MapCertificateFiles(this IEndpointRouteBuilder app)
    {
        app.MapGet("/certificates/{number}/credential", async (string number, HttpContext http, UnderpinDb db, CancellationToken cancel) =>
        {
            if (await FindAsync(db, number, cancel) is not { } found) return Results.NotFound();
            http.Response.Headers.ContentDisposition = $"attachment; filename=\"{found.Number}.jwt\"";
            return Results.Text(found.Credential, IssuerEndpoints.CredentialType, System.Text.Encoding.ASCII);
        }).WithSummary("The signed credential: Open Badges 3.0 as VC-JWT");

        app.MapGet("/certificates/{number}.pdf", async (string number, HttpContext http, UnderpinDb db, IssuerIdentity issuer, IOptions<SiteOptions> site, CancellationToken cancel) =>
        {
            if (await FindAsync(db, number, cancel) is not { } found) return Results.NotFound();
            http.Response.Headers.ContentDisposition = $"inline; filename=\"{found.Number}.pdf\"";
            return Results.Bytes(CertificateDocument.Create(PrintOf(found, issuer, site.Value.IsDemonstration)), "application/pdf");
        }).WithSummary("The certificate to print");
    }

    public static CertificatePrint PrintOf(Certificate certificate, IssuerIdentity issuer, bool isDemonstration) => new()
    {
        HolderName = certificate.HolderName.ToString(),
        QualificationTitle = certificate.QualificationTitle,
        QualificationLevel = certificate.Level.Value,
        QualificationType = certificate.QualificationType.ToString(),
        Credit = certificate.Credit.Value,
        TotalHours = certificate.Credit.TotalHours,
        AwardedOn = certificate.AwardedOn,
        Number = certificate.Number.ToString(),
        AwardingBodyName = certificate.AwardingBodyName,
        CentreName = certificate.CentreName,
        Units = [.. certificate.Units.Select(u => new PrintedUnit(u.Code, u.Title, u.Level, u.Credit))],
        CheckUrl = issuer.At($"/certificates/{certificate.Number}"),
        IsDemonstration = isDemonstration,
    };

    static async Task<Certificate?> FindAsync(UnderpinDb db, string typed, CancellationToken cancel) =>
        CertificateNumber.TryParse(typed, null, out var number) ? await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, cancel) : null;
}
