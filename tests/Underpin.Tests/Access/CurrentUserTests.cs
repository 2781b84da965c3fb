using Microsoft.EntityFrameworkCore;
using Underpin.Access;

namespace Underpin.Tests.Access;

public sealed class CurrentUserTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_signed_in_person_opens_the_home_page()
    {
        var joe = await site.Data.AccountAsync();
        var client = await site.SignedInAsync(joe);
        var page = await client.OpenAsync("/");
        Assert.NotNull(page.QuerySelector("main h1"));
    }
}
