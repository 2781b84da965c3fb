using Underpin.Leadership;
using Underpin.Leadership.Editing;
using Underpin.Leadership.Files;
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
