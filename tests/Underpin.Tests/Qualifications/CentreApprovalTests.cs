using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Portfolios;
using Underpin.Qualifications;
using Underpin.Tests.Access;
using Underpin.Tests.Portfolios;

namespace Underpin.Tests.Qualifications;

public sealed class CentreApprovalTests(TestSite site) : IClassFixture<TestSite>
{
    sealed record Arranged(TestQualification Offer, Organisation Body, Organisation Centre, Account Officer);

    async Task<Arranged> ArrangeAsync()
    {
        var offer = await site.Data.QualificationAsync();
        return new(offer, offer.AwardingBody, await site.Data.OrganisationAsync(OrganisationKinds.Centre, "Estuary Training Centre"),
            await site.Data.PersonAsync(offer.AwardingBody, MembershipRole.AwardingOfficer, "Marcus Bell"));
    }

    Task<Outcome<CentreApproval>> ApproveAsync(Arranged with, Account? by = null, Organisation? centre = null, string? code = null, DateOnly? from = null) => site.RunAsync(s =>
        s.GetRequiredService<CentreApprovalService>().ApproveAsync(new()
        {
            AwardingBody = with.Body.Id,
            Centre = (centre ?? with.Centre).Id,
            Qualification = code ?? with.Offer.Qualification.Code,
            From = from ?? site.Clock.Today(),
        }, site.Data.By(by ?? with.Officer), default));

    Task<Outcome<CentreApproval>?> EndAsync(Arranged with, CentreApproval approval, DateOnly? lastDay = null, string? reason = "The centre has closed", Account? by = null, Guid? body = null) => site.RunAsync(s =>
        s.GetRequiredService<CentreApprovalService>().EndAsync(new()
        {
            AwardingBody = body ?? with.Body.Id,
            Approval = approval.Id,
            LastDay = lastDay ?? site.Clock.Today(),
            Reason = reason,
            Seen = approval.RowVersion,
        }, site.Data.By(by ?? with.Officer), default));

    static string CentresOf(Arranged with) => $"/awarding/{with.Body.Id}/centres";

    [Fact]
    public async Task An_officer_approves_a_centre_on_the_pages_and_it_can_take_learners()
    {
        var with = await ArrangeAsync();
        var officer = await site.SignedInAsync(with.Officer);
        Assert.Contains("No centre is approved yet", (await officer.OpenAsync(CentresOf(with))).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await officer.OpenAsync($"/organisations/{with.Body.Id}")).QuerySelector($"main a[href='{CentresOf(with)}']"));

        var saved = await officer.SubmitAsync($"{CentresOf(with)}/add", [("Centre", with.Centre.Id.ToString()), ("Qualification", with.Offer.Qualification.Code)]);

        Assert.Equal(CentresOf(with), saved.Headers.Location?.ToString());
        var row = (await officer.OpenAsync(CentresOf(with))).QuerySelector("main tbody tr")!.TextContent;
        Assert.Contains("Estuary Training Centre", row, StringComparison.Ordinal);
        Assert.Contains(with.Offer.Qualification.Title, row, StringComparison.Ordinal);
        Assert.Contains("Approved", row, StringComparison.Ordinal);
        Assert.Equal([with.Centre.Id], await site.DbAsync(db => db.ApprovedCentres(with.Offer.Qualification, site.Clock.Today()).Select(c => c.Id).ToListAsync()));
        Assert.True(await site.DbAsync(db => db.History.AnyAsync(e => e.ChainId == with.Body.Id && e.Kind == nameof(CentreApproved) && e.About == with.Centre.Id)));
    }

    [Fact]
    public async Task An_ended_approval_takes_no_new_learners_and_stands_among_the_ended_ones()
    {
        var with = await ArrangeAsync();
        var approval = (await ApproveAsync(with)).Value;
        var officer = await site.SignedInAsync(with.Officer);
        var today = site.Clock.Today();

        var page = await officer.OpenAsync($"{CentresOf(with)}/{approval.Id}/end");
        Assert.Contains("Those already enrolled stay", page.Body!.TextContent, StringComparison.Ordinal);
        var ended = await officer.SubmitAsync($"{CentresOf(with)}/{approval.Id}/end",
            [("LastDay.Day", $"{today.Day}"), ("LastDay.Month", $"{today.Month}"), ("LastDay.Year", $"{today.Year}"), ("Reason", "The centre has closed")]);
        Assert.Equal(CentresOf(with), ended.Headers.Location?.ToString());

        Assert.Single(await site.DbAsync(db => db.ApprovedCentres(with.Offer.Qualification, today).ToListAsync()));
        Assert.Empty(await site.DbAsync(db => db.ApprovedCentres(with.Offer.Qualification, today.AddDays(1)).ToListAsync()));
        Assert.Contains("Until", (await officer.OpenAsync(CentresOf(with))).QuerySelector("main tbody tr")!.TextContent, StringComparison.Ordinal);
        var entry = await site.DbAsync(db => db.History.SingleAsync(e => e.ChainId == with.Body.Id && e.Kind == nameof(CentreApprovalEnded)));
        Assert.Contains("The centre has closed", entry.Payload, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_is_not_filled_in_says_what_is_missing_and_keeps_the_rest()
    {
        var with = await ArrangeAsync();
        var officer = await site.SignedInAsync(with.Officer);
        var page = await (await officer.SubmitAsync($"{CentresOf(with)}/add", [("Qualification", with.Offer.Qualification.Code)])).PageAsync();
        Assert.Equal(["Choose a centre"], page.Errors());
        Assert.NotNull(page.QuerySelector($"option[value='{with.Offer.Qualification.Code}'][selected]"));

        var approval = (await ApproveAsync(with)).Value;
        var today = site.Clock.Today();
        page = await (await officer.SubmitAsync($"{CentresOf(with)}/{approval.Id}/end", [("LastDay.Day", $"{today.Day}"), ("LastDay.Month", $"{today.Month}"), ("LastDay.Year", $"{today.Year}")])).PageAsync();
        Assert.Equal([new SayWhyItEnds().Message], page.Errors());
    }

    [Fact]
    public async Task Only_an_officer_of_the_body_approves_and_ends()
    {
        var with = await ArrangeAsync();
        var assurer = await site.Data.PersonAsync(with.Body, MembershipRole.ExternalQualityAssurer, "Fatima Rahman");
        Assert.IsType<NotTheBodysOfficer>((await ApproveAsync(with, by: assurer)).Refusal);
        var approval = (await ApproveAsync(with)).Value;
        Assert.IsType<NotTheBodysOfficer>((await EndAsync(with, approval, by: assurer))!.Value.Refusal);
        var page = await (await site.SignedInAsync(assurer)).OpenAsync(CentresOf(with));
        Assert.Null(page.QuerySelector($"a[href='{CentresOf(with)}/add']"));
        Assert.Null(page.QuerySelector($"a[href='{CentresOf(with)}/{approval.Id}/end']"));
    }

    [Fact]
    public async Task Another_bodys_approval_cannot_be_ended()
    {
        var (with, other) = (await ArrangeAsync(), await ArrangeAsync());
        var approval = (await ApproveAsync(with)).Value;
        Assert.Null(await EndAsync(other, approval));
    }

    [Fact]
    public async Task Only_a_centre_is_approved_and_only_for_what_the_body_awards()
    {
        var (with, other) = (await ArrangeAsync(), await ArrangeAsync());
        Assert.IsType<NotACentre>((await ApproveAsync(with, centre: with.Body)).Refusal);
        Assert.IsType<NotThisBodysQualification>((await ApproveAsync(with, code: other.Offer.Qualification.Code)).Refusal);
    }

    [Fact]
    public async Task Nobody_approves_a_centre_they_belong_to()
    {
        var with = await ArrangeAsync();
        await site.Data.MemberAsync(with.Officer, with.Centre, MembershipRole.Assessor);
        Assert.IsType<ApprovingOwnCentre>((await ApproveAsync(with)).Refusal);
    }

    [Fact]
    public async Task A_centre_is_approved_once_at_a_time_and_again_after_the_last_day()
    {
        var with = await ArrangeAsync();
        var approval = (await ApproveAsync(with)).Value;
        Assert.IsType<AlreadyApproved>((await ApproveAsync(with)).Refusal);
        var lastDay = site.Clock.Today().AddDays(30);
        Assert.False((await EndAsync(with, approval, lastDay))!.Value.IsRefused);
        var overlapping = Assert.IsType<AlreadyApproved>((await ApproveAsync(with, from: lastDay)).Refusal);
        Assert.Contains("A new approval begins after that day", overlapping.Message, StringComparison.Ordinal);
        Assert.False((await ApproveAsync(with, from: lastDay.AddDays(1))).IsRefused);
    }

    [Fact]
    public async Task Two_officers_who_approve_at_once_make_one_approval()
    {
        var with = await ArrangeAsync();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => ApproveAsync(with))));
        Assert.Single(outcomes, o => !o.IsRefused);
        Assert.All(outcomes.Where(o => o.IsRefused), o => Assert.IsType<AlreadyApproved>(o.Refusal));
    }

    [Fact]
    public async Task An_end_is_set_once_and_with_a_reason_and_not_in_the_past()
    {
        var with = await ArrangeAsync();
        var approval = (await ApproveAsync(with)).Value;
        Assert.IsType<ApprovalEndsOutside>((await EndAsync(with, approval, site.Clock.Today().AddDays(-1)))!.Value.Refusal);
        Assert.IsType<SayWhyItEnds>((await EndAsync(with, approval, reason: " "))!.Value.Refusal);
        Assert.IsType<ReasonTooLong>((await EndAsync(with, approval, reason: new('x', 1_001)))!.Value.Refusal);
        Assert.IsType<ReasonUnreadable>((await EndAsync(with, approval, reason: "Closed\u0007"))!.Value.Refusal);
        var ended = (await EndAsync(with, approval))!.Value.Value;
        Assert.IsType<ApprovalHasEnded>((await EndAsync(with, ended))!.Value.Refusal);
    }

    [Fact]
    public async Task An_approval_that_is_ended_before_it_begins_never_holds()
    {
        var with = await ArrangeAsync();
        var from = site.Clock.Today().AddDays(60);
        var approval = (await ApproveAsync(with, from: from)).Value;
        Assert.False((await EndAsync(with, approval))!.Value.IsRefused);
        Assert.Empty(await site.DbAsync(db => db.ApprovedCentres(with.Offer.Qualification, from).ToListAsync()));
        var page = await (await site.SignedInAsync(with.Officer)).OpenAsync($"{CentresOf(with)}?show=ended");
        Assert.Contains("Ended before it began", page.QuerySelector("main tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.False((await ApproveAsync(with, from: from)).IsRefused);
    }

    [Theory]
    [InlineData(366 + 1)]
    [InlineData(-365 * 200)]
    public async Task A_first_day_that_can_only_be_a_slip_is_refused(int days)
    {
        var with = await ArrangeAsync();
        Assert.IsType<ApprovalBeginsOutside>((await ApproveAsync(with, from: site.Clock.Today().AddDays(days))).Refusal);
    }

    [Fact]
    public async Task A_request_that_waited_past_the_end_is_not_accepted_and_those_enrolled_stay()
    {
        var with = await ArrangeAsync();
        var centre = await site.Data.CentreAsync(with.Offer);
        var running = await site.Data.EnrolmentAsync(centre);
        var waiting = await site.Data.EnrolmentAsync(centre, active: false);
        await site.DbAsync(db => db.CentreApprovals.Where(a => a.Id == centre.Approval.Id).ExecuteUpdateAsync(a => a.SetProperty(x => x.Until, site.Clock.Today().AddDays(-1))));

        var refused = await site.RunAsync(s => s.GetRequiredService<EnrolmentService>().AcceptAsync(new() { EnrolmentId = waiting.Id, AssessorId = null, Seen = waiting.Enrolment.RowVersion }, site.Data.By(centre.Administrator), default));
        Assert.IsType<ApprovalHasGone>(refused.Refusal);
        Assert.Equal(EnrolmentStatus.Active, await site.DbAsync(db => db.Enrolments.Where(e => e.Id == running.Id).Select(e => e.Status).SingleAsync()));
    }

    [Fact]
    public async Task A_long_list_goes_on_to_the_next_page_and_can_be_searched()
    {
        var with = await ArrangeAsync();
        var mark = Guid.NewGuid().ToString("N")[..8];
        await site.Data.SaveAsync(with.Body.Id, db =>
        {
            foreach (var n in Enumerable.Range(1, 51))
            {
                var centre = new Organisation { Code = $"{mark}-{n:000}", Name = $"Centre {n:000}", Kinds = OrganisationKinds.Centre };
                db.Organisations.Add(centre);
                db.CentreApprovals.Add(new() { AwardingBodyId = with.Body.Id, CentreId = centre.Id, QualificationCode = with.Offer.Qualification.Code, From = site.Clock.Today() });
            }
        });
        var officer = await site.SignedInAsync(with.Officer);
        var first = await officer.OpenAsync(CentresOf(with));
        Assert.Equal(50, first.QuerySelectorAll("main tbody tr").Length);
        var second = await officer.OpenAsync(first.QuerySelector("nav.u-pager a[rel=next]")!.GetAttribute("href")!);
        Assert.Contains("Centre 051", Assert.Single(second.QuerySelectorAll("main tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Single((await officer.OpenAsync($"{CentresOf(with)}?q=centre 017")).QuerySelectorAll("main tbody tr"));
    }
}
