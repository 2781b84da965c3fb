using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Framework.Consultation;
using Underpin.Platform;
using Underpin.Platform.History;
using Underpin.Tests.Framework.Drafting;

namespace Underpin.Tests.Framework.Consultation;

public sealed class CommentServiceTests(TestSite site) : IClassFixture<TestSite>
{
    Task<Outcome<bool>> SupportAsync(TestDraft draft, Guid comment, Account by) => site.Comments(s => s.SupportAsync(new() { DraftId = draft.Id, CommentId = comment }, site.By(by), default));

    Task<Outcome<bool>> TakeBackAsync(TestDraft draft, Guid comment, Account by) => site.Comments(s => s.TakeBackAsync(new() { DraftId = draft.Id, CommentId = comment }, site.By(by), default));

    Task<Outcome<bool>> ReplyAsync(TestDraft draft, Guid comment, Account? by = null, string? reason = "We agree.") =>
        site.Comments(s => s.ReplyAsync(new() { DraftId = draft.Id, CommentId = comment, Outcome = CommentOutcome.Partly, Reason = reason }, site.By(by ?? draft.Editor), default));

    Task<Outcome<bool>> HideAsync(TestDraft draft, Guid comment, Account? by = null, string? reason = "It names a pupil.") =>
        site.Comments(s => s.HideAsync(new() { DraftId = draft.Id, CommentId = comment, Reason = reason }, site.By(by ?? draft.Editor), default));

    [Fact]
    public async Task Somebody_signed_in_comments_on_any_line_and_it_is_on_record()
    {
        var (draft, tom) = (await site.Data.ConsultationAsync(), await site.Data.AccountAsync("Tom Ashworth"));
        foreach (var path in new[] { "SUP-1.why", "NET-1.level.3", "role.it-technician.duty.2", "title", "level.1.meaning" })
            Assert.False((await site.CommentAsync(draft, tom, path)).IsRefused);
        Assert.Equal(5, await site.DbAsync(db => db.History.CountAsync(h => h.About == draft.Id && h.Kind == nameof(CommentMade) && h.ActorId == tom.Id && h.ChainId == draft.Body.Id)));
        var comment = await site.DbAsync(db => db.DraftComments.SingleAsync(c => c.DraftId == draft.Id && c.Path == "SUP-1.why"));
        Assert.Equal("A school needs quick help each day.", comment.LineText);
        Assert.Empty((await site.DbAsync(db => HistoryVerifier.VerifyAsync(db))).Faults);
    }

    [Fact]
    public async Task Nobody_who_is_not_signed_in_or_has_not_proved_their_address_comments()
    {
        var (draft, account) = (await site.Data.ConsultationAsync(), await site.Data.AccountAsync());
        Assert.IsType<NotSignedIn>((await site.Comments(s => s.CommentAsync(new() { DraftId = draft.Id, Path = "title", Text = "Hello" }, site.Data.ByNobody, default))).Refusal);
        await site.DbAsync(db => db.Users.Where(u => u.Id == account.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.EmailConfirmed, false)));
        Assert.IsType<ConfirmYourAddress>((await site.CommentAsync(draft, account)).Refusal);
    }

    [Theory]
    [InlineData("SUP-9.why")]
    [InlineData("SUP-1.nothing")]
    [InlineData("")]
    [InlineData("../../title")]
    public async Task A_forged_line_is_refused(string path) =>
        Assert.IsType<NoSuchLineToComment>((await site.CommentAsync(await site.Data.ConsultationAsync(), await site.Data.AccountAsync(), path)).Refusal);

    [Fact]
    public async Task A_line_of_another_draft_is_not_a_line_of_this_one()
    {
        var (draft, other) = (await site.Data.ConsultationAsync(), await site.Data.DraftAsync());
        Assert.False((await site.Additions(s => s.AddAreaAsync(new() { DraftId = other.Id, Code = "XYZ", Title = "Other", Summary = "Other." }, site.By(other.Editor), default))).IsRefused);
        Assert.IsType<NoSuchLineToComment>((await site.CommentAsync(draft, await site.Data.AccountAsync(), "XYZ.title")).Refusal);
    }

    [Fact]
    public async Task A_removal_can_be_commented_on_but_not_a_line_that_was_added_and_taken_back()
    {
        var draft = await site.Data.DraftAsync();
        var by = site.By(draft.Editor);
        var duty = (await site.Additions(s => s.AddDutyAsync(new() { DraftId = draft.Id, Role = "it-technician", Text = "Greet visitors" }, by, default))).Value;
        foreach (var path in new[] { duty, "role.it-technician.duty.2" })
            Assert.False((await site.Drafts(s => s.RemoveLineAsync(new() { DraftId = draft.Id, Path = path }, by, default))).IsRefused);
        Assert.False((await site.OpenAsync(draft)).IsRefused);
        var tom = await site.Data.AccountAsync();
        Assert.IsType<NoSuchLineToComment>((await site.CommentAsync(draft, tom, duty)).Refusal);
        Assert.False((await site.CommentAsync(draft, tom, "role.it-technician.duty.2", "Please keep it.")).IsRefused);
    }

    [Theory]
    [InlineData("", typeof(CommentEmpty))]
    [InlineData(" \r\n ", typeof(CommentEmpty))]
    [InlineData(null, typeof(CommentEmpty))]
    [InlineData("A\u0007", typeof(CommentUnprintable))]
    public async Task A_comment_says_something(string? text, Type refusal) =>
        Assert.IsType(refusal, (await site.CommentAsync(await site.Data.ConsultationAsync(), await site.Data.AccountAsync(), text: text)).Refusal);

    [Fact]
    public async Task A_comment_has_room_for_2000_characters_and_not_one_more()
    {
        var (draft, tom) = (await site.Data.ConsultationAsync(), await site.Data.AccountAsync());
        Assert.IsType<CommentOverlong>((await site.CommentAsync(draft, tom, text: new string('ŵ', 2001))).Refusal);
        Assert.False((await site.CommentAsync(draft, tom, text: new string('ŵ', 2000))).IsRefused);
    }

    [Fact]
    public async Task One_person_makes_at_most_30_comments_an_hour()
    {
        var (draft, tom) = (await site.Data.ConsultationAsync(), await site.Data.AccountAsync());
        for (var i = 0; i < ConsultationRules.CommentsAnHour; i++) Assert.False((await site.CommentAsync(draft, tom, text: $"Comment {i}")).IsRefused);
        Assert.IsType<TooManyComments>((await site.CommentAsync(draft, tom)).Refusal);
        Assert.False((await site.CommentAsync(draft, await site.Data.AccountAsync())).IsRefused);
    }

    [Fact]
    public async Task Comments_come_neither_before_nor_after_the_consultation()
    {
        await using var own = new OwnSite();
        await own.Site.InitializeAsync();
        var test = own.Site;
        var tom = await test.Data.AccountAsync();
        var early = await test.Data.DraftAsync();
        Assert.IsType<NotOpenForComment>((await test.CommentAsync(early, tom)).Refusal);
        var draft = await test.Data.ConsultationAsync();
        var comment = (await test.CommentAsync(draft, tom)).Value;
        test.Clock.Advance(TimeSpan.FromDays(30));
        Assert.False((await test.CommentAsync(draft, tom)).IsRefused);
        test.Clock.Advance(TimeSpan.FromDays(1));
        Assert.IsType<ConsultationIsOver>((await test.CommentAsync(draft, tom)).Refusal);
        Assert.IsType<ConsultationIsOver>((await test.Comments(s => s.SupportAsync(new() { DraftId = draft.Id, CommentId = comment }, test.By(draft.Editor), default))).Refusal);
        Assert.IsType<NoSuchConsultation>((await test.CommentAsync(draft with { Id = Guid.CreateVersion7() }, tom)).Refusal);
    }

    sealed class OwnSite : IAsyncDisposable
    {
        public TestSite Site { get; } = new();

        public async ValueTask DisposeAsync() => await ((IAsyncLifetime)Site).DisposeAsync();
    }

    [Fact]
    public async Task A_comment_is_supported_once_even_when_pressed_twice_at_once_and_support_can_be_taken_back()
    {
        var draft = await site.Data.ConsultationAsync();
        var (tom, ana) = (await site.Data.AccountAsync(), await site.Data.AccountAsync());
        var comment = (await site.CommentAsync(draft, tom)).Value;
        Assert.IsType<OwnComment>((await SupportAsync(draft, comment, tom)).Refusal);
        Assert.IsType<NotSupported>((await TakeBackAsync(draft, comment, ana)).Refusal);

        var pressed = await Task.WhenAll(SupportAsync(draft, comment, ana), SupportAsync(draft, comment, ana));
        Assert.Single(pressed, p => !p.IsRefused);
        Assert.Single(pressed, p => p.Refusal is SupportedAlready);
        Assert.Equal(1, await site.DbAsync(db => db.CommentSupports.CountAsync(s => s.CommentId == comment)));

        Assert.False((await TakeBackAsync(draft, comment, ana)).IsRefused);
        Assert.False((await SupportAsync(draft, comment, ana)).IsRefused);
        Assert.IsType<NoSuchComment>((await SupportAsync(await site.Data.ConsultationAsync(), comment, ana)).Refusal);
    }

    [Fact]
    public async Task An_editor_answers_once_with_a_reason()
    {
        var draft = await site.Data.ConsultationAsync();
        var comment = (await site.CommentAsync(draft, await site.Data.AccountAsync())).Value;
        Assert.IsType<NotTheEditor>((await ReplyAsync(draft, comment, await site.Data.PersonAsync(draft.Body, MembershipRole.AwardingOfficer))).Refusal);
        Assert.IsType<ReasonNeeded>((await ReplyAsync(draft, comment, reason: " ")).Refusal);
        Assert.IsType<ReasonTooLong>((await ReplyAsync(draft, comment, reason: new string('x', 2001))).Refusal);
        Assert.IsType<NoSuchComment>((await ReplyAsync(draft, Guid.CreateVersion7())).Refusal);
        var answered = await Task.WhenAll(ReplyAsync(draft, comment), ReplyAsync(draft, comment));
        Assert.Single(answered, a => !a.IsRefused);
        Assert.Single(answered, a => a.Refusal is AnsweredAlready { Editor: "Lewis Grant" });
    }

    [Fact]
    public async Task An_editor_hides_a_comment_with_a_reason_and_nobody_supports_or_answers_it_then()
    {
        var (draft, ana) = (await site.Data.ConsultationAsync(), await site.Data.AccountAsync());
        var comment = (await site.CommentAsync(draft, await site.Data.AccountAsync())).Value;
        Assert.IsType<NotTheEditor>((await HideAsync(draft, comment, ana)).Refusal);
        Assert.IsType<ReasonNeeded>((await HideAsync(draft, comment, reason: null)).Refusal);
        Assert.False((await HideAsync(draft, comment)).IsRefused);
        Assert.IsType<HiddenAlready>((await HideAsync(draft, comment)).Refusal);
        Assert.IsType<CommentIsHidden>((await SupportAsync(draft, comment, ana)).Refusal);
        Assert.IsType<CommentIsHidden>((await ReplyAsync(draft, comment)).Refusal);
    }

    [Fact]
    public async Task Answers_stand_once_the_draft_is_abandoned()
    {
        var draft = await site.Data.ConsultationAsync();
        var comment = (await site.CommentAsync(draft, await site.Data.AccountAsync())).Value;
        Assert.False((await site.Drafts(s => s.AbandonAsync(draft.Id, site.By(draft.Editor), default))).IsRefused);
        Assert.IsType<DraftIsDone>((await ReplyAsync(draft, comment)).Refusal);
        Assert.False((await HideAsync(draft, comment)).IsRefused);
    }

    [Fact]
    public async Task Whoever_commented_is_written_to_with_the_answer_unless_the_account_is_erased()
    {
        var (draft, tom, gone) = (await site.Data.ConsultationAsync(), await site.Data.AccountAsync("Tom Ashworth"), await site.Data.AccountAsync());
        var (his, theirs) = ((await site.CommentAsync(draft, tom)).Value, (await site.CommentAsync(draft, gone)).Value);
        await site.DbAsync(db => db.Users.Where(u => u.Id == gone.Id).ExecuteUpdateAsync(set => set.SetProperty(u => u.ErasedAt, site.Clock.Now())));
        Assert.False((await ReplyAsync(draft, his, reason: "Small schools need it.")).IsRefused);
        Assert.False((await ReplyAsync(draft, theirs)).IsRefused);
        var letter = await site.DbAsync(db => db.Outbox.SingleAsync(m => m.To == tom.Email));
        Assert.Contains("accepted it in part", letter.Text, StringComparison.Ordinal);
        Assert.Contains("Small schools need it.", letter.Text, StringComparison.Ordinal);
        Assert.Contains($"/consultations/{draft.Id}/responses", letter.Text, StringComparison.Ordinal);
        Assert.False(await site.DbAsync(db => db.Outbox.AnyAsync(m => m.To == gone.Email)));
    }
}
