using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Leadership.Editing;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Tests.Leadership.Scenarios;

public sealed class LeadershipPagesTests(TestSite site) : IClassFixture<TestSite>
{
    Task<LeadershipScenario> StoredAsync(Guid id) => site.DbAsync(db => db.LeadershipScenarios.AsNoTracking().SingleAsync(s => s.Id == id));

    static string MainText(IHtmlDocument page) => page.QuerySelector("main")!.TextContent;

    async Task<(Organisation School, HttpClient Leader)> SchoolAsync()
    {
        var school = await site.Data.SchoolAsync();
        return (school, await site.SignedInAsync(await site.Data.LeaderAsync(school)));
    }

    [Fact]
    public async Task A_leader_goes_from_a_template_to_a_chart_with_names()
    {
        var (school, leader) = await SchoolAsync();

        var made = await leader.SubmitAsync($"/leadership/{school.Id}/new?from=template&template=small", [("Input.Title", "Small team"), ("Input.Names[0].Name", "渡辺 潤")], "Make the scenario");

        Assert.Equal(HttpStatusCode.Redirect, made.StatusCode);
        var chart = await leader.OpenAsync(made.Headers.Location!.OriginalString);
        Assert.Equal("Small team", chart.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("渡辺 潤", chart.QuerySelector("svg.u-chart")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(chart.QuerySelectorAll("svg.u-chart a").Length, chart.QuerySelectorAll("main table tbody tr").Length);
        Assert.Equal("Headteacher 渡辺 潤", chart.QuerySelector("svg.u-chart a")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_list_that_does_not_fit_is_told_row_by_row_and_kept_for_mending()
    {
        var (school, leader) = await SchoolAsync();
        const string typed = "Ana Kovac, Senior technician\nOnly a name\n=cmd(), Head\nB B, C, D";

        var page = await (await leader.SubmitAsync($"/leadership/{school.Id}/new?from=paste", [("Input.List", typed)], "Make the scenario")).PageAsync();

        Assert.Equal(["2", "3", "4"], page.QuerySelectorAll("main table tbody tr td:nth-child(2)").Select(cell => cell.TextContent));
        Assert.Equal(typed, ((IHtmlTextAreaElement)page.QuerySelector("textarea")!).DefaultValue.Replace("\r", "", StringComparison.Ordinal));
        Assert.Equal(0, await site.DbAsync(db => db.LeadershipScenarios.CountAsync(s => s.OrganisationId == school.Id)));
    }

    [Fact]
    public async Task Tables_come_as_files_and_what_is_in_them_is_shown_for_mending()
    {
        var (school, leader) = await SchoolAsync();
        static (string, string, byte[]) File(string field, string text) => ($"Input.{field}File", $"{field}.csv", Encoding.UTF8.GetBytes(text));
        (string, string, byte[])[] wrong = [File("People", "name\nHelen Marsh\nTom"), File("Posts", "title,tier,head,person,reports_to\nHead,core,yes,Helen Marsh,IT\nIT,middle,,Tom,Head\nOther,wider,,Nobody,")];
        var page = await (await leader.SubmitAsync($"/leadership/{school.Id}/new?from=tables", [], "Make the scenario", wrong)).PageAsync();

        Assert.Contains("Management goes round in a circle", MainText(page), StringComparison.Ordinal);
        Assert.Contains("Nobody", MainText(page), StringComparison.Ordinal);
        Assert.Contains("Helen Marsh", ((IHtmlTextAreaElement)page.QuerySelector("#Input_People")!).DefaultValue, StringComparison.Ordinal);

        (string, string, byte[])[] right = [wrong[0], File("Posts", "title,tier,head,person,reports_to\nHead,core,yes,Helen Marsh,\nIT,middle,,Tom,Head")];
        Assert.Equal(HttpStatusCode.Redirect, (await leader.SubmitAsync($"/leadership/{school.Id}/new?from=tables", [], "Make the scenario", right)).StatusCode);
    }

    [Fact]
    public async Task A_post_is_edited_from_the_chart_and_undone_from_any_page()
    {
        var (school, leader) = await SchoolAsync();
        var scenario = await site.Data.ScenarioAsync(school);
        var chart = await leader.OpenAsync($"/scenarios/{scenario.Id}");
        var edit = chart.QuerySelectorAll("svg.u-chart a").Single(a => a.TextContent.Trim().StartsWith("Clerk", StringComparison.Ordinal)).GetAttribute("href")!;

        var saved = await leader.SubmitAsync(edit, [("Input.Title", "Clerk to the governors"), ("Input.Holders[0].Who", "Ana Kovač")], "Save");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var after = await leader.OpenAsync($"/scenarios/{scenario.Id}");
        Assert.Contains("Ana Kovač", MainText(after), StringComparison.Ordinal);
        Assert.Contains("changed the post Clerk", MainText(after), StringComparison.Ordinal);

        await leader.SubmitAsync($"/scenarios/{scenario.Id}/people", [], "Undo");
        Assert.DoesNotContain("Ana Kovač", StructureJson.Write((await StoredAsync(scenario.Id)).Document), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_second_of_two_editors_sees_who_was_first_and_keeps_what_they_typed()
    {
        var (school, second) = await SchoolAsync();
        var first = await site.Data.LeaderAsync(school, "Graham Teale");
        var scenario = await site.Data.ScenarioAsync(school);
        var network = ScenarioData.Small.Posts.Single(p => p.Code == "network");
        await site.RunAsync(s => s.GetRequiredService<LeadershipService>().ChangeAsync(
            new() { Scenario = scenario.Id, Seen = 1, Edit = new SavePost("network", network with { Title = "Head of IT" }, [new("tom", Period.Always)]) }, site.By(first), default));

        var page = await (await second.SubmitAsync($"/scenarios/{scenario.Id}/posts?post=network", [("Seen", "1"), ("Input.Title", "IT lead")], "Save")).PageAsync();

        Assert.StartsWith("Graham Teale changed this while you were writing: changed the post Network manager.", Assert.Single(page.Errors()), StringComparison.Ordinal);
        Assert.Equal("IT lead", ((IHtmlInputElement)page.QuerySelector("#Input_Title")!).DefaultValue);
        Assert.Equal("2", ((IHtmlInputElement)page.QuerySelector("main input[name=Seen]")!).DefaultValue);
        Assert.Equal("Head of IT", (await StoredAsync(scenario.Id)).Document.Posts.Single(p => p.Code == "network").Title);
    }

    [Fact]
    public async Task A_mistake_in_a_form_is_told_beside_the_field_and_nothing_is_saved()
    {
        var (school, leader) = await SchoolAsync();
        var scenario = await site.Data.ScenarioAsync(school);

        var page = await (await leader.SubmitAsync($"/scenarios/{scenario.Id}/posts?post=network", [("Input.Salary", "lots"), ("Input.Holders[0].From", "2026-09-01"), ("Input.Holders[0].Until", "2026-08-31")], "Save")).PageAsync();

        Assert.Equal(2, page.Errors().Count);
        Assert.Equal("lots", ((IHtmlInputElement)page.QuerySelector("#Input_Salary")!).DefaultValue);
        Assert.Equal(1, (await StoredAsync(scenario.Id)).Revision);
    }

    [Fact]
    public async Task Parts_in_a_duty_are_written_with_their_days_and_told_on_each_day()
    {
        var (school, leader) = await SchoolAsync();
        var scenario = await site.Data.ScenarioAsync(school, adoptedFrom: new(2026, 1, 1));

        var saved = await leader.SubmitAsync(
            $"/scenarios/{scenario.Id}/duties?school=saltmarsh&duty=TEA-01",
            [("Input.Parts[0].Until", "2027-08-31"), ("Input.Parts[1].Who", "Dr Helen Marsh"), ("Input.Parts[1].From", "2027-09-01"), ("Input.Parts[1].Part", "Accountable")], "Save");
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);

        async Task<string> AnswersAsync(string on) => (await leader.OpenAsync($"/leadership/{school.Id}/who?on={on}&q=TEA-01")).QuerySelector("main tbody tr td")!.TextContent;
        Assert.Contains("渡辺 潤", await AnswersAsync("2027-08-31"), StringComparison.Ordinal);
        Assert.Contains("Dr Helen Marsh", await AnswersAsync("2027-09-01"), StringComparison.Ordinal);
        Assert.Contains("Nothing was adopted", MainText(await leader.OpenAsync($"/leadership/{school.Id}/who?on=2025-12-31")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task People_meetings_and_settings_are_written_and_read_again()
    {
        var (school, leader) = await SchoolAsync();
        var scenario = await site.Data.ScenarioAsync(school);
        var at = $"/scenarios/{scenario.Id}";

        await leader.SubmitAsync($"{at}/people?person=new", [("Input.Name", "ज्योति शर्मा"), ("Input.Post", "clerk"), ("Input.Knows", "its, BUS-01")], "Save");
        await leader.SubmitAsync($"{at}/meetings?meeting=new", [("Input.Name", "IT group"), ("Input.Members[0]", "ज्योति शर्मा"), ("Input.Members[1]", "Network manager"), ("Input.Budget", "£2,000")], "Save");
        await leader.SubmitAsync($"{at}/settings", [("Input.Title", "As it was"), ("Input.PayPoints", "L18 £78,000"), ("Input.Thresholds[senior-team-most]", "9"), ("Input.Duties[0].Title", "The radio station"), ("Input.Duties[0].Group", "ITS")], "Save the settings");

        var stored = await StoredAsync(scenario.Id);
        Assert.Equal(["ITS", "BUS-01"], stored.Document.People.Single(p => p.Name == "ज्योति शर्मा").Knows);
        Assert.Equal(("IT group", 2000m, 2), stored.Document.Meetings.Where(m => m.Name == "IT group").Select(m => (m.Name, m.BudgetLimit!.Value, m.Members.Count)).Single());
        Assert.Equal(("As it was", 78_000m, 9m, "ITS-90"), (stored.Title, stored.Document.PayPoints["L18"], stored.Document.Thresholds["senior-team-most"], stored.Document.OwnDuties[0].Code));
    }

    [Theory]
    [InlineData(nameof(MembershipRole.Staff))]
    [InlineData(nameof(MembershipRole.SchoolAdministrator))]
    public async Task Who_may_see_the_chart_and_not_pay_is_told_nothing_of_pay(string role)
    {
        var school = await site.Data.SchoolAsync();
        var held = await site.Data.ScenarioAsync(school, adoptedFrom: site.Clock.Today());
        var plan = await site.Data.ScenarioAsync(school, ScenarioData.Small with { Title = "A secret plan" });
        var person = await site.SignedInAsync(await site.Data.PersonAsync(school, Enum.Parse<MembershipRole>(role)));

        foreach (var address in (string[])[$"/scenarios/{held.Id}", $"/leadership/{school.Id}", $"/leadership/{school.Id}/who"])
        {
            var html = (await person.OpenAsync(address)).DocumentElement.OuterHtml;
            Assert.All(["108,123", "108123", "41,321", "41321", "75,432", "L18", "Cost a year", "A secret plan"], secret => Assert.DoesNotContain(secret, html, StringComparison.Ordinal));
        }

        Assert.Contains("Tom Ashworth", MainText(await person.OpenAsync($"/scenarios/{held.Id}")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await person.GetAsync($"/scenarios/{plan.Id}")).StatusCode);
        foreach (var page in (string[])["posts", "people", "duties", "meetings", "settings", "versions", "adopt", "export/posts.csv"])
            Assert.Equal(HttpStatusCode.Forbidden, (await person.GetAsync($"/scenarios/{held.Id}/{page}")).StatusCode);
    }

    [Fact]
    public async Task Somebody_of_another_school_learns_nothing()
    {
        var school = await site.Data.SchoolAsync();
        var scenario = await site.Data.ScenarioAsync(school, adoptedFrom: site.Clock.Today());
        var (_, stranger) = await SchoolAsync();

        foreach (var address in (string[])[$"/leadership/{school.Id}", $"/leadership/{school.Id}/who", $"/scenarios/{scenario.Id}", $"/scenarios/{scenario.Id}/posts", $"/scenarios/{scenario.Id}/export/people.csv"])
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_copy_is_adopted_from_a_day_and_holds_from_then()
    {
        var (school, leader) = await SchoolAsync();
        await site.Data.ScenarioAsync(school);

        var copied = await leader.SubmitAsync($"/leadership/{school.Id}", [("Title", "Two deputies")], "Copy As it is");
        var at = copied.Headers.Location!.OriginalString;
        var day = site.Clock.Today().AddDays(14);
        var adopted = await leader.SubmitAsync($"{at}/adopt", [("From.Day", $"{day.Day}"), ("From.Month", $"{day.Month}"), ("From.Year", $"{day.Year}")], "Adopt “Two deputies”");

        Assert.Equal($"/leadership/{school.Id}", adopted.Headers.Location!.OriginalString);
        Assert.Equal(day, (await StoredAsync(Guid.Parse(at.Split('/')[2]))).AdoptedFrom);
        Assert.Contains($"from {day.InWords()}", MainText(await leader.OpenAsync($"/leadership/{school.Id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_typed_is_shown_as_text_in_every_picture_and_table()
    {
        var (school, leader) = await SchoolAsync();
        var scenario = await site.Data.ScenarioAsync(school, ScenarioData.Small with { Posts = [.. ScenarioData.Small.Posts.Select(p => p.Code == "clerk" ? p with { Title = "<script>alert(1)</script>" } : p)] });

        foreach (var page in (string[])["", "/posts", "/posts?post=clerk", "/duties"])
            Assert.DoesNotContain("<script>alert", (await leader.OpenAsync($"/scenarios/{scenario.Id}{page}")).DocumentElement.OuterHtml, StringComparison.Ordinal);
    }
}
