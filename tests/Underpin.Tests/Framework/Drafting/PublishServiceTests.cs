using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Framework;
using Underpin.Framework.Consultation;
using Underpin.Framework.Content;
using Underpin.Framework.Drafting;
using Underpin.Platform;
using Underpin.Platform.History;

namespace Underpin.Tests.Framework.Drafting;

public sealed class PublishServiceTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_published_draft_is_the_current_edition_and_the_one_before_stays_as_it_was()
    {
        var draft = await site.Data.DraftAsync();
        var before = await site.DbAsync(db => db.Frameworks.AsNoTracking().SingleAsync(f => f.Code == draft.Framework));
        await site.ChangeAsync(draft, "SUP-1.why", "A school needs quick help each day.");
        Assert.Equal("2026.2", (await site.PublishAsync(draft)).Value);

        var editions = await site.DbAsync(db => db.Frameworks.AsNoTracking().Where(f => f.Code == draft.Framework).OrderBy(f => f.Version).ToListAsync());
        Assert.Equal([("2026.1", false), ("2026.2", true)], editions.Select(f => (f.Version, f.IsCurrent)));
        var contents = new List<FrameworkContent>();
        foreach (var edition in editions) contents.Add(await site.DbAsync(db => FrameworkPublisher.ReadAsync(db, edition, default)));
        Assert.Equal(before.ContentHash, contents[0].Hash);
        Assert.Equal(editions[1].ContentHash, contents[1].Hash);
        Assert.Equal("A school needs quick help each day.", contents[1].Areas[0].Competences[0].Why);
        Assert.Equal(1, await site.DbAsync(db => db.History.CountAsync(h => h.About == draft.Id && h.Kind == nameof(DraftPublished) && h.ChainId == draft.Body.Id)));
        Assert.Empty((await site.DbAsync(db => HistoryVerifier.VerifyAsync(db))).Faults);
    }

    [Fact]
    public async Task Of_two_who_publish_at_once_one_wins_and_the_other_is_told()
    {
        var draft = await site.Data.DraftAsync();
        await site.ChangeAsync(draft, "SUP-1.why", "A school needs quick help each day.");
        var published = await Task.WhenAll(site.PublishAsync(draft), site.PublishAsync(draft));
        Assert.Single(published, p => !p.IsRefused);
        Assert.Single(published, p => p.Refusal is DraftIsSettled);
        Assert.Equal(2, await site.DbAsync(db => db.Frameworks.CountAsync(f => f.Code == draft.Framework)));
    }

    [Fact]
    public async Task Only_an_editor_publishes_and_says_what_changes()
    {
        var draft = await site.Data.DraftAsync();
        await site.ChangeAsync(draft, "SUP-1.why", "A school needs quick help each day.");
        Assert.IsType<NotAFrameworkEditor>((await site.PublishAsync(draft, await site.Data.PersonAsync(draft.Body, MembershipRole.AwardingOfficer))).Refusal);
        Assert.IsType<WordsMissing>(Assert.IsType<FieldRefused>((await site.PublishAsync(draft, summary: " ")).Refusal).Why);
        Assert.IsType<WordsOverlong>(Assert.IsType<FieldRefused>((await site.PublishAsync(draft, summary: new string('x', 2001))).Refusal).Why);
        Assert.IsType<TextChangedMeanwhile>((await site.PublishAsync(draft, seen: "what stood there before")).Refusal);
    }

    async Task<IReadOnlyList<string>> FailingAsync(TestDraft draft) =>
        [.. Assert.IsType<NotReadyToPublish>((await site.PublishAsync(draft)).Refusal).Failing.Select(c => c.Title)];

    [Fact]
    public async Task A_draft_in_which_nothing_changed_is_not_published() =>
        Assert.Equal(["Something differs from the edition before"], await FailingAsync(await site.Data.DraftAsync()));

    [Fact]
    public async Task An_area_that_is_left_without_a_competence_stops_it()
    {
        var draft = await site.Data.DraftAsync();
        Assert.False((await site.Additions(s => s.RemoveCompetenceAsync(new() { DraftId = draft.Id, Code = "NET-1", Successor = null }, site.By(draft.Editor), default))).IsRefused);
        Assert.Equal(["Everything it refers to is there"], await FailingAsync(draft));
    }

    [Fact]
    public async Task A_finding_of_the_linter_in_a_changed_line_stops_it()
    {
        var draft = await site.Data.DraftAsync();
        var endless = string.Join(' ', Enumerable.Repeat("and the extraordinarily complicated organisational interdependencies", 12)) + ".";
        await site.ChangeAsync(draft, "SUP-1.why", endless);
        Assert.Equal(["The words keep to the rules"], await FailingAsync(draft));
    }

    [Fact]
    public async Task A_unit_must_still_find_what_it_teaches()
    {
        var draft = await site.Data.DraftAsync();
        await site.ChangeAsync(draft, "SUP-1.why", "A school needs quick help each day.");
        var reading = await site.ReadingAsync(draft);
        string Finding(params TaughtCompetence[] taught) => PublishChecks.Run(reading, taught, 0, FrameworkVersion.Parse("2026.1"), site.Clock.Today()).Where(c => !c.Passed).Select(c => c.Finding).SingleOrDefault() ?? "";
        Assert.Equal("", Finding(new TaughtCompetence("SUP-1", 2, "EIT1", "Unit one")));
        Assert.StartsWith("Unit one (EIT1) teaches SUP-9, which this draft takes out.", Finding(new TaughtCompetence("SUP-9", 1, "EIT1", "Unit one")), StringComparison.Ordinal);
        Assert.StartsWith("Unit one (EIT1) teaches SUP-1 to level 3", Finding(new TaughtCompetence("SUP-1", 3, "EIT1", "Unit one")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edition_published_in_the_meantime_stops_it()
    {
        var draft = await site.Data.DraftAsync();
        await site.ChangeAsync(draft, "SUP-1.why", "A school needs quick help each day.");
        await site.DbAsync(async db =>
        {
            await FrameworkPublisher.AddAsync(db, DraftData.Small(draft.Framework, draft.Body.Code) with { Version = FrameworkVersion.Parse("2026.3") }, default);
            return await db.SaveChangesAsync();
        });
        Assert.Equal(["The version is the next"], await FailingAsync(draft));
    }

    [Fact]
    public async Task It_waits_for_the_end_of_the_consultation_and_for_every_answer()
    {
        var draft = await site.Data.ConsultationAsync();
        var comment = (await site.CommentAsync(draft, await site.Data.AccountAsync())).Value;
        Assert.Equal(["The consultation is over", "Every comment has an answer"], await FailingAsync(draft));
        Assert.False((await site.Publishing(s => s.CloseConsultationAsync(draft.Id, site.By(draft.Editor), default))).IsRefused);
        Assert.Equal(["Every comment has an answer"], await FailingAsync(draft));
        Assert.False((await site.Comments(s => s.ReplyAsync(new() { DraftId = draft.Id, CommentId = comment, Outcome = CommentOutcome.Accepted, Reason = "Thank you." }, site.By(draft.Editor), default))).IsRefused);
        Assert.Equal("2026.2", (await site.PublishAsync(draft)).Value);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(180, false)]
    [InlineData(181, true)]
    public async Task A_consultation_lasts_from_2_to_180_days(int days, bool refused)
    {
        var draft = await site.Data.DraftAsync();
        await site.ChangeAsync(draft, "SUP-1.why", "A school needs quick help each day.");
        var outcome = await site.OpenAsync(draft, days);
        Assert.Equal(refused, outcome.Refusal is FieldRefused { Why: ConsultationDateOutside });
    }

    [Fact]
    public async Task A_consultation_needs_changes_a_question_and_an_editor()
    {
        var draft = await site.Data.DraftAsync();
        Assert.IsType<NothingToConsultOn>((await site.OpenAsync(draft)).Refusal);
        await site.ChangeAsync(draft, "SUP-1.why", "A school needs quick help each day.");
        Assert.IsType<NotAFrameworkEditor>((await site.OpenAsync(draft, by: await site.Data.AccountAsync())).Refusal);
        Assert.IsType<WordsMissing>(Assert.IsType<FieldRefused>((await site.OpenAsync(draft, question: " ")).Refusal).Why);
        Assert.IsType<WordsMissing>(Assert.IsType<FieldRefused>((await site.OpenAsync(draft, summary: " ")).Refusal).Why);
        Assert.IsType<NoConsultationOpen>((await site.Publishing(s => s.CloseConsultationAsync(draft.Id, site.By(draft.Editor), default))).Refusal);
        Assert.False((await site.OpenAsync(draft)).IsRefused);
        Assert.IsType<ConsultationIsOpen>((await site.OpenAsync(draft)).Refusal);
        var stranger = await site.Data.AccountAsync();
        Assert.IsType<NotAFrameworkEditor>((await site.Publishing(s => s.CloseConsultationAsync(draft.Id, site.By(stranger), default))).Refusal);
    }
}
