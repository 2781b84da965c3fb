using System.Text;
using Underpin.Leadership.Rotation;

namespace Underpin.Tests.Leadership.Rotation;

public sealed class RotationFeedsTests
{
    static readonly RotationProblem Problem = new()
    {
        FirstYear = 2027,
        Years = 1,
        People = [new() { Key = "a", Name = "Siân; Ó Briain, née Łukasiewicz" }, new() { Key = "b", Name = "李小龙" }],
        Duties =
        [
            new() { Key = "x", Name = "Examinations, access arrangements and everything that goes with them in a long summer", Holder = "a" },
            new() { Key = "y", Name = "Trips\\visits", Holder = "b" },
        ],
        Readiness = [new("b", "x", Readiness.AfterShadowing)],
    };

    static readonly RotationPlan Plan = new([new("x", 2027, "b"), new("y", 2027, "a")]);

    static readonly DateTimeOffset Stamp = new(2027, 3, 4, 5, 6, 7, TimeSpan.Zero);

    static string Calendar(RotationPlan plan, string scope = "one", string? person = null) => RotationCalendar.Write(Problem, plan, "Rotation", scope, Stamp, person);

    static List<string> Unfolded(string calendar) => [.. calendar.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n")];

    [Fact]
    public void Handovers_are_on_the_first_of_September_with_shadowing_where_it_is_needed()
    {
        Assert.Equal([new("x", 2027, "a", "b", true), new("y", 2027, "b", "a", false)], Handover.Of(Problem, Plan));
        Assert.All(Handover.Of(Problem, Plan), h => Assert.Equal(new(2027, 9, 1), h.Date));
    }

    [Fact]
    public void Both_sides_of_a_handover_prepare_in_the_term_before()
    {
        var tasks = RotationPreparation.Of(Problem, Plan);
        Assert.Equal(["a", "a", "b", "b"], tasks.Select(t => t.Person));
        Assert.Contains(tasks, t => t.Person == "b" && t.From == new DateOnly(2027, 4, 15) && t.Until == new DateOnly(2027, 7, 20) && t.Words.StartsWith("Shadow Siân", StringComparison.Ordinal));
    }

    [Fact]
    public void No_line_of_the_calendar_is_longer_than_75_octets_and_no_character_is_cut()
    {
        var calendar = Calendar(Plan);
        Assert.All(calendar.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\uFFFD', calendar);
        Assert.EndsWith("END:VCALENDAR\r\n", calendar, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', calendar.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.Contains(calendar.Split("\r\n"), line => line.StartsWith(' '));
    }

    [Fact]
    public void Commas_semicolons_and_backslashes_are_escaped() =>
        Assert.Contains(@"SUMMARY:Trips\\visits passes from 李小龙 to Siân\; Ó Briain\, née Łukasiewicz", Unfolded(Calendar(Plan)));

    [Fact]
    public void An_event_keeps_its_identity_when_its_people_change_and_shares_it_with_no_other_plan()
    {
        static string[] Ids(string calendar) => [.. Unfolded(calendar).Where(l => l.StartsWith("UID:", StringComparison.Ordinal))];
        Assert.Equal(6, Ids(Calendar(Plan)).Distinct().Count());
        Assert.Equal(Ids(Calendar(Plan)), Ids(Calendar(Plan)));
        Assert.Empty(Ids(Calendar(Plan)).Intersect(Ids(Calendar(Plan, "other"))));
        var swapped = Problem with { People = [.. Problem.People.Reverse()] };
        Assert.Equal(Ids(Calendar(Plan)).Order(), Ids(RotationCalendar.Write(swapped, Plan, "Rotation", "one", Stamp)).Order());
    }

    [Fact]
    public void All_day_events_end_on_the_day_after()
    {
        var lines = Unfolded(Calendar(Plan));
        Assert.Contains("DTSTART;VALUE=DATE:20270901", lines);
        Assert.Contains("DTEND;VALUE=DATE:20270902", lines);
        Assert.Contains("DTEND;VALUE=DATE:20270721", lines);
        Assert.Contains("DTSTAMP:20270304T050607Z", lines);
    }

    [Fact]
    public void A_persons_calendar_has_their_own_events()
    {
        var one = Problem with { Duties = [Problem.Duties[0], Problem.Duties[1] with { Holder = "a" }] };
        Assert.DoesNotContain("BEGIN:VEVENT", RotationCalendar.Write(one, new([new("x", 2027, "a"), new("y", 2027, "a")]), "R", "s", Stamp, "b"), StringComparison.Ordinal);
        Assert.Equal(4, Unfolded(Calendar(Plan, person: "b")).Count(l => l == "BEGIN:VEVENT"));
    }
}
