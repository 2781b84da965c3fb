using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.History;

namespace Underpin.Tests.Access;

public sealed class ErasureTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task An_erased_person_is_gone_and_the_chains_still_verify()
    {
        var school = await site.Data.OrganisationAsync(OrganisationKinds.School);
        var mei = await site.Data.PersonAsync(school, MembershipRole.Staff, "Mei Lin-Unmistakable");
        var below = await site.Data.AccountAsync("Joe Bright");
        await site.Data.MemberAsync(below, school, MembershipRole.Staff, lineManager: mei);
        var browser = await site.SignedInAsync(mei);
        await browser.SubmitAsync("/account/name", [("Name", "Mei Lin-Unmistakable Jones")]);

        Assert.Equal("/", (await browser.SubmitAsync("/account/erase", [("Password", TestData.Password)])).Headers.Location?.ToString());

        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
        var (account, memberships, entries, joe) = await site.DbAsync(async db => (
            await db.Users.SingleAsync(a => a.Id == mei.Id),
            await db.Memberships.Where(m => m.AccountId == mei.Id).ToListAsync(),
            await db.History.Where(e => e.ActorId == mei.Id || e.About == mei.Id).OrderBy(e => e.Id).ToListAsync(),
            await db.Memberships.SingleAsync(m => m.AccountId == below.Id)));
        Assert.Equal("Erased person", account.Name.ToString());
        Assert.EndsWith("@erased.invalid", account.Email);
        Assert.Equal(account.Email, account.UserName);
        Assert.Null(account.PasswordHash);
        Assert.NotNull(account.ErasedAt);
        Assert.All(memberships, m => Assert.NotNull(m.Until));
        Assert.Null(joe.LineManagerId);
        Assert.Contains(entries, e => e is { Kind: nameof(NameChanged), Payload: null, Salt: null, ErasedAt: not null });
        Assert.Contains(entries, e => e is { Kind: nameof(AccountErased), ErasedAt: null });
        Assert.All(entries.Where(e => e.Payload is not null), e => Assert.DoesNotContain("Unmistakable", e.Payload));
        Assert.Empty((await site.DbAsync(db => HistoryVerifier.VerifyAsync(db))).Faults);

        var again = await site.Visitor().SubmitAsync("/sign-in", [("Email", mei.Email!), ("Password", TestData.Password)], "Sign in");
        Assert.Equal([new CannotSignIn().Message], (await again.PageAsync()).Errors());
    }

    [Fact]
    public async Task A_wrong_password_erases_nothing()
    {
        var mei = await site.Data.AccountAsync("Mei Lin");
        var page = await (await (await site.SignedInAsync(mei)).SubmitAsync("/account/erase", [("Password", "not the password")])).PageAsync();
        Assert.Equal([new NotTheirPassword().Message], page.Errors());
        Assert.Null((await site.DbAsync(db => db.Users.AsNoTracking().SingleAsync(a => a.Id == mei.Id))).ErasedAt);
    }

    [Fact]
    public async Task The_last_administrator_of_a_centre_cannot_be_erased_before_another_is_there()
    {
        var centre = await site.Data.OrganisationAsync(OrganisationKinds.Centre, "Estuary Training Centre");
        var owen = await site.Data.PersonAsync(centre, MembershipRole.CentreAdministrator, "Owen Price");
        var refused = await EraseAsync(owen);
        Assert.IsType<LastAdministrator>(refused);
        await site.Data.PersonAsync(centre, MembershipRole.CentreAdministrator, "Ruth Delaney");
        Assert.Null(await EraseAsync(owen));
    }

    [Fact]
    public async Task Another_rooms_open_duty_stops_the_erasure_and_its_step_runs_in_it()
    {
        var mei = await site.Data.AccountAsync("Mei Lin");
        var duty = true;
        var stepped = Guid.Empty;
        Task<Refusal?> Duty(UnderpinDb db, Guid account, CancellationToken cancel) => Task.FromResult<Refusal?>(duty ? new MembershipHasEnded() : null);
        Task Step(UnderpinDb db, Guid account, Change change, CancellationToken cancel) { stepped = account; return Task.CompletedTask; }

        Assert.IsType<MembershipHasEnded>(await EraseAsync(mei, [Duty], [Step]));
        Assert.Equal(Guid.Empty, stepped);
        duty = false;
        Assert.Null(await EraseAsync(mei, [Duty], [Step]));
        Assert.Equal(mei.Id, stepped);
    }

    [Fact]
    public async Task Letters_and_invitations_go_however_the_address_was_typed()
    {
        var centre = await site.Data.OrganisationAsync(OrganisationKinds.Centre, "Estuary Training Centre");
        var owen = await site.Data.PersonAsync(centre, MembershipRole.CentreAdministrator, "Owen Price");
        var mei = await site.Data.AccountAsync("Mei Lin");
        var typed = mei.Email!.ToUpperInvariant();
        await site.RunAsync(s => s.GetRequiredService<InvitationService>().InviteAsync(new() { Organisation = centre.Id, Email = EmailAddress.Parse(typed), Role = MembershipRole.Assessor }, site.Data.By(owen), default));
        Assert.Single(await site.LettersToAsync(typed));
        var data = await (await (await site.SignedInAsync(mei)).SubmitAsync("/account/data", [])).Content.ReadAsStringAsync();
        Assert.Contains("\"Assessor\"", data, StringComparison.Ordinal);

        Assert.Null(await EraseAsync(mei));

        Assert.Empty(await site.LettersToAsync(typed));
        Assert.False(await site.DbAsync(db => db.OneTimeLinks.AnyAsync(l => l.Email == typed)));
    }

    Task<Refusal?> EraseAsync(Account account, OpenDuty[]? duties = null, ErasureStep[]? steps = null) => site.RunAsync(async services =>
    {
        var erasure = duties is null
            ? services.GetRequiredService<ErasureService>()
            : ActivatorUtilities.CreateInstance<ErasureService>(services, (IEnumerable<OpenDuty>)duties, (IEnumerable<ErasureStep>)steps!);
        return (await erasure.EraseAsync(TestData.Password, site.Data.By(account), default)).Refusal;
    });
}
