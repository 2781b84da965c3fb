using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Framework.Drafting;
using Underpin.Platform;
using Underpin.Platform.History;

namespace Underpin.Tests.Framework.Drafting;

public sealed class DraftServiceTests(TestSite site) : IClassFixture<TestSite>
{
    Task<Outcome<Guid>> BeginAsync(Account by, Organisation body, string code, string from = "2026.1", string title = "Autumn revision", string version = "2026.2") => site.Drafts(s =>
        s.BeginAsync(new() { OrganisationId = body.Id, FrameworkCode = code, From = from, Title = title, Version = version }, site.By(by), default));

    Task<Outcome<LinesSaved>> SaveAsync(TestDraft draft, params TypedLine[] lines) => SaveByAsync(draft.Editor, draft, lines);

    Task<Outcome<LinesSaved>> SaveByAsync(Account by, TestDraft draft, params TypedLine[] lines) => site.Drafts(s => s.ChangeLinesAsync(new() { DraftId = draft.Id, Lines = lines }, site.By(by), default));

    Task<Outcome<bool>> UndoAsync(TestDraft draft, string path) => site.Drafts(s => s.UndoAsync(new() { DraftId = draft.Id, Path = path }, site.By(draft.Editor), default));

    Task<Outcome<bool>> TakeOutAsync(TestDraft draft, string code, string? successor) =>
        site.Additions(s => s.RemoveCompetenceAsync(new() { DraftId = draft.Id, Code = code, Successor = successor }, site.By(draft.Editor), default));

    // Beginning

    [Fact]
    public async Task A_draft_begins_as_the_edition_it_began_from()
    {
        var draft = await site.Data.DraftAsync();
        var reading = await site.ReadingAsync(draft);
        Assert.Empty(reading.Changed);
        Assert.Equal(DraftData.Small(draft.Framework, draft.Body.Code.ToUpperInvariant()).Hash, (reading.Proposed(new(2026, 11, 21)) with { Version = reading.Basis.Version }).Hash);
    }

    [Fact]
    public async Task Only_a_framework_editor_of_the_awarding_body_begins_a_draft()
    {
        var (code, body) = await site.Data.FrameworkAsync();
        var officer = await site.Data.PersonAsync(body, MembershipRole.AwardingOfficer);
        var elsewhere = await site.Data.PersonAsync(await site.Data.OrganisationAsync(OrganisationKinds.AwardingBody), MembershipRole.FrameworkEditor);
        Assert.IsType<NotAFrameworkEditor>((await BeginAsync(officer, body, code)).Refusal);
        Assert.IsType<NotAFrameworkEditor>((await BeginAsync(elsewhere, body, code)).Refusal);
    }

    [Fact]
    public async Task A_framework_of_another_body_is_not_theirs_to_draft()
    {
        var (code, _) = await site.Data.FrameworkAsync();
        var own = await site.Data.OrganisationAsync(OrganisationKinds.AwardingBody);
        var editor = await site.Data.PersonAsync(own, MembershipRole.FrameworkEditor);
        Assert.IsType<NotYourFramework>((await BeginAsync(editor, own, code)).Refusal);
    }

    [Theory]
    [InlineData("2026.9", "Title", "2026.2", typeof(NoSuchEdition))]
    [InlineData("2026.1", "Title", "2026.1", typeof(VersionNotLater))]
    [InlineData("2026.1", "Title", "2025.7", typeof(VersionNotLater))]
    [InlineData("2026.1", "Title", "next", typeof(NotAVersion))]
    [InlineData("2026.1", "Title", "", typeof(NotAVersion))]
    [InlineData("2026.1", "  ", "2026.2", typeof(WordsMissing))]
    public async Task A_draft_needs_an_edition_a_name_and_a_later_version(string from, string title, string version, Type refusal)
    {
        var (code, body) = await site.Data.FrameworkAsync();
        var editor = await site.Data.PersonAsync(body, MembershipRole.FrameworkEditor);
        Assert.IsType(refusal, (await BeginAsync(editor, body, code, from, title, version)).Refusal);
        Assert.IsType<WordsOverlong>((await BeginAsync(editor, body, code, title: new string('x', 101))).Refusal);
    }

    [Fact]
    public async Task A_framework_has_one_open_draft_even_when_two_begin_at_once()
    {
        var (code, body) = await site.Data.FrameworkAsync();
        var editor = await site.Data.PersonAsync(body, MembershipRole.FrameworkEditor);
        var begun = await Task.WhenAll(BeginAsync(editor, body, code), BeginAsync(editor, body, code));
        Assert.Single(begun, b => !b.IsRefused);
        Assert.Single(begun, b => b.Refusal is DraftAlreadyBegun);
        var first = begun.Single(b => !b.IsRefused).Value;
        Assert.Null((await site.Drafts(s => s.AbandonAsync(first, site.By(editor), default))).Refusal);
        Assert.False((await BeginAsync(editor, body, code)).IsRefused);
    }

    // Lines

    [Fact]
    public async Task A_change_is_kept_put_on_record_and_can_be_undone()
    {
        var draft = await site.Data.DraftAsync();
        await site.ChangeAsync(draft, "SUP-1.why", "  A school needs\r\n quick help.  ");
        Assert.Equal("A school needs quick help.", (await site.LineAsync(draft, "SUP-1.why")).Text);
        var entry = await site.DbAsync(db => db.History.Where(h => h.About == draft.Id && h.Kind == nameof(DraftEdited)).SingleAsync());
        Assert.Equal(draft.Body.Id, entry.ChainId);
        Assert.Contains("A school needs SUP-1 each day.", entry.Payload, StringComparison.Ordinal);

        Assert.False((await UndoAsync(draft, "SUP-1.why")).IsRefused);
        Assert.Empty((await site.ReadingAsync(draft)).Changed);
        Assert.False((await UndoAsync(draft, "SUP-1.why")).IsRefused);
        Assert.Empty((await site.DbAsync(db => HistoryVerifier.VerifyAsync(db))).Faults);
    }

    [Fact]
    public async Task Somebody_elses_change_is_told_and_neither_text_is_lost()
    {
        var draft = await site.Data.DraftAsync();
        var seen = (await site.LineAsync(draft, "SUP-1.why")).Mark;
        var (other, own) = (await site.LineAsync(draft, "SUP-1.title"), "Mine is this.");
        await site.ChangeAsync(draft, "SUP-1.why", "Theirs is this.");

        var saved = (await SaveAsync(draft, new("SUP-1.why", own, seen), new("SUP-1.title", "Do it better", other.Mark))).Value;

        Assert.Equal("Theirs is this.", Assert.IsType<ChangedMeanwhile>(saved.Unsaved["SUP-1.why"]).Theirs);
        Assert.Equal(["SUP-1.title"], saved.Saved);
        Assert.Equal("Theirs is this.", (await site.LineAsync(draft, "SUP-1.why")).Text);
    }

    [Fact]
    public async Task A_line_that_was_not_typed_in_never_overwrites_what_somebody_else_wrote()
    {
        var draft = await site.Data.DraftAsync();
        var line = await site.LineAsync(draft, "SUP-1.why");
        await site.ChangeAsync(draft, "SUP-1.why", "Theirs is this.");
        var saved = (await SaveAsync(draft, new TypedLine("SUP-1.why", line.Text, line.Mark))).Value;
        Assert.Empty(saved.Saved);
        Assert.Empty(saved.Unsaved);
        Assert.Equal("Theirs is this.", (await site.LineAsync(draft, "SUP-1.why")).Text);
    }

    [Fact]
    public async Task Two_who_save_the_same_line_at_once_do_not_both_win()
    {
        var draft = await site.Data.DraftAsync();
        var second = await site.Data.PersonAsync(draft.Body, MembershipRole.FrameworkEditor);
        var seen = (await site.LineAsync(draft, "SUP-1.why")).Mark;
        var saved = await Task.WhenAll(SaveAsync(draft, new TypedLine("SUP-1.why", "One.", seen)), SaveByAsync(second, draft, new TypedLine("SUP-1.why", "Two.", seen)));
        Assert.Single(saved, s => s.Value.Saved.Count == 1);
        Assert.Single(saved, s => s.Value.Unsaved.TryGetValue("SUP-1.why", out var why) && why is ChangedMeanwhile);
    }

    [Theory]
    [InlineData("SUP-1.why", "", typeof(LineEmpty))]
    [InlineData("SUP-1.why", " \t\r\n ", typeof(LineEmpty))]
    [InlineData("SUP-1.why", "A\u0000B", typeof(LineUnprintable))]
    [InlineData("role.it-technician.competence.SUP-1", "4", typeof(NotALevel))]
    [InlineData("role.it-technician.competence.SUP-1", "two", typeof(NotALevel))]
    public async Task A_line_that_cannot_stand_is_refused_in_words(string path, string text, Type refusal)
    {
        var draft = await site.Data.DraftAsync();
        var seen = (await site.LineAsync(draft, path)).Mark;
        Assert.IsType(refusal, (await SaveAsync(draft, new TypedLine(path, text, seen))).Value.Unsaved[path]);
    }

    [Fact]
    public async Task A_line_has_room_for_so_much_and_other_scripts_are_welcome()
    {
        var draft = await site.Data.DraftAsync();
        var seen = (await site.LineAsync(draft, "SUP-1.title")).Mark;
        Assert.IsType<LineOverlong>((await SaveAsync(draft, new TypedLine("SUP-1.title", new string('x', 121), seen))).Value.Unsaved["SUP-1.title"]);
        await site.ChangeAsync(draft, "SUP-1.title", "Cymorth i staff a disgyblion ŵ 助け");
        Assert.Equal("Cymorth i staff a disgyblion ŵ 助け", (await site.LineAsync(draft, "SUP-1.title")).Text);
    }

    [Fact]
    public async Task A_forged_path_or_one_of_another_draft_changes_nothing()
    {
        var (draft, other) = (await site.Data.DraftAsync(), await site.Data.DraftAsync());
        var area = await site.Additions(s => s.AddAreaAsync(new() { DraftId = other.Id, Code = "XYZ", Title = "Other", Summary = "Other." }, site.By(other.Editor), default));
        Assert.False(area.IsRefused);
        foreach (var path in new[] { "SUP-1.nothing", "../title", "XYZ.title", "" })
            Assert.IsType<NoSuchLine>((await SaveAsync(draft, new TypedLine(path, "Forged", ""))).Refusal);
        Assert.IsType<NoSuchLine>((await SaveAsync(draft, new("SUP-1.why", "One", ""), new("SUP-1.why", "Two", ""))).Refusal);
        Assert.IsType<NotAFrameworkEditor>((await SaveByAsync(other.Editor, draft, new TypedLine("SUP-1.why", "Not theirs", ""))).Refusal);
        Assert.IsType<NoSuchDraft>((await SaveAsync(draft with { Id = Guid.CreateVersion7() }, new TypedLine("SUP-1.why", "None", ""))).Refusal);
        Assert.Empty((await site.ReadingAsync(draft)).Changed);
    }

    // Additions and removals

    [Fact]
    public async Task A_new_competence_gets_the_next_code_of_its_area_and_never_an_old_one()
    {
        var draft = await site.Data.DraftAsync();
        AddCompetenceOptions Options(string title) => new() { DraftId = draft.Id, Area = "SUP", Title = title, Why = "A school needs it.", Without = "Lessons stop.", Levels = new Dictionary<int, string> { [1] = "Helps.", [2] = "" } };
        Assert.Equal("SUP-4", (await site.Additions(s => s.AddCompetenceAsync(Options("Add one"), site.By(draft.Editor), default))).Value);
        Assert.False((await TakeOutAsync(draft, "SUP-4", null)).IsRefused);
        Assert.Equal("SUP-5", (await site.Additions(s => s.AddCompetenceAsync(Options("Add another"), site.By(draft.Editor), default))).Value);
        var reading = await site.ReadingAsync(draft);
        Assert.Null(reading.Part("SUP-4"));
        Assert.Equal(["SUP-1", "SUP-2", "SUP-3", "SUP-5"], reading.CompetencesOf("SUP").Select(c => c.Code));
        Assert.Equal([1], reading.Proposed(new(2026, 12, 1)).Areas[0].Competences[3].Levels.Select(l => l.Level));
    }

    [Fact]
    public async Task A_competence_is_refused_without_an_area_words_or_a_level()
    {
        var draft = await site.Data.DraftAsync();
        async Task<Refusal?> AddAsync(string area, string title, int level, string text) => (await site.Additions(s => s.AddCompetenceAsync(
            new() { DraftId = draft.Id, Area = area, Title = title, Why = "A school needs it.", Without = "Lessons stop.", Levels = new Dictionary<int, string> { [level] = text } }, site.By(draft.Editor), default))).Refusal;
        Assert.IsType<NoSuchArea>(await AddAsync("ABC", "Title", 1, "Helps."));
        Assert.IsType<LineEmpty>(Assert.IsType<FieldRefused>(await AddAsync("SUP", "", 1, "Helps.")).Why);
        Assert.IsType<NoLevelDescribed>(Assert.IsType<FieldRefused>(await AddAsync("SUP", "Title", 1, " ")).Why);
        Assert.IsType<NotALevel>(await AddAsync("SUP", "Title", 4, "Helps."));
    }

    [Theory]
    [InlineData("sup", typeof(AreaCodeWrong))]
    [InlineData("", typeof(AreaCodeWrong))]
    [InlineData("NET", typeof(CodeWasUsed))]
    public async Task An_area_needs_a_code_of_its_own(string code, Type refusal)
    {
        var draft = await site.Data.DraftAsync();
        var outcome = await site.Additions(s => s.AddAreaAsync(new() { DraftId = draft.Id, Code = code, Title = "Title", Summary = "Summary." }, site.By(draft.Editor), default));
        Assert.IsType(refusal, Assert.IsType<FieldRefused>(outcome.Refusal).Why);
    }

    [Fact]
    public async Task A_competence_taken_out_names_its_successor_and_comes_back_whole()
    {
        var draft = await site.Data.DraftAsync();
        Assert.False((await TakeOutAsync(draft, "SUP-3", "SUP-2")).IsRefused);
        var proposed = (await site.ReadingAsync(draft)).Proposed(new(2026, 12, 1));
        Assert.Equal(["SUP-3"], proposed.Areas[0].Competences.Single(c => c.Code == "SUP-2").Replaces);
        Assert.Equal([("SUP-1", 2), ("SUP-2", 1)], proposed.Roles[0].Competences.Select(c => (c.Code, c.Level)));
        Assert.Empty(DraftingRules.Broken(proposed));

        Assert.False((await UndoAsync(draft, "SUP-3.title")).IsRefused);
        proposed = (await site.ReadingAsync(draft)).Proposed(new(2026, 12, 1));
        Assert.Empty(proposed.Areas[0].Competences.Single(c => c.Code == "SUP-2").Replaces);
        Assert.Contains("SUP-3", proposed.Roles[0].Competences.Select(c => c.Code));
    }

    [Fact]
    public async Task A_competence_cannot_be_taken_over_by_itself_or_by_one_that_is_not_there()
    {
        var draft = await site.Data.DraftAsync();
        Assert.IsType<OwnSuccessor>((await TakeOutAsync(draft, "SUP-3", "SUP-3")).Refusal);
        Assert.IsType<NoSuchCompetence>((await TakeOutAsync(draft, "SUP-3", "SUP-9")).Refusal);
        Assert.IsType<NoSuchCompetence>((await TakeOutAsync(draft, "SUP-9", null)).Refusal);
        Assert.False((await TakeOutAsync(draft, "SUP-3", null)).IsRefused);
        Assert.IsType<NoSuchCompetence>((await TakeOutAsync(draft, "SUP-3", null)).Refusal);
        Assert.IsType<NoSuchCompetence>((await TakeOutAsync(draft, "SUP-2", "SUP-3")).Refusal);
    }

    [Fact]
    public async Task Duties_levels_and_what_a_role_asks_for_come_and_go()
    {
        var draft = await site.Data.DraftAsync();
        var by = site.By(draft.Editor);
        Assert.Equal("role.it-technician.duty.4", (await site.Additions(s => s.AddDutyAsync(new() { DraftId = draft.Id, Role = "it-technician", Text = "Greet visitors" }, by, default))).Value);
        Assert.IsType<NoSuchRole>((await site.Additions(s => s.AddDutyAsync(new() { DraftId = draft.Id, Role = "nobody", Text = "Greet" }, by, default))).Refusal);
        Assert.False((await site.Additions(s => s.AskForAsync(new() { DraftId = draft.Id, Role = "it-technician", Competence = "NET-1", Level = 1 }, by, default))).IsRefused);
        Assert.IsType<AskedAlready>(Assert.IsType<FieldRefused>((await site.Additions(s => s.AskForAsync(new() { DraftId = draft.Id, Role = "it-technician", Competence = "NET-1", Level = 2 }, by, default))).Refusal).Why);
        Assert.IsType<NoSuchCompetence>(Assert.IsType<FieldRefused>((await site.Additions(s => s.AskForAsync(new() { DraftId = draft.Id, Role = "it-technician", Competence = "NET-7", Level = 2 }, by, default))).Refusal).Why);
        Assert.IsType<NotALevel>(Assert.IsType<FieldRefused>((await site.Additions(s => s.AskForAsync(new() { DraftId = draft.Id, Role = "it-technician", Competence = "SUP-2", Level = 0 }, by, default))).Refusal).Why);
        Assert.False((await site.Additions(s => s.AddLevelAsync(new() { DraftId = draft.Id, Competence = "SUP-1", Level = 3, Text = "Picks a way." }, by, default))).IsRefused);
        Assert.IsType<LevelDescribedAlready>(Assert.IsType<FieldRefused>((await site.Additions(s => s.AddLevelAsync(new() { DraftId = draft.Id, Competence = "SUP-1", Level = 3, Text = "Again." }, by, default))).Refusal).Why);

        Task<Outcome<bool>> RemoveAsync(string path) => site.Drafts(s => s.RemoveLineAsync(new() { DraftId = draft.Id, Path = path }, by, default));
        Assert.IsType<LineIsNeeded>((await RemoveAsync("SUP-1.why")).Refusal);
        Assert.False((await RemoveAsync("role.it-technician.duty.1")).IsRefused);
        Assert.IsType<NoSuchLine>((await RemoveAsync("role.it-technician.duty.1")).Refusal);
        foreach (var level in new[] { 1, 2 }) Assert.False((await RemoveAsync($"SUP-1.level.{level}")).IsRefused);
        Assert.IsType<LastOfItsKind>((await RemoveAsync("SUP-1.level.3")).Refusal);
        Assert.IsType<LastOfItsKind>((await UndoAsync(draft, "SUP-1.level.3")).Refusal);
        Assert.Equal(["Mend computers", "Write guides", "Greet visitors"], (await site.ReadingAsync(draft)).Proposed(new(2026, 12, 1)).Roles[0].Duties);
    }

    [Fact]
    public async Task The_text_rests_while_people_comment_on_it_and_moves_again_afterwards()
    {
        var draft = await site.Data.ConsultationAsync();
        var seen = (await site.LineAsync(draft, "SUP-2.why")).Mark;
        Assert.IsType<TextIsOut>((await SaveAsync(draft, new TypedLine("SUP-2.why", "Changed.", seen))).Refusal);
        Assert.IsType<TextIsOut>((await UndoAsync(draft, "SUP-1.why")).Refusal);
        Assert.IsType<TextIsOut>((await TakeOutAsync(draft, "SUP-3", null)).Refusal);
        Assert.False((await site.Publishing(s => s.CloseConsultationAsync(draft.Id, site.By(draft.Editor), default))).IsRefused);
        await site.ChangeAsync(draft, "SUP-2.why", "Changed after all.");
    }

    [Fact]
    public async Task Nothing_is_changed_in_a_draft_that_was_abandoned()
    {
        var draft = await site.Data.DraftAsync();
        var stranger = await site.Data.AccountAsync();
        Assert.IsType<NotAFrameworkEditor>((await site.Drafts(s => s.AbandonAsync(draft.Id, site.By(stranger), default))).Refusal);
        Assert.False((await site.Drafts(s => s.AbandonAsync(draft.Id, site.By(draft.Editor), default))).IsRefused);
        Assert.IsType<DraftIsSettled>((await SaveAsync(draft, new TypedLine("SUP-1.why", "Changed.", ""))).Refusal);
        Assert.IsType<DraftIsSettled>((await site.Drafts(s => s.AbandonAsync(draft.Id, site.By(draft.Editor), default))).Refusal);
    }
}
