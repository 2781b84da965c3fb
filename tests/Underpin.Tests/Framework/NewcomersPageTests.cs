using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Framework.Content;
using Underpin.Framework.Newcomers;
using Underpin.Platform;
using Underpin.Platform.Content;
using Underpin.Platform.History;
using Underpin.Qualifications;
using Underpin.Qualifications.Content;
using Underpin.Tests.Assessment;
using Underpin.Tests.Platform.Content;

namespace Underpin.Tests.Framework;

public sealed class NewcomersPageTests(TestSite site) : IClassFixture<TestSite>
{
    ContentSet Content => ContentSet.Read(site.Services.GetRequiredService<Home>().Content, site.Clock.Today()).Content!;

    [Fact]
    public async Task A_newcomer_reads_the_whole_page_in_its_order_with_a_picture_to_each_part()
    {
        var page = await site.Visitor().OpenAsync("/profession");
        var written = Content.Newcomers;
        Assert.Equal(written.Title, page.QuerySelector("h1")!.TextContent);
        Assert.Equal(written.Sections.Select(s => s.Title), page.QuerySelectorAll(".u-part h2").Select(h => h.TextContent));
        Assert.Equal(
            [written.Picture.Alt, .. written.Sections.Select(s => s.Picture).OfType<NewcomersPicture>().Select(p => p.Alt)],
            page.QuerySelectorAll(".u-newcomers img").Select(i => i.GetAttribute("alt")));
        var text = string.Join(' ', page.QuerySelector(".u-newcomers")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Assert.All(written.Sections.SelectMany(s => s.Intro.Concat(s.Items.Select(i => i.Text)).Concat(s.Outro)), words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task Every_picture_that_content_may_ask_for_is_drawn()
    {
        foreach (var code in NewcomersReader.Pictures)
        {
            var drawing = await site.Visitor().GetAsync($"/assets/pictures/{code}.svg");
            Assert.True(drawing.IsSuccessStatusCode, $"{code} is not drawn");
            Assert.Equal("image/svg+xml", drawing.Content.Headers.ContentType!.MediaType);
        }
        Assert.Equal(
            NewcomersReader.Pictures.Order(StringComparer.Ordinal),
            Directory.GetFiles(Path.Combine(Repository.Root, "src", "Underpin", "Assets", "pictures"), "*.svg").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_figure_has_its_source_and_date_beside_it_and_is_marked_where_it_is_provisional()
    {
        var page = await site.Visitor().OpenAsync("/profession");
        var facts = Content.Newcomers.Sections.SelectMany(s => s.Items).Select(i => i.Fact).OfType<NewcomersFact>().ToList();
        Assert.Equal(facts.Count, page.QuerySelectorAll(".u-source").Length);
        Assert.All(page.QuerySelectorAll(".u-source"), source => Assert.Contains("Checked on", source.TextContent, StringComparison.Ordinal));
        Assert.Equal(facts.Count(f => f.IsProvisional), page.QuerySelectorAll(".u-source .u-flag").Length);
        Assert.Contains(facts, f => f.IsProvisional);
    }

    [Fact]
    public async Task The_day_is_a_timeline_and_the_ladder_leads_to_every_role()
    {
        var page = await site.Visitor().OpenAsync("/profession");
        Assert.All(page.QuerySelectorAll(".u-items--day dt"), time => Assert.Matches(@"^\s*\d{1,2}\.\d{2}\s*$", time.TextContent));
        Assert.NotEmpty(page.QuerySelectorAll(".u-items--day dt"));
        var roles = await site.DbAsync(db => db.RoleProfiles.Select(r => "/roles/" + r.Code).ToListAsync());
        Assert.Equal(roles.Order(StringComparer.Ordinal), page.QuerySelectorAll(".u-items--rungs dt a").Select(a => a.GetAttribute("href")!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task It_is_one_click_from_home_and_the_framework_one_click_from_it()
    {
        Assert.NotNull((await site.Visitor().OpenAsync("/")).QuerySelector("main a[href='/profession']"));
        var page = await site.Visitor().OpenAsync("/profession");
        Assert.Equal("Profession", page.QuerySelector("header [aria-current]")!.TextContent);
        foreach (var address in (string[])["/framework", "/roles", "/qualifications"]) Assert.NotNull(page.QuerySelector($"main a[href='{address}']"));
        Assert.Equal("Profession", (await site.Visitor().OpenAsync("/roles")).QuerySelector("header [aria-current]")!.TextContent);
    }

    [Fact]
    public async Task It_costs_three_queries()
    {
        using var queries = await QueryCount.OfAsync(site);
        Assert.Equal(3, await queries.DuringAsync(() => site.Visitor().OpenAsync("/profession?fresh=1")));
    }

    [Fact]
    public async Task A_changed_file_replaces_the_page_and_the_history_says_so()
    {
        await using var other = new TestSite();
        await ((IAsyncLifetime)other).InitializeAsync();
        await other.DbAsync(db => db.NewcomersPages.ExecuteUpdateAsync(p => p.SetProperty(x => x.ContentHash, "of other words")));
        Assert.Empty(await other.RunAsync(s => s.GetRequiredService<ContentPublisher>().PublishAsync(Content, Change.BySystem(other.Clock))));
        var page = Assert.Single(await other.DbAsync(db => db.NewcomersPages.AsNoTracking().ToListAsync()));
        Assert.Equal(Content.Newcomers.Hash, page.ContentHash);
        // What was stored says the same as the file.
        Assert.Equal(Content.Newcomers.Hash, page.Content.Hash);
        var latest = await other.DbAsync(db => db.History.Where(h => h.ChainId == HistoryChain.House).OrderByDescending(h => h.Number).FirstAsync());
        Assert.Contains("newcomers", latest.Payload, StringComparison.Ordinal);
        await ((IAsyncLifetime)other).DisposeAsync();
    }
}
