using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Platform;

namespace Underpin.Tests.Access;

public sealed class InvitationTests(TestSite site) : IClassFixture<TestSite>
{
    async Task<(Organisation Centre, Account Owen)> CentreAsync()
    {
        var centre = await site.Data.OrganisationAsync(OrganisationKinds.Centre, "Estuary Training Centre");
        return (centre, await site.Data.PersonAsync(centre, MembershipRole.CentreAdministrator, "Owen Price"));
    }

    async Task<string> InviteAsync(Organisation centre, Account inviter, string email, MembershipRole role = MembershipRole.Assessor)
    {
        var answer = await (await site.SignedInAsync(inviter)).SubmitAsync($"/organisations/{centre.Id}/people", [("Email", email), ("Role", role.ToString())], "Send the invitation");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return await site.LinkToAsync(email);
    }

    Task<List<Membership>> RolesOfAsync(Guid account) => site.DbAsync(db => db.Memberships.AsNoTracking().Where(m => m.AccountId == account).ToListAsync());

    [Fact]
    public async Task An_invited_newcomer_creates_an_account_and_has_the_role_at_once()
    {
        var (centre, owen) = await CentreAsync();
        var email = Letters.NewAddress();
        var link = await InviteAsync(centre, owen, email);
        var browser = site.Visitor();
        var answer = await browser.SubmitAsync(link, [("Name", "Ruth Delaney"), ("Password", TestData.Password)], "Create the account and accept");
        Assert.Equal($"/organisations/{centre.Id}", answer.Headers.Location?.ToString());
        var ruth = await site.DbAsync(db => db.Users.SingleAsync(a => a.Email == email));
        Assert.True(ruth.EmailConfirmed);
        Assert.Equal(MembershipRole.Assessor, Assert.Single(await RolesOfAsync(ruth.Id)).Role);
        await browser.OpenAsync("/account");
    }

    [Fact]
    public async Task A_person_with_an_account_accepts_once_and_the_link_is_closed_to_the_next()
    {
        var (centre, owen) = await CentreAsync();
        var ruth = await site.Data.AccountAsync("Ruth Delaney");
        var link = await InviteAsync(centre, owen, ruth.Email!);
        var browser = await site.SignedInAsync(ruth);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(link, [], "Accept the invitation")).StatusCode);
        Assert.Single(await RolesOfAsync(ruth.Id));

        var thief = await site.SignedInAsync(await site.Data.AccountAsync("Somebody Else"));
        var closed = await thief.GetAsync(link);
        Assert.Equal(HttpStatusCode.NotFound, closed.StatusCode);
        Assert.Contains("This invitation is closed", (await closed.PageAsync()).QuerySelector("h1")!.TextContent);
        var refused = await site.RunAsync(s => s.GetRequiredService<InvitationService>().AcceptAsync(link.Split('/')[^1], site.Data.By(ruth), default));
        Assert.IsType<InvitationIsClosed>(refused.Refusal);
    }

    [Fact]
    public async Task A_withdrawn_invitation_opens_nothing()
    {
        var (centre, owen) = await CentreAsync();
        var email = Letters.NewAddress();
        var link = await InviteAsync(centre, owen, email);
        Assert.Equal(HttpStatusCode.Redirect, (await (await site.SignedInAsync(owen)).SubmitAsync($"/organisations/{centre.Id}/people", [], $"Withdraw the invitation to {email}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(link)).StatusCode);
    }

    [Fact]
    public async Task An_invitation_runs_out_after_fourteen_days()
    {
        var later = new TestSite();
        await later.InitializeAsync();
        var centre = await later.Data.OrganisationAsync(OrganisationKinds.Centre);
        var owen = await later.Data.PersonAsync(centre, MembershipRole.CentreAdministrator);
        var email = Letters.NewAddress();
        await later.RunAsync(s => s.GetRequiredService<InvitationService>().InviteAsync(new() { Organisation = centre.Id, Email = EmailAddress.Parse(email), Role = MembershipRole.Assessor }, later.Data.By(owen), default));
        var link = await later.LinkToAsync(email);
        later.Clock.Advance(AccountRules.InvitationLasts - TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await later.Visitor().GetAsync(link)).StatusCode);
        later.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.NotFound, (await later.Visitor().GetAsync(link)).StatusCode);
        await ((IAsyncLifetime)later).DisposeAsync();
    }

    [Fact]
    public async Task Whoever_has_not_confirmed_their_address_cannot_take_up_a_role_sent_to_another()
    {
        var (centre, owen) = await CentreAsync();
        var unproved = await site.Data.AccountAsync("Joe Bright");
        await site.DbAsync(db => db.Users.Where(a => a.Id == unproved.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.EmailConfirmed, false)));
        var link = await InviteAsync(centre, owen, Letters.NewAddress());
        var page = await (await (await site.SignedInAsync(unproved)).SubmitAsync(link, [], "Accept the invitation")).PageAsync();
        Assert.Equal([new EmailIsUnconfirmed("Joe Bright").Message], page.Errors());
        Assert.Empty(await RolesOfAsync(unproved.Id));
    }

    [Theory]
    [InlineData(nameof(MembershipRole.AwardingOfficer))]
    [InlineData(nameof(MembershipRole.SchoolAdministrator))]
    public async Task A_role_forged_into_the_form_is_refused(string forged)
    {
        var (centre, owen) = await CentreAsync();
        var email = Letters.NewAddress();
        var answer = await (await site.SignedInAsync(owen)).SubmitAsync($"/organisations/{centre.Id}/people", [("Email", email), ("Role", forged)], "Send the invitation");
        var page = await answer.PageAsync();
        Assert.Equal([new RoleDoesNotFit(Enum.Parse<MembershipRole>(forged).Words(), centre.Name).Message], page.Errors());
        Assert.Equal(email, page.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Empty(await site.LettersToAsync(email));
    }

    [Theory]
    [InlineData(nameof(MembershipRole.SchoolAdministrator), nameof(MembershipRole.AwardingOfficer))]
    [InlineData(nameof(MembershipRole.Assessor), nameof(MembershipRole.Assessor))]
    [InlineData(nameof(MembershipRole.QualityAssurer), nameof(MembershipRole.CentreAdministrator))]
    [InlineData(nameof(MembershipRole.CentreAdministrator), nameof(MembershipRole.FrameworkEditor))]
    public async Task A_role_that_is_not_the_givers_to_give_is_refused_by_the_service(string giver, string given)
    {
        var everything = await site.Data.OrganisationAsync(OrganisationKinds.School | OrganisationKinds.Centre | OrganisationKinds.AwardingBody);
        var person = await site.Data.PersonAsync(everything, Enum.Parse<MembershipRole>(giver));
        var outcome = await site.RunAsync(s => s.GetRequiredService<InvitationService>().InviteAsync(new() { Organisation = everything.Id, Email = EmailAddress.Parse(Letters.NewAddress()), Role = Enum.Parse<MembershipRole>(given) }, site.Data.By(person), default));
        Assert.IsType<RoleIsNotYoursToGive>(outcome!.Value.Refusal);
    }

    [Fact]
    public async Task An_administrator_of_another_organisation_sees_and_changes_nothing_here()
    {
        var (centre, owen) = await CentreAsync();
        var (_, stranger) = await CentreAsync();
        var browser = await site.SignedInAsync(stranger);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/organisations/{centre.Id}/people")).StatusCode);
        var role = Assert.Single(await RolesOfAsync(owen.Id));
        var outcome = await EndAsync(role, stranger);
        Assert.IsType<RoleIsNotYoursToGive>(outcome!.Value.Refusal);
    }

    Task<Outcome<Membership>?> EndAsync(Membership role, Account by, Guid? through = null) => site.RunAsync(s => s.GetRequiredService<MembershipService>()
        .EndAsync(new() { Organisation = through ?? role.OrganisationId, Membership = role.Id, Seen = role.RowVersion }, site.Data.By(by), default));

    [Fact]
    public async Task A_role_of_another_organisation_cannot_be_ended_through_ones_own()
    {
        var (_, owen) = await CentreAsync();
        var (theirs, stranger) = await CentreAsync();
        Assert.Null(await EndAsync(Assert.Single(await RolesOfAsync(owen.Id)), stranger, through: theirs.Id));
    }

    [Fact]
    public async Task The_last_administrator_cannot_leave_and_the_last_but_one_can()
    {
        var (centre, owen) = await CentreAsync();
        var role = Assert.Single(await RolesOfAsync(owen.Id));
        var page = await (await (await site.SignedInAsync(owen)).SubmitAsync("/account", [], $"Leave the role centre administrator of {centre.Name}")).PageAsync();
        Assert.Equal([new LastAdministrator(centre.Name, "centre administrator").Message], page.Errors());
        await site.Data.PersonAsync(centre, MembershipRole.CentreAdministrator, "Ruth Delaney");
        Assert.Null((await EndAsync(role, owen))!.Value.Refusal);
        Assert.NotNull(Assert.Single(await RolesOfAsync(owen.Id)).Until);
    }

    [Fact]
    public async Task A_stale_page_cannot_end_a_role_that_somebody_changed_meanwhile()
    {
        var (centre, owen) = await CentreAsync();
        var ruth = await site.Data.PersonAsync(centre, MembershipRole.Assessor);
        var seen = Assert.Single(await RolesOfAsync(ruth.Id));
        await site.Data.SaveAsync(centre.Id, db => db.Memberships.Single(m => m.Id == seen.Id).JobTitle = "Lead assessor");
        var browser = await site.SignedInAsync(owen);
        var answer = await browser.SubmitAsync($"/organisations/{centre.Id}/people", [("membership", seen.Id.ToString()), ("seen", seen.RowVersion.ToString(System.Globalization.CultureInfo.InvariantCulture))], "End role of Ruth Delaney as assessor");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Null(Assert.Single(await RolesOfAsync(ruth.Id)).Until);
    }

    [Fact]
    public async Task Nobody_is_invited_twice_by_typing_the_address_in_other_letters()
    {
        var (centre, owen) = await CentreAsync();
        var address = Letters.NewAddress();
        await InviteAsync(centre, owen, address.ToUpperInvariant());
        var again = await site.RunAsync(s => s.GetRequiredService<InvitationService>().InviteAsync(
            new() { Organisation = centre.Id, Email = EmailAddress.Parse(address), Role = MembershipRole.Assessor }, site.Data.By(owen), default));
        Assert.IsType<AlreadyInvited>(again!.Value.Refusal);
    }
}
