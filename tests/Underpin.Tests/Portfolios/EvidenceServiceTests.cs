using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Portfolios;
using Underpin.Qualifications;

namespace Underpin.Tests.Portfolios;

public sealed class EvidenceServiceTests(TestSite site) : IClassFixture<TestSite>
{
    Task<T> DoAsync<T>(Account who, Func<EvidenceService, Change, Task<T>> act) => site.RunAsync(services =>
        act(services.GetRequiredService<EvidenceService>(), new() { ActorId = who.Id, ActorName = who.Name.ToString(), At = site.Clock.Now() }));

    EvidenceDraft Account => new() { Kind = EvidenceKind.Account, Title = "Lamp changed in C12", WorkDate = site.Clock.Today(), Text = "What I did" };

    Task<Outcome<Evidence>> AddAsync(TestEnrolment made, EvidenceDraft draft, Account? who = null) => DoAsync(who ?? made.Learner, (s, c) => s.AddAsync(new() { EnrolmentId = made.Id, Draft = draft }, c, default));

    Task<Outcome<Evidence>> ClaimAsync(TestEnrolment made, Guid evidence, int seen, params IEnumerable<Criterion> criteria) =>
        DoAsync(made.Learner, (s, c) => s.ClaimAsync(new() { EvidenceId = evidence, Seen = seen, CriterionIds = [.. criteria.Select(x => x.Id)] }, c, default));

    static IEnumerable<Criterion> CriteriaOf(Unit unit) => unit.Outcomes.SelectMany(o => o.Criteria);

    Task StageAsync(TestEnrolment made, Unit unit, UnitStage stage) => site.Data.SaveAsync(made.Centre.Id, db => db.EnrolmentUnits.Single(u => u.EnrolmentId == made.Id && u.UnitId == unit.Id).Stage = stage);

    [Fact]
    public async Task Only_the_learner_puts_evidence_into_their_portfolio()
    {
        var made = await site.Data.EnrolmentAsync();
        Assert.IsType<NotYourPortfolio>((await AddAsync(made, Account, made.Centre.Assessor)).Refusal);
        Assert.False((await AddAsync(made, Account)).IsRefused);
    }

    [Fact]
    public async Task Evidence_waits_until_the_centre_has_accepted() =>
        Assert.IsType<NotAcceptedYet>((await AddAsync(await site.Data.EnrolmentAsync(active: false), Account)).Refusal);

    [Fact]
    public async Task The_service_checks_what_the_page_checked()
    {
        var made = await site.Data.EnrolmentAsync();
        Assert.IsType<WorkDateInFuture>((await AddAsync(made, Account with { WorkDate = site.Clock.Today().AddDays(1) })).Refusal);
        Assert.IsType<WebAddressNeeded>((await AddAsync(made, Account with { Kind = EvidenceKind.Link, Url = "javascript:alert(1)" })).Refusal);
        Assert.IsType<FileNeeded>((await AddAsync(made, Account with { Kind = EvidenceKind.File })).Refusal);
        Assert.IsType<OwnWitness>((await AddAsync(made, Account with { Kind = EvidenceKind.Witness, PersonName = "Me", PersonEmail = made.Learner.Email, Relationship = "Myself" })).Refusal);
    }

    [Fact]
    public async Task One_piece_is_claimed_for_criteria_of_several_units()
    {
        var made = await site.Data.EnrolmentAsync();
        var piece = await site.Data.EvidenceAsync(made);
        Assert.False((await ClaimAsync(made, piece.Id, 0, CriteriaOf(made.Units[0]).Concat(CriteriaOf(made.Units[1])))).IsRefused);
        Assert.Equal(8, await site.DbAsync(db => db.EvidenceMappings.CountAsync(m => m.EvidenceId == piece.Id)));
        var history = await site.DbAsync(db => db.History.CountAsync(h => h.About == made.Id && h.Kind == nameof(EvidenceMapped)));
        Assert.Equal(2, history);
    }

    [Fact]
    public async Task A_criterion_of_a_unit_that_is_not_on_the_portfolio_is_refused()
    {
        var made = await site.Data.EnrolmentAsync();
        var piece = await site.Data.EvidenceAsync(made);
        Assert.IsType<CriterionNotYours>((await ClaimAsync(made, piece.Id, 0, CriteriaOf(made.Offer.Units[4]))).Refusal);
    }

    [Fact]
    public async Task What_is_mapped_to_a_unit_with_the_assessor_stays_as_it_is()
    {
        var made = await site.Data.EnrolmentAsync();
        var piece = await site.Data.EvidenceAsync(made, made.Units[0]);
        await StageAsync(made, made.Units[0], UnitStage.Submitted);
        Assert.False((await ClaimAsync(made, piece.Id, 0, CriteriaOf(made.Units[1]))).IsRefused);
        Assert.Equal(8, await site.DbAsync(db => db.EvidenceMappings.CountAsync(m => m.EvidenceId == piece.Id)));
        var other = await site.Data.EvidenceAsync(made);
        Assert.IsType<UnitWithAssessor>((await ClaimAsync(made, other.Id, 0, CriteriaOf(made.Units[0]))).Refusal);
        Assert.IsType<UnitWithAssessor>((await DoAsync(made.Learner, (s, c) => s.ClaimGridAsync(new() { EnrolmentId = made.Id, UnitId = made.Units[0].Id, EvidenceIds = [piece.Id], Ticked = [], Seen = 1 }, c, default))).Refusal);
    }

    [Fact]
    public async Task Submitted_evidence_is_neither_changed_nor_taken_back()
    {
        var made = await site.Data.EnrolmentAsync();
        var piece = await site.Data.EvidenceAsync(made, made.Units[0]);
        await StageAsync(made, made.Units[0], UnitStage.Submitted);
        Task<Outcome<Evidence>> Change(int seen) => DoAsync(made.Learner, (s, c) => s.ChangeAsync(new() { EvidenceId = piece.Id, Seen = seen, Draft = Account }, c, default));
        Task<Outcome<Evidence>> TakeBack(int seen) => DoAsync(made.Learner, (s, c) => s.WithdrawAsync(new() { EvidenceId = piece.Id, Seen = seen }, c, default));
        Assert.IsType<EvidenceLocked>((await Change(0)).Refusal);
        await StageAsync(made, made.Units[0], UnitStage.ReferredBack);
        await site.Data.SaveAsync(made.Centre.Id, db => db.Evidence.Single(e => e.Id == piece.Id).SubmittedAt = site.Clock.Now());
        Assert.IsType<EvidenceLocked>((await Change(1)).Refusal);
        Assert.IsType<EvidenceLocked>((await TakeBack(1)).Refusal);
    }

    [Fact]
    public async Task A_piece_that_is_taken_back_leaves_the_grid_and_stays_on_record()
    {
        var made = await site.Data.EnrolmentAsync();
        var piece = await site.Data.EvidenceAsync(made, made.Units[0]);
        Assert.False((await DoAsync(made.Learner, (s, c) => s.WithdrawAsync(new() { EvidenceId = piece.Id, Seen = 0 }, c, default))).IsRefused);
        Assert.Equal(0, await site.DbAsync(db => db.EvidenceMappings.CountAsync(m => m.EvidenceId == piece.Id)));
        Assert.NotNull((await site.DbAsync(db => db.Evidence.SingleAsync(e => e.Id == piece.Id))).WithdrawnAt);
        Assert.IsType<EvidenceTakenBack>((await ClaimAsync(made, piece.Id, 1, CriteriaOf(made.Units[1]))).Refusal);
    }

    [Fact]
    public async Task A_change_made_from_an_old_form_overwrites_nothing()
    {
        var made = await site.Data.EnrolmentAsync();
        var piece = await site.Data.EvidenceAsync(made);
        Task<Outcome<Evidence>> Change(string title, int seen) => DoAsync(made.Learner, (s, c) => s.ChangeAsync(new() { EvidenceId = piece.Id, Seen = seen, Draft = Account with { Title = title } }, c, default));
        Assert.False((await Change("First", 0)).IsRefused);
        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => Change("Second", 0));
        Assert.Equal("First", (await site.DbAsync(db => db.Evidence.SingleAsync(e => e.Id == piece.Id))).Title);
    }

    [Fact]
    public async Task A_grid_saves_only_the_pieces_it_showed()
    {
        var made = await site.Data.EnrolmentAsync();
        var unit = made.Units[0];
        var shown = await site.Data.EvidenceAsync(made, unit, criteria: "1.1");
        var unseen = await site.Data.EvidenceAsync(made, unit, criteria: "1.2");
        var target = CriteriaOf(unit).Single(c => c.Code == "2.1");
        Assert.False((await DoAsync(made.Learner, (s, c) => s.ClaimGridAsync(new() { EnrolmentId = made.Id, UnitId = unit.Id, EvidenceIds = [shown.Id], Ticked = [(target.Id, shown.Id)], Seen = 0 }, c, default))).IsRefused);
        var mapped = await site.DbAsync(db => db.EvidenceMappings.Where(m => m.EnrolmentUnitId == made.Place(unit).Id).Select(m => new { m.EvidenceId, m.CriterionId }).ToListAsync());
        Assert.Equal(2, mapped.Count);
        Assert.Contains(mapped, m => m.EvidenceId == shown.Id && m.CriterionId == target.Id);
        Assert.Contains(mapped, m => m.EvidenceId == unseen.Id);
    }

    [Fact]
    public async Task A_grid_takes_no_evidence_of_another_portfolio()
    {
        var made = await site.Data.EnrolmentAsync();
        var foreign = await site.Data.EvidenceAsync(await site.Data.EnrolmentAsync());
        var criterion = CriteriaOf(made.Units[0]).First();
        Assert.IsType<EvidenceNotYours>((await DoAsync(made.Learner, (s, c) => s.ClaimGridAsync(new() { EnrolmentId = made.Id, UnitId = made.Units[0].Id, EvidenceIds = [], Ticked = [(criterion.Id, foreign.Id)], Seen = 0 }, c, default))).Refusal);
    }
}
