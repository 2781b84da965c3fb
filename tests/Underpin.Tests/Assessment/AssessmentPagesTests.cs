using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Underpin.Access;
using Underpin.Assessment;
using Underpin.Platform;
using Underpin.Portfolios;
using Underpin.Tests.Portfolios;

namespace Underpin.Tests.Assessment;

/// <summary>The room's pages over HTTP, as people without JavaScript use them.</summary>
public sealed class AssessmentPagesTests(TestSite site) : IClassFixture<TestSite>
{
    readonly TestData _data = site.Data;

    static string Judge(TestSubmission submission) => $"/submissions/{submission.Id}/judge";

    static string Text(IHtmlDocument page) => string.Join(' ', page.QuerySelector("main")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    static List<(string Name, string Value)> Ticks(TestSubmission submission, Func<int, bool> tick) =>
        [.. Enumerable.Range(0, submission.Criteria.Count).Where(tick).SelectMany(i => Judging.Questions.Select(q => ($"Input.Judgements[{i}].{q.Property}", "true")))];

    [Fact]
    public async Task The_submit_page_names_every_gap_and_offers_no_button()
    {
        var enrolment = await _data.EnrolmentAsync();
        var unit = enrolment.Units[0];
        await _data.EvidenceAsync(enrolment, unit, criteria: ["1.1", "2.1"]);
        var page = await (await site.SignedInAsync(enrolment.Learner)).OpenAsync($"/portfolio/{enrolment.Id}/submit/{unit.Id}");
        Assert.Contains("Not ready yet: 2 criteria still need evidence.", Text(page));
        Assert.Equal(["1.2", "2.2"], page.QuerySelectorAll(".u-answer li strong").Select(e => e.TextContent));
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_learner_checks_declares_and_submits_and_reads_what_happens_now()
    {
        var enrolment = await _data.EnrolmentAsync();
        var unit = enrolment.Units[0];
        await _data.EvidenceAsync(enrolment, unit, "Ticket log");
        var browser = await site.SignedInAsync(enrolment.Learner);
        var address = $"/portfolio/{enrolment.Id}/submit/{unit.Id}";

        var refused = await (await browser.SubmitAsync(address, [("Input.Comment", "Look at C12 first")])).PageAsync();
        Assert.Equal("Confirm that the evidence is your own work. The assessor can't begin without it.", Assert.Single(refused.Errors()));
        Assert.Equal("Look at C12 first", refused.QuerySelector<IHtmlTextAreaElement>("textarea")!.Value.Trim());

        var done = await browser.SubmitAsync(address, [("Input.Comment", "Look at C12 first"), ("Input.OwnWork", "true")]);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var page = await browser.OpenAsync(done.Headers.Location!.ToString());
        Assert.Contains("An assessor of Estuary Training Centre has it now.", Text(page));
        Assert.Contains("usually decide within ten working days", Text(page));
        Assert.Contains("Look at C12 first", Text(page));

        var again = await browser.OpenAsync(address);
        Assert.Contains("already with the assessor", Text(again));
        Assert.Empty(again.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_unit_that_is_not_on_the_portfolio_is_not_found()
    {
        var enrolment = await _data.EnrolmentAsync();
        var other = await _data.EnrolmentAsync();
        var browser = await site.SignedInAsync(enrolment.Learner);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/portfolio/{enrolment.Id}/submit/{other.Units[0].Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/portfolio/{other.Id}/submit/{other.Units[0].Id}")).StatusCode);
    }

    [Fact]
    public async Task The_judge_page_shows_each_criterion_with_its_evidence_and_nothing_ticked()
    {
        var enrolment = await _data.EnrolmentAsync();
        var unit = enrolment.Units[0];
        await _data.EvidenceAsync(enrolment, unit, "Tickets", EvidenceKind.File, criteria: "1.1");
        await _data.EvidenceAsync(enrolment, unit, "Testimony of the head", EvidenceKind.Witness);
        var submission = await _data.SubmissionAsync(enrolment: enrolment, pieces: 0);
        var page = await (await site.SignedInAsync(submission.Centre.Assessor)).OpenAsync(Judge(submission));
        var criteria = page.QuerySelectorAll("[data-criterion]");
        Assert.Equal(4, criteria.Length);
        Assert.Equal(20, page.QuerySelectorAll("[data-question]").Length);
        Assert.All(page.QuerySelectorAll<IHtmlInputElement>("[data-question]"), box => Assert.False(box.IsDefaultChecked));
        Assert.Contains("/file", criteria[0].QuerySelector(".u-piece a")!.GetAttribute("href"));
        Assert.Contains("Witness: Dr Helen Marsh, Head of the school. Confirmed on", string.Join(' ', criteria[1].TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        Assert.DoesNotContain("Tickets", criteria[1].TextContent);
        // Helpers that only a script can work wait for it.
        Assert.All(page.QuerySelectorAll("[data-all], [data-keys]"), e => Assert.True(e.HasAttribute("hidden")));
    }

    [Fact]
    public async Task A_refused_decision_keeps_everything_and_names_the_criterion()
    {
        var submission = await _data.SubmissionAsync();
        var browser = await site.SignedInAsync(submission.Centre.Assessor);
        var page = await (await browser.SubmitAsync(Judge(submission), [.. Ticks(submission, i => i != 2), ("Input.Judgements[0].Feedback", "Clear and safe."), ("Input.Feedback", "Nearly there"), ("Input.Accept", "true")])).PageAsync();
        Assert.Equal("2.1: Tick all five, or refer the unit back", Assert.Single(page.Errors()));
        Assert.Equal(15, page.QuerySelectorAll<IHtmlInputElement>("[data-question]").Count(b => b.IsDefaultChecked));
        Assert.Contains("Clear and safe.", page.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Select(t => t.Value.Trim()));
        Assert.Contains("Nearly there", page.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Select(t => t.Value.Trim()));

        var undecided = await (await browser.SubmitAsync(Judge(submission), Ticks(submission, _ => true))).PageAsync();
        Assert.Equal("Choose whether you accept the unit or refer it back", Assert.Single(undecided.Errors()));
    }

    [Fact]
    public async Task A_referral_comes_back_to_the_learner_with_feedback_and_the_next_attempt_links_to_it()
    {
        var submission = await _data.SubmissionAsync();
        var assessor = await site.SignedInAsync(submission.Centre.Assessor);
        var done = await assessor.SubmitAsync(Judge(submission), [.. Ticks(submission, i => i != 2), ("Input.Judgements[2].Feedback", "Show the lamp log."), ("Input.Accept", "false")]);
        Assert.Equal($"/submissions/{submission.Id}", done.Headers.Location!.ToString());

        var learner = await site.SignedInAsync(submission.Enrolment.Learner);
        var page = await learner.OpenAsync($"/submissions/{submission.Id}");
        Assert.Contains("Ruth Delaney referred this back: 1 criterion needs more.", Text(page));
        Assert.Contains("Show the lamp log.", Text(page));
        Assert.Contains("Not shown yet: it shows what the criterion asks", Text(page));

        await _data.EvidenceAsync(submission.Enrolment, submission.Unit, "Lamp log");
        var next = await learner.SubmitAsync($"/portfolio/{submission.Enrolment.Id}/submit/{submission.Unit.Id}", [("Input.OwnWork", "true")]);
        var second = await learner.OpenAsync(next.Headers.Location!.ToString());
        Assert.NotNull(second.QuerySelector($"main a[href='/submissions/{submission.Id}']"));
    }

    [Fact]
    public async Task Whoever_may_not_judge_is_told_why_and_who_could()
    {
        var centre = await _data.CentreAsync();
        await _data.PersonAsync(centre.Organisation, MembershipRole.Assessor, "Ana Kovac");
        var submission = await _data.SubmissionAsync(centre, learner: centre.Assessor);
        var page = await (await site.SignedInAsync(centre.Assessor)).OpenAsync(Judge(submission));
        Assert.Contains("This is your own work, so you can't judge it. Ask another assessor: Ana Kovac.", Text(page));
        Assert.Empty(page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_form_that_someone_else_overtook_says_who_decided_and_keeps_what_was_typed()
    {
        var submission = await _data.SubmissionAsync();
        var ana = await _data.PersonAsync(submission.Centre.Organisation, MembershipRole.Assessor, "Ana Kovac");
        await _data.DecideAsync(submission, accept: false);
        var browser = await site.SignedInAsync(ana);
        // Ana opened the form before Ruth decided; her browser still holds it.
        var waiting = await _data.SubmissionAsync(submission.Centre);
        var form = await browser.OpenAsync(Judge(waiting));
        await _data.DecideAsync(waiting, accept: true);
        var fields = form.QuerySelectorAll<IHtmlInputElement>("main form input[type=hidden]").Select(i => KeyValuePair.Create(i.Name!, i.Value))
            .Append(new("Input.Judgements[0].Feedback", "Mine, all mine")).Append(new("Input.Accept", "false"));
        var page = await (await browser.PostAsync(Judge(waiting), new FormUrlEncodedContent(fields))).PageAsync();
        Assert.StartsWith("Ruth Delaney accepted this on", Assert.Single(page.Errors()));
        Assert.Contains("Mine, all mine", page.QuerySelectorAll<IHtmlTextAreaElement>("textarea").Select(t => t.Value.Trim()));
        Assert.Empty(page.QuerySelectorAll("main form button[type=submit]"));
    }

    [Fact]
    public async Task Only_those_who_have_a_part_in_a_submission_see_it()
    {
        var submission = await _data.SubmissionAsync();
        var address = $"/submissions/{submission.Id}";
        var eqa = await _data.PersonAsync(submission.Centre.Offer.AwardingBody, MembershipRole.ExternalQualityAssurer, "Fatima Rahman");
        var elsewhere = await _data.CentreAsync(name: "Harbourside");
        foreach (var (person, see, judge, review) in new[]
        {
            (submission.Enrolment.Learner, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            (submission.Centre.Assessor, HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.Forbidden),
            (submission.Centre.Administrator, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            (eqa, HttpStatusCode.OK, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden),
            (elsewhere.Assessor, HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound),
        })
        {
            var browser = await site.SignedInAsync(person);
            Assert.Equal((see, judge, review), ((await browser.GetAsync(address)).StatusCode, (await browser.GetAsync(address + "/judge")).StatusCode, (await browser.GetAsync(address + "/review")).StatusCode));
        }
    }

    [Fact]
    public async Task The_queue_holds_what_is_mine_longest_waiting_first_and_the_rest_on_request()
    {
        var centre = await _data.CentreAsync();
        var ana = await _data.PersonAsync(centre.Organisation, MembershipRole.Assessor, "Ana Kovac");
        var empty = await (await site.SignedInAsync(ana)).OpenAsync($"/centres/{centre.Id}/assessing");
        Assert.Contains("Nobody is waiting for you.", Text(empty));

        var anas = await _data.SubmissionAsync(centre, learner: await _data.AccountAsync("Sam Okafor"), assessor: ana);
        await _data.SubmissionAsync(centre, learner: await _data.AccountAsync("Joe Bright"));
        await _data.SubmissionAsync(centre, learner: await _data.AccountAsync("Mei Lin"), assessor: centre.Assessor);
        await _data.SubmissionAsync(centre, learner: ana);
        var browser = await site.SignedInAsync(ana);
        static IEnumerable<string> Learners(IHtmlDocument page) => page.QuerySelectorAll("tbody th a").Select(a => a.TextContent);
        Assert.Equal(["Sam Okafor", "Joe Bright"], Learners(await browser.OpenAsync($"/centres/{centre.Id}/assessing")));
        var all = await browser.OpenAsync($"/centres/{centre.Id}/assessing?show=all");
        Assert.Equal(["Sam Okafor", "Joe Bright", "Mei Lin", "Ana Kovac"], Learners(all));
        Assert.Contains("Your own work: somebody else judges it", Text(all));

        await _data.SubmissionAsync(centre, learner: await _data.AccountAsync("Tom Ashworth"), assessor: ana);
        await _data.DecideAsync(anas, accept: true, by: ana);
        await _data.ReviewAsync(anas, agreed: false);
        var page = await browser.OpenAsync($"/centres/{centre.Id}/assessing");
        Assert.Equal("Sam Okafor", Learners(page).First());
        Assert.Contains("1 judgement was returned to you.", Text(page));
        Assert.Contains("Owen Price returned the judgement", Text(await browser.OpenAsync(Judge(anas))));
    }

    [Fact]
    public async Task The_sampling_page_says_what_is_due_why_and_what_is_thin_and_draws_by_hand()
    {
        var centre = await _data.CentreAsync();
        var browser = await site.SignedInAsync(centre.QualityAssurer);
        var address = $"/centres/{centre.Id}/sampling";
        Assert.Contains("Nothing is due.", Text(await browser.OpenAsync(address)));

        for (var i = 0; i < 3; i++) await _data.DecideAsync(await _data.SubmissionAsync(centre), accept: true);
        var unsampled = await _data.UnsampledAsync(centre);
        var page = await browser.OpenAsync(address);
        Assert.Contains("First decision of the assessor at Estuary Training Centre", Text(page));
        Assert.Contains("Nobody has looked", Text(page));

        Assert.Equal(["Choose what to draw", "Say why you draw it"], (await (await browser.SubmitAsync(address, [], "Draw it")).PageAsync()).Errors());
        Assert.Equal(HttpStatusCode.NotFound, (await browser.SubmitAsync(address, [("Input.Submission", (await _data.SubmissionAsync()).Id.ToString()), ("Input.Because", "Curious")], "Draw it")).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(address, [("Input.Submission", unsampled.Id.ToString()), ("Input.Because", "New to the unit")], "Draw it")).StatusCode);
        Assert.Contains("Drawn by hand: New to the unit", Text(await browser.OpenAsync(address)));
    }

    [Fact]
    public async Task A_review_needs_an_answer_and_reasons_to_return_and_then_stands_on_the_submission()
    {
        var submission = await _data.SubmissionAsync();
        await _data.DecideAsync(submission, accept: true);
        var browser = await site.SignedInAsync(submission.Centre.QualityAssurer);
        var address = $"/submissions/{submission.Id}/review";
        Assert.Equal("Choose whether you agree with the judgement or return it", Assert.Single((await (await browser.SubmitAsync(address, [])).PageAsync()).Errors()));
        Assert.Equal("Say why it goes back and what the assessor should do.", Assert.Single((await (await browser.SubmitAsync(address, [("Input.Agreed", "false")])).PageAsync()).Errors()));
        var done = await browser.SubmitAsync(address, [("Input.Agreed", "false"), ("Input.Reasons", "Ask for the date.")]);
        Assert.Equal($"/centres/{submission.Centre.Id}/sampling", done.Headers.Location!.ToString());
        var page = await browser.OpenAsync($"/submissions/{submission.Id}");
        Assert.Contains("Owen Price returned the judgement to the assessor.", Text(page));
        Assert.Contains("Ask for the date.", Text(page));
        // What is no longer drawn has no review to open.
        Assert.Equal(HttpStatusCode.Redirect, (await browser.GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Who_judged_it_is_told_who_could_review_it()
    {
        var centre = await _data.CentreAsync();
        await _data.MemberAsync(centre.Assessor, centre.Organisation, MembershipRole.QualityAssurer);
        var submission = await _data.SubmissionAsync(centre);
        await _data.DecideAsync(submission, accept: true);
        var browser = await site.SignedInAsync(centre.Assessor);
        Assert.Contains("You judged this yourself, so you can't check the judgement. Ask another quality assurer: Owen Price.", Text(await browser.OpenAsync($"/submissions/{submission.Id}/review")));
        Assert.Contains("You judged it: somebody else reviews it", Text(await browser.OpenAsync($"/centres/{centre.Id}/sampling")));
    }

    /// <summary>Copies of one submission in its centre, each decided a minute after the one before.</summary>
    Task CopiesAsync(TestSubmission submission, int copies, Action<Submission, DateTimeOffset>? then = null) => _data.SaveAsync(submission.Centre.Id, db =>
    {
        var it = submission.Submission;
        foreach (var n in Enumerable.Range(1, copies))
        {
            var at = site.Clock.Now().AddMinutes(n);
            var copy = new Submission
            {
                EnrolmentId = it.EnrolmentId, EnrolmentUnitId = it.EnrolmentUnitId, UnitId = it.UnitId, LearnerId = it.LearnerId, CentreId = it.CentreId, Attempt = 100 + n, SubmittedAt = at,
            };
            then?.Invoke(copy, at);
            db.Submissions.Add(copy);
        }
    });

    static IEnumerable<string> Linked(IHtmlDocument page) => page.QuerySelectorAll("main a[href^='/submissions/']").Select(a => a.GetAttribute("href")!.Split('/')[2]);

    [Fact]
    public async Task A_long_queue_goes_on_to_the_next_page_and_the_answer_counts_them_all()
    {
        var submission = await _data.SubmissionAsync(await _data.CentreAsync());
        await CopiesAsync(submission, 55);
        var browser = await site.SignedInAsync(submission.Centre.Assessor);
        var first = await browser.OpenAsync($"/centres/{submission.Centre.Id}/assessing?show=all");
        Assert.Contains("56 units wait", Text(first));
        Assert.Equal(50, first.QuerySelectorAll("tbody tr").Length);
        var second = await browser.OpenAsync(first.QuerySelector("nav.u-pager a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(6, second.QuerySelectorAll("tbody tr").Length);
        Assert.Contains("56 units wait", Text(second));
        Assert.Equal(56, Linked(first).Concat(Linked(second)).Distinct().Count());
    }

    [Fact]
    public async Task A_long_list_of_what_is_due_goes_on_to_the_next_page()
    {
        var submission = await _data.SubmissionAsync(await _data.CentreAsync());
        await CopiesAsync(submission, 55, (copy, at) => copy.Accept(submission.Centre.Assessor.Id, at, "Clear.", "Drawn for a test."));
        await CopiesAsync(await _data.SubmissionAsync(submission.Centre), 3, (copy, at) =>
        {
            copy.Accept(submission.Centre.Assessor.Id, at, "Clear.", "Drawn for a test.");
            copy.Return();
        });
        var browser = await site.SignedInAsync(submission.Centre.QualityAssurer);
        var first = await browser.OpenAsync($"/centres/{submission.Centre.Id}/sampling");
        Assert.Contains("55 judgements are due", Text(first));
        Assert.Contains("3 have gone back to the assessor", Text(first));
        var second = await browser.OpenAsync(first.QuerySelector("nav.u-pager a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(58, Linked(first).Concat(Linked(second)).Distinct().Count());
        Assert.Contains("Gone back to the assessor", Text(second));
    }

    [Fact]
    public async Task An_external_quality_assurer_sees_the_sampling_of_an_approved_centre_for_their_body_only_and_draws_nothing()
    {
        var centre = await _data.CentreAsync();
        var elses = await _data.QualificationAsync("Level 2 Award of another body");
        var ours = await _data.SubmissionAsync(centre, learner: await _data.AccountAsync("Sam Okafor"));
        var theirs = await _data.SubmissionAsync(centre with { Offer = elses, Approval = await _data.ApprovalAsync(centre.Organisation, elses) }, learner: await _data.AccountAsync("Mei Lin"));
        await _data.DecideAsync(ours, accept: true);
        await _data.DecideAsync(theirs, accept: true);
        var fatima = await _data.PersonAsync(centre.Offer.AwardingBody, MembershipRole.ExternalQualityAssurer, "Fatima Rahman");
        var browser = await site.SignedInAsync(fatima);

        var list = await browser.OpenAsync($"/awarding/{centre.Offer.AwardingBody.Id}/centres");
        var page = await browser.OpenAsync(list.QuerySelector($"main a[href='/centres/{centre.Id}/sampling']")!.GetAttribute("href")!);

        Assert.Contains("1 judgement is due", Text(page));
        Assert.Contains("Sam Okafor", Text(page));
        Assert.DoesNotContain("Mei Lin", Text(page));
        Assert.Empty(page.QuerySelectorAll("main form"));
        Assert.Single(page.QuerySelectorAll("table").Last().QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync(page.QuerySelector("main tbody a[href^='/submissions/']")!.GetAttribute("href")!)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.PostAsync($"/centres/{centre.Id}/sampling", new FormUrlEncodedContent([]))).StatusCode);
        var notApproved = await _data.CentreAsync(elses, name: "Harbourside");
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/centres/{notApproved.Id}/sampling")).StatusCode);
    }

    [Fact]
    public async Task Judging_and_the_queue_cost_the_same_number_of_queries_however_much_they_hold()
    {
        using var queries = await QueryCount.OfAsync(site);
        var small = await _data.CentreAsync(await _data.QualificationAsync(criteria: 2));
        var large = await _data.CentreAsync(await _data.QualificationAsync(criteria: 12));
        var one = await _data.SubmissionAsync(small, pieces: 1);
        var many = await _data.SubmissionAsync(large, pieces: 9);
        for (var i = 0; i < 6; i++) await _data.SubmissionAsync(large);
        foreach (var page in new[] { "judge", "queue", "sampling" })
        {
            var few = await CountAsync(small, one, page);
            Assert.InRange(few, 1, 18);
            Assert.Equal(few, await CountAsync(large, many, page));
        }

        async Task<int> CountAsync(TestCentre centre, TestSubmission submission, string page)
        {
            var browser = await site.SignedInAsync(page == "sampling" ? centre.QualityAssurer : centre.Assessor);
            var address = page switch { "judge" => Judge(submission), "queue" => $"/centres/{centre.Id}/assessing?show=all", _ => $"/centres/{centre.Id}/sampling" };
            await browser.OpenAsync(address);
            return await queries.DuringAsync(() => browser.OpenAsync(address));
        }
    }
}
