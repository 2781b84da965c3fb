using Underpin.Certificates.Issuing;

namespace Underpin.Certificates.Claims;

/// <summary>What the people concerned are told.</summary>
internal static class ClaimMail
{
    public static string Awarded(Certificate certificate, IssuerIdentity issuer) => $"""
        {certificate.HolderName},

        {certificate.AwardingBodyName} has awarded you the {certificate.QualificationTitle}. Well done.

        Your certificate has the number {certificate.Number}. Anyone can check it at
        {issuer.At($"/certificates/{certificate.Number}")}

        Print it, download the signed credential for a wallet, and read how to prove it to an employer:
        {issuer.At("/certificates/mine")}
        """;

    public static string Refused(ClaimCase found, string reason, Uri claimAgain) => $"""
        {found.AwardingBody.Name} has not awarded the {found.Qualification.Title} to {found.Learner.Name} on your claim. The reason given:

        {reason}

        When that is put right you can claim again:
        {claimAgain}
        """;
}
