using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;
using Underpin.Platform;
using Underpin.Tests.Assessment;
using Underpin.Tests.Leadership.Scenarios;
using static Underpin.Tests.Leadership.LeadershipData;

namespace Underpin.Tests.Leadership.Review;

/// <summary>The pages that read a scenario: findings, overlap, matrix, comparison, governors' paper, a trust's schools.</summary>
public sealed class ReviewPagesTests(TestSite site) : IClassFixture<TestSite>
{
    static readonly string[] OfAScenario = ["/findings", "/overlap", "/matrix", "/paper"];

    /// <summary>A school with two scenarios, one of them in force, and somebody of each kind.</summary>
    sealed record Case(Organisation School, LeadershipScenario InForce, LeadershipScenario Plan, HttpClient Leader, HttpClient Staff, HttpClient Stranger)
    {
        public string Wide => $"/scenarios/{InForce.Id}";
        public string Small => $"/scenarios/{Plan.Id}";
        public string Room => $"/leadership/{School.Id}";
    }

    async Task<Case> CaseAsync(string inForce = "leadership-saltmarsh.yaml", string plan = "leadership-northquay.yaml")
    {
        var school = await site.Data.OrganisationAsync(OrganisationKinds.School | OrganisationKinds.Trust);
        var elsewhere = await site.Data.OrganisationAsync(OrganisationKinds.School, "Another school");
        return new(
            school, await site.Data.ScenarioAsync(school, Read(inForce), site.Clock.Today().AddYears(-1)), await site.Data.ScenarioAsync(school, Read(plan)),
            await site.SignedInAsync(await site.Data.PersonAsync(school, MembershipRole.SchoolLeader, "Dr Helen Marsh")),
            await site.SignedInAsync(await site.Data.PersonAsync(school, MembershipRole.Staff, "Joe Bright")),
            await site.SignedInAsync(await site.Data.PersonAsync(elsewhere, MembershipRole.SchoolLeader, "A stranger")));
    }

    /// <summary>The structure as it is kept now, with the number of its revision.</summary>
    Task<(SchoolStructure Structure, int Revision)> KeptAsync(LeadershipScenario scenario) => site.DbAsync(async db =>
    {
        var kept = await db.LeadershipScenarios.AsNoTracking().SingleAsync(s => s.Id == scenario.Id);
        return (kept.Document, kept.Revision);
    });

    static string MainText(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    [Fact]
    public async Task A_school_leader_reads_every_finding_with_its_evidence_why_it_matters_what_schools_do_and_its_threshold()
    {
        var one = await CaseAsync();
        var page = await one.Leader.OpenAsync($"{one.Wide}/findings");
        var findings = page.QuerySelectorAll(".u-found");
        Assert.NotEmpty(findings);
        Assert.All(findings, finding =>
        {
            Assert.NotEmpty(finding.QuerySelectorAll(".u-found__evidence > li"));
            Assert.Contains("Why it matters", finding.TextContent, StringComparison.Ordinal);
            Assert.Contains("What schools do", finding.TextContent, StringComparison.Ordinal);
        });
        Assert.Contains("Most people in a meeting that decides: 8", MainText(page), StringComparison.Ordinal);
        Assert.Contains("too large to decide", MainText(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_leader_who_changes_a_threshold_changes_the_findings_and_can_go_back_to_the_usual_one()
    {
        var one = await CaseAsync();
        var address = $"{one.Wide}/findings?change={ThresholdCodes.SeniorTeamMost}";
        var done = await one.Leader.SubmitAsync(address, [("Value", "20")], "Save the number");
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var page = await one.Leader.OpenAsync($"{one.Wide}/findings");
        Assert.DoesNotContain("too large to decide", MainText(page), StringComparison.Ordinal);
        Assert.Contains("set by you", MainText(page), StringComparison.Ordinal);
        Assert.Equal(20, (await KeptAsync(one.InForce)).Structure.Thresholds[ThresholdCodes.SeniorTeamMost]);

        await one.Leader.SubmitAsync(address, [], "Use the usual number");
        Assert.Contains("too large to decide", MainText(await one.Leader.OpenAsync($"{one.Wide}/findings")), StringComparison.Ordinal);
        var (kept, revision) = await KeptAsync(one.InForce);
        Assert.DoesNotContain(ThresholdCodes.SeniorTeamMost, kept.Thresholds.Keys);
        Assert.Equal(3, revision);
    }

    [Theory]
    [InlineData("many")]
    [InlineData("")]
    [InlineData("99999")]
    [InlineData("8.555")]
    public async Task A_number_that_is_none_or_out_of_range_is_refused_and_kept_for_mending(string typed)
    {
        var one = await CaseAsync();
        var again = await (await one.Leader.SubmitAsync($"{one.Wide}/findings?change={ThresholdCodes.SeniorTeamMost}", [("Value", typed)], "Save the number")).PageAsync();
        Assert.Equal("Most people in a meeting that decides: give a number from 3 to 30.", Assert.Single(again.Errors()));
        Assert.Equal(typed, again.QuerySelector("#Value")!.GetAttribute("value") ?? "");
        Assert.Equal(1, (await KeptAsync(one.InForce)).Revision);
    }

    [Fact]
    public async Task Two_who_change_one_threshold_at_once_are_told_of_each_other_and_lose_nothing()
    {
        var one = await CaseAsync();
        var other = await site.SignedInAsync(await site.Data.PersonAsync(one.School, MembershipRole.SchoolLeader, "Graham Teale"));
        var address = $"{one.Wide}/findings?change={ThresholdCodes.SpanMost}";
        await other.SubmitAsync(address, [("Value", "9")], "Save the number");
        var again = await (await one.Leader.SubmitAsync(address, [("Value", "12"), ("Seen", "1")], "Save the number")).PageAsync();
        Assert.Contains("Graham Teale changed this while you were writing", Assert.Single(again.Errors()), StringComparison.Ordinal);
        Assert.Equal("12", again.QuerySelector("#Value")!.GetAttribute("value"));
        Assert.Equal(9, (await KeptAsync(one.InForce)).Structure.Thresholds[ThresholdCodes.SpanMost]);
        // Sent once more, with what was seen now.
        await one.Leader.SubmitAsync(address, [("Value", "12"), ("Seen", again.QuerySelector("input[name=Seen]")!.GetAttribute("value")!)], "Save the number");
        Assert.Equal(12, (await KeptAsync(one.InForce)).Structure.Thresholds[ThresholdCodes.SpanMost]);
    }

    [Fact]
    public async Task Staff_read_what_holds_today_and_nothing_on_any_page_tells_them_of_pay()
    {
        var one = await CaseAsync();
        Assert.Contains("£", MainText(await one.Leader.OpenAsync($"{one.Wide}/paper")), StringComparison.Ordinal);
        foreach (var address in new[] { $"{one.Wide}/findings", $"{one.Wide}/overlap", $"{one.Wide}/matrix", $"{one.Room}/trust" })
        {
            var page = await one.Staff.OpenAsync(address);
            Assert.DoesNotContain("on-costs", MainText(page), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("staff cost", MainText(page), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("They cost", MainText(page), StringComparison.Ordinal);
            Assert.Null(page.QuerySelector("main a[href*='change='], main a[href*='/paper'], main a[href*='/compare']"));
        }

        foreach (var address in new[] { $"{one.Wide}/paper", $"{one.Room}/compare" })
            Assert.Equal(HttpStatusCode.Forbidden, (await one.Staff.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_plan_is_not_there_for_staff_and_nothing_is_there_for_a_stranger()
    {
        var one = await CaseAsync();
        foreach (var page in new[] { "/findings", "/overlap", "/matrix" })
            Assert.Equal(HttpStatusCode.NotFound, (await one.Staff.GetAsync(one.Small + page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await one.Staff.GetAsync($"{one.Room}/trust?scenario={one.Plan.Id}")).StatusCode);
        foreach (var address in OfAScenario.Select(page => one.Wide + page).Concat([$"{one.Room}/compare", $"{one.Room}/trust"]))
            Assert.Equal(HttpStatusCode.NotFound, (await one.Stranger.GetAsync(address)).StatusCode);
        var theirs = await CaseAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await one.Leader.GetAsync($"{one.Room}/compare?a={one.InForce.Id}&b={theirs.Plan.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await one.Leader.GetAsync($"{one.Small}/paper?with={theirs.Plan.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await one.Leader.GetAsync($"{one.Room}/trust?scenario={theirs.Plan.Id}")).StatusCode);
    }

    [Fact]
    public async Task Staff_cannot_change_a_threshold()
    {
        var one = await CaseAsync();
        var answer = await one.Staff.PostAsync($"{one.Wide}/findings?change={ThresholdCodes.SpanMost}", new FormUrlEncodedContent([new("Value", "12"), new("Seen", "1")]));
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal(1, (await KeptAsync(one.InForce)).Revision);
    }

    [Fact]
    public async Task The_overlap_graph_shows_every_leader_and_so_does_its_table()
    {
        var one = await CaseAsync();
        var page = await one.Leader.OpenAsync($"{one.Wide}/overlap");
        var drawn = page.QuerySelectorAll(".u-picture .u-scroll .u-overlap__leader").Length;
        Assert.InRange(drawn, 10, 60);
        Assert.Equal(drawn, page.QuerySelectorAll("main table")[0].QuerySelectorAll("tbody tr").Length);
        Assert.NotNull(page.QuerySelector("svg[role=img][aria-label*='The table below says the same']"));
    }

    [Fact]
    public async Task The_matrix_shows_the_duties_of_a_group_or_of_a_person_and_downloads_just_those()
    {
        var one = await CaseAsync();
        var all = await one.Leader.OpenAsync($"{one.Wide}/matrix");
        var group = await one.Leader.OpenAsync($"{one.Wide}/matrix?group=ITS");
        var person = await one.Leader.OpenAsync($"{one.Wide}/matrix?who=tom-ashworth");
        static int Rows(IHtmlDocument page) => page.QuerySelectorAll(".u-matrix tbody tr:not(.u-matrix__group)").Length;
        Assert.True(Rows(all) > Rows(group) && Rows(group) > 0);
        Assert.True(Rows(all) > Rows(person) && Rows(person) > 0);
        Assert.Contains("Tom Ashworth", person.QuerySelector(".u-matrix thead")!.TextContent, StringComparison.Ordinal);

        var file = await one.Leader.GetAsync($"{one.Wide}/matrix{person.QuerySelector("a.u-export")!.GetAttribute("href")}");
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Rows(person) + 1, lines.Length);
        Assert.Contains("Tom Ashworth", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/matrix?group=NONE")]
    [InlineData("/matrix?who=nobody-here")]
    [InlineData("/overlap?school=elsewhere")]
    [InlineData("/findings?school=elsewhere")]
    [InlineData("/findings?change=no-such-number")]
    public async Task What_is_not_in_the_scenario_is_not_found(string page)
    {
        var one = await CaseAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await one.Leader.GetAsync(one.Wide + page)).StatusCode);
    }

    [Fact]
    public async Task Two_scenarios_stand_side_by_side_in_every_aspect_and_in_words()
    {
        var one = await CaseAsync();
        var page = await one.Leader.OpenAsync($"{one.Room}/compare?a={one.InForce.Id}&b={one.Plan.Id}");
        Assert.Equal(7, page.QuerySelectorAll(".u-compare__area").Length);
        Assert.NotEmpty(page.QuerySelectorAll(".u-weigh__list--gains li"));
        Assert.NotEmpty(page.QuerySelectorAll(".u-weigh__list--gives li"));
        // Without an address that says which, what holds today is held against the other.
        var asked = await one.Leader.OpenAsync($"{one.Room}/compare?b={one.Plan.Id}");
        Assert.Equal(one.InForce.Id.ToString(), asked.QuerySelector("#a option[selected]")!.GetAttribute("value"));
        Assert.Contains("This is one scenario twice", MainText(await one.Leader.OpenAsync($"{one.Room}/compare?a={one.Plan.Id}&b={one.Plan.Id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_school_with_one_scenario_is_told_to_begin_another()
    {
        var school = await site.Data.OrganisationAsync(OrganisationKinds.School);
        var leader = await site.SignedInAsync(await site.Data.PersonAsync(school, MembershipRole.SchoolLeader));
        Assert.Contains("There is no scenario yet.", MainText(await leader.OpenAsync($"/leadership/{school.Id}/compare")), StringComparison.Ordinal);
        Assert.Contains("There is no scenario yet.", MainText(await leader.OpenAsync($"/leadership/{school.Id}/trust")), StringComparison.Ordinal);
        var scenario = await site.Data.ScenarioAsync(school, Small());
        Assert.Contains("one scenario only", MainText(await leader.OpenAsync($"/leadership/{school.Id}/compare")), StringComparison.Ordinal);
        Assert.Contains("Nothing else is compared here", MainText(await leader.OpenAsync($"/scenarios/{scenario.Id}/paper")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_governors_paper_says_what_is_there_what_was_found_the_options_and_the_proposal()
    {
        var one = await CaseAsync();
        var page = await one.Leader.OpenAsync($"{one.Small}/paper");
        Assert.Equal(["1. What we have", "2. What was found", "3. Options compared", "4. What is proposed"], page.QuerySelectorAll(".u-paper h2").Select(h => h.TextContent));
        Assert.Contains($"“{one.InForce.Title}”, which we have been led by", MainText(page), StringComparison.Ordinal);
        Assert.Contains($"That we are led by “{one.Plan.Title}”", MainText(page), StringComparison.Ordinal);
        Assert.InRange(page.QuerySelectorAll(".u-paper__found > li").Length, 1, 6);
        Assert.Equal(2, page.QuerySelectorAll(".u-paper__side").Length);
        Assert.Contains("No change is proposed", MainText(await one.Leader.OpenAsync($"{one.Wide}/paper?with={one.Plan.Id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trust_sees_all_its_schools_with_shared_posts_and_what_is_central()
    {
        var one = await CaseAsync("leadership-trust.yaml");
        var page = await one.Leader.OpenAsync($"{one.Room}/trust");
        Assert.Equal(4, page.QuerySelectorAll(".u-trust tbody tr").Length);
        Assert.Contains("Director of IT", page.QuerySelector("#shared")!.ParentElement!.TextContent, StringComparison.Ordinal);
        foreach (var link in page.QuerySelectorAll(".u-trust a").Select(a => a.GetAttribute("href")!)) await one.Leader.OpenAsync(link);
        await one.Leader.OpenAsync($"{one.Wide}/findings?school=centre");
        await one.Leader.OpenAsync($"{one.Wide}/overlap?school=northquay");
        await one.Leader.OpenAsync($"{one.Wide}/matrix?school=lantern-street&group=ITS");
    }

    [Fact]
    public async Task What_a_page_costs_does_not_depend_on_how_many_schools_people_or_scenarios_there_are()
    {
        var small = await CaseAsync();
        var large = await CaseAsync("leadership-trust.yaml");
        for (var i = 0; i < 5; i++) await site.Data.ScenarioAsync(large.School, Many(20) with { Title = $"Plan {i}" });
        using var queries = await QueryCount.OfAsync(site);
        foreach (var page in new Func<Case, string>[]
        {
            c => $"{c.Wide}/findings", c => $"{c.Wide}/overlap", c => $"{c.Wide}/matrix", c => $"{c.Small}/paper",
            c => $"{c.Room}/compare?a={c.InForce.Id}&b={c.Plan.Id}", c => $"{c.Room}/trust",
        })
        {
            var few = await queries.DuringAsync(() => small.Leader.OpenAsync(page(small)));
            Assert.InRange(few, 1, 12);
            Assert.Equal(few, await queries.DuringAsync(() => large.Leader.OpenAsync(page(large))));
        }
    }

    /// <summary>A trust of so many small schools.</summary>
    static SchoolStructure Many(int schools)
    {
        var codes = Enumerable.Range(1, schools).Select(i => $"s{i}").ToList();
        return new()
        {
            Title = "Many schools",
            Schools = [.. codes.Select(code => School(code, $"School {code}"))],
            People = [.. codes.Select(code => Person($"head-of-{code}"))],
            Posts = [.. codes.Select(code => Post($"head-{code}", head: true) with { Schools = [code] })],
            Holdings = [.. codes.Select(code => Holds($"head-{code}", $"head-of-{code}"))],
        };
    }
}
