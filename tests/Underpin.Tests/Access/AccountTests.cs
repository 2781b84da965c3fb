using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;

namespace Underpin.Tests.Access;

public sealed class AccountTests(TestSite site) : IClassFixture<TestSite>
{
    static Task<HttpResponseMessage> CreateAsync(HttpClient browser, string email, string name = "Mei Lin", string password = TestData.Password) =>
        browser.SubmitAsync("/account/create", [("Name", name), ("Email", email), ("Password", password)]);

    Task<Account?> FindAsync(string email) => site.DbAsync(db => db.Users.AsNoTracking().SingleOrDefaultAsync(a => a.Email == email));

    [Fact]
    public async Task A_person_creates_an_account_confirms_the_address_and_signs_in()
    {
        var email = Letters.NewAddress();
        var browser = site.Visitor();
        Assert.Equal(HttpStatusCode.Redirect, (await CreateAsync(browser, email)).StatusCode);
        Assert.False((await FindAsync(email))!.EmailConfirmed);

        var link = await site.LinkToAsync(email);
        await browser.OpenAsync(link);
        Assert.False((await FindAsync(email))!.EmailConfirmed);
        Assert.Equal("/sign-in", (await browser.SubmitAsync(link, [], "This address is mine")).Headers.Location?.ToString());
        Assert.True((await FindAsync(email))!.EmailConfirmed);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync("/sign-in", [("Email", email.ToUpperInvariant()), ("Password", TestData.Password)], "Sign in")).StatusCode);
    }

    [Fact]
    public async Task Creating_an_account_for_a_known_address_looks_the_same_and_tells_only_its_holder()
    {
        var known = await site.Data.AccountAsync("Tom Ashworth");
        var fresh = Letters.NewAddress();
        string? page = null;
        foreach (var email in new[] { fresh, known.Email! })
        {
            var browser = site.Visitor();
            var answer = await CreateAsync(browser, email);
            Assert.Equal((HttpStatusCode.Redirect, "/account/create"), (answer.StatusCode, answer.Headers.Location?.ToString()));
            var shown = (await browser.OpenAsync("/account/create")).QuerySelector("main")!.OuterHtml.Replace(email, "ADDRESS", StringComparison.Ordinal);
            page ??= shown;
            Assert.Equal(page, shown);
        }

        Assert.Equal("You have an account already", Assert.Single(await site.LettersToAsync(known.Email!)).Subject);
        Assert.Equal("Tom Ashworth", (await FindAsync(known.Email!))!.Name.ToString());
    }

    [Theory]
    [InlineData("Siân Ŵyn-Łukasz")]
    [InlineData("李小龍")]
    [InlineData("محمد علي")]
    [InlineData("Nguyễn Thị Minh Khai")]
    [InlineData("O’Brien, Seán")]
    public async Task A_name_in_any_script_is_kept_as_written(string name)
    {
        var email = Letters.NewAddress();
        await CreateAsync(site.Visitor(), email, name);
        Assert.Equal(name, (await FindAsync(email))!.Name.ToString());
    }

    [Theory]
    [InlineData("Ana\u0007Kovac")]
    [InlineData("Ana\u202EcavoK")]
    [InlineData("\u200B\u200B")]
    [InlineData("")]
    public async Task A_name_with_hidden_characters_is_refused_and_the_rest_stays_typed(string name)
    {
        var email = Letters.NewAddress();
        var page = await (await CreateAsync(site.Visitor(), email, name)).PageAsync();
        Assert.Single(page.Errors());
        Assert.Equal(email, page.QuerySelector("#Email")!.GetAttribute("value"));
        Assert.Null(await FindAsync(email));
    }

    [Theory]
    [InlineData("too short")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    public async Task A_weak_password_is_refused_beside_its_field(string password)
    {
        var email = Letters.NewAddress();
        var page = await (await CreateAsync(site.Visitor(), email, password: password)).PageAsync();
        Assert.NotNull(page.QuerySelector("#Password-error"));
        Assert.Null(await FindAsync(email));
    }

    [Fact]
    public async Task A_link_for_one_account_does_not_confirm_another()
    {
        var (first, second) = (Letters.NewAddress(), Letters.NewAddress());
        await CreateAsync(site.Visitor(), first);
        await CreateAsync(site.Visitor(), second);
        var stolen = (await site.LinkToAsync(first)).Replace((await FindAsync(first))!.Id.ToString(), (await FindAsync(second))!.Id.ToString(), StringComparison.Ordinal);
        var page = await (await site.Visitor().SubmitAsync(stolen, [], "This address is mine")).PageAsync();
        Assert.Equal([new LinkIsSpent().Message], page.Errors());
        Assert.False((await FindAsync(second))!.EmailConfirmed);
    }

    [Fact]
    public async Task A_forgotten_password_is_replaced_once_and_every_session_ends()
    {
        var tom = await site.Data.AccountAsync();
        var elsewhere = await site.SignedInAsync(tom);
        await elsewhere.OpenAsync("/account");
        var browser = site.Visitor();
        await browser.SubmitAsync("/password/forgot", [("Email", tom.Email!)]);
        var link = await site.LinkToAsync(tom.Email!);

        Assert.Equal("/sign-in", (await browser.SubmitAsync(link, [("Password", "a new quiet harbour")])).Headers.Location?.ToString());
        Assert.Equal([new LinkIsSpent().Message], (await (await browser.SubmitAsync(link, [("Password", "yet another harbour")])).PageAsync()).Errors());
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync("/sign-in", [("Email", tom.Email!), ("Password", "a new quiet harbour")], "Sign in")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task Asking_for_a_password_link_says_the_same_for_an_unknown_address()
    {
        var tom = await site.Data.AccountAsync();
        string? page = null;
        foreach (var email in new[] { tom.Email!, "nobody@example.org" })
        {
            var browser = site.Visitor();
            await browser.SubmitAsync("/password/forgot", [("Email", email)]);
            var shown = (await browser.OpenAsync("/password/forgot")).QuerySelector("main")!.OuterHtml.Replace(email, "ADDRESS", StringComparison.Ordinal);
            page ??= shown;
            Assert.Equal(page, shown);
        }

        Assert.Empty(await site.LettersToAsync("nobody@example.org"));
    }

    [Fact]
    public async Task Changing_the_password_needs_the_present_one_and_keeps_only_this_session()
    {
        var tom = await site.Data.AccountAsync();
        var (here, elsewhere) = (site.Visitor(), await site.SignedInAsync(tom));
        await here.SubmitAsync("/sign-in", [("Email", tom.Email!), ("Password", TestData.Password)], "Sign in");
        var wrong = await here.SubmitAsync("/account/password", [("Present", "not the password"), ("New", "a new quiet harbour")]);
        Assert.Equal([new NotTheirPassword().Message], (await wrong.PageAsync()).Errors());
        Assert.Equal("/account", (await here.SubmitAsync("/account/password", [("Present", TestData.Password), ("New", "a new quiet harbour")])).Headers.Location?.ToString());
        await here.OpenAsync("/account");
        Assert.Equal(HttpStatusCode.Redirect, (await elsewhere.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task An_address_changes_only_when_the_link_sent_to_the_new_one_is_opened()
    {
        var tom = await site.Data.AccountAsync();
        var (before, after) = (tom.Email!, Letters.NewAddress());
        var browser = await site.SignedInAsync(tom);
        await browser.SubmitAsync("/account/email", [("Email", after), ("Password", TestData.Password)]);
        Assert.NotNull(await FindAsync(before));
        Assert.Equal("Your e-mail address is being changed", Assert.Single(await site.LettersToAsync(before)).Subject);

        Assert.Equal("/account", (await browser.SubmitAsync(await site.LinkToAsync(after), [], "This address is mine")).Headers.Location?.ToString());
        Assert.Null(await FindAsync(before));
        Assert.True((await FindAsync(after))!.EmailConfirmed);
        Assert.Equal(HttpStatusCode.Redirect, (await site.Visitor().SubmitAsync("/sign-in", [("Email", after), ("Password", TestData.Password)], "Sign in")).StatusCode);
    }

    [Fact]
    public async Task Taking_somebody_elses_address_says_nothing_and_tells_its_holder()
    {
        var (tom, ana) = (await site.Data.AccountAsync(), await site.Data.AccountAsync());
        var answer = await (await site.SignedInAsync(tom)).SubmitAsync("/account/email", [("Email", ana.Email!), ("Password", TestData.Password)]);
        Assert.Equal("/account", answer.Headers.Location?.ToString());
        Assert.Equal("Your e-mail address is in use already", Assert.Single(await site.LettersToAsync(ana.Email!)).Subject);
    }

    [Fact]
    public async Task A_changed_name_is_on_record_with_the_one_before()
    {
        var tom = await site.Data.AccountAsync("Tom Ashworth");
        await (await site.SignedInAsync(tom)).SubmitAsync("/account/name", [("Name", "Tomos Ashworth")]);
        var entry = await site.DbAsync(db => db.History.SingleAsync(e => e.About == tom.Id && e.Kind == nameof(NameChanged)));
        Assert.Equal("changed the name from Tom Ashworth to Tomos Ashworth", JsonDocument.Parse(entry.Payload!).RootElement.GetProperty("summary").GetString());
    }

    [Fact]
    public async Task The_download_has_account_roles_and_what_the_person_did_but_nobody_elses_doing()
    {
        var school = await site.Data.OrganisationAsync(OrganisationKinds.School, "Lantern Street Primary");
        var tom = await site.Data.PersonAsync(school, MembershipRole.SchoolAdministrator, "Tom Ashworth");
        var browser = await site.SignedInAsync(tom);
        await browser.SubmitAsync("/account/name", [("Name", "Tomos Ashworth")]);
        var answer = await browser.SubmitAsync("/account/data", []);
        var file = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal("Tomos Ashworth", file.GetProperty("account").GetProperty("name").GetString());
        Assert.Equal("Lantern Street Primary", file.GetProperty("roles")[0].GetProperty("organisation").GetString());
        Assert.Contains(file.GetProperty("history").EnumerateArray(), e => e.GetProperty("kind").GetString() == nameof(NameChanged) && e.GetProperty("byYou").GetBoolean());
        Assert.DoesNotContain("passwordHash", await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
    }
}
