using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework;
using Underpin.Framework.Content;
using Underpin.Tests.Assessment;

namespace Underpin.Tests.Framework;

public sealed class FrameworkPagesTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_list_and_the_map_hold_every_competence_once()
    {
        var competences = await site.DbAsync(db => db.Competences.Where(c => db.Frameworks.Any(f => f.Id == c.FrameworkId && f.IsCurrent)).Select(c => "/framework/" + c.Code).ToListAsync());
        foreach (var (address, links) in new[] { ("/framework", ".u-areas a[href^='/framework/']"), ("/framework/map", ".u-map li a") })
        {
            var page = await site.Visitor().OpenAsync(address);
            Assert.Equal(competences.Order(StringComparer.Ordinal), page.QuerySelectorAll(links).Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public async Task The_map_says_in_its_table_what_its_picture_shows()
    {
        var page = await site.Visitor().OpenAsync("/framework/map");
        Assert.Equal(page.QuerySelectorAll(".u-map__area").Length, page.QuerySelectorAll("tbody tr").Length);
        var counted = page.QuerySelectorAll("tbody tr td:not(:last-child)").Sum(td => int.TryParse(td.TextContent, out var n) ? n : 0);
        Assert.Equal(page.QuerySelectorAll(".u-map .u-strip__described").Length, counted);
    }

    [Fact]
    public async Task The_map_shows_what_a_role_asks_for()
    {
        var asked = (await site.DbAsync(db => db.RoleProfiles.SingleAsync(r => r.Code == "it-technician"))).Competences;
        var page = await site.Visitor().OpenAsync("/framework/map?role=it-technician");
        Assert.Contains($"{asked.Count} of the", page.QuerySelector(".u-answer__line")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(asked.Sum(c => c.Level), page.QuerySelectorAll(".u-map .u-strip__asked").Length);
    }

    [Fact]
    public async Task A_competence_leads_on_to_who_needs_it_what_teaches_it_and_what_proves_it()
    {
        var page = await site.Visitor().OpenAsync("/framework/DEV-2");
        foreach (var kind in (string[])["/roles/", "/units/", "/qualifications/", "/crosswalks/", "/framework/"])
            Assert.True(page.QuerySelector($"main .u-section a[href^='{kind}']") is not null, $"No link to {kind}");
        var roles = page.QuerySelectorAll("#needs ~ ul a").Select(a => a.GetAttribute("href")).ToList();
        Assert.Equal(roles.Distinct(), roles);
        Assert.Contains("Covers most of it", page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_competence_answers_programs_at_its_own_address_and_people_as_before()
    {
        var browser = await site.Visitor().GetAsync("/framework/AVD-1");
        Assert.Equal("text/html", browser.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", browser.Headers.Vary);

        var program = site.Visitor();
        program.DefaultRequestHeaders.Add("Accept", "text/html;q=0.5, application/json");
        // Twice: the second may come from what the site keeps.
        foreach (var answer in new[] { await program.GetAsync("/framework/AVD-1"), await program.GetAsync("/framework/AVD-1") })
        {
            Assert.Equal("application/json", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains("Accept", answer.Headers.Vary);
            using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
            Assert.Equal("AVD-1", document.RootElement.GetProperty("code").GetString());
            Assert.NotEmpty(document.RootElement.GetProperty("roles").EnumerateArray());
            Assert.NotEmpty(document.RootElement.GetProperty("units").EnumerateArray());
            Assert.True(document.RootElement.GetProperty("isCurrent").GetBoolean());
        }

        Assert.Equal("text/html", (await site.Visitor().GetAsync("/framework/AVD-1")).Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_competence_that_was_replaced_keeps_its_address_and_names_its_successor()
    {
        await using var other = new TestSite();
        await ((IAsyncLifetime)other).InitializeAsync();
        await other.Data.SaveAsync(Guid.CreateVersion7(), db =>
        {
            var current = db.Frameworks.Single(f => f.IsCurrent);
            var area = db.Areas.First(a => a.FrameworkId == current.Id);
            var old = db.Frameworks.Add(Edition("2020.1")).Entity;
            var oldArea = db.Areas.Add(new() { FrameworkId = old.Id, Code = "OLD", Title = "What was", Summary = "It was.", Order = 1 }).Entity;
            db.Competences.Add(Written(old.Id, oldArea.Id, "OLD-1", "Mend the wireless set", []));
            db.Competences.Add(Written(old.Id, oldArea.Id, "OLD-2", "Wind the clock", []));
            db.Competences.Add(Written(current.Id, area.Id, "NEW-1", "Keep the wireless network", ["OLD-1"]));
        });

        var replaced = await other.Visitor().OpenAsync("/framework/OLD-1");
        Assert.Contains("Mend the wireless set", replaced.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("edition 2020.1", replaced.QuerySelector(".u-note")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(replaced.QuerySelector(".u-note a[href='/framework/NEW-1']"));
        Assert.Contains("Nothing has taken its place", (await other.Visitor().OpenAsync("/framework/OLD-2")).QuerySelector(".u-note")!.TextContent, StringComparison.Ordinal);
        var successor = await other.Visitor().OpenAsync("/framework/NEW-1");
        Assert.Null(successor.QuerySelector(".u-note"));
        Assert.NotNull(successor.QuerySelector("main a[href='/framework/OLD-1']"));
        await ((IAsyncLifetime)other).DisposeAsync();

        static PublishedFramework Edition(string version) => new()
        {
            Code = "eduit", Version = version, Title = "An earlier framework", Summary = "What it was.", PublishedOn = new(2020, 1, 1), AwardingBody = "EITAC",
            Levels = [new(1, "Follows", "By a method.")], Sources = [], ContentHash = version,
        };

        static Competence Written(Guid framework, Guid area, string code, string title, string[] replaces) => new()
        {
            FrameworkId = framework, AreaId = area, Code = code, Title = title, Why = "It matters.", Without = "It stops.", Levels = [new CompetenceLevel(1, "Does it.")], Replaces = replaces, Order = 99,
        };
    }

    [Theory]
    [InlineData("/framework/NOT-1")]
    [InlineData("/framework/%E6%97%A5%E6%9C%AC")]
    public async Task A_competence_that_never_was_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(address)).StatusCode);

    [Fact]
    public async Task What_a_competence_costs_does_not_depend_on_what_hangs_on_it()
    {
        using var queries = await QueryCount.OfAsync(site);
        var visitor = site.Visitor();
        var counts = new List<int>();
        foreach (var code in (string[])["DEV-2", "SUP-1", "TRU-3"]) counts.Add(await queries.DuringAsync(() => visitor.OpenAsync($"/framework/{code}?fresh=1")));
        Assert.All(counts, count => Assert.Equal(6, count));
        Assert.Equal(3, await queries.DuringAsync(() => visitor.OpenAsync("/framework?fresh=1")));
        Assert.Equal(3, await queries.DuringAsync(() => visitor.OpenAsync("/framework/map?fresh=1")));
    }
}
