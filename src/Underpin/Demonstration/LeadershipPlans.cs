using Underpin.Leadership;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Editing;
using Underpin.Leadership.Files;
using Underpin.Leadership.Plans;
using Underpin.Leadership.Scenarios;
using Underpin.Leadership.Structure;
using Underpin.Platform;
using static System.DayOfWeek;

namespace Underpin.Demonstration;

/// <summary>How Saltmarsh is led, as its head wrote it down and adopted it, and the smaller team that she thinks about.</summary>
internal static class LeadershipPlans
{
    const string AsItIs = "Guide/leadership-saltmarsh.yaml";

    public static void Tell(Story story, Cast cast)
    {
        Guid now = default, plan = default;
        story.On(20, Monday, "15:40", async () =>
        {
            var structure = Read(story.Service<LeadershipShelf>());
            now = (await story.Service<LeadershipService>().BeginFromStructureAsync(new() { Organisation = cast.Saltmarsh.Id, Structure = structure, From = "a file" }, story.By(cast.Helen), story.Cancel)).Value.Scenario.Id;
        });
        story.On(20, Thursday, "16:10", async () =>
            _ = (await story.Service<LeadershipService>().AdoptAsync(new() { Scenario = now, From = story.Clock.Today() }, story.By(cast.Helen), story.Cancel)).Value);

        story.On(3, Tuesday, "17:05", async () =>
        {
            plan = (await story.Service<LeadershipService>().BeginFromTemplateAsync(new()
            {
                Organisation = cast.Saltmarsh.Id,
                Template = "small",
                Answers = new()
                {
                    Title = "Five seniors over a strong middle",
                    School = Read(story.Service<LeadershipShelf>()).Schools[0],
                    Names = Smaller,
                    ItThrough = Side.Business,
                },
            }, story.By(cast.Helen), story.Cancel)).Value.Scenario.Id;
        });
        story.On(2, Wednesday, "08:20", async () => _ = (await story.Service<LeadershipService>().ChangeAsync(new()
        {
            Scenario = plan,
            Seen = 1,
            Edit = new SaveMeeting(null, new("", "Technology group") { School = "saltmarsh", Members = [], Remit = ["ITS"], BudgetLimit = 10_000, HoursAYear = 9 }, ["Business manager", "IT manager", "Leader of teaching"]),
        }, story.By(cast.Graham), story.Cancel)).Value);
        story.On(2, Wednesday, "08:35", async () =>
            _ = (await story.Service<LeadershipService>().ChangeAsync(new() { Scenario = plan, Seen = 2, Edit = new PayAs(Read(story.Service<LeadershipShelf>())) }, story.By(cast.Graham), story.Cancel)).Value);

        story.On(1, Monday, "16:20", async () =>
        {
            var (shelf, rotations) = (story.Service<LeadershipShelf>(), story.Service<RotationService>());
            var structure = Read(shelf);
            var first = RotationStatement.NextYear(story.Clock.Today());
            var duties = RotationStatement.Candidates(structure, shelf.Content.Catalogue, first).Where(one => Rotated.Contains(one.Duty.Code)).Select(one => one.Key).ToList();
            var problem = RotationStatement.Choose(RotationStatement.Begin(structure, shelf.Content.Catalogue, first), structure, shelf.Content.Catalogue, CoreTeam, duties);
            _ = (await rotations.StateAsync(new() { Scenario = now, Seen = 0, Problem = problem }, story.By(cast.Helen), story.Cancel)).Value;
            _ = (await rotations.PlanAsync(new() { Scenario = now }, story.By(cast.Helen), story.Cancel)).Value;
        });
    }

    /// <summary>The four who mean to rotate, and what they would pass round: what neither law nor a qualification ties to one of them.</summary>
    static readonly string[] CoreTeam = ["helen-marsh", "daniel-osei", "bronwen-rees", "graham-teale"], Rotated = ["TEA-01", "TEA-02", "PAS-04", "PAS-09", "STA-16", "STA-19", "BUS-15", "BUS-04", "BUS-08", "BUS-10"];

    /// <summary>Writes down what posts cost, as they cost elsewhere.</summary>
    sealed record PayAs(SchoolStructure Other) : StructureEdit
    {
        public override object? Touches(SchoolStructure structure) => structure.Posts;

        public override Outcome<SchoolStructure> Apply(SchoolStructure structure, LeadershipContent content) => structure with
        {
            OnCostsPercent = Other.OnCostsPercent,
            Posts = [.. structure.Posts.Select(post => post with { Salary = Other.Posts.FirstOrDefault(same => same.Code == post.Code)?.Salary ?? post.Salary })],
        };

        public override string Words(SchoolStructure before) => "wrote down what the posts cost";
    }

    static readonly Dictionary<string, string> Smaller = new()
    {
        ["head"] = "Dr Helen Marsh",
        ["deputy-curriculum"] = "Daniel Osei",
        ["deputy-pastoral"] = "Bronwen Rees",
        ["business-manager"] = "Graham Teale",
        ["assistant-inclusion"] = "Maria Santos",
        ["leader-teaching"] = "Samuel Adeyemi",
        ["leader-assessment"] = "Katarzyna Nowak",
        ["leader-english"] = "Claire Dunn",
        ["leader-maths"] = "渡辺 潤",
        ["leader-science"] = "Hamza Qureshi",
        ["leader-lower-school"] = "Ben Carter",
        ["leader-upper-school"] = "Peter Lowe",
        ["leader-safeguarding"] = "Ffion Parry",
        ["leader-support"] = "نادية حداد",
        ["data-exams-manager"] = "Олег Петров",
        ["it-manager"] = "Tom Ashworth",
        ["office-manager"] = "Amy Lister",
        ["site-manager"] = "Dave Hobson",
        ["finance-officer"] = "Sheila Grant",
        ["technician"] = "Mei Lin",
    };

    /// <summary>The guide's example, which looks at today wherever it is told.</summary>
    static SchoolStructure Read(LeadershipShelf shelf)
    {
        var file = Path.GetTempFileName();
        try
        {
            using (var resource = typeof(LeadershipPlans).Assembly.GetManifestResourceStream(AsItIs) ?? throw new InvalidOperationException($"The program does not carry {AsItIs}."))
            using (var copy = File.Create(file)) resource.CopyTo(copy);
            var (structure, problems) = StructureReader.Read(file, shelf.Content);
            return (structure ?? throw new InvalidOperationException($"The guide's example does not fit: {string.Join("; ", problems)}")) with { Date = null };
        }
        finally
        {
            File.Delete(file);
        }
    }
}
