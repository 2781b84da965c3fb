using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;

namespace Underpin.Tests.Access;

public sealed class SignInTests(TestSite site) : IClassFixture<TestSite>
{
    static Task<HttpResponseMessage> SignInAsync(HttpClient browser, string email, string password, string address = "/sign-in") =>
        browser.SubmitAsync(address, [("Email", email), ("Password", password)], "Sign in");

    [Fact]
    public async Task The_right_password_signs_a_person_in_and_sends_them_to_their_work()
    {
        var ana = await site.Data.AccountAsync("Ana Kovac");
        var browser = site.Visitor();
        var answer = await SignInAsync(browser, ana.Email!, TestData.Password);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("/my-work", answer.Headers.Location?.ToString());
        Assert.Contains("Ana Kovac", (await browser.OpenAsync("/account")).Body!.TextContent);
    }

    [Fact]
    public async Task Whoever_was_on_their_way_somewhere_arrives_there()
    {
        var ana = await site.Data.AccountAsync();
        var browser = site.Visitor();
        var turned = await browser.GetAsync("/account/name");
        Assert.Equal(HttpStatusCode.Redirect, turned.StatusCode);
        var answer = await SignInAsync(browser, ana.Email!, TestData.Password, turned.Headers.Location!.PathAndQuery);
        Assert.Equal("/account/name", answer.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Nobody_is_sent_on_to_another_site(string from)
    {
        var ana = await site.Data.AccountAsync();
        var address = $"/sign-in?from={Uri.EscapeDataString(from)}";
        var browser = site.Visitor();
        Assert.Equal("/my-work", (await SignInAsync(browser, ana.Email!, TestData.Password, address)).Headers.Location?.ToString());
        Assert.Equal("/my-work", (await browser.GetAsync(address)).Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        var ana = await site.Data.AccountAsync();
        var wrong = await SignInAsync(site.Visitor(), ana.Email!, "not the password");
        var unknown = await SignInAsync(site.Visitor(), "nobody@example.org", "not the password");
        Assert.Equal(wrong.StatusCode, unknown.StatusCode);
        Assert.Equal(await BodyAsync(wrong, ana.Email!), await BodyAsync(unknown, "nobody@example.org"));
        Assert.Equal([new CannotSignIn().Message], (await unknown.PageAsync()).Errors());
    }

    static async Task<string> BodyAsync(HttpResponseMessage answer, string email)
    {
        var page = await answer.PageAsync();
        foreach (var token in page.QuerySelectorAll("input[name=__RequestVerificationToken]")) token.Remove();
        return page.QuerySelector("main")!.OuterHtml.Replace(email, "ADDRESS", StringComparison.Ordinal);
    }

    sealed class CountingHasher : IPasswordHasher<Account>
    {
        readonly PasswordHasher<Account> _real = new();

        public int Comparisons { get; private set; }

        public string HashPassword(Account user, string password) => _real.HashPassword(user, password);

        public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Comparisons++;
            return _real.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    [Theory]
    [InlineData("known")]
    [InlineData("unknown")]
    [InlineData("resting")]
    public async Task An_attempt_costs_one_comparison_whether_the_account_is_known_unknown_or_resting(string kind)
    {
        var ana = await site.Data.AccountAsync();
        if (kind == "resting") await site.DbAsync(db => db.Users.Where(a => a.Id == ana.Id).ExecuteUpdateAsync(s => s.SetProperty(a => a.LockoutEnd, (DateTimeOffset?)site.Clock.GetUtcNow().AddMinutes(5))));
        var hasher = new CountingHasher();
        var outcome = await site.RunAsync(services => new PasswordService(services.GetRequiredService<UnderpinDb>(), services.GetRequiredService<UserManager<Account>>(), hasher, services.GetRequiredService<AccountMail>(), site.Clock)
            .CheckAsync(new() { Email = kind == "unknown" ? "nobody@example.org" : ana.Email!, Password = "not the password" }, default));
        Assert.IsType<CannotSignIn>(outcome.Refusal);
        Assert.Equal(1, hasher.Comparisons);
    }

    [Fact]
    public async Task After_ten_wrong_passwords_the_account_rests_its_holder_is_told_and_it_wakes_again()
    {
        var rests = new TestSite();
        await rests.InitializeAsync();
        var ana = await rests.Data.AccountAsync();
        var browser = rests.Visitor();
        for (var tries = 0; tries < AccountRules.WrongTriesBeforeRest; tries++) await SignInAsync(browser, ana.Email!, $"wrong guess {tries}");

        var refused = await SignInAsync(browser, ana.Email!, TestData.Password);
        Assert.Equal([new CannotSignIn().Message], (await refused.PageAsync()).Errors());
        Assert.Equal("Your account is resting", Assert.Single(await rests.LettersToAsync(ana.Email!)).Subject);

        rests.Clock.Advance(AccountRules.Rest);
        Assert.Equal(HttpStatusCode.Redirect, (await SignInAsync(browser, ana.Email!, TestData.Password)).StatusCode);
        await ((IAsyncLifetime)rests).DisposeAsync();
    }

    [Fact]
    public async Task Signing_out_ends_the_session_and_only_by_post()
    {
        var ana = await site.Data.AccountAsync();
        var browser = site.Visitor();
        await SignInAsync(browser, ana.Email!, TestData.Password);
        await browser.GetAsync("/sign-out");
        await browser.OpenAsync("/account");
        await browser.SubmitAsync("/sign-out", [], "Sign out");
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync("/account")).StatusCode);
    }

    [Fact]
    public async Task A_passkey_that_nobody_was_asked_for_is_refused_in_words()
    {
        var answer = await site.Visitor().SubmitAsync("/sign-in", [("credential", "{}")], "Sign in with a passkey");
        Assert.Equal([new PasskeyRefused().Message], (await answer.PageAsync()).Errors());
    }
}
