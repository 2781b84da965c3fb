using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Leadership;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Editing;
using Underpin.Leadership.Plans;
using Underpin.Leadership.Rotation;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;
using Underpin.Platform;
using static Underpin.Tests.Leadership.LeadershipData;

namespace Underpin.Tests.Leadership.Plans;

public sealed class RotationPlanTests(TestSite site) : IClassFixture<TestSite>
{
    static readonly string[] Rotated = ["TEA-02", "TEA-04", "TEA-10", "PAS-01", "PAS-03", "PAS-09"];

    /// <summary>What somebody else does to the scenario meanwhile.</summary>
    sealed record Replace(SchoolStructure With) : StructureEdit
    {
        public override object? Touches(SchoolStructure structure) => structure;
        public override Outcome<SchoolStructure> Apply(SchoolStructure structure, LeadershipContent content) => With;
        public override string Words(SchoolStructure before) => "changed it";
    }

    sealed record Case(Organisation School, Account Leader, Guid Scenario, Change Change);

    /// <summary>Three leaders who hold two duties each, and one who holds something that only a head may hold.</summary>
    static SchoolStructure Three() => new()
    {
        Title = "As it is",
        Schools = [School()],
        People = [Person("ada", Rotated), Person("ben", Rotated), Person("cleo", Rotated)],
        Posts = [Post("h", head: true), Post("b", to: "h"), Post("c", to: "h")],
        Holdings = [Holds("h", "ada"), Holds("b", "ben"), Holds("c", "cleo")],
        Assignments =
        [
            Assigned("TEA-02", Part.Accountable, "ada"), Assigned("TEA-04", Part.Accountable, "ada"), Assigned("PAS-02", Part.Accountable, "ada"),
            Assigned("TEA-10", Part.Accountable, "ben"), Assigned("PAS-01", Part.Accountable, "b"), Assigned("PAS-01", Part.Responsible, "cleo"),
            Assigned("PAS-03", Part.Accountable, "cleo"), Assigned("PAS-09", Part.Accountable, "cleo"),
        ],
    };

    [Fact]
    public void A_rotation_begins_from_the_duties_of_senior_leaders_that_may_be_passed_round()
    {
        var problem = RotationStatement.Begin(Three(), Content.Catalogue, 2027);

        Assert.Equal(Rotated.Select(d => $"{d}@school").Order(), problem.Duties.Select(d => d.Key).Order());
        Assert.Equal("ben", problem.Duties.Single(d => d.Key == "PAS-01@school").Holder);
        Assert.Equal(["Ada", "Ben", "Cleo"], problem.People.Select(p => p.Name));
        Assert.Empty(RotationStatement.ProblemsOf(problem, Three()));
    }

    [Fact]
    public void A_qualification_that_somebody_has_on_record_keeps_out_those_who_have_not()
    {
        var structure = Three();
        structure = structure with
        {
            People = [.. structure.People.Select(p => p.Code == "ada" ? p with { Qualifications = ["dsl-training"] } : p)],
            Assignments = [.. structure.Assignments, Assigned("STA-01", Part.Accountable, "ada")],
        };

        var problem = RotationStatement.Begin(structure, Content.Catalogue, 2027);

        Assert.Equal(["ben", "cleo"], problem.Readiness.Where(r => r.Duty == "STA-01@school" && r.Level == Readiness.Never).Select(r => r.Person));
    }

    [Fact]
    public void Who_joins_and_who_leaves_is_taken_from_the_posts_they_hold()
    {
        var structure = Three();
        structure = structure with { Holdings = [Holds("h", "ada", until: new(2029, 8, 31)), Holds("b", "ben", until: new(2028, 12, 20)), Holds("c", "cleo"), Holds("c", "dan", from: new(2028, 4, 1))], People = [.. structure.People, Person("dan")] };

        var problem = RotationStatement.Choose(RotationStatement.Begin(structure, Content.Catalogue, 2027), structure, Content.Catalogue, ["ada", "ben", "cleo", "dan"], [.. Rotated.Select(d => $"{d}@school")]);

        Assert.Equal([(null, 2029), (null, 2028), (null, null), (2028, null)], problem.People.Select(p => (p.Joins, p.Leaves)));
    }

    [Fact]
    public void A_duty_whose_holder_takes_no_part_is_told_by_name()
    {
        var structure = Three();
        var problem = RotationStatement.Choose(RotationStatement.Begin(structure, Content.Catalogue, 2027), structure, Content.Catalogue, ["ada", "ben"], ["TEA-02@school", "PAS-03@school"]);

        Assert.StartsWith("Cleo holds Attendance, which takes part:", Assert.Single(RotationStatement.ProblemsOf(problem, structure)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_adopted_plan_leaves_what_was_before_and_what_comes_long_after()
    {
        var problem = RotationStatement.Begin(Three(), Content.Catalogue, 2027) with { Years = 2 };
        var only = problem with { Duties = [.. problem.Duties.Where(d => d.Key == "TEA-02@school")] };
        var structure = Three() with
        {
            Assignments = [Assigned("TEA-02", Part.Accountable, "ada", from: new(2020, 9, 1)), Assigned("TEA-02", Part.Accountable, "ben", from: new(2028, 1, 1), until: new(2028, 7, 31)), Assigned("TEA-02", Part.Accountable, "cleo", from: new(2031, 9, 1))],
        };

        var after = new AdoptRotation(only, new([new("TEA-02@school", 2027, "ada"), new("TEA-02@school", 2028, "ben")])).Apply(structure, Content).Value;

        Assert.Equal(
            [("ada", new Period(new(2020, 9, 1), new(2028, 8, 31))), ("ben", new Period(new(2028, 9, 1), new(2031, 8, 31))), ("cleo", new Period(new(2031, 9, 1), null))],
            after.Assignments.Select(a => (a.Holder, a.Period)));
    }

    [Fact]
    public async Task A_small_case_is_planned_while_the_person_waits_and_proved_best()
    {
        var one = await PlannedAsync();
        var rotation = await RotationAsync(one);

        Assert.Equal(RotationState.Done, rotation.State);
        Assert.Equal(RotationVerdict.Optimal, rotation.Findings!.Verdict);
        Assert.Empty(RotationChecker.Broken(rotation.Problem, rotation.Findings.Plan!));
    }

    [Fact]
    public async Task A_search_that_takes_longer_goes_on_in_the_background_until_it_is_done()
    {
        var one = await StatedAsync();
        Assert.Null((await ActAsync(r => r.PlanAsync(new() { Scenario = one.Scenario, Steps = 10 }, one.Change, default))).Refusal);
        Assert.Equal(RotationState.Waiting, (await RotationAsync(one)).State);
        Assert.IsType<StillLooking>((await ActAsync(r => r.PlanAsync(new() { Scenario = one.Scenario }, one.Change, default))).Refusal);

        await WorkAsync();

        var rotation = await RotationAsync(one);
        Assert.Equal((RotationState.Done, RotationVerdict.Optimal), (rotation.State, rotation.Findings!.Verdict));
        Assert.Equal(0, await WorkAsync());
    }

    [Fact]
    public async Task A_search_whose_node_was_lost_is_gone_on_with_by_another()
    {
        var one = await StatedAsync();
        await ActAsync(r => r.PlanAsync(new() { Scenario = one.Scenario, Steps = 10 }, one.Change, default));
        await SetAsync(one, r => (r.State, r.SeenAt) = (RotationState.Running, site.Clock.Now()));
        await WorkAsync();
        Assert.Equal(RotationState.Running, (await RotationAsync(one)).State);

        await SetAsync(one, r => r.SeenAt = site.Clock.Now() - PlanRotations.Silence - TimeSpan.FromSeconds(1));
        await WorkAsync();

        Assert.Equal(RotationState.Done, (await RotationAsync(one)).State);
    }

    [Fact]
    public async Task A_stopped_search_keeps_what_it_has()
    {
        var one = await StatedAsync();
        await ActAsync(r => r.PlanAsync(new() { Scenario = one.Scenario, Steps = 10 }, one.Change, default));
        Assert.Null((await ActAsync(r => r.StopAsync(one.Scenario, one.Change, default))).Refusal);
        Assert.Equal(RotationState.Done, (await RotationAsync(one)).State);
        Assert.IsType<NotLooking>((await ActAsync(r => r.StopAsync(one.Scenario, one.Change, default))).Refusal);

        // One that runs already: the next look stops it, and the plan found before is kept.
        await ActAsync(r => r.PlanAsync(new() { Scenario = one.Scenario }, one.Change, default));
        var plan = (await RotationAsync(one)).Findings!.Plan;
        await SetAsync(one, r => (r.State, r.StopAsked, r.Findings) = (RotationState.Waiting, true, r.Findings! with { Verdict = RotationVerdict.Best }));
        await WorkAsync();

        var stopped = await RotationAsync(one);
        Assert.Equal((RotationState.Done, false), (stopped.State, stopped.StopAsked));
        Assert.Equal(plan, stopped.Findings!.Plan);
    }

    [Fact]
    public async Task An_adopted_plan_says_who_answers_for_a_duty_on_a_day()
    {
        var one = await PlannedAsync();
        var plan = (await RotationAsync(one)).Findings!.Plan!;
        await AdoptAsync(one);

        var scenario = await site.DbAsync(db => db.LeadershipScenarios.AsNoTracking().SingleAsync(s => s.Id == one.Scenario));
        foreach (var duty in Rotated)
        {
            Assert.Equal(WhoOn(Three(), duty, new(2027, 8, 31)), WhoOn(scenario.Document, duty, new(2027, 8, 31)));
            foreach (var year in new[] { 2027, 2028, 2029, 2030 }) Assert.Equal([plan.HolderOf($"{duty}@school", year)], WhoOn(scenario.Document, duty, new(year, 9, 1)));
        }

        Assert.Equal(["cleo"], scenario.Document.AsOf(new(2028, 1, 1), Content.Catalogue).Who("PAS-01", "school", Part.Responsible).Select(p => p.Code));
        Assert.Equal(["ada"], WhoOn(scenario.Document, "PAS-02", new(2028, 1, 1)));
        Assert.Equal(plan, (await RotationAsync(one)).Adopted!.Plan);
        Assert.True(await site.DbAsync(db => db.History.AnyAsync(h => h.Kind == nameof(RotationTakenOver) && h.ActorId == one.Leader.Id)));
    }

    [Fact]
    public async Task A_plan_for_people_who_have_changed_meanwhile_is_not_adopted()
    {
        var one = await PlannedAsync();
        var other = Three() with { Assignments = [.. Three().Assignments.Select(a => a.Duty == "TEA-02" ? a with { Holder = "ben" } : a)] };
        await site.RunAsync(s => s.GetRequiredService<LeadershipService>().ChangeAsync(new() { Scenario = one.Scenario, Seen = 1, Edit = new Replace(other) }, one.Change, default));

        var rotation = await RotationAsync(one);
        Assert.IsType<ScenarioMovedOn>((await ActAsync(r => r.AdoptAsync(new() { Scenario = one.Scenario, Seen = rotation.RowVersion }, one.Change, default))).Refusal);
    }

    [Fact]
    public async Task Conditions_that_conflict_are_told_with_what_each_would_allow_and_where_to_change_it()
    {
        var one = await StatedAsync(p => p with { Pins = [new("ada", "TEA-02@school"), new("ada", "TEA-04@school")], Apart = [new("TEA-02@school", "TEA-04@school")] });
        await ActAsync(r => r.PlanAsync(new() { Scenario = one.Scenario }, one.Change, default));
        await WorkAsync();

        var page = await (await site.SignedInAsync(one.Leader)).OpenAsync($"/scenarios/{one.Scenario}/rotation");

        Assert.Contains("There is no plan.", page.QuerySelector("#answer")!.TextContent, StringComparison.Ordinal);
        var conflict = page.QuerySelectorAll(".u-conflict li").ToList();
        Assert.Equal(["Ada passes on no dutie", "No one person holds bo"], conflict.Select(c => c.QuerySelector("strong")!.TextContent[..22]));
        Assert.All(conflict, c => Assert.Contains("Without it there is", c.TextContent, StringComparison.Ordinal));
        Assert.Contains("Without it there is a plan", conflict[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["/conditions#", "/limits#apar"], conflict.Select(c => c.QuerySelector("a")!.GetAttribute("href")!.Split("/rotation")[1][..12]));
    }

    [Fact]
    public async Task A_plan_for_earlier_conditions_is_neither_shown_as_one_for_these_nor_adopted()
    {
        var one = await PlannedAsync();
        var fewer = RotationStatement.Choose((await RotationAsync(one)).Problem, Three(), Content.Catalogue, ["ada", "ben", "cleo"], ["TEA-02@school", "TEA-10@school", "PAS-03@school"]);
        Assert.Null((await ActAsync(r => r.StateAsync(new() { Scenario = one.Scenario, Seen = 1, Problem = fewer }, one.Change, default))).Refusal);

        var page = await (await site.SignedInAsync(one.Leader)).OpenAsync($"/scenarios/{one.Scenario}/rotation");
        Assert.Contains("Nothing is planned for them yet", page.QuerySelector("#answer")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("svg.u-rotation"));
        var seen = (await RotationAsync(one)).RowVersion;
        Assert.IsType<NoPlanYet>((await ActAsync(r => r.AdoptAsync(new() { Scenario = one.Scenario, Seen = seen }, one.Change, default))).Refusal);
    }

    [Fact]
    public async Task A_cell_fixed_by_hand_stays_and_the_rest_follows()
    {
        var one = await PlannedAsync();
        var leader = await site.SignedInAsync(one.Leader);

        var sent = await leader.SubmitAsync($"/scenarios/{one.Scenario}/rotation", [("FixDuty", "PAS-03@school"), ("FixYear", "2028"), ("FixPerson", "ada")], "Fix it and plan again");

        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        var rotation = await RotationAsync(one);
        Assert.Equal("ada", rotation.Findings!.Plan!.HolderOf("PAS-03@school", 2028));
        Assert.Empty(RotationChecker.Broken(rotation.Problem, rotation.Findings.Plan));
    }

    [Fact]
    public async Task A_rotation_is_stated_planned_and_adopted_with_forms_alone()
    {
        var one = await ScenarioAsync();
        var leader = await site.SignedInAsync(one.Leader);
        var at = $"/scenarios/{one.Scenario}/rotation";

        Assert.Contains("State the conditions", (await leader.OpenAsync(at)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(at, (await leader.SubmitAsync($"{at}/conditions", [("years", "3"), ("weight TEA-02@school", "5"), ("leaves cleo", "2029"), ("any", "cleo")], "Save")).Headers.Location!.OriginalString);
        Assert.Equal($"{at}/limits#pins", (await leader.SubmitAsync($"{at}/limits", [("duty", "TEA-02@school"), ("person", "ada")], "Keep it there")).Headers.Location!.OriginalString);
        Assert.Equal($"{at}/readiness", (await leader.SubmitAsync($"{at}/readiness?person=ben", [("level PAS-03@school", "Never"), ("why PAS-03@school", "he asked not to")], "Save Ben")).Headers.Location!.OriginalString);
        var stated = (await RotationAsync(one)).Problem;
        Assert.Equal(["cleo"], stated.People.Where(p => p.AnyNumber).Select(p => p.Key));
        Assert.Equal("cleo", Assert.Single((await leader.OpenAsync($"{at}/conditions")).QuerySelectorAll("input[name=any][checked]")).GetAttribute("value"));
        Assert.Equal((3, 5, 2029, 1), (stated.Years, stated.Duties.Single(d => d.Key == "TEA-02@school").Weight, stated.People.Single(p => p.Key == "cleo").Leaves, stated.Pins.Count));
        Assert.Contains(new ReadinessEntry("ben", "PAS-03@school", Readiness.Never, "he asked not to"), stated.Readiness);

        await leader.SubmitAsync(at, [], "Plan it");
        await WorkAsync();
        var page = await leader.OpenAsync(at);
        Assert.Contains("proved that none is better", page.QuerySelector("#answer")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("svg.u-rotation"));
        Assert.Equal(6, page.QuerySelectorAll(".u-rotation-table tbody tr").Length);

        Assert.Equal(at, (await leader.SubmitAsync($"{at}/adopt", [], "Write it into the scenario")).Headers.Location!.OriginalString);
        Assert.Contains("Adopted on 23 November 2026", (await leader.OpenAsync(at)).QuerySelector("#answer")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_wrong_is_told_and_kept()
    {
        var one = await ScenarioAsync();
        var leader = await site.SignedInAsync(one.Leader);

        var page = await (await leader.SubmitAsync($"/scenarios/{one.Scenario}/rotation/conditions", [("years", "many"), ("weight TEA-02@school", "7")], "Save")).PageAsync();

        Assert.Equal(["Give how many years as a whole number, not “many”."], page.Errors());
        Assert.Equal("7", page.QuerySelector("[name='weight TEA-02@school']")!.GetAttribute("value"));
        Assert.False(await site.DbAsync(db => db.LeadershipRotations.AnyAsync(r => r.ScenarioId == one.Scenario)));
    }

    [Fact]
    public async Task Whoever_states_second_is_told_who_was_first_and_may_save_over_it()
    {
        var one = await StatedAsync();
        var rotation = await RotationAsync(one);
        var colleague = await site.Data.PersonAsync(one.School, MembershipRole.SchoolLeader, "Ruth Delaney");
        var theirs = new Change { ActorId = colleague.Id, ActorName = "Ruth Delaney", At = site.Clock.Now() };
        Assert.Null((await ActAsync(r => r.StateAsync(new() { Scenario = one.Scenario, Seen = 1, Problem = rotation.Problem with { Years = 2 } }, theirs, default))).Refusal);

        var mine = await ActAsync(r => r.StateAsync(new() { Scenario = one.Scenario, Seen = 1, Problem = rotation.Problem with { Years = 3 } }, one.Change, default));

        Assert.StartsWith("Ruth Delaney changed the conditions", Assert.IsType<ConditionsChangedMeanwhile>(mine.Refusal).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_school_leaders_plan_and_others_see_a_rotation_once_it_is_adopted()
    {
        var one = await PlannedAsync();
        var staff = await site.Data.PersonAsync(one.School, MembershipRole.Staff);
        var theirs = new Change { ActorId = staff.Id, ActorName = "Staff", At = site.Clock.Now() };
        var seen = (await RotationAsync(one)).RowVersion;
        Assert.IsType<NotASchoolLeader>((await ActAsync(r => r.PlanAsync(new() { Scenario = one.Scenario }, theirs, default))).Refusal);
        Assert.IsType<NotASchoolLeader>((await ActAsync(r => r.StopAsync(one.Scenario, theirs, default))).Refusal);
        Assert.IsType<NotASchoolLeader>((await ActAsync(r => r.AdoptAsync(new() { Scenario = one.Scenario, Seen = seen }, theirs, default))).Refusal);
        await site.RunAsync(s => s.GetRequiredService<LeadershipService>().AdoptAsync(new() { Scenario = one.Scenario, From = new(2026, 9, 1) }, one.Change, default));
        var browser = await site.SignedInAsync(staff);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/scenarios/{one.Scenario}/rotation/conditions")).StatusCode);

        Assert.Null((await browser.OpenAsync($"/scenarios/{one.Scenario}/rotation")).QuerySelector("svg.u-rotation"));
        await AdoptAsync(one);
        var page = await browser.OpenAsync($"/scenarios/{one.Scenario}/rotation");

        Assert.NotNull(page.QuerySelector("svg.u-rotation"));
        Assert.Null(page.QuerySelector("main form"));
    }

    [Fact]
    public async Task Handovers_go_into_a_calendar_and_a_departure_is_looked_at_without_changing_anything()
    {
        var one = await PlannedAsync();
        var leader = await site.SignedInAsync(one.Leader);
        var before = (await RotationAsync(one)).RowVersion;

        var calendar = await leader.GetAsync($"/scenarios/{one.Scenario}/rotation/calendar?person=ada");
        Assert.Equal("text/calendar", calendar.Content.Headers.ContentType!.MediaType);
        Assert.Contains("DTSTART;VALUE=DATE:20270901", await calendar.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var departure = await leader.OpenAsync($"/scenarios/{one.Scenario}/rotation/departure?Person=cleo&From=2029");
        Assert.Contains("What if Cleo leaves on 1 September 2029?", departure.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(departure.QuerySelectorAll(".govuk-table tbody tr"));
        Assert.Equal(before, (await RotationAsync(one)).RowVersion);
    }

    [Fact]
    public async Task A_rotation_goes_with_its_scenario()
    {
        var one = await PlannedAsync();
        await site.RunAsync(s => s.GetRequiredService<LeadershipService>().EraseAsync(new() { Scenario = one.Scenario, Title = "As it is" }, one.Change, default));

        Assert.False(await site.DbAsync(db => db.LeadershipRotations.AnyAsync(r => r.ScenarioId == one.Scenario)));
    }

    static string[] WhoOn(SchoolStructure structure, string duty, DateOnly day) => [.. structure.AsOf(day, Content.Catalogue).Who(duty, "school", Part.Accountable).Select(p => p.Code)];

    async Task<Case> ScenarioAsync()
    {
        var school = await site.Data.OrganisationAsync(OrganisationKinds.School);
        var leader = await site.Data.PersonAsync(school, MembershipRole.SchoolLeader, "Grace Okafor");
        var change = new Change { ActorId = leader.Id, ActorName = "Grace Okafor", At = site.Clock.Now() };
        var begun = await site.RunAsync(s => s.GetRequiredService<LeadershipService>().BeginFromStructureAsync(new() { Organisation = school.Id, Structure = Three(), From = "a file" }, change, default));
        return new(school, leader, begun.Value.Scenario.Id, change);
    }

    async Task<Case> StatedAsync(Func<RotationProblem, RotationProblem>? with = null)
    {
        var one = await ScenarioAsync();
        var problem = RotationStatement.Begin(Three(), Content.Catalogue, 2027);
        var stated = await ActAsync(r => r.StateAsync(new() { Scenario = one.Scenario, Seen = 0, Problem = with is null ? problem : with(problem) }, one.Change, default));
        Assert.Null(stated.Refusal);
        return one;
    }

    async Task<Case> PlannedAsync()
    {
        var one = await StatedAsync();
        Assert.Null((await ActAsync(r => r.PlanAsync(new() { Scenario = one.Scenario }, one.Change, default))).Refusal);
        await WorkAsync();
        return one;
    }

    async Task AdoptAsync(Case one)
    {
        var seen = (await RotationAsync(one)).RowVersion;
        Assert.Null((await ActAsync(r => r.AdoptAsync(new() { Scenario = one.Scenario, Seen = seen }, one.Change, default))).Refusal);
    }

    Task<RotationPlanRecord> RotationAsync(Case one) => site.DbAsync(db => db.LeadershipRotations.AsNoTracking().SingleAsync(r => r.ScenarioId == one.Scenario));

    Task<Outcome<RotationPlanRecord>> ActAsync(Func<RotationService, Task<Outcome<RotationPlanRecord>>> act) => site.RunAsync(s => act(s.GetRequiredService<RotationService>()));

    Task<int> WorkAsync() => site.RunAsync(s => s.GetRequiredService<PlanRotations>().RunAsync(default));

    Task<int> SetAsync(Case one, Action<RotationPlanRecord> set) => site.DbAsync(async db =>
    {
        set(await db.LeadershipRotations.SingleAsync(r => r.ScenarioId == one.Scenario));
        return await db.SaveChangesAsync();
    });
}
