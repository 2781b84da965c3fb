using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Files;
using Underpin.Portfolios;
using Underpin.Qualifications;

namespace Underpin.Tests.Portfolios;

/// <summary>A published qualification with two mandatory units and three optional ones, of which a learner needs one or more.</summary>
internal sealed record TestQualification(Qualification Qualification, Organisation AwardingBody, IReadOnlyList<Unit> Units)
{
    public IReadOnlyList<Unit> Mandatory => [.. Units.Take(2)];
    public IReadOnlyList<Unit> Optional => [.. Units.Skip(2)];
    public Guid Id => Qualification.Id;
}

/// <summary>A centre approved for the qualification, with somebody in each role.</summary>
internal sealed record TestCentre(Organisation Organisation, TestQualification Offer, CentreApproval Approval, Account Administrator, Account Assessor, Account QualityAssurer)
{
    public Guid Id => Organisation.Id;
}

/// <summary>A learner enrolled with a centre, and the units on their portfolio.</summary>
internal sealed record TestEnrolment(Enrolment Enrolment, Account Learner, TestCentre Centre, IReadOnlyList<Unit> Units)
{
    public Guid Id => Enrolment.Id;
    public TestQualification Offer => Centre.Offer;

    /// <summary>The place of a unit on this portfolio.</summary>
    public EnrolmentUnit Place(Unit unit) => Enrolment.Units.Single(u => u.UnitId == unit.Id);
}

internal static class PortfolioData
{
    /// <param name="criteria">Criteria of each unit, in two outcomes: 1.1, 1.2 … 2.1, 2.2 …</param>
    public static async Task<TestQualification> QualificationAsync(this TestData data, string title = "Level 3 Certificate in School IT", Organisation? awardingBody = null, int criteria = 4)
    {
        var body = awardingBody ?? await data.OrganisationAsync(OrganisationKinds.AwardingBody, "Education IT Accreditation Council");
        var mark = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
        string[] titles = ["Supporting users", "Working in a school", "Classroom displays and projectors", "Networks for technicians", "Backup and recovery"];
        var units = titles.Select((t, i) => Unit($"{mark}-{i + 1}", t, criteria)).ToList();
        RuleGroup core = new() { Code = "A", Title = "Core units", Mandatory = true, Units = [.. units.Take(2).Select(Of)] };
        RuleGroup choice = new() { Code = "B", Title = "Your setting", ChooseUnits = 1, Units = [.. units.Skip(2).Select(Of)] };
        var qualification = new Qualification
        {
            Code = $"Q-{mark}",
            Version = 1,
            Title = title,
            Type = QualificationType.Certificate,
            Level = new RqfLevel(3),
            AwardingBody = body.Code,
            Aim = "To recognise those who keep a school's IT standing.",
            For = "Technicians in schools.",
            Rule = new(new Credit(13), null, [core, choice], []),
            LeadsTo = [],
            Sources = [],
            ContentHash = mark,
            IsCurrent = true,
        };
        await data.Site.DbAsync(async db =>
        {
            db.Units.AddRange(units);
            db.Qualifications.Add(qualification);
            db.QualificationUnits.AddRange(units.Select((u, i) => new QualificationUnit { QualificationId = qualification.Id, UnitId = u.Id, GroupCode = i < 2 ? "A" : "B", Order = i + 1 }));
            return await db.SaveChangesAsync();
        });
        return new(qualification, body, units);
    }

    static RuleUnit Of(Unit unit) => new(unit.Code, unit.Level, unit.Credit);

    static Unit Unit(string code, string title, int criteria)
    {
        var unit = new Unit
        {
            Code = code,
            Version = 1,
            Title = title,
            Level = new RqfLevel(3),
            Credit = new Credit(5),
            GuidedHours = new GuidedHours(30),
            Aim = $"To be able to do the work of {title.ToLowerInvariant()}.",
            For = "Technicians in schools.",
            Competences = [],
            Covers = [],
            Evidence = ["A photograph before and after", "A page of tickets"],
            Assessment = "A portfolio of work done in a school.",
            LeadsTo = [],
            Sources = [],
            ContentHash = code,
            IsCurrent = true,
        };
        var first = (criteria + 1) / 2;
        unit.Outcomes.Add(Outcome(unit, 1, "Know how the work is done safely", 0, first));
        unit.Outcomes.Add(Outcome(unit, 2, "Do the work and show that it is done", first, criteria - first));
        return unit;
    }

    static LearningOutcome Outcome(Unit unit, int number, string title, int before, int criteria)
    {
        var outcome = new LearningOutcome { Code = number.ToString(CultureInfo.InvariantCulture), Title = title, Order = number };
        for (var i = 1; i <= criteria; i++)
            outcome.Criteria.Add(new() { UnitId = unit.Id, Code = $"{number}.{i}", Text = $"Explain or show point {number}.{i} of {unit.Title.ToLowerInvariant()}", IsSchool = i == 1, Order = before + i });
        return outcome;
    }

    public static async Task<TestCentre> CentreAsync(this TestData data, TestQualification? offer = null, string name = "Estuary Training Centre", bool directClaim = false)
    {
        offer ??= await data.QualificationAsync();
        var centre = await data.OrganisationAsync(OrganisationKinds.Centre, name);
        var approval = await data.ApprovalAsync(centre, offer, directClaim);
        return new(centre, offer, approval,
            await data.PersonAsync(centre, MembershipRole.CentreAdministrator, "Cerys Ŵyn-Jones"),
            await data.PersonAsync(centre, MembershipRole.Assessor),
            await data.PersonAsync(centre, MembershipRole.QualityAssurer, "Owen Price"));
    }

    public static async Task<CentreApproval> ApprovalAsync(this TestData data, Organisation centre, TestQualification offer, bool directClaim = false, DateOnly? until = null)
    {
        var approval = new CentreApproval
        {
            AwardingBodyId = offer.AwardingBody.Id,
            CentreId = centre.Id,
            QualificationCode = offer.Qualification.Code,
            DirectClaim = directClaim,
            From = data.Site.Clock.Today().AddYears(-1),
            Until = until,
        };
        await data.SaveAsync(offer.AwardingBody.Id, db => db.CentreApprovals.Add(approval));
        return approval;
    }

    /// <summary>
    /// A learner of the centre. Active with the mandatory units and the first optional one unless said otherwise; with
    /// <paramref name="active"/> false the centre has not answered yet and there are no units.
    /// </summary>
    /// <param name="units">The units on the portfolio, when not those.</param>
    public static async Task<TestEnrolment> EnrolmentAsync(this TestData data, TestCentre? centre = null, Account? learner = null, Account? assessor = null, bool active = true, IReadOnlyList<Unit>? units = null)
    {
        centre ??= await data.CentreAsync();
        learner ??= await data.AccountAsync();
        var now = data.Site.Clock.Now();
        var enrolment = new Enrolment
        {
            LearnerNumber = LearnerNumber.Create(),
            LearnerId = learner.Id,
            QualificationId = centre.Offer.Id,
            CentreId = centre.Id,
            AssessorId = assessor?.Id,
            RequestedAt = now,
        };
        if (active) enrolment.Accept(now);
        IReadOnlyList<Unit> taken = active ? units ?? [.. centre.Offer.Units.Take(3)] : [];
        enrolment.Units.AddRange(taken.Select(u => new EnrolmentUnit { EnrolmentId = enrolment.Id, UnitId = u.Id, ChosenAt = now }));
        await data.SaveAsync(centre.Id, db => db.Enrolments.Add(enrolment));
        return new(enrolment, learner, centre, taken);
    }

    /// <summary>A confirmed piece of evidence, mapped to every criterion of <paramref name="unit"/>, or only to those named by their codes.</summary>
    public static async Task<Evidence> EvidenceAsync(this TestData data, TestEnrolment enrolment, Unit? unit = null, string title = "Projector in C12: lamp and filter", EvidenceKind kind = EvidenceKind.Account, bool confirmed = true, params string[] criteria)
    {
        var now = data.Site.Clock.Now();
        var evidence = new Evidence
        {
            EnrolmentId = enrolment.Id,
            Kind = kind,
            Title = title,
            WorkDate = data.Site.Clock.Today().AddDays(-7),
            Text = "I isolated the power, let the lamp cool, cleaned the filter and logged the hours.",
            Url = kind == EvidenceKind.Link ? "https://example.invalid/ticket/4711" : null,
            File = kind == EvidenceKind.File ? await data.StoredFileAsync() : null,
            Statement = kind is EvidenceKind.Witness or EvidenceKind.Observation
                ? new() { Name = "Dr Helen Marsh", Email = "helen.marsh@example.invalid", Relationship = "Head of the school", ConfirmedAt = confirmed ? now : null }
                : null,
            AddedAt = now,
            AddedById = enrolment.Learner.Id,
        };
        if (unit is not null)
        {
            var place = enrolment.Place(unit);
            evidence.Mappings.AddRange(unit.Outcomes.SelectMany(o => o.Criteria).Where(c => criteria.Length == 0 || criteria.Contains(c.Code))
                .Select(c => new EvidenceMapping { EvidenceId = evidence.Id, CriterionId = c.Id, EnrolmentUnitId = place.Id, MappedAt = now }));
        }

        await data.SaveAsync(enrolment.Centre.Id, db => db.Evidence.Add(evidence));
        return evidence;
    }

    /// <summary>A small text file in the site's file store.</summary>
    public static Task<StoredFile> StoredFileAsync(this TestData data, string name = "tickets.txt", string text = "Ticket 4711: projector in C12 shows no picture\n") => data.Site.RunAsync(async services =>
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        using var content = new MemoryStream(bytes);
        await services.GetRequiredService<IFileStore>().PutAsync(hash, content, CancellationToken.None);
        return new StoredFile { Hash = hash, Name = name, ContentType = "text/plain", Size = bytes.Length };
    });
}
