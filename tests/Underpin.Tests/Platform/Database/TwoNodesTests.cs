using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Underpin.Access;

namespace Underpin.Tests.Platform.Database;

/// <summary>Two nodes on one database know each other's sessions and forms: what keeps them is in the database, not in a process.</summary>
public sealed class TwoNodesTests(TestSite first) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_session_begun_on_one_node_goes_on_at_another()
    {
        var account = await first.Data.AccountAsync();
        var principal = await first.RunAsync(s => s.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account));
        var cookie = Cookie(first).TicketDataFormat.Protect(new(principal, IdentityConstants.ApplicationScheme));

        await using var second = first.AnotherNode();
        var read = Cookie(second).TicketDataFormat.Unprotect(cookie);
        Assert.NotNull(read);
        var user = await second.DbAsync(db => CurrentUser.ReadAsync(read.Principal, db, default));
        Assert.Equal(account.Id, user.Id);

        static CookieAuthenticationOptions Cookie(TestSite node) =>
            node.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
    }

    [Fact]
    public async Task A_form_opened_on_one_node_can_be_sent_to_another()
    {
        await using var second = first.AnotherNode();
        var form = first.Services.GetRequiredService<IAntiforgery>();
        var tokens = form.GetTokens(new DefaultHttpContext { RequestServices = first.Services });
        var cookieName = second.Services.GetRequiredService<IOptions<AntiforgeryOptions>>().Value.Cookie.Name;

        HttpContext Sent(string? token) => new DefaultHttpContext
        {
            RequestServices = second.Services,
            Request =
            {
                Method = HttpMethods.Post,
                ContentType = "application/x-www-form-urlencoded",
                Headers = { Cookie = $"{cookieName}={tokens.CookieToken}" },
                Form = new FormCollection(new Dictionary<string, StringValues> { [tokens.FormFieldName] = token }),
            },
        };
        Assert.True(await second.Services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(Sent(tokens.RequestToken)));
        Assert.False(await second.Services.GetRequiredService<IAntiforgery>().IsRequestValidAsync(Sent(tokens.CookieToken)));
    }
}
