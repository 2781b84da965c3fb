using System.Net;
using Underpin.Qualifications.Content.Lint;

namespace Underpin.Tests.Qualifications;

public sealed class ContentRulesPageTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Every_rule_is_listed_once_and_explained_on_a_page_of_its_own()
    {
        var visitor = site.Visitor();
        var list = await visitor.OpenAsync("/content-rules");
        var addresses = list.QuerySelectorAll("main a[href^='/content-rules/']").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(
            AllRules.InOrder.Select(rule => $"/content-rules/{rule.Code}"),
            addresses.Order(StringComparer.Ordinal));
        foreach (var rule in AllRules.InOrder)
        {
            var page = await visitor.OpenAsync($"/content-rules/{rule.Code}");
            Assert.Contains(rule.Name, page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
            Assert.Contains(rule.Mend, page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_code_in_small_letters_leads_to_its_page_and_no_rule_to_none()
    {
        var visitor = site.Visitor();
        // With a query, so that no page kept for other visitors answers.
        Assert.Equal("/content-rules/W2", (await visitor.GetAsync("/content-rules/w2?from=test")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/content-rules/W99")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync("/content-rules/%F0%9F%98%80")).StatusCode);
    }
}
