using Microsoft.EntityFrameworkCore;

namespace Underpin.Tests.Qualifications;

public sealed class PublishedPagesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_visitor_goes_from_the_profession_to_a_qualification_in_links()
    {
        var visitor = site.Visitor();
        var profession = await visitor.OpenAsync("/framework");
        Assert.NotNull(profession.QuerySelector("a[href='/qualifications']"));
        var qualifications = await visitor.OpenAsync("/qualifications");
        var first = qualifications.QuerySelector("main a[href^='/qualifications/']")!.GetAttribute("href")!;
        var qualification = await visitor.OpenAsync(first);
        Assert.NotNull(qualification.QuerySelector("a[href^='/enrol/']"));
    }

    [Fact]
    public async Task Every_competence_unit_and_qualification_has_a_page_and_no_page_is_a_dead_end()
    {
        var visitor = site.Visitor();
        var addresses = await site.DbAsync(async db =>
        {
            var competences = await db.Competences.Select(c => "/framework/" + c.Code).ToListAsync();
            var units = await db.Units.Select(u => "/units/" + u.Code).ToListAsync();
            var qualifications = await db.Qualifications.Select(q => "/qualifications/" + q.Code).ToListAsync();
            return competences.Concat(units).Concat(qualifications).ToList();
        });
        Assert.True(addresses.Count > 50, $"Only {addresses.Count} pages to look at.");
        foreach (var address in addresses)
        {
            var page = await visitor.OpenAsync(address);
            Assert.True(page.QuerySelectorAll("main a").Length > 0, $"{address} leads nowhere.");
        }
    }

    [Theory]
    [InlineData("/units/eit205", "/units/EIT205")]
    [InlineData("/qualifications/eitq-l2a", "/qualifications/EITQ-L2A")]
    public async Task An_address_in_small_letters_leads_to_the_stable_one(string typed, string stable)
    {
        var response = await site.Visitor().GetAsync(typed);
        Assert.Equal(stable, response.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("/framework/NOT-1")]
    [InlineData("/units/EIT999")]
    [InlineData("/qualifications/NONE")]
    [InlineData("/api/v1/units/EIT999")]
    public async Task What_was_never_published_is_not_found(string address) =>
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await site.Visitor().GetAsync(address)).StatusCode);

    [Theory]
    [InlineData("/api/v1/framework", "EITAC")]
    [InlineData("/api/v1/units", "EIT205")]
    [InlineData("/api/v1/units/EIT205", "criteria")]
    [InlineData("/api/v1/qualifications/EITQ-L3C", "barred")]
    public async Task The_same_is_there_for_programs(string address, string holds) =>
        Assert.Contains(holds, await site.Visitor().GetStringAsync(address), StringComparison.Ordinal);
}
