using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Schools;
using Underpin.Tests.Access;

namespace Underpin.Tests.Schools;

public sealed class EmploymentTests(TestSite site) : IClassFixture<TestSite>
{
    Task<T> ServiceAsync<T>(Func<EmploymentService, Task<T>> act) => site.RunAsync(s => act(s.GetRequiredService<EmploymentService>()));

    Task<Membership> ReadAsync(Guid id) => site.DbAsync(db => db.Memberships.AsNoTracking().SingleAsync(m => m.Id == id));

    async Task<(Organisation School, Account Helen)> SchoolAsync(string name = "Saltmarsh Academy")
    {
        var school = await site.Data.OrganisationAsync(OrganisationKinds.School, name);
        return (school, await site.Data.PersonAsync(school, MembershipRole.SchoolAdministrator, "Helen Marsh"));
    }

    async Task<Membership> StaffAsync(Organisation school, string name)
    {
        var person = await site.Data.AccountAsync(name);
        return await site.Data.MemberAsync(person, school, MembershipRole.Staff);
    }

    static Employment Seen(Membership m) => new() { School = m.OrganisationId, Membership = m.Id, Seen = m.RowVersion };

    [Fact]
    public async Task A_person_says_where_they_work_and_the_school_confirms_it()
    {
        var (school, helen) = await SchoolAsync($"Lantern {Guid.NewGuid():N}");
        var joe = await site.Data.AccountAsync("Joe Bright");
        var browser = await site.SignedInAsync(joe);
        var found = await browser.OpenAsync($"/work?q={school.Name.ToUpperInvariant()[8..20]}");
        var choose = found.QuerySelector("main li a")!.GetAttribute("href")!;
        var said = await browser.SubmitAsync(choose, [("JobTitle", "Apprentice technician"), ("Start.Day", "1"), ("Start.Month", "April"), ("Start.Year", "2026")], "I work here");
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        var employment = await site.DbAsync(db => db.Memberships.AsNoTracking().SingleAsync(m => m.AccountId == joe.Id));
        Assert.Equal(("Apprentice technician", new DateOnly(2026, 4, 1), null), (employment.JobTitle, employment.From, employment.ConfirmedAt));
        Assert.DoesNotContain(school.Name, (await browser.OpenAsync("/account")).QuerySelector("header, nav")!.TextContent);

        var head = await site.SignedInAsync(helen);
        Assert.Contains("Joe Bright", (await head.OpenAsync($"/schools/{school.Id}/staff")).QuerySelector("table")!.TextContent);
        await head.SubmitAsync($"/schools/{school.Id}/staff/{employment.Id}", [], "Confirm that they work here");
        Assert.NotNull((await ReadAsync(employment.Id)).ConfirmedAt);
        Assert.Contains("Confirmed", (await browser.OpenAsync("/work")).QuerySelector("table")!.TextContent);
    }

    [Fact]
    public async Task Staff_who_are_not_confirmed_are_not_staff_to_the_gate()
    {
        var (school, _) = await SchoolAsync();
        var joe = await site.Data.AccountAsync();
        await ServiceAsync(s => s.SayAsync(new() { School = school.Id, JobTitle = "Technician", Start = new(2026, 1, 5) }, site.Data.By(joe), default));
        Assert.Empty(await site.DbAsync(db => db.RolesInAsync(site.Data.By(joe), school.Id, default)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync(joe)).GetAsync($"/schools/{school.Id}/staff")).StatusCode);
    }

    [Theory]
    [InlineData("1", "1", "2190")]
    [InlineData("31", "12", "1899")]
    [InlineData("31", "2", "2026")]
    public async Task A_start_in_the_future_before_1900_or_on_no_day_is_refused_and_the_rest_stays_typed(string day, string month, string year)
    {
        var (school, _) = await SchoolAsync();
        var browser = await site.SignedInAsync(await site.Data.AccountAsync());
        var page = await (await browser.SubmitAsync($"/work?at={school.Id}", [("JobTitle", "Technician"), ("Start.Day", day), ("Start.Month", month), ("Start.Year", year)], "I work here")).PageAsync();
        Assert.Single(page.Errors());
        Assert.Equal(("Technician", day), (page.QuerySelector("#JobTitle")!.GetAttribute("value"), page.QuerySelector("#Start_Day")!.GetAttribute("value")));
    }

    [Fact]
    public async Task What_makes_no_employment_is_refused_by_the_service()
    {
        var (school, _) = await SchoolAsync();
        var centre = await site.Data.OrganisationAsync(OrganisationKinds.Centre);
        var joe = await site.Data.AccountAsync();
        var today = site.Clock.Today();
        async Task<Refusal?> Say(Guid at, string title, DateOnly start) => (await ServiceAsync(s => s.SayAsync(new() { School = at, JobTitle = title, Start = start }, site.Data.By(joe), default))).Refusal;
        Assert.IsType<NotASchool>(await Say(centre.Id, "Technician", today));
        Assert.IsType<NotASchool>(await Say(Guid.NewGuid(), "Technician", today));
        Assert.IsType<JobTitleNeeded>(await Say(school.Id, "  ", today));
        Assert.IsType<JobTitleTooLong>(await Say(school.Id, new string('x', 101), today));
        Assert.IsType<JobTitleUnreadable>(await Say(school.Id, "Tech\u0000nician", today));
        Assert.IsType<StartOutside>(await Say(school.Id, "Technician", today.AddDays(1)));
        Assert.IsType<StartOutside>(await Say(school.Id, "Technician", new(1899, 12, 31)));
        Assert.Null(await Say(school.Id, "Technician", today));
        Assert.IsType<WorksThereAlready>(await Say(school.Id, "Technician", today));
    }

    [Fact]
    public async Task Only_the_schools_own_administrator_confirms_and_not_their_own_employment()
    {
        var (school, helen) = await SchoolAsync();
        var (_, stranger) = await SchoolAsync("Northquay School");
        async Task<Membership> SayAsync(Account who) => (await ServiceAsync(s => s.SayAsync(new() { School = school.Id, JobTitle = "Head", Start = new(2020, 9, 1) }, site.Data.By(who), default))).Value;
        var joes = await SayAsync(await site.Data.AccountAsync());
        var own = await SayAsync(helen);
        Assert.IsType<NotTheSchoolsAdministrator>((await ServiceAsync(s => s.ConfirmAsync(Seen(joes), site.Data.By(stranger), default)))!.Value.Refusal);
        Assert.IsType<NotYourOwnConfirmation>((await ServiceAsync(s => s.ConfirmAsync(Seen(own), site.Data.By(helen), default)))!.Value.Refusal);
        Assert.Null(await ServiceAsync(s => s.ConfirmAsync(Seen(joes) with { School = Guid.NewGuid() }, site.Data.By(helen), default)));
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync(stranger)).GetAsync($"/schools/{school.Id}/staff/{joes.Id}")).StatusCode);
    }

    [Fact]
    public async Task An_unconfirmed_address_is_not_confirmed_as_staff()
    {
        var (school, helen) = await SchoolAsync();
        var joe = await site.Data.AccountAsync("Joe Bright");
        await site.DbAsync(db => db.Users.Where(a => a.Id == joe.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.EmailConfirmed, false)));
        var said = (await ServiceAsync(s => s.SayAsync(new() { School = school.Id, JobTitle = "Technician", Start = new(2026, 1, 5) }, site.Data.By(joe), default))).Value;
        Assert.IsType<EmailIsUnconfirmed>((await ServiceAsync(s => s.ConfirmAsync(Seen(said), site.Data.By(helen), default)))!.Value.Refusal);
    }

    [Fact]
    public async Task Nobody_manages_themselves_in_a_circle_or_from_outside()
    {
        var (school, helen) = await SchoolAsync();
        var (other, _) = await SchoolAsync("Northquay School");
        var (joe, tom, priya, far) = (await StaffAsync(school, "Joe Bright"), await StaffAsync(school, "Tom Ashworth"), await StaffAsync(school, "Priya Nair"), await StaffAsync(other, "Ana Kovac"));
        async Task<Refusal?> Set(Membership below, Membership? above) => (await ServiceAsync(async s => await s.SetLineManagerAsync(Seen(await ReadAsync(below.Id)), above?.AccountId, site.Data.By(helen), default)))!.Value.Refusal;

        Assert.IsType<NobodyManagesThemselves>(await Set(joe, joe));
        Assert.IsType<ManagerIsElsewhere>(await Set(joe, far));
        Assert.Null(await Set(joe, tom));
        Assert.Null(await Set(tom, priya));
        Assert.Equal(new ManagersInACircle("Priya Nair", "Joe Bright"), await Set(priya, joe));
        Assert.Equal(new ManagersInACircle("Tom Ashworth", "Joe Bright"), await Set(tom, joe));
        Assert.True(await site.DbAsync(db => LineManagement.IsManagerOf(db, priya.AccountId, joe.AccountId)));
        Assert.Null(await Set(joe, null));
        Assert.False(await site.DbAsync(db => LineManagement.IsManagerOf(db, priya.AccountId, joe.AccountId)));
    }

    [Fact]
    public async Task Somebody_of_the_trust_can_manage_at_its_school()
    {
        var trust = await site.Data.OrganisationAsync(OrganisationKinds.Trust, "Harbourside Learning Trust");
        var (school, helen) = await SchoolAsync();
        await site.Data.SaveAsync(school.Id, db => db.Organisations.Single(o => o.Id == school.Id).TrustId = trust.Id);
        var (tom, priya) = (await StaffAsync(school, "Tom Ashworth"), await StaffAsync(trust, "Priya Nair"));
        var page = await (await site.SignedInAsync(helen)).SubmitAsync($"/schools/{school.Id}/staff/{tom.Id}", [("Manager", priya.AccountId.ToString())], "Save the line manager");
        Assert.Equal(HttpStatusCode.Redirect, page.StatusCode);
        Assert.Equal(priya.AccountId, (await ReadAsync(tom.Id)).LineManagerId);
    }

    [Fact]
    public async Task Ending_an_employment_ends_the_managing_that_went_with_it()
    {
        var (school, helen) = await SchoolAsync();
        var tom = await StaffAsync(school, "Tom Ashworth");
        var below = await site.Data.MemberAsync(await site.Data.AccountAsync(), school, MembershipRole.Staff, lineManager: await site.DbAsync(db => db.Users.SingleAsync(a => a.Id == tom.AccountId)));
        async Task<Refusal?> End(DateOnly day) => (await ServiceAsync(s => s.EndAsync(Seen(tom), day, site.Data.By(helen), default)))!.Value.Refusal;
        Assert.IsType<LastDayOutside>(await End(tom.From.AddDays(-1)));
        Assert.IsType<LastDayOutside>(await End(site.Clock.Today().AddDays(1)));
        Assert.Null(await End(site.Clock.Today()));
        Assert.Equal(site.Clock.Today(), (await ReadAsync(tom.Id)).Until);
        Assert.Null((await ReadAsync(below.Id)).LineManagerId);
        Assert.IsType<EmploymentHasEnded>(await End(site.Clock.Today()));
    }

    [Fact]
    public async Task A_stale_form_is_told_that_somebody_else_changed_it()
    {
        var (school, helen) = await SchoolAsync();
        var (joe, tom) = (await StaffAsync(school, "Joe Bright"), await StaffAsync(school, "Tom Ashworth"));
        await site.Data.SaveAsync(school.Id, db => db.Memberships.Single(m => m.Id == joe.Id).JobTitle = "Senior technician");
        var answer = await (await site.SignedInAsync(helen)).SubmitAsync($"/schools/{school.Id}/staff/{joe.Id}",
            [("Seen", joe.RowVersion.ToString(CultureInfo.InvariantCulture)), ("Manager", tom.AccountId.ToString())], "Save the line manager");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Null((await ReadAsync(joe.Id)).LineManagerId);
    }
}
