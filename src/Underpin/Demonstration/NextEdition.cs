using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Consultation;
using Underpin.Framework.Content;
using Underpin.Framework.Drafting;
using Underpin.Platform;
using static System.DayOfWeek;

namespace Underpin.Demonstration;

/// <summary>Lewis Grant drafts the next edition of the framework, and people of the trade say what they think of it.</summary>
internal static class NextEdition
{
    const string Asked = "SUP-1.level.1", Guides = "role.it-technician.duty.10", Wasted = "PRO-5.without";

    public static void Tell(Story story, Cast cast)
    {
        Guid draft = default;
        Guid chat = default, whose = default;
        var added = "";

        story.On(8, Monday, "09:30", async () => draft = (await story.Service<DraftService>().BeginAsync(new()
        {
            OrganisationId = cast.Eitac.Id,
            FrameworkCode = await story.Db.Frameworks.OrderBy(f => f.Id).Select(f => f.Code).FirstAsync(story.Cancel),
            From = await VersionAsync(story),
            Title = "What a year of use has taught",
            Version = DraftingRules.Next(FrameworkVersion.Parse(await VersionAsync(story)), story.Clock.Today()).ToString(),
        }, story.By(cast.Lewis), story.Cancel)).Value);
        story.On(8, Wednesday, "11:10", () => ChangeAsync(story, cast, draft, Asked,
            "Takes a request at the desk, by telephone or by message. Records who, where and what, and settles it from the written guide or passes it on."));
        story.On(8, Wednesday, "11:40", () => ChangeAsync(story, cast, draft, Guides, "Write short guides, and show new staff and new pupils the essentials"));
        story.On(8, Thursday, "14:05", () => ChangeAsync(story, cast, draft, Wasted,
            "Screens glow in empty rooms all summer. Working laptops go to scrap while some families have none, and nobody can say where the money went."));
        story.On(7, Tuesday, "10:15", async () => added = (await story.Service<DraftAdditions>().AddCompetenceAsync(new()
        {
            DraftId = draft,
            Area = "AVD",
            Title = "Keep emergency messages reaching every room",
            Why = "When a school must shut its doors or clear a building, every room has to hear within seconds. Bells, screens, speakers and phones carry that message, and most of them run on the network. Someone must know that they work before the day they are needed.",
            Without = "A room full of pupils never hears the alarm. Staff find out afterwards that a speaker had been dead for a year.",
            Levels = new Dictionary<int, string>
            {
                [1] = "Takes part in the weekly test of bells, screens and speakers, and reports each room that heard nothing.",
                [2] = "Runs the test each week, mends what failed, and keeps a list of rooms with the way each one is reached.",
                [3] = "Plans with the site team which message goes which way, and what still works when power or network is down.",
            },
        }, story.By(cast.Lewis), story.Cancel)).Value);
        story.On(7, Tuesday, "10:40", async () => _ = (await story.Service<DraftAdditions>().AskForAsync(new()
        {
            DraftId = draft, Role = "classroom-technology-technician", Competence = added, Level = 2,
        }, story.By(cast.Lewis), story.Cancel)).Value);
        story.On(6, Monday, "09:00", async () => _ = (await story.Service<PublishService>().OpenConsultationAsync(new()
        {
            DraftId = draft,
            Until = story.Clock.Today().AddDays(120),
            Summary = "Requests now come by message as often as at the desk, pupils need guides as much as staff, and waste is also money. One competence is new: keeping emergency messages reaching every room.",
            Question = "Does this describe the work in your school as it is now? If not, which words would?",
        }, story.By(cast.Lewis), story.Cancel)).Value);

        story.On(5, Tuesday, "16:20", async () => chat = await CommentAsync(story, cast.Tom, draft, Asked, "More than half of our requests come through the chat on staff phones. I am glad that it says “by message” now. Could it also say that a request shouted down a corridor is written down?"));
        story.On(5, Wednesday, "08:50", async () => _ = (await story.Service<CommentService>().SupportAsync(new() { DraftId = draft, CommentId = chat }, story.By(cast.Ana), story.Cancel)).Value);
        story.On(5, Wednesday, "17:30", async () => _ = (await story.Service<CommentService>().SupportAsync(new() { DraftId = draft, CommentId = chat }, story.By(cast.Joe), story.Cancel)).Value);
        story.On(4, Monday, "12:40", async () => whose = await CommentAsync(story, cast.Graham, draft, $"{added}.level.3", "Who answers for the alarm: IT or the site manager? With us nobody was sure until it failed. Please do not leave it open."));
        story.On(4, Friday, "15:10", () => CommentAsync(story, cast.Mei, draft, $"{added}.why", "I test these in three schools and it was in nobody’s job description. It belongs here."));
        story.On(3, Tuesday, "13:25", () => CommentAsync(story, cast.Priya, draft, Guides, "“The essentials” differ from school to school. Our new pupils need to sign in, print and save; could the guide to this edition say so?"));
        story.On(3, Thursday, "10:05", async () => _ = (await story.Service<CommentService>().ReplyAsync(new()
        {
            DraftId = draft,
            CommentId = whose,
            Outcome = CommentOutcome.Partly,
            Reason = "Who answers for the alarm is for each school to decide, so the framework cannot name one post. We will say at level 3 that the plan names the person.",
        }, story.By(cast.Lewis), story.Cancel)).Value);
    }

    static Task<string> VersionAsync(Story story) => story.Db.Frameworks.Where(f => f.IsCurrent).OrderBy(f => f.Id).Select(f => f.Version).FirstAsync(story.Cancel);

    static async Task ChangeAsync(Story story, Cast cast, Guid draft, string path, string text)
    {
        var line = await story.Db.DraftLines.AsNoTracking().SingleAsync(l => l.DraftId == draft && l.Path == path, story.Cancel);
        _ = (await story.Service<DraftService>().ChangeLinesAsync(new() { DraftId = draft, Lines = [new(path, text, line.Mark)] }, story.By(cast.Lewis), story.Cancel)).Value.Saved.Single();
    }

    static async Task<Guid> CommentAsync(Story story, Person by, Guid draft, string path, string text) =>
        (await story.Service<CommentService>().CommentAsync(new() { DraftId = draft, Path = path, Text = text }, story.By(by), story.Cancel)).Value;
}
