using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Framework;
using Underpin.Framework.Consultation;
using Underpin.Framework.Content;
using Underpin.Framework.Drafting;
using Underpin.Platform;

namespace Underpin.Tests.Framework.Drafting;

/// <summary>A draft of a small framework of its own, and one of the editors of its awarding body.</summary>
internal sealed record TestDraft(Guid Id, string Framework, Organisation Body, Account Editor);

internal static class DraftData
{
    public static FrameworkContent Small(string code = "small", string body = "eitac") => new()
    {
        Code = code,
        Title = "Small framework",
        Version = FrameworkVersion.Parse("2026.1"),
        Published = new(2026, 11, 21),
        AwardingBody = body,
        Summary = "What people do to keep a school running.",
        Levels = [new(1, "Follows", "Does set tasks with help."), new(2, "Handles", "Does the usual work alone."), new(3, "Chooses", "Picks the best way to work.")],
        Areas =
        [
            new()
            {
                Version = FrameworkVersion.Parse("2026.1"), Code = "SUP", Title = "User support", Order = 1, Summary = "Staff ask for help all day.",
                Competences = [Competence("SUP-1", 2), Competence("SUP-2", 2), Competence("SUP-3", 3)],
            },
            new()
            {
                Version = FrameworkVersion.Parse("2026.1"), Code = "NET", Title = "Networks", Order = 2, Summary = "The school needs a network.",
                Competences = [Competence("NET-1", 3)],
            },
        ],
        Roles =
        [
            new()
            {
                Code = "it-technician", Title = "IT technician", Order = 1, Kind = RoleKind.Ladder, Purpose = "A technician keeps lessons going.",
                Duties = ["Settle requests", "Mend computers", "Write guides"], Decides = "Decides what to mend first.", WorksWith = "Works with teachers.",
                Competences = [new("SUP-1", 2), new("SUP-3", 1)], Qualifications = ["EITQ-L2A"], LeadsTo = [], Sources = [],
            },
        ],
        Sources = [],
    };

    static CompetenceContent Competence(string code, int levels) => new()
    {
        Version = FrameworkVersion.Parse("2026.1"), Code = code, Title = $"Do {code} well", Why = $"A school needs {code} each day.", Without = $"Lessons stop for want of {code}.",
        Levels = [.. Enumerable.Range(1, levels).Select(level => new CompetenceLevelContent(level, $"Helps with {code} at level {level}."))], Replaces = [],
    };

    /// <summary>Publishes the small framework under a code of its own, for an awarding body of its own.</summary>
    public static async Task<(string Code, Organisation Body)> FrameworkAsync(this TestData data)
    {
        var body = await data.OrganisationAsync(OrganisationKinds.AwardingBody, "Education IT Accreditation Council");
        var code = $"f{Guid.NewGuid():N}"[..18];
        await data.Site.DbAsync(async db =>
        {
            await FrameworkPublisher.AddAsync(db, Small(code, body.Code.ToUpperInvariant()), default);
            return await db.SaveChangesAsync();
        });
        return (code, body);
    }

    public static async Task<TestDraft> DraftAsync(this TestData data)
    {
        var (code, body) = await data.FrameworkAsync();
        var editor = await data.PersonAsync(body, MembershipRole.FrameworkEditor, "Lewis Grant");
        var begun = await data.Site.Drafts(s => s.BeginAsync(new() { OrganisationId = body.Id, FrameworkCode = code, From = "2026.1", Title = "Autumn revision", Version = "2026.2" }, data.Site.By(editor), default));
        return new(begun.Value, code, body, editor);
    }

    /// <summary>A draft with one changed line, open for comment for 30 days.</summary>
    public static async Task<TestDraft> ConsultationAsync(this TestData data)
    {
        var draft = await data.DraftAsync();
        await data.Site.ChangeAsync(draft, "SUP-1.why", "A school needs quick help each day.");
        _ = (await data.Site.OpenAsync(draft)).Value;
        return draft;
    }

    /// <summary>A draft of the house's own framework, open for comment, as if its body were this one.</summary>
    public static async Task<Guid> HouseDraftAsync(this TestData data, Organisation body)
    {
        var edition = await data.Site.DbAsync(db => db.Frameworks.SingleAsync(f => f.IsCurrent));
        var content = await data.Site.DbAsync(db => FrameworkPublisher.ReadAsync(db, edition, default));
        var draft = new Draft
        {
            OrganisationId = body.Id, FrameworkCode = edition.Code, BasedOn = edition.Version, Version = "2027.1", Title = "Next edition",
            BegunById = Guid.CreateVersion7(), BegunAt = data.Site.Clock.Now(),
        };
        draft.Consult(data.Site.Clock.Now(), data.Site.Clock.Today().AddDays(30), "Does it fit?", "Words that are plainer.");
        await data.SaveAsync(body.Id, db =>
        {
            db.Drafts.Add(draft);
            db.DraftLines.AddRange(FrameworkLine.Of(content).Select((line, i) => new DraftLine { DraftId = draft.Id, Path = line.Path, Order = i, Text = line.Path == "title" ? "Another title" : line.Text, Before = line.Text }));
        });
        return draft.Id;
    }

    public static Change By(this TestSite site, Account account) => new() { ActorId = account.Id, ActorName = account.Name.ToString(), At = site.Clock.Now() };

    public static Task<Outcome<T>> Drafts<T>(this TestSite site, Func<DraftService, Task<Outcome<T>>> act) => site.RunAsync(s => act(s.GetRequiredService<DraftService>()));

    public static Task<Outcome<T>> Additions<T>(this TestSite site, Func<DraftAdditions, Task<Outcome<T>>> act) => site.RunAsync(s => act(s.GetRequiredService<DraftAdditions>()));

    public static Task<Outcome<T>> Publishing<T>(this TestSite site, Func<PublishService, Task<Outcome<T>>> act) => site.RunAsync(s => act(s.GetRequiredService<PublishService>()));

    public static Task<Outcome<T>> Comments<T>(this TestSite site, Func<CommentService, Task<Outcome<T>>> act) => site.RunAsync(s => act(s.GetRequiredService<CommentService>()));

    public static async Task<DraftReading> ReadingAsync(this TestSite site, TestDraft draft) => (await site.DbAsync(db => DraftReading.ReadAsync(db, draft.Id, tracked: false, default)))!;

    public static async Task<DraftLine> LineAsync(this TestSite site, TestDraft draft, string path) => await site.DbAsync(db => db.DraftLines.AsNoTracking().SingleAsync(l => l.DraftId == draft.Id && l.Path == path));

    /// <summary>Changes a line as somebody who has just looked at it.</summary>
    public static async Task ChangeAsync(this TestSite site, TestDraft draft, string path, string text)
    {
        var seen = (await site.LineAsync(draft, path)).Mark;
        var outcome = await site.Drafts(s => s.ChangeLinesAsync(new() { DraftId = draft.Id, Lines = [new(path, text, seen)] }, site.By(draft.Editor), default));
        Assert.Equal([path], outcome.Value.Saved);
    }

    public static Task<Outcome<bool>> OpenAsync(this TestSite site, TestDraft draft, int days = 30, Account? by = null, string question = "Does it fit your school?", string summary = "Plainer words on help.") =>
        site.Publishing(s => s.OpenConsultationAsync(new() { DraftId = draft.Id, Until = site.Clock.Today().AddDays(days), Question = question, Summary = summary }, site.By(by ?? draft.Editor), default));

    public static Task<Outcome<Guid>> CommentAsync(this TestSite site, TestDraft draft, Account by, string path = "SUP-1.why", string? text = "This fits our school.") =>
        site.Comments(s => s.CommentAsync(new() { DraftId = draft.Id, Path = path, Text = text }, site.By(by), default));

    public static async Task<Outcome<string>> PublishAsync(this TestSite site, TestDraft draft, Account? by = null, string summary = "Plainer words on help.", string? seen = null)
    {
        seen ??= PublishService.SeenOf(await site.ReadingAsync(draft));
        return await site.Publishing(s => s.PublishAsync(new() { DraftId = draft.Id, Summary = summary, Seen = seen }, site.By(by ?? draft.Editor), default));
    }
}
