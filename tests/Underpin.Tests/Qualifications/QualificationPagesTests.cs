using System.Net;
using Microsoft.EntityFrameworkCore;
using Underpin.Qualifications;
using Underpin.Tests.Assessment;

namespace Underpin.Tests.Qualifications;

public sealed class QualificationPagesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_rule_is_drawn_and_told_in_words_and_in_a_list_and_all_three_agree()
    {
        var page = await site.Visitor().OpenAsync("/qualifications/EITQ-L3C");
        var rule = (await site.DbAsync(db => db.Qualifications.SingleAsync(q => q.Code == "EITQ-L3C"))).Rule;
        var codes = rule.Units.Select(u => u.Code).Order().ToList();
        Assert.Equal(codes, page.QuerySelectorAll(".u-bricks .u-brick a").Select(a => a.GetAttribute("href")!["/units/".Length..]).Order());
        Assert.Equal(codes, page.QuerySelectorAll(".u-rule a").Select(a => a.GetAttribute("href")!["/units/".Length..]).Order());
        foreach (var unit in rule.Units)
            Assert.Equal(unit.Credit.Value, page.QuerySelectorAll($".u-brick:has(a[href='/units/{unit.Code}']) .u-brick__pips rect").Length);
        var words = page.QuerySelector("#rule")!.NextElementSibling!.TextContent;
        Assert.Contains("EIT201 and EIT308 cannot both count", words, StringComparison.Ordinal);
        Assert.Contains("Reach at least 24 credits in all, 15 of them at level 3 or above", words, StringComparison.Ordinal);
        Assert.Contains("not with EIT308", page.QuerySelector(".u-brick:has(a[href='/units/EIT201'])")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_qualification_stands_in_the_chain_from_first_job_to_director_with_its_roles()
    {
        var page = await site.Visitor().OpenAsync("/qualifications/EITQ-L4C");
        var chain = page.QuerySelectorAll(".u-ascent > li");
        Assert.Contains("Award in School IT Support", chain[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Trust director of IT", chain[^1].TextContent, StringComparison.Ordinal);
        Assert.Contains("This one", page.QuerySelector("[aria-current=step]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Leads here", chain.Single(li => li.QuerySelector("a[href='/qualifications/EITQ-L3C']") is not null).TextContent, StringComparison.Ordinal);
        Assert.Contains("Comes next", chain.Single(li => li.QuerySelector("a[href='/qualifications/EITQ-L5D']") is not null).TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("a[href='/roles/network-manager']"));
    }

    [Fact]
    public async Task Every_current_qualification_is_on_the_ladder_or_beside_it()
    {
        var page = await site.Visitor().OpenAsync("/qualifications");
        var codes = await site.DbAsync(db => db.Qualifications.Where(q => q.IsCurrent).Select(q => "/qualifications/" + q.Code).ToListAsync());
        Assert.Equal(codes.Order(), page.QuerySelectorAll(".u-rungs a").Select(a => a.GetAttribute("href")!).Order());
        Assert.NotNull(page.QuerySelector(".u-rungs__beside a[href='/qualifications/EITQ-L2AD']"));
        Assert.NotNull(page.QuerySelector(".u-rungs__main a[href='/qualifications/EITQ-L6C']"));
    }

    [Fact]
    public async Task The_same_address_answers_a_program_with_json()
    {
        var json = await site.Visitor().JsonAsync("/qualifications/EITQ-L3C");
        Assert.Equal(24, json.GetProperty("rule").GetProperty("minimumCredit").GetInt32());
    }

    [Theory]
    [InlineData("/qualifications/EITQ-L3C?version=9")]
    [InlineData("/qualifications/EITQ-L3C?version=x")]
    [InlineData("/api/v1/qualifications/EITQ-L3C?version=9")]
    public async Task A_version_that_was_never_published_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(address)).StatusCode);

    [Fact]
    public async Task Qualification_pages_cost_the_same_few_queries_however_much_is_in_them()
    {
        using var queries = await QueryCount.OfAsync(site);
        var visitor = site.Visitor();
        var costs = new List<int>();
        foreach (var address in new[] { "/qualifications/EITQ-L2A", "/qualifications/EITQ-L4D", "/qualifications/EITQ-L3AB" }) costs.Add(await queries.DuringAsync(() => visitor.OpenAsync($"{address}?not-kept={Guid.NewGuid()}")));
        Assert.Single(costs.Distinct());
        Assert.InRange(costs[0], 1, 7);
    }

    [Fact]
    public void A_rule_is_told_as_somebody_would_say_it()
    {
        var rule = new RuleOfCombination(new(12), new(new(3), new(6)),
        [
            new() { Code = "A", Title = "Core", Mandatory = true, Units = [Unit("A1", 4), Unit("A2", 3)] },
            new() { Code = "B", Title = "Depth", ChooseUnits = 1, ChooseCredit = new(3), AtMostUnits = 2, Units = [Unit("B1", 3), Unit("B2", 3), Unit("B3", 3)] },
            new() { Code = "C", Title = "More", ChooseUnits = 1, AtMostUnits = 1, Units = [Unit("C1", 2), Unit("C2", 2)] },
            new() { Code = "D", Title = "Free", Units = [Unit("D1", 1), Unit("D2", 1)] },
        ], [["B1", "B2"]]);
        Assert.Equal(
        [
            "Take both units of “Core”: 7 credits.",
            "From “Depth” choose at least one of the three units, and units worth at least 3 credits. No more than two count.",
            "From “More” choose one of the two units.",
            "Choose as many of the two units of “Free” as you like.",
            "Reach at least 12 credits in all, 6 of them at level 3 or above.",
            "B1 and B2 cannot both count, for they overlap.",
        ], RuleInWords.Sentences(rule));
    }

    static RuleUnit Unit(string code, int credit) => new(code, new(3), new(credit));
}
