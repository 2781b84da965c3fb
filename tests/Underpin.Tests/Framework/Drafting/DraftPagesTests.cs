using System.Net;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Framework.Consultation;
using Underpin.Framework.Drafting;
using Underpin.Tests.Assessment;

namespace Underpin.Tests.Framework.Drafting;

/// <summary>The pages of drafts, consultations and editions, as people use them without JavaScript.</summary>
public sealed class DraftPagesTests(TestSite site) : IClassFixture<TestSite>
{
    const string Attack = "<script>alert(1)</script><img src=x onerror=alert(2)>";

    [Fact]
    public async Task An_editor_begins_a_draft_from_the_current_edition()
    {
        var (_, body) = await site.Data.FrameworkAsync();
        var browser = await site.SignedInAsync(await site.Data.PersonAsync(body, MembershipRole.FrameworkEditor));
        var address = $"/awarding/{body.Id}/drafts";
        var empty = await (await browser.SubmitAsync(address, [("Name", "")], "Begin the draft")).PageAsync();
        Assert.Equal(["Write what this draft is called."], empty.Errors());
        var begun = await browser.SubmitAsync(address, [("Name", "Autumn revision")], "Begin the draft");
        Assert.Equal(HttpStatusCode.Redirect, begun.StatusCode);
        var page = await browser.OpenAsync(begun.Headers.Location!.OriginalString);
        Assert.Contains("Nothing differs from the current edition yet", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("edition 2026.2", page.Body.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_of_the_body_reads_a_draft_and_sees_no_way_to_change_it()
    {
        var draft = await site.Data.DraftAsync();
        var page = await (await site.SignedInAsync(await site.Data.PersonAsync(draft.Body, MembershipRole.AwardingOfficer))).OpenAsync($"/drafts/{draft.Id}");
        Assert.Empty(page.QuerySelectorAll("main a[href*='/edit/'], main form[method=post]"));
    }

    [Fact]
    public async Task A_part_is_edited_on_one_page_and_one_button_saves_it_all()
    {
        var draft = await site.Data.DraftAsync();
        var browser = await site.SignedInAsync(draft.Editor);
        var address = $"/drafts/{draft.Id}/edit/SUP-1";
        var saved = await browser.SubmitAsync(address, [("Lines[0].Text", "Do it very well"), ("NewLevel", "3"), ("NewLevelText", "Picks a way.")], "Save");
        Assert.Equal(address, saved.Headers.Location!.OriginalString);
        var page = await browser.OpenAsync(address);
        Assert.Contains("2 lines are saved.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Do it very well", (await site.LineAsync(draft, "SUP-1.title")).Text);
        Assert.Equal(["SUP-1.level.3", "SUP-1.title"], (await site.ReadingAsync(draft)).Changed.Select(l => l.Path).Order(StringComparer.Ordinal));

        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync($"/drafts/{draft.Id}/edit/role.it-technician", [("NewDuty", "Greet visitors"), ("NewAsked", "NET-1"), ("NewAskedLevel", "2")], "Save")).StatusCode);
        Assert.Equal("2", (await site.LineAsync(draft, "role.it-technician.competence.NET-1")).Text);
        Assert.Equal("Greet visitors", (await site.LineAsync(draft, "role.it-technician.duty.4")).Text);
    }

    [Fact]
    public async Task A_refused_line_comes_back_whole_beside_what_was_wrong_and_the_others_are_saved()
    {
        var draft = await site.Data.DraftAsync();
        var browser = await site.SignedInAsync(draft.Editor);
        var far = new string('x', 1501);
        var page = await (await browser.SubmitAsync($"/drafts/{draft.Id}/edit/SUP-1", [("Lines[0].Text", "Kept title"), ("Lines[1].Text", far)], "Save")).PageAsync();
        Assert.Equal(["This has 1,501 characters; there is room for 1,500. Shorten it."], page.Errors());
        Assert.Equal(far, page.QuerySelector("textarea[name='Lines[1].Text']")!.TextContent.Trim());
        Assert.Equal("Kept title", (await site.LineAsync(draft, "SUP-1.title")).Text);
    }

    [Fact]
    public async Task A_stale_form_shows_both_texts_and_saving_again_is_a_choice()
    {
        var draft = await site.Data.DraftAsync();
        var browser = await site.SignedInAsync(draft.Editor);
        var address = $"/drafts/{draft.Id}/edit/SUP-1";
        var stale = (await site.LineAsync(draft, "SUP-1.why")).Mark;
        await site.ChangeAsync(draft, "SUP-1.why", "Theirs is this.");

        var page = await (await browser.SubmitAsync(address, [("Lines[1].Text", "Mine is this."), ("Lines[1].Seen", stale)], "Save")).PageAsync();

        Assert.StartsWith("Somebody else changed this line", Assert.Single(page.Errors()), StringComparison.Ordinal);
        Assert.Contains("Theirs is this.", page.QuerySelector(".govuk-inset-text")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Mine is this.", page.QuerySelector("textarea[name='Lines[1].Text']")!.TextContent.Trim());
        var seen = page.QuerySelector("input[name='Lines[1].Seen']")!.GetAttribute("value")!;
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(address, [("Lines[1].Text", "Mine is this."), ("Lines[1].Seen", seen)], "Save")).StatusCode);
        Assert.Equal("Mine is this.", (await site.LineAsync(draft, "SUP-1.why")).Text);
    }

    [Fact]
    public async Task A_form_with_a_line_of_another_part_or_a_part_that_is_not_there_changes_nothing()
    {
        var draft = await site.Data.DraftAsync();
        var browser = await site.SignedInAsync(draft.Editor);
        var page = await (await browser.SubmitAsync($"/drafts/{draft.Id}/edit/SUP-1", [("Lines[0].Path", "NET-1.title"), ("Lines[0].Text", "Forged")], "Save")).PageAsync();
        Assert.StartsWith("This draft has no such line", Assert.Single(page.Errors()), StringComparison.Ordinal);
        Assert.Empty((await site.ReadingAsync(draft)).Changed);
        foreach (var part in new[] { "SUP-9", "XYZ", "role.nobody", "%3Cscript%3E" })
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/drafts/{draft.Id}/edit/{part}")).StatusCode);
    }

    [Fact]
    public async Task The_linters_findings_stand_beside_their_field()
    {
        var draft = await site.Data.DraftAsync();
        await site.ChangeAsync(draft, "SUP-1.why", string.Join(' ', Enumerable.Repeat("help", 40)) + ".");
        var page = await (await site.SignedInAsync(draft.Editor)).OpenAsync($"/drafts/{draft.Id}/edit/SUP-1");
        var line = page.GetElementById("SUP-1.why")!;
        Assert.Contains("40 words", line.QuerySelector(".u-finding")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("/content-rules/W2", line.QuerySelector(".u-finding a")!.GetAttribute("href"));
        Assert.Null(page.GetElementById("SUP-1.without")!.QuerySelector(".u-finding"));
    }

    [Fact]
    public async Task Changes_are_marked_as_taken_out_and_put_in()
    {
        var draft = await site.Data.DraftAsync();
        await site.ChangeAsync(draft, "SUP-1.why", "A school needs quick help each day.");
        var page = await (await site.SignedInAsync(draft.Editor)).OpenAsync($"/drafts/{draft.Id}/changes");
        Assert.Contains("SUP-1", page.QuerySelector("main .u-changed del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("quick help", Assert.Single(page.QuerySelectorAll("main .u-changed ins")).TextContent, StringComparison.Ordinal);
        Assert.Contains("taken out", page.QuerySelector("main .u-changed del")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_draft_can_be_searched()
    {
        var draft = await site.Data.DraftAsync();
        var browser = await site.SignedInAsync(draft.Editor);
        Assert.Contains("1 line says “mend computers”", (await browser.OpenAsync($"/drafts/{draft.Id}?q=mend+computers")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Nothing in this draft says", (await browser.OpenAsync($"/drafts/{draft.Id}?q={Uri.EscapeDataString(Attack)}")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_type_is_shown_as_text_on_every_page()
    {
        var draft = await site.Data.DraftAsync();
        await site.ChangeAsync(draft, "SUP-1.title", Attack);
        Assert.False((await site.OpenAsync(draft, question: Attack, summary: Attack)).IsRefused);
        var comment = (await site.CommentAsync(draft, await site.Data.AccountAsync(), text: Attack)).Value;
        Assert.False((await site.Comments(s => s.ReplyAsync(new() { DraftId = draft.Id, CommentId = comment, Outcome = CommentOutcome.Declined, Reason = Attack }, site.By(draft.Editor), default))).IsRefused);
        var browser = await site.SignedInAsync(draft.Editor);
        foreach (var address in new[] { $"/drafts/{draft.Id}", $"/drafts/{draft.Id}/edit/SUP-1", $"/drafts/{draft.Id}/changes", $"/drafts/{draft.Id}/comments", $"/drafts/{draft.Id}/publish", "/consultations", $"/consultations/{draft.Id}", $"/consultations/{draft.Id}?part=SUP", $"/consultations/{draft.Id}/responses" })
        {
            var page = await browser.OpenAsync(address);
            Assert.Empty(page.QuerySelectorAll("main script, main img[onerror]"));
        }

        Assert.Contains(Attack, (await browser.OpenAsync($"/consultations/{draft.Id}?part=SUP")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_comments_where_they_stand_and_supports_and_takes_back()
    {
        var draft = await site.Data.ConsultationAsync();
        var (tom, ana) = (await site.SignedInAsync(await site.Data.AccountAsync("Tom Ashworth")), await site.SignedInAsync(await site.Data.AccountAsync("Ana Kovac")));
        var part = $"/consultations/{draft.Id}?part=SUP";
        var visitor = await site.Visitor().OpenAsync(part);
        Assert.Empty(visitor.QuerySelectorAll("main form"));
        Assert.NotNull(visitor.QuerySelector("main a[href^='/sign-in?from=']"));

        var form = $"{part}&at=SUP-1.why";
        Assert.Equal(["Write your comment."], (await (await tom.SubmitAsync(form, [("Text", " ")], "Publish your comment")).PageAsync()).Errors());
        var overlong = new string('x', 2001);
        var kept = await (await tom.SubmitAsync(form, [("Text", overlong)], "Publish your comment")).PageAsync();
        Assert.Equal(overlong, kept.QuerySelector("textarea[name=Text]")!.TextContent.Trim());
        Assert.Equal(HttpStatusCode.Redirect, (await tom.SubmitAsync(form, [("Text", "We do it by chat.")], "Publish your comment")).StatusCode);

        Assert.Contains("We do it by chat.", (await site.Visitor().OpenAsync(part)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await tom.OpenAsync(part)).QuerySelectorAll("main form"));
        Assert.Equal(HttpStatusCode.Redirect, (await ana.SubmitAsync(part, [])).StatusCode);
        Assert.Contains("1 person supports this", (await site.Visitor().OpenAsync(part)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await ana.SubmitAsync(part, [])).StatusCode);
        Assert.DoesNotContain("supports this", (await site.Visitor().OpenAsync(part)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hidden_comment_gives_way_to_its_reason_for_all_but_its_author()
    {
        var draft = await site.Data.ConsultationAsync();
        var tom = await site.Data.AccountAsync("Tom Ashworth");
        var comment = (await site.CommentAsync(draft, tom, text: "Something unkind.")).Value;
        Assert.False((await site.Comments(s => s.HideAsync(new() { DraftId = draft.Id, CommentId = comment, Reason = "It is unkind." }, site.By(draft.Editor), default))).IsRefused);
        var part = $"/consultations/{draft.Id}?part=SUP";
        var others = (await site.Visitor().OpenAsync(part)).Body!.TextContent;
        Assert.Contains("It is unkind.", others, StringComparison.Ordinal);
        Assert.DoesNotContain("Something unkind.", others, StringComparison.Ordinal);
        Assert.Contains("Something unkind.", (await (await site.SignedInAsync(tom)).OpenAsync(part)).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Something unkind.", (await site.Visitor().OpenAsync($"/consultations/{draft.Id}/responses")).Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Something unkind.", await site.Visitor().GetStringAsync($"/consultations/{draft.Id}/responses.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_was_never_opened_for_comment_is_not_public()
    {
        var draft = await site.Data.DraftAsync();
        foreach (var address in new[] { "", "?part=SUP", "/responses", "/responses.csv" })
            Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync($"/consultations/{draft.Id}{address}")).StatusCode);
    }

    [Fact]
    public async Task An_editor_answers_publishes_and_everyone_compares()
    {
        var draft = await site.Data.ConsultationAsync();
        _ = (await site.CommentAsync(draft, await site.Data.AccountAsync("Tom Ashworth"), text: "=HYPERLINK(\"x\")")).Value;
        var editor = await site.SignedInAsync(draft.Editor);
        Assert.Contains("1 comment waits for a reply", (await editor.OpenAsync("/my-work")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Choose an outcome"], (await (await editor.SubmitAsync($"/drafts/{draft.Id}/comments", [("Reason", "Yes.")], "Publish the answer")).PageAsync()).Errors());
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync($"/drafts/{draft.Id}/comments", [("Decision", "Partly"), ("Reason", "Yes, nearly.")], "Publish the answer")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await editor.SubmitAsync($"/drafts/{draft.Id}", [], "Close the consultation now")).StatusCode);
        var published = await editor.SubmitAsync($"/drafts/{draft.Id}/publish", [("Summary", "Plainer words.")], "Publish edition 2026.2");
        Assert.Equal(HttpStatusCode.Redirect, published.StatusCode);

        var visitor = site.Visitor();
        Assert.Contains("This is the current edition", (await visitor.OpenAsync(published.Headers.Location!.OriginalString)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("This is not the current edition", (await visitor.OpenAsync($"/framework/editions/2026.1?framework={draft.Framework}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Plainer words.", (await visitor.OpenAsync($"/framework/editions?framework={draft.Framework}")).Body!.TextContent, StringComparison.Ordinal);
        foreach (var (from, to) in new[] { ("2026.1", "2026.2"), ("2026.2", "2026.1") })
            Assert.Contains("quick help", Assert.Single((await visitor.OpenAsync($"/framework/compare?from={from}&to={to}&framework={draft.Framework}")).QuerySelectorAll("main .u-changed ins")).TextContent, StringComparison.Ordinal);
        Assert.Contains("0 accepted, 1 accepted in part, 0 declined", (await visitor.OpenAsync($"/consultations/{draft.Id}/responses")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\")\"", await visitor.GetStringAsync($"/consultations/{draft.Id}/responses.csv"), StringComparison.Ordinal);
        var late = await editor.GetAsync($"/drafts/{draft.Id}/publish");
        Assert.Equal($"/drafts/{draft.Id}", late.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/framework/compare?from=1999.1&to=2026.1")]
    [InlineData("/framework/compare?from=%3Cscript%3E&to=2026.1")]
    [InlineData("/framework/compare?framework=nothing")]
    [InlineData("/framework/compare?from=2026.1&to=2026.1")]
    public async Task Editions_that_cannot_be_compared_are_met_with_words(string address) =>
        Assert.NotNull((await site.Visitor().OpenAsync(address)).QuerySelector("main h1"));

    [Theory]
    [InlineData("/framework/editions/1999.1")]
    [InlineData("/framework/editions/2026.1?framework=nothing")]
    [InlineData("/framework/editions/..%2f..")]
    public async Task An_edition_that_is_not_there_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(address)).StatusCode);

    [Fact]
    public async Task A_competence_is_taken_out_by_saying_what_takes_it_over()
    {
        var draft = await site.Data.DraftAsync();
        var browser = await site.SignedInAsync(draft.Editor);
        var address = $"/drafts/{draft.Id}/remove/SUP-3";
        Assert.StartsWith("Choose the competence that takes it over", Assert.Single((await (await browser.SubmitAsync(address, [("Successor", "")], "Take out SUP-3")).PageAsync()).Errors()), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(address, [("Successor", "SUP-2")], "Take out SUP-3")).StatusCode);
        Assert.Equal("SUP-3", (await site.LineAsync(draft, "SUP-2.replaces")).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync(address)).StatusCode);
        var page = await browser.OpenAsync($"/drafts/{draft.Id}/edit/SUP-3");
        Assert.Contains("This draft takes SUP-3 out.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync($"/drafts/{draft.Id}/edit/SUP-3", [])).StatusCode);
        Assert.DoesNotContain((await site.ReadingAsync(draft)).Changed, l => !l.IsNew);
    }

    [Fact]
    public async Task Pages_ask_the_database_as_often_for_many_comments_as_for_few()
    {
        var (few, many) = (await site.Data.ConsultationAsync(), await site.Data.ConsultationAsync());
        for (var i = 0; i < 12; i++) _ = (await site.CommentAsync(many, await site.Data.AccountAsync(), text: $"Comment {i}")).Value;
        using var queries = await QueryCount.OfAsync(site);
        foreach (var page in new[] { "/consultations/{0}?part=SUP", "/consultations/{0}/responses", "/drafts/{0}/comments", "/drafts/{0}" })
        {
            async Task<int> CountAsync(TestDraft draft)
            {
                var browser = await site.SignedInAsync(draft.Editor);
                return await queries.DuringAsync(() => browser.OpenAsync(page.Replace("{0}", draft.Id.ToString(), StringComparison.Ordinal)));
            }

            await CountAsync(few);
            Assert.Equal(await CountAsync(few), await CountAsync(many));
        }
    }
}
