using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Portfolios;

namespace Underpin.Tests.Portfolios;

public sealed partial class StatementTests(TestSite site) : IClassFixture<TestSite>
{
    [GeneratedRegex(@"/statements/([\w-]+)")]
    private static partial Regex Link();

    readonly string _witness = $"{Guid.NewGuid():N}@example.org";

    Change By(Account who) => new() { ActorId = who.Id, ActorName = who.Name.ToString(), At = site.Clock.Now() };

    async Task<(TestEnrolment Made, Evidence Piece, string Token)> AskedAsync(string witness = "Dr Helen Marsh")
    {
        var made = await site.Data.EnrolmentAsync();
        var piece = (await site.RunAsync(s => s.GetRequiredService<EvidenceService>().AddAsync(new()
        {
            EnrolmentId = made.Id,
            Draft = new() { Kind = EvidenceKind.Witness, Title = "Hall projector before the open evening", WorkDate = site.Clock.Today(), Text = "Joe found the loose cable and made it safe.", PersonName = witness, PersonEmail = _witness, Relationship = "Head of the school" },
        }, By(made.Learner), default))).Value;
        return (made, piece, await LatestTokenAsync());
    }

    async Task<string> LatestTokenAsync()
    {
        var mail = await site.DbAsync(db => db.Outbox.Where(m => m.To == _witness).OrderByDescending(m => m.Id).FirstAsync());
        return Link().Match(mail.Text).Groups[1].Value;
    }

    Task<Outcome<Evidence>> ConfirmAsync(string token, int seen = 0, bool declared = true, string? name = "Dr Helen Marsh", Guid? account = null) => site.RunAsync(s =>
        s.GetRequiredService<StatementService>().ConfirmAsync(new() { Token = token, Seen = seen, Name = name, Relationship = "Head of the school", Declared = declared, AccountId = account }, default));

    Task<Evidence> StoredAsync(Guid id) => site.DbAsync(db => db.Evidence.AsNoTracking().SingleAsync(e => e.Id == id));

    [Fact]
    public async Task A_witness_without_an_account_reads_corrects_and_confirms()
    {
        var (made, piece, token) = await AskedAsync("तमन्ना शर्मा");
        var browser = site.Visitor();
        var page = await browser.OpenAsync($"/statements/{token}");
        Assert.Contains("Joe Bright asks you to confirm what you saw", page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("made it safe", page.Body!.TextContent, StringComparison.Ordinal);
        var response = await browser.SubmitAsync($"/statements/{token}", [("Name", "तमन्ना शर्मा"), ("Comment", "It was a Tuesday."), ("Declared", "true")], "Confirm the statement");
        Assert.Contains("Thank you", (await response.PageAsync()).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var stored = await StoredAsync(piece.Id);
        Assert.True(stored.IsUsable);
        Assert.Equal("It was a Tuesday.", stored.Statement!.Comment);
        Assert.Null(stored.Statement.ConfirmedById);
        Assert.True(await site.DbAsync(db => db.History.AnyAsync(h => h.About == made.Id && h.Kind == nameof(StatementConfirmed))));
        Assert.True(await site.DbAsync(db => db.Outbox.AnyAsync(m => m.To == made.Learner.Email && m.Subject.Contains("confirmed"))));
    }

    [Fact]
    public async Task An_unticked_declaration_comes_back_with_all_that_was_typed()
    {
        var (_, piece, token) = await AskedAsync();
        var response = await site.Visitor().SubmitAsync($"/statements/{token}", [("Name", "Helen M Marsh"), ("Comment", "A long comment that must not be lost")], "Confirm the statement");
        var page = await response.PageAsync();
        Assert.Contains("Tick the box", Assert.Single(page.Errors()), StringComparison.Ordinal);
        Assert.Contains("must not be lost", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Helen M Marsh", page.QuerySelector("#Name")!.GetAttribute("value"));
        Assert.False((await StoredAsync(piece.Id)).IsUsable);
    }

    [Fact]
    public async Task A_link_works_once_even_when_sent_twice_at_once()
    {
        var (_, piece, token) = await AskedAsync();
        var answers = await Task.WhenAll(ConfirmAsync(token), ConfirmAsync(token));
        Assert.Single(answers, a => !a.IsRefused);
        Assert.IsType<LinkUsed>(Assert.Single(answers, a => a.IsRefused).Refusal);
        var page = await site.Visitor().OpenAsync($"/statements/{token}");
        Assert.Equal("There is nothing to confirm here", page.QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("has been used", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.True((await StoredAsync(piece.Id)).IsUsable);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("..%2F..%2Fetc%0A")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_wrong_link_gets_a_page_in_words(string token)
    {
        var page = await site.Visitor().OpenAsync($"/statements/{token}");
        Assert.Contains("not one of ours", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_expires_after_thirty_days()
    {
        using var own = new TestSite();
        await own.InitializeAsync();
        try
        {
            var made = await own.Data.EnrolmentAsync();
            await own.RunAsync(s => s.GetRequiredService<EvidenceService>().AddAsync(new()
            {
                EnrolmentId = made.Id,
                Draft = new() { Kind = EvidenceKind.Observation, Title = "Observed", WorkDate = own.Clock.Today(), Text = "Seen", PersonName = "Ruth", PersonEmail = _witness, Relationship = "Assessor" },
            }, new() { ActorId = made.Learner.Id, ActorName = "Joe", At = own.Clock.Now() }, default));
            var token = Link().Match((await own.DbAsync(db => db.Outbox.SingleAsync(m => m.To == _witness))).Text).Groups[1].Value;
            own.Clock.Advance(TimeSpan.FromDays(30));
            Assert.Contains("expired", (await own.Visitor().OpenAsync($"/statements/{token}")).Body!.TextContent, StringComparison.Ordinal);
        }
        finally
        {
            await ((IAsyncLifetime)own).DisposeAsync();
        }
    }

    [Fact]
    public async Task A_new_link_closes_the_old_one_and_is_not_sent_twice_in_a_row()
    {
        var (made, piece, first) = await AskedAsync();
        Task<Outcome<Guid>> Again(Account who, TimeSpan later) => site.RunAsync(s => s.GetRequiredService<StatementService>().SendAgainAsync(piece.Id, By(who) with { At = site.Clock.Now() + later }, default));
        Assert.IsType<SentJustNow>((await Again(made.Learner, TimeSpan.FromMinutes(9))).Refusal);
        Assert.IsType<NotYourPortfolio>((await Again(made.Centre.Assessor, TimeSpan.FromMinutes(11))).Refusal);
        Assert.False((await Again(made.Learner, TimeSpan.FromMinutes(11))).IsRefused);
        Assert.IsType<LinkUsed>((await ConfirmAsync(first)).Refusal);
        Assert.False((await ConfirmAsync(await LatestTokenAsync(), (await StoredAsync(piece.Id)).RowVersion)).IsRefused);
        Assert.IsType<NoStatementToSend>((await Again(made.Learner, TimeSpan.FromHours(1))).Refusal);
    }

    [Fact]
    public async Task Nobody_confirms_a_statement_about_their_own_work()
    {
        var (made, piece, token) = await AskedAsync();
        Assert.IsType<OwnStatement>((await ConfirmAsync(token, account: made.Learner.Id)).Refusal);
        var page = await (await site.SignedInAsync(made.Learner)).OpenAsync($"/statements/{token}");
        Assert.Contains("your own work", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.False((await StoredAsync(piece.Id)).IsUsable);
    }

    [Fact]
    public async Task An_assessor_who_is_signed_in_confirms_under_their_account()
    {
        var (made, piece, token) = await AskedAsync();
        Assert.False((await ConfirmAsync(token, account: made.Centre.Assessor.Id)).IsRefused);
        Assert.Equal(made.Centre.Assessor.Id, (await StoredAsync(piece.Id)).Statement!.ConfirmedById);
    }

    [Fact]
    public async Task Words_changed_after_the_witness_opened_the_page_are_not_confirmed_unread()
    {
        var (made, piece, token) = await AskedAsync();
        var draft = new EvidenceDraft { Kind = EvidenceKind.Witness, Title = piece.Title, WorkDate = piece.WorkDate, Text = "Joe rebuilt the whole hall.", PersonName = "Dr Helen Marsh", PersonEmail = _witness, Relationship = "Head" };
        Assert.False((await site.RunAsync(s => s.GetRequiredService<EvidenceService>().ChangeAsync(new() { EvidenceId = piece.Id, Seen = 0, Draft = draft }, By(made.Learner), default))).IsRefused);
        Assert.IsType<StatementChanged>((await ConfirmAsync(token, seen: 0)).Refusal);
        Assert.False((await ConfirmAsync(token, seen: 1)).IsRefused);
        Assert.IsType<EvidenceLocked>((await site.RunAsync(s => s.GetRequiredService<EvidenceService>().ChangeAsync(new() { EvidenceId = piece.Id, Seen = 2, Draft = draft }, By(made.Learner), default))).Refusal);
    }

    [Fact]
    public async Task A_witness_may_say_no_and_the_evidence_does_not_count()
    {
        var (made, piece, token) = await AskedAsync();
        var response = await site.Visitor().SubmitAsync($"/statements/{token}", [("Comment", "I was away that week.")], "I can't confirm this");
        Assert.Contains("not confirmed", (await response.PageAsync()).QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        var stored = await StoredAsync(piece.Id);
        Assert.NotNull(stored.Statement!.DeclinedAt);
        Assert.False(stored.IsUsable);
        var page = await (await site.SignedInAsync(made.Learner)).OpenAsync($"/evidence/{piece.Id}");
        Assert.Contains("I was away that week.", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_hash_of_the_link_is_kept()
    {
        var (_, piece, token) = await AskedAsync();
        var link = await site.DbAsync(db => db.OneTimeLinks.SingleAsync(l => l.SubjectId == piece.Id));
        Assert.Equal(OneTimeLink.Hash(token), link.TokenHash);
    }
}
