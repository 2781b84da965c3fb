using Underpin.Leadership;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Editing;
using Underpin.Leadership.Structure;

namespace Underpin.Tests.Leadership.Scenarios;

public sealed class StructureEditTests
{
    static readonly LeadershipContent Content = LeadershipData.Content;

    static Post Of(string code) => ScenarioData.Small.Posts.First(p => p.Code == code);

    static string Refused(StructureEdit edit) => Assert.IsType<EditRefused>(edit.Apply(ScenarioData.Small, Content).Refusal).Problem;

    [Fact]
    public void A_post_cannot_answer_to_one_that_answers_to_it() =>
        Assert.Equal("Network manager answers to this post, so this post cannot answer to it. Choose another manager.", Refused(new SavePost("business", Of("business") with { ReportsTo = [new("network", Side.Both)] }, [])));

    [Fact]
    public void A_school_has_one_head() =>
        Assert.StartsWith("Headteacher is the head there already.", Refused(new SavePost("deputy", Of("deputy") with { IsHead = true }, [])), StringComparison.Ordinal);

    [Fact]
    public void Nobody_holds_one_post_twice_at_one_time() =>
        Assert.StartsWith("Tom Ashworth holds this post twice", Refused(new SavePost("network", Of("network"), [new("Tom Ashworth", Period.Always), new("Tom Ashworth", new(new(2026, 9, 1), null))])), StringComparison.Ordinal);

    [Fact]
    public void A_title_that_a_spreadsheet_would_run_is_refused() =>
        Assert.Contains("formula", Refused(new SavePost("clerk", Of("clerk") with { Title = "=HYPERLINK(1)" }, [])), StringComparison.Ordinal);

    [Fact]
    public void A_new_name_in_any_script_joins_the_people()
    {
        var after = new SavePost("clerk", Of("clerk"), [new("ज्योति शर्मा", Period.Always)]).Apply(ScenarioData.Small, Content).Value;

        var person = Assert.Single(after.People, p => p.Name == "ज्योति शर्मा");
        Assert.Contains(after.Holdings, h => h.Post == "clerk" && h.Person == person.Code);
        Assert.Empty(EditChecks.NewProblems(ScenarioData.Small, after, Content));
    }

    [Fact]
    public void A_post_taken_out_leaves_its_posts_to_the_one_above_and_its_duties_to_nobody()
    {
        var after = new RemovePost("business").Apply(ScenarioData.Small, Content).Value;

        Assert.Equal("head", Assert.Single(after.Posts.Single(p => p.Code == "network").ReportsTo).Manager);
        Assert.DoesNotContain(after.Assignments, a => a.Holder == "business");
        Assert.Equal(["head", "deputy"], Assert.Single(after.Meetings).Members);
        Assert.Empty(EditChecks.NewProblems(ScenarioData.Small, after, Content));
    }

    [Fact]
    public void Somebody_without_a_post_does_not_keep_others_from_being_edited() =>
        Assert.Empty(EditChecks.NewProblems(ScenarioData.Small, new SavePost("network", Of("network"), []).Apply(ScenarioData.Small, Content).Value, Content));

    [Fact]
    public void A_duty_that_the_school_does_not_have_needs_a_reason_and_loses_its_parts()
    {
        Assert.StartsWith("Enter the reason", Refused(new SaveDuty("ITS-01", "saltmarsh", [], "")), StringComparison.Ordinal);
        var after = new SaveDuty("ITS-01", "saltmarsh", [], "The trust has it").Apply(ScenarioData.Small, Content).Value;
        Assert.DoesNotContain(after.Assignments, a => a.Duty == "ITS-01");
        Assert.Equal("The trust has it", after.NotOurs["ITS-01"]);
    }

    [Fact]
    public void A_threshold_stays_within_its_bounds() =>
        Assert.Contains("give a number from", Refused(Settings() with { Thresholds = new Dictionary<string, decimal> { [ThresholdCodes.SeniorTeamMost] = 5_000 } }), StringComparison.Ordinal);

    [Fact]
    public void A_duty_of_ones_own_gets_the_first_free_code_from_90()
    {
        var after = Settings() with { OwnDuties = [new() { Code = "", Title = "The radio station", About = "Runs it.", Group = "ITS", Weight = 1 }] };

        Assert.Equal("ITS-90", Assert.Single(after.Apply(ScenarioData.Small, Content).Value.OwnDuties).Code);
    }

    [Fact]
    public void Without_pay_no_number_of_anybodys_pay_is_left()
    {
        var text = Underpin.Leadership.Scenarios.StructureJson.Write(StructureWithoutPay.Of(ScenarioData.Small));

        Assert.All(["108123", "41321", "75432", "L18", "4200000", "38"], number => Assert.DoesNotContain(number, text, StringComparison.Ordinal));
        Assert.Contains("Tom Ashworth", text, StringComparison.Ordinal);
    }

    static SaveSettings Settings() => new("As it is", "", ScenarioData.Small.Schools, null, 38, ScenarioData.Small.PayPoints, ScenarioData.Small.Thresholds, []);
}
