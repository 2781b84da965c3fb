using Underpin.Access;
using Underpin.Platform;
using Underpin.Portfolios;
using Underpin.Tests;

namespace Underpin.Journeys.Story;

/// <summary>The organisations of the story, and those who work for the centre and the awarding body. Learners come by themselves.</summary>
internal sealed record Cast
{
    public const string QualificationCode = "EITQ-L2A";
    public const string QualificationTitle = "Level 2 Award in School IT Support";

    public required Organisation School { get; init; }
    public required Organisation Centre { get; init; }
    public required Organisation AwardingBody { get; init; }
    public required Account Administrator { get; init; }
    public required Account Assessor { get; init; }
    public required Account QualityAssurer { get; init; }
    public required Account Officer { get; init; }

    public static async Task<Cast> ArrangeAsync(TestData data)
    {
        var school = await data.OrganisationAsync(OrganisationKinds.School, "Saltmarsh Academy", "saltmarsh");
        var centre = await data.OrganisationAsync(OrganisationKinds.Centre, "Estuary Training Centre", "estuary");
        var body = await data.OrganisationAsync(OrganisationKinds.AwardingBody, "Education IT Accreditation Council", "eitac");
        await data.SaveAsync(body.Id, db => db.CentreApprovals.Add(new()
        {
            AwardingBodyId = body.Id,
            CentreId = centre.Id,
            QualificationCode = QualificationCode,
            DirectClaim = false,
            From = data.Site.Clock.Today().AddYears(-1),
        }));
        return new()
        {
            School = school,
            Centre = centre,
            AwardingBody = body,
            Administrator = await data.PersonAsync(centre, MembershipRole.CentreAdministrator, "Cerys Ŵyn-Jones"),
            Assessor = await data.PersonAsync(centre, MembershipRole.Assessor, "Ruth Delaney"),
            QualityAssurer = await data.PersonAsync(centre, MembershipRole.QualityAssurer, "Owen Price"),
            Officer = await data.PersonAsync(body, MembershipRole.AwardingOfficer, "Fatima Rahman"),
        };
    }
}
