using Underpin.Certificates.Printing;

namespace Underpin.Tests.Certificates.Printing;

/// <summary>Certificates to print, from the demonstration story.</summary>
internal static class PrintData
{
    public static CertificatePrint Certificate(string holderName = "Tom Ashworth", int units = 4) => new()
    {
        HolderName = holderName,
        QualificationTitle = "Level 3 Certificate in Education IT Support",
        QualificationLevel = 3,
        QualificationType = "Certificate",
        Credit = 32,
        TotalHours = 320,
        AwardedOn = new DateOnly(2026, 11, 21),
        Number = "EITAC-2026-004217-K",
        AwardingBodyName = "Education IT Accreditation Council",
        CentreName = "Estuary Training Centre",
        Units = [.. Enumerable.Range(1, units).Select(Unit)],
        CheckUrl = new Uri("https://underpin.example/certificates/EITAC-2026-004217-K"),
    };

    private static PrintedUnit Unit(int number) =>
        new($"EIT-{number:00}", $"Classroom display and projector maintenance {number}", 2 + number % 3, 1 + number % 5);
}
