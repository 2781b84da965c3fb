using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Leadership;
using Underpin.Leadership.Editing;
using Underpin.Leadership.Files;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Tests.Leadership.Scenarios;

public sealed class LeadershipServiceTests(TestSite site) : IClassFixture<TestSite>
{
    Task<T> ServiceAsync<T>(Func<LeadershipService, Task<T>> act) => site.RunAsync(s => act(s.GetRequiredService<LeadershipService>()));

    Task<LeadershipScenario> StoredAsync(Guid id) => site.DbAsync(db => db.LeadershipScenarios.AsNoTracking().SingleAsync(s => s.Id == id));

    Task<Outcome<LeadershipScenario>> ChangeAsync(LeadershipScenario scenario, int seen, StructureEdit edit, Account by) =>
        ServiceAsync(s => s.ChangeAsync(new() { Scenario = scenario.Id, Seen = seen, Edit = edit }, site.By(by), default));

    static SavePost Retitled(string code, string title) =>
        new(code, ScenarioData.Small.Posts.First(p => p.Code == code) with { Title = title }, [.. ScenarioData.Small.Holdings.Where(h => h.Post == code).Select(h => new TypedHolder(h.Person, h.Period))]);

    [Fact]
    public async Task Two_who_edit_different_posts_at_once_both_keep_their_change()
    {
        var school = await site.Data.SchoolAsync();
        var (helen, graham) = (await site.Data.LeaderAsync(school), await site.Data.LeaderAsync(school, "Graham Teale"));
        var scenario = await site.Data.ScenarioAsync(school);

        Assert.False((await ChangeAsync(scenario, 1, Retitled("deputy", "Deputy head, curriculum"), helen)).IsRefused);
        Assert.False((await ChangeAsync(scenario, 1, Retitled("network", "Head of IT"), graham)).IsRefused);

        var titles = (await StoredAsync(scenario.Id)).Document.Posts.Select(p => p.Title);
        Assert.Contains("Deputy head, curriculum", titles);
        Assert.Contains("Head of IT", titles);
    }

    [Fact]
    public async Task The_second_to_edit_one_post_is_told_who_changed_what_and_overwrites_nothing()
    {
        var school = await site.Data.SchoolAsync();
        var (helen, graham) = (await site.Data.LeaderAsync(school), await site.Data.LeaderAsync(school, "Graham Teale"));
        var scenario = await site.Data.ScenarioAsync(school);
        await ChangeAsync(scenario, 1, Retitled("network", "Head of IT"), helen);
        await ChangeAsync(scenario, 2, Retitled("deputy", "Deputy head, curriculum"), helen);

        var second = await ChangeAsync(scenario, 1, Retitled("network", "IT lead"), graham);

        var told = Assert.IsType<ChangedMeanwhile>(second.Refusal);
        Assert.Equal(("Dr Helen Marsh", "changed the post Network manager"), (told.Who, told.What));
        Assert.Equal("Head of IT", (await StoredAsync(scenario.Id)).Document.Posts.Single(p => p.Code == "network").Title);
        Assert.False((await ChangeAsync(scenario, 3, Retitled("network", "IT lead"), graham)).IsRefused);
    }

    [Fact]
    public async Task Saves_in_one_moment_lose_nothing()
    {
        var school = await site.Data.SchoolAsync();
        var leader = await site.Data.LeaderAsync(school);
        var scenario = await site.Data.ScenarioAsync(school);

        var saved = await Task.WhenAll(ChangeAsync(scenario, 1, Retitled("deputy", "Deputy head, curriculum"), leader), ChangeAsync(scenario, 1, Retitled("network", "Head of IT"), leader));

        Assert.All(saved, outcome => Assert.Null(outcome.Refusal));
        var stored = await StoredAsync(scenario.Id);
        Assert.Equal(3, stored.Revision);
        Assert.Equal(["Headteacher", "Deputy head, curriculum", "Business manager", "Head of IT", "Clerk"], stored.Document.Posts.Select(p => p.Title));
    }

    [Fact]
    public async Task Undo_goes_back_a_step_each_time_and_what_was_left_can_be_had_again()
    {
        var school = await site.Data.SchoolAsync();
        var leader = await site.Data.LeaderAsync(school);
        var scenario = await site.Data.ScenarioAsync(school);
        await ChangeAsync(scenario, 1, Retitled("network", "Head of IT"), leader);
        await ChangeAsync(scenario, 2, new RemovePost("clerk"), leader);

        Task<Outcome<LeadershipScenario>> BackAsync(int seen, int? to = null) => ServiceAsync(s => s.GoBackAsync(new() { Scenario = scenario.Id, Seen = seen, To = to }, site.By(leader), default));
        Assert.Contains((await BackAsync(3)).Value.Document.Posts, p => p.Code == "clerk");
        Assert.Equal("Network manager", (await BackAsync(4)).Value.Document.Posts.Single(p => p.Code == "network").Title);
        Assert.IsType<NothingToUndo>((await BackAsync(5)).Refusal);
        Assert.DoesNotContain((await BackAsync(5, to: 3)).Value.Document.Posts, p => p.Code == "clerk");
        Assert.Equal(6, await site.DbAsync(db => db.ScenarioRevisions.CountAsync(r => r.ScenarioId == scenario.Id)));
    }

    [Theory]
    [InlineData(nameof(MembershipRole.Staff))]
    [InlineData(nameof(MembershipRole.SchoolAdministrator))]
    public async Task Nobody_but_a_school_leader_changes_a_scenario(string role)
    {
        var school = await site.Data.SchoolAsync();
        var scenario = await site.Data.ScenarioAsync(school);
        var person = await site.Data.PersonAsync(school, Enum.Parse<MembershipRole>(role));

        Assert.IsType<NotASchoolLeader>((await ChangeAsync(scenario, 1, Retitled("network", "Head of IT"), person)).Refusal);
        Assert.IsType<NotASchoolLeader>((await ServiceAsync(s => s.BeginFromStructureAsync(new() { Organisation = school.Id, Structure = ScenarioData.Small, From = "a file" }, site.By(person), default))).Refusal);
        Assert.IsType<NotASchoolLeader>((await ServiceAsync(s => s.EraseAsync(new() { Scenario = scenario.Id, Title = scenario.Title }, site.By(person), default))).Refusal);
    }

    [Fact]
    public async Task A_leader_of_another_school_changes_nothing_here()
    {
        var scenario = await site.Data.ScenarioAsync(await site.Data.SchoolAsync());
        var stranger = await site.Data.LeaderAsync(await site.Data.SchoolAsync());

        Assert.IsType<NotASchoolLeader>((await ChangeAsync(scenario, 1, Retitled("network", "Head of IT"), stranger)).Refusal);
    }

    [Fact]
    public async Task What_is_adopted_holds_until_the_next_and_two_cannot_begin_on_one_day()
    {
        var school = await site.Data.SchoolAsync();
        var leader = await site.Data.LeaderAsync(school);
        var today = site.Clock.Today();
        var first = await site.Data.ScenarioAsync(school);
        var second = await site.Data.ScenarioAsync(school, ScenarioData.Small with { Title = "Smaller" });
        Task<Outcome<LeadershipScenario>> AdoptAsync(LeadershipScenario scenario, DateOnly from) => ServiceAsync(s => s.AdoptAsync(new() { Scenario = scenario.Id, From = from }, site.By(leader), default));

        Assert.False((await AdoptAsync(first, today.AddDays(-100))).IsRefused);
        Assert.IsType<DayIsTaken>((await AdoptAsync(second, today.AddDays(-100))).Refusal);
        Assert.False((await AdoptAsync(second, today.AddDays(30))).IsRefused);

        Task<Guid?> InForceAsync(int days) => site.DbAsync(db => ScenarioReading.InForceAsync(db, school.Id, today.AddDays(days), default));
        Assert.Equal([null, first.Id, first.Id, second.Id], [await InForceAsync(-101), await InForceAsync(0), await InForceAsync(29), await InForceAsync(30)]);
        Assert.IsType<AdoptedStaysOpen>((await ServiceAsync(s => s.ArchiveAsync(first.Id, site.By(leader), default))).Refusal);
    }

    [Fact]
    public async Task An_erased_scenario_leaves_no_name_behind_and_the_history_says_that_there_was_one()
    {
        var school = await site.Data.SchoolAsync();
        var leader = await site.Data.LeaderAsync(school);
        var scenario = await site.Data.ScenarioAsync(school, ScenarioData.Small with { Title = "To be erased" });
        await ChangeAsync(scenario, 1, new SavePerson(null, "Wilhelmina Quist", [], [], "clerk"), leader);

        Assert.IsType<TitleTypedWrong>((await ServiceAsync(s => s.EraseAsync(new() { Scenario = scenario.Id, Title = "Another" }, site.By(leader), default))).Refusal);
        Assert.False((await ServiceAsync(s => s.EraseAsync(new() { Scenario = scenario.Id, Title = "To be erased" }, site.By(leader), default))).IsRefused);

        Assert.Equal(0, await site.DbAsync(db => db.ScenarioRevisions.CountAsync(r => r.ScenarioId == scenario.Id)));
        var history = await site.DbAsync(db => db.History.Where(h => h.ChainId == school.Id).ToListAsync());
        Assert.Contains(history, h => h.Kind == nameof(ScenarioErased));
        Assert.DoesNotContain(history, h => h.Payload!.Contains("Wilhelmina", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_paste_of_ten_thousand_rows_is_refused_in_words_and_nothing_is_loaded()
    {
        var school = await site.Data.SchoolAsync();
        var leader = await site.Data.LeaderAsync(school);
        var text = new StringBuilder();
        for (var i = 0; i < 10_000; i++) text.Append("Ana Kovac ").Append(i).Append(", Technician\n");

        var begun = await ServiceAsync(s => s.BeginFromPasteAsync(new() { Organisation = school.Id, Title = "Pasted", School = new("s", "S", ["secondary"]), Text = text.ToString() }, site.By(leader), default));

        Assert.Contains("10,000 rows", Assert.Single(Assert.IsType<ImportRefused>(begun.Refusal).Problems).Message, StringComparison.Ordinal);
        Assert.Equal(0, await site.DbAsync(db => db.LeadershipScenarios.CountAsync(s => s.OrganisationId == school.Id)));
    }

    [Fact]
    public async Task Names_in_any_script_are_kept_and_come_back_from_the_downloaded_tables()
    {
        var scenario = await site.Data.ScenarioAsync(await site.Data.SchoolAsync());
        var stored = (await StoredAsync(scenario.Id)).Document;
        Assert.Equal(StructureJson.Write(ScenarioData.Small), StructureJson.Write(stored));

        // A vacant-looking cell is a dash; pay points and the shares of on-costs are written out for each post.
        var shelf = site.Services.GetRequiredService<LeadershipShelf>();
        var structure = stored with { PayPoints = new Dictionary<string, decimal>(), OnCostsPercent = null, Posts = [.. stored.Posts.Select(p => p with { PayPoint = null })] };
        string Table(string name) => string.Concat(StructureCsvWriter.Rows(structure, name)!.Select(Csv.Line));
        var back = StructureCsv.Read(structure.Title, structure.Schools, new() { People = Table("people"), Posts = Table("posts"), Responsibilities = Table("responsibilities"), Meetings = Table("meetings") }, shelf.Content);

        Assert.Equal([], back.Problems);
        Assert.Equal(StructureJson.Write(structure), StructureJson.Write(back.Structure!));
    }
}
