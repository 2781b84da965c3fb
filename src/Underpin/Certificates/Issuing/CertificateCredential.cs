using Underpin.Credentials;
using Underpin.Qualifications;

namespace Underpin.Certificates.Issuing;

/// <summary>Says what a certificate says as an Open Badges 3.0 credential.</summary>
internal static class CertificateCredential
{
    public static AchievementCredential Of(AwardFacts facts, IssuerIdentity issuer)
    {
        var page = issuer.At($"/qualifications/{Uri.EscapeDataString(facts.QualificationCode)}").AbsoluteUri;
        return new()
        {
            Id = issuer.At($"/certificates/{facts.Number}").AbsoluteUri,
            Issuer = new() { Id = issuer.Did.Value, Name = facts.AwardingBodyName, Url = issuer.At("/").AbsoluteUri },
            // The certificate's own key: two certificates of one person cannot be joined by it.
            Holder = Holder.Create(facts.CertificateId, facts.HolderName.ToString()),
            Achievement = new()
            {
                Id = page,
                Type = facts.QualificationType switch
                {
                    QualificationType.Award => AchievementTypes.Award,
                    QualificationType.Diploma => AchievementTypes.Diploma,
                    _ => AchievementTypes.Certificate,
                },
                Name = facts.QualificationTitle,
                Description = facts.QualificationAim,
                Code = facts.QualificationCode,
                CreditsAvailable = facts.Credit.Value,
                Criteria = new() { Id = page, Narrative = Narrative(facts) },
                Alignments = [.. facts.Units.Select(unit => Alignment(unit, issuer))],
            },
            ValidFrom = facts.AwardedAt,
            AwardedDate = facts.AwardedAt,
            CertificateNumber = facts.Number.ToString(),
            CreditsEarned = facts.Credit.Value,
            Status = new() { ListUrl = StatusListPublisher.AddressOf(issuer), Index = facts.StatusIndex },
        };
    }

    static string Narrative(AwardFacts facts) =>
        $"Every assessment criterion of these units was judged met at {facts.CentreName}, and the judgements were quality assured: "
        + string.Join("; ", facts.Units.Select(u => $"{u.Title} ({Size(u)})")) + ".";

    static Alignment Alignment(CertificateUnit unit, IssuerIdentity issuer) => new()
    {
        TargetName = unit.Title,
        TargetUrl = issuer.At($"/units/{Uri.EscapeDataString(unit.Code)}").AbsoluteUri,
        TargetCode = unit.Code,
        TargetDescription = Size(unit),
        TargetType = "ext:Unit",
    };

    static string Size(CertificateUnit unit) => $"Level {unit.Level}, {new Credit(unit.Credit)}";
}
