using System.Net;
using Underpin.Access;
using Underpin.Tests.Portfolios;

namespace Underpin.Tests.Access;

public sealed class ClosedPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Somebody_signed_in_is_told_who_they_are_and_what_the_page_needs()
    {
        var joe = await site.Data.AccountAsync("Joe Bright");
        var answer = await (await site.SignedInAsync(joe)).GetAsync("/administration");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        var main = (await answer.PageAsync()).QuerySelector("main")!;
        Assert.Contains("You are signed in as Joe Bright. This page is open to platform administrators.", main.TextContent, StringComparison.Ordinal);
        Assert.Equal(["/my-work", "/sign-out", "/"], main.QuerySelectorAll("a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task What_needs_a_role_names_it()
    {
        var made = await site.Data.EnrolmentAsync();
        var answer = await (await site.SignedInAsync(made.Centre.Assessor)).GetAsync($"/portfolio/{made.Id}/claim");
        Assert.Contains("This page is open to centre administrators", (await answer.PageAsync()).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    static readonly (Role[] Allowed, string Words)[] Needs =
    [
        ([Role.Administrator], "platform administrators"),
        ([Role.Owner], "the learner whose work it is"),
        ([Role.Staff], "members of staff of an organisation it belongs to"),
        ([Role.Assessor, Role.QualityAssurer], "assessors and quality assurers of an organisation it belongs to"),
        ([Role.Administrator, Role.Owner, Role.Assessor], "assessors of an organisation it belongs to, the learner whose work it is and platform administrators"),
        ([], "nobody"),
    ];

    [Fact]
    public void Roles_are_named_as_people_name_them() => Assert.All(Needs, row => Assert.Equal(row.Words, RoleNeeds.Of(row.Allowed)));
}
