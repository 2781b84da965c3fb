using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Portfolios;

namespace Underpin.Tests.Portfolios;

public sealed class EnrolmentServiceTests(TestSite site) : IClassFixture<TestSite>
{
    Task<Outcome<T>> DoAsync<T>(Account who, Func<EnrolmentService, Change, Task<Outcome<T>>> act) => site.RunAsync(services =>
        act(services.GetRequiredService<EnrolmentService>(), By(who)));

    Change By(Account who) => new() { ActorId = who.Id, ActorName = who.Name.ToString(), At = site.Clock.Now() };

    Task<Outcome<Guid>> AskAsync(Account learner, TestCentre centre, Guid? employer = null, Account? actor = null) =>
        DoAsync(actor ?? learner, (s, c) => s.RequestAsync(new() { LearnerId = learner.Id, QualificationId = centre.Offer.Id, CentreId = centre.Id, EmployerId = employer }, c, default));

    Task<Outcome<Enrolment>> AcceptAsync(Account actor, Guid enrolment, Account? assessor = null, int seen = 0) =>
        DoAsync(actor, (s, c) => s.AcceptAsync(new() { EnrolmentId = enrolment, AssessorId = assessor?.Id, Seen = seen }, c, default));

    Task<Outcome<Enrolment>> ChooseAsync(TestEnrolment made, int seen, params Guid[] units) =>
        DoAsync(made.Learner, (s, c) => s.ChooseUnitsAsync(new() { EnrolmentId = made.Id, UnitIds = units, Seen = seen }, c, default));

    [Fact]
    public async Task Asking_for_a_place_tells_the_centre_and_the_learner()
    {
        var centre = await site.Data.CentreAsync();
        var learner = await site.Data.AccountAsync("王小明");
        var id = (await AskAsync(learner, centre)).Value;
        var to = await site.DbAsync(db => db.Outbox.Where(m => m.To == learner.Email || m.To == centre.Administrator.Email).Select(m => m.To).ToListAsync());
        Assert.Equal(2, to.Count);
        Assert.Contains("王小明", (await site.DbAsync(db => db.Outbox.SingleAsync(m => m.To == centre.Administrator.Email))).Subject, StringComparison.Ordinal);
        Assert.True(await site.DbAsync(db => db.History.AnyAsync(h => h.About == id && h.ChainId == centre.Id && h.Kind == nameof(EnrolmentRequested))));
    }

    [Fact]
    public async Task The_same_request_sent_twice_at_once_makes_one_enrolment()
    {
        var centre = await site.Data.CentreAsync();
        var learner = await site.Data.AccountAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AskAsync(learner, centre)));
        var made = Assert.Single(answers, a => !a.IsRefused).Value;
        Assert.All(answers.Where(a => a.IsRefused), a => Assert.Equal(made, Assert.IsType<AlreadyEnrolled>(a.Refusal).Enrolment));
        Assert.Equal(1, await site.DbAsync(db => db.Enrolments.CountAsync(e => e.LearnerId == learner.Id)));
    }

    [Fact]
    public async Task Nobody_enrols_another_person()
    {
        var centre = await site.Data.CentreAsync();
        Assert.IsType<NotYourPortfolio>((await AskAsync(await site.Data.AccountAsync(), centre, actor: centre.Administrator)).Refusal);
    }

    [Fact]
    public async Task Only_a_centre_whose_approval_holds_today_takes_learners()
    {
        var offer = await site.Data.QualificationAsync();
        var other = await site.Data.CentreAsync();
        var ended = await site.Data.OrganisationAsync(OrganisationKinds.Centre, "Ended Centre");
        await site.Data.ApprovalAsync(ended, offer, until: site.Clock.Today().AddDays(-1));
        var lastDay = await site.Data.OrganisationAsync(OrganisationKinds.Centre, "Last Day Centre");
        await site.Data.ApprovalAsync(lastDay, offer, until: site.Clock.Today());
        var learner = await site.Data.AccountAsync();
        foreach (var centre in new[] { other.Organisation, ended })
            Assert.IsType<CentreNotApproved>((await DoAsync(learner, (s, c) => s.RequestAsync(new() { LearnerId = learner.Id, QualificationId = offer.Id, CentreId = centre.Id }, c, default))).Refusal);
        Assert.False((await DoAsync(learner, (s, c) => s.RequestAsync(new() { LearnerId = learner.Id, QualificationId = offer.Id, CentreId = lastDay.Id }, c, default))).IsRefused);
    }

    [Fact]
    public async Task A_workplace_is_one_where_the_learner_works()
    {
        var centre = await site.Data.CentreAsync();
        var school = await site.Data.OrganisationAsync(OrganisationKinds.School);
        var learner = await site.Data.AccountAsync();
        Assert.IsType<NotYourEmployer>((await AskAsync(learner, centre, school.Id)).Refusal);
        await site.Data.MemberAsync(learner, school, MembershipRole.Staff);
        Assert.False((await AskAsync(learner, centre, school.Id)).IsRefused);
    }

    [Fact]
    public async Task Accepting_puts_the_mandatory_units_on_the_portfolio()
    {
        var made = await site.Data.EnrolmentAsync(active: false);
        var accepted = (await AcceptAsync(made.Centre.Administrator, made.Id, made.Centre.Assessor)).Value;
        Assert.Equal(made.Centre.Assessor.Id, accepted.AssessorId);
        var units = await site.DbAsync(db => db.EnrolmentUnits.Where(u => u.EnrolmentId == made.Id).Select(u => u.UnitId).ToListAsync());
        Assert.Equal(made.Offer.Mandatory.Select(u => u.Id).Order(), units.Order());
        Assert.True(await site.DbAsync(db => db.Outbox.AnyAsync(m => m.To == made.Learner.Email && m.Subject == "You are enrolled")));
    }

    [Fact]
    public async Task Only_an_administrator_of_the_centre_answers_and_never_their_own_request()
    {
        var made = await site.Data.EnrolmentAsync(active: false);
        var stranger = (await site.Data.CentreAsync()).Administrator;
        Assert.IsType<NotThisCentresAdministrator>((await AcceptAsync(stranger, made.Id)).Refusal);
        Assert.IsType<NotThisCentresAdministrator>((await AcceptAsync(made.Centre.Assessor, made.Id)).Refusal);
        Assert.IsType<NotThisCentresAdministrator>((await AcceptAsync(made.Learner, made.Id)).Refusal);
        await site.Data.MemberAsync(made.Learner, made.Centre.Organisation, MembershipRole.CentreAdministrator);
        Assert.IsType<OwnEnrolment>((await AcceptAsync(made.Learner, made.Id)).Refusal);
    }

    [Fact]
    public async Task Nobody_who_manages_a_learner_however_far_up_becomes_their_assessor()
    {
        var made = await site.Data.EnrolmentAsync(active: false);
        var school = await site.Data.OrganisationAsync(OrganisationKinds.School);
        var middle = await site.Data.AccountAsync("Tom Ashworth");
        await site.Data.MemberAsync(made.Learner, school, MembershipRole.Staff, lineManager: middle);
        await site.Data.MemberAsync(middle, school, MembershipRole.Staff, lineManager: made.Centre.Assessor);
        // A circle of managers must not make the question endless.
        await site.Data.MemberAsync(made.Centre.Assessor, school, MembershipRole.Staff, lineManager: middle);
        var refusal = Assert.IsType<AssessesWhomTheyManage>((await AcceptAsync(made.Centre.Administrator, made.Id, made.Centre.Assessor)).Refusal);
        Assert.Contains("Ruth Delaney manages Joe Bright", refusal.Message, StringComparison.Ordinal);
        var colleague = await site.Data.PersonAsync(made.Centre.Organisation, MembershipRole.Assessor, "Ana Kovac");
        Assert.False((await AcceptAsync(made.Centre.Administrator, made.Id, colleague)).IsRefused);
    }

    [Fact]
    public async Task An_assessor_is_of_this_centre_and_is_not_the_learner()
    {
        var made = await site.Data.EnrolmentAsync(active: false);
        Assert.IsType<NotAnAssessorHere>((await AcceptAsync(made.Centre.Administrator, made.Id, (await site.Data.CentreAsync()).Assessor)).Refusal);
        await site.Data.MemberAsync(made.Learner, made.Centre.Organisation, MembershipRole.Assessor);
        Assert.IsType<AssessesThemselves>((await AcceptAsync(made.Centre.Administrator, made.Id, made.Learner)).Refusal);
    }

    [Fact]
    public async Task A_request_is_answered_once()
    {
        var made = await site.Data.EnrolmentAsync(active: false);
        Task<Outcome<Enrolment>> Decline(string? reason) => DoAsync(made.Centre.Administrator, (s, c) => s.DeclineAsync(new() { EnrolmentId = made.Id, Reason = reason, Seen = 0 }, c, default));
        Assert.IsType<SayWhy>((await Decline("  ")).Refusal);
        Assert.False((await Decline("We are full until spring.")).IsRefused);
        Assert.IsType<AlreadyAnswered>((await AcceptAsync(made.Centre.Administrator, made.Id)).Refusal);
        Assert.False((await AskAsync(made.Learner, made.Centre)).IsRefused);
    }

    [Fact]
    public async Task Only_the_learner_withdraws_and_says_why()
    {
        var made = await site.Data.EnrolmentAsync();
        Task<Outcome<Enrolment>> Withdraw(Account who, string? reason) => DoAsync(who, (s, c) => s.WithdrawAsync(new() { EnrolmentId = made.Id, Reason = reason, Seen = 0 }, c, default));
        Assert.IsType<NotYourPortfolio>((await Withdraw(made.Centre.Administrator, "x")).Refusal);
        Assert.IsType<SayWhy>((await Withdraw(made.Learner, null)).Refusal);
        Assert.False((await Withdraw(made.Learner, "A new job.")).IsRefused);
        Assert.IsType<EnrolmentClosed>((await Withdraw(made.Learner, "Again")).Refusal);
        Assert.IsType<EnrolmentClosed>((await ChooseAsync(made, 1)).Refusal);
    }

    [Fact]
    public async Task Optional_units_are_chosen_and_changed_until_evidence_stands_on_them()
    {
        var made = await site.Data.EnrolmentAsync();
        var optional = made.Offer.Optional;
        Assert.False((await ChooseAsync(made, 0, optional[1].Id, optional[2].Id)).IsRefused);
        var held = await site.DbAsync(db => db.EnrolmentUnits.Where(u => u.EnrolmentId == made.Id).Select(u => u.UnitId).ToListAsync());
        Assert.Equal(made.Offer.Mandatory.Concat(optional.Skip(1)).Select(u => u.Id).Order(), held.Order());
        Assert.IsType<UnitNotOptional>((await ChooseAsync(made, 1, made.Offer.Mandatory[0].Id)).Refusal);
    }

    [Fact]
    public async Task A_unit_with_evidence_stays_and_so_does_the_evidence()
    {
        var made = await site.Data.EnrolmentAsync();
        await site.Data.EvidenceAsync(made, made.Units[2], criteria: "1.1");
        var refusal = Assert.IsType<UnitHasEvidence>((await ChooseAsync(made, 0)).Refusal);
        Assert.Contains("1 piece", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await site.DbAsync(db => db.EvidenceMappings.CountAsync(m => m.EnrolmentUnitId == made.Place(made.Units[2]).Id)));
    }

    [Fact]
    public async Task A_stale_choice_of_units_saves_nothing()
    {
        var made = await site.Data.EnrolmentAsync();
        Assert.False((await ChooseAsync(made, 0, made.Offer.Optional[1].Id)).IsRefused);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => ChooseAsync(made, 0, made.Offer.Optional[2].Id));
    }

    [Fact]
    public async Task Units_wait_until_the_centre_has_accepted()
    {
        var made = await site.Data.EnrolmentAsync(active: false);
        Assert.IsType<NotAcceptedYet>((await ChooseAsync(made, 0)).Refusal);
    }
}
