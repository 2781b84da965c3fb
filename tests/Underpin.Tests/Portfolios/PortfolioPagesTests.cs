using System.IO.Compression;
using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Portfolios;

namespace Underpin.Tests.Portfolios;

public sealed class PortfolioPagesTests(TestSite site) : IClassFixture<TestSite>
{
    static string Text(IDocument page) => string.Join(' ', page.Body!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    [Fact]
    public async Task A_person_enrols_in_three_questions_and_the_centre_accepts()
    {
        var centre = await site.Data.CentreAsync();
        var learner = await site.Data.AccountAsync("Siân Ŵyn-Łukasz");
        var school = await site.Data.OrganisationAsync(OrganisationKinds.School, "Northquay School");
        await site.Data.MemberAsync(learner, school, MembershipRole.Staff);
        var browser = await site.SignedInAsync(learner);
        var start = $"/enrol/{centre.Offer.Qualification.Code}";
        Assert.Contains("Estuary Training Centre", Text(await browser.OpenAsync(start)), StringComparison.Ordinal);

        var nothing = await browser.SubmitAsync($"{start}/centre", []);
        Assert.Equal(["Choose the centre that is to assess you"], (await nothing.PageAsync()).Errors());
        var chosen = await browser.SubmitAsync($"{start}/centre", [("Centre", centre.Id.ToString())]);
        var work = chosen.Headers.Location!.ToString();
        Assert.Equal(["Choose where you work, or “Not now”"], (await (await browser.SubmitAsync(work, [("Employer", "")])).PageAsync()).Errors());
        var check = (await browser.SubmitAsync(work, [("Employer", school.Id.ToString())])).Headers.Location!.ToString();
        var page = await browser.OpenAsync(check);
        Assert.Contains("Northquay School", Text(page), StringComparison.Ordinal);
        Assert.Contains("Siân Ŵyn-Łukasz", Text(page), StringComparison.Ordinal);
        var done = (await browser.SubmitAsync(check, [], "Ask for a place")).Headers.Location!.ToString();
        Assert.Contains("What happens now", Text(await browser.OpenAsync(done)), StringComparison.Ordinal);
        var again = await browser.SubmitAsync(check, [], "Ask for a place");
        Assert.Equal(done.Replace("/requested", "", StringComparison.Ordinal), again.Headers.Location!.ToString());

        var enrolment = await site.DbAsync(db => db.Enrolments.SingleAsync(e => e.LearnerId == learner.Id));
        Assert.Contains("Waiting for Estuary Training Centre", Text(await browser.OpenAsync($"/portfolio/{enrolment.Id}")), StringComparison.Ordinal);
        var office = await site.SignedInAsync(centre.Administrator);
        Assert.Contains("1 person waits for your answer", Text(await office.OpenAsync($"/centres/{centre.Id}/learners")), StringComparison.Ordinal);
        var accepted = await office.SubmitAsync($"/centres/{centre.Id}/learners/{enrolment.Id}", [("Assessor", centre.Assessor.Id.ToString())], "Accept");
        Assert.Equal(HttpStatusCode.Redirect, accepted.StatusCode);
        Assert.Contains("0 of your 2 units are done", Text(await browser.OpenAsync($"/portfolio/{enrolment.Id}")), StringComparison.Ordinal);
        Assert.Contains("accepted the enrolment, with Ruth Delaney as assessor", Text(await browser.OpenAsync($"/portfolio/{enrolment.Id}/history")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_decline_without_a_reason_comes_back()
    {
        var made = await site.Data.EnrolmentAsync(active: false);
        var office = await site.SignedInAsync(made.Centre.Administrator);
        var response = await office.SubmitAsync($"/centres/{made.Centre.Id}/learners/{made.Id}", [("Reason", " ")], "Decline");
        Assert.Contains("Say why", Assert.Single((await response.PageAsync()).Errors()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choosing_units_says_whether_the_rule_is_met_before_anything_is_saved()
    {
        var made = await site.Data.EnrolmentAsync(units: []);
        await site.Data.SaveAsync(made.Centre.Id, db => db.EnrolmentUnits.AddRange(made.Offer.Mandatory.Select(u => new EnrolmentUnit { EnrolmentId = made.Id, UnitId = u.Id, ChosenAt = site.Clock.GetUtcNow() })));
        var browser = await site.SignedInAsync(made.Learner);
        var address = $"/portfolio/{made.Id}/units";
        Assert.Contains("Not yet", Text(await browser.OpenAsync(address)), StringComparison.Ordinal);
        var one = made.Offer.Optional[0].Id.ToString();
        var fragment = await browser.OpenAsync($"{address}?handler=Feedback&Chosen={one}");
        Assert.Contains("Yes: these units make the qualification", Text(fragment), StringComparison.Ordinal);
        Assert.Null(fragment.QuerySelector("h1"));
        var check = await (await browser.SubmitAsync(address, [("Chosen", one)], "Check my choice")).PageAsync();
        Assert.Contains("Yes: these units make the qualification", Text(check), StringComparison.Ordinal);
        Assert.True(check.QuerySelector($"input[value='{one}']")!.HasAttribute("checked"));
        Assert.Equal(2, await site.DbAsync(db => db.EnrolmentUnits.CountAsync(u => u.EnrolmentId == made.Id)));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(address, [("Chosen", one)], "Save my units")).StatusCode);
        Assert.Equal(3, await site.DbAsync(db => db.EnrolmentUnits.CountAsync(u => u.EnrolmentId == made.Id)));
    }

    [Fact]
    public async Task Evidence_with_faults_comes_back_whole_each_fault_beside_its_field()
    {
        var made = await site.Data.EnrolmentAsync();
        var browser = await site.SignedInAsync(made.Learner);
        var response = await browser.SubmitAsync($"/portfolio/{made.Id}/evidence/add/witness",
            [("Input.Title", "王小明 und die Lampe"), ("Input.WorkDate.Day", "1"), ("Input.WorkDate.Month", "1"), ("Input.WorkDate.Year", "2999"), ("Input.PersonName", "Hel\u0007en"), ("Input.PersonEmail", "nobody"), ("Input.Text", "What they saw")]);
        var page = await response.PageAsync();
        Assert.Equal(4, page.Errors().Count);
        Assert.Contains("The date of the work must be today or earlier", page.Errors());
        Assert.Equal("王小明 und die Lampe", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Contains("What they saw", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#Input_PersonEmail-error"));
        Assert.Equal(0, await site.DbAsync(db => db.Evidence.CountAsync(e => e.EnrolmentId == made.Id)));
    }

    [Fact]
    public async Task A_received_file_need_not_be_chosen_again_when_another_field_was_wrong()
    {
        var made = await site.Data.EnrolmentAsync();
        var browser = await site.SignedInAsync(made.Learner);
        var address = $"/portfolio/{made.Id}/evidence/add/file";
        (string, string)[] date = [("Input.WorkDate.Day", "1"), ("Input.WorkDate.Month", "11"), ("Input.WorkDate.Year", "2025")];
        var back = await (await browser.SubmitAsync(address, [("Input.Title", ""), .. date], files: [("Input.File", "tickets.txt", "Ticket 4711: no picture\n"u8.ToArray())])).PageAsync();
        Assert.Contains("We have your file tickets.txt", Text(back), StringComparison.Ordinal);
        var kept = back.QuerySelector("input[name='Input.KeptFile']")!.GetAttribute("value")!;
        var saved = await browser.SubmitAsync(address, [("Input.Title", "Tickets"), ("Input.KeptFile", kept), .. date], files: []);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        var piece = await site.DbAsync(db => db.Evidence.SingleAsync(e => e.EnrolmentId == made.Id));
        Assert.Equal("tickets.txt", piece.File!.Name);

        var other = await site.Data.EnrolmentAsync();
        var stolen = await (await site.SignedInAsync(other.Learner)).SubmitAsync($"/portfolio/{other.Id}/evidence/add/file", [("Input.Title", "Not mine"), ("Input.KeptFile", kept), .. date], files: []);
        Assert.Equal(["Choose a file"], (await stolen.PageAsync()).Errors());
    }

    public static TheoryData<string, byte[], string> RefusedFiles => new()
    {
        { "large.txt", new byte[26 * 1024 * 1024], "25 MB" },
        { "empty.pdf", [], "empty" },
        { "picture.png", "%PDF-1.7 not a picture"u8.ToArray(), "" },
        { "bomb.docx", ZipBomb(), "" },
    };

    /// <summary>An office document of a few hundred kilobytes that would unpack to hundreds of megabytes.</summary>
    static byte[] ZipBomb()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create))
            foreach (var name in new[] { "[Content_Types].xml", "_rels/.rels", "word/document.xml" })
            {
                using var part = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                var nothing = new byte[1024 * 1024];
                for (var i = 0; i < (name == "word/document.xml" ? 300 : 1); i++) part.Write(nothing);
            }

        return file.ToArray();
    }

    // Discovery would write the bytes out as text, gigabytes of it.
    [Theory, MemberData(nameof(RefusedFiles), DisableDiscoveryEnumeration = true)]
    public async Task A_file_that_is_refused_says_why_beside_its_field_and_keeps_what_was_typed(string name, byte[] content, string why)
    {
        var made = await site.Data.EnrolmentAsync();
        var browser = await site.SignedInAsync(made.Learner);
        var response = await browser.SubmitAsync($"/portfolio/{made.Id}/evidence/add/file",
            [("Input.Title", "দশটি বাতি"), ("Input.WorkDate.Day", "1"), ("Input.WorkDate.Month", "11"), ("Input.WorkDate.Year", "2025"), ("Input.Text", "Typed with care")], files: [("Input.File", name, content)]);
        var page = await response.PageAsync();
        Assert.Contains(why, Assert.Single(page.Errors()), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("#Input_File-error"));
        Assert.Equal("দশটি বাতি", page.QuerySelector("#Input_Title")!.GetAttribute("value"));
        Assert.Contains("Typed with care", page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await site.DbAsync(db => db.Evidence.CountAsync(e => e.EnrolmentId == made.Id)));
    }

    [Fact]
    public async Task A_file_is_saved_by_the_browser_and_never_shown_as_a_page()
    {
        var made = await site.Data.EnrolmentAsync();
        var piece = await site.Data.EvidenceAsync(made, kind: EvidenceKind.File);
        var response = await (await site.SignedInAsync(made.Centre.Assessor)).GetAsync($"/evidence/{piece.Id}/file");
        Assert.Equal("attachment", response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Contains("4711", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_grid_says_in_words_what_is_missing_and_saves_its_ticks()
    {
        var made = await site.Data.EnrolmentAsync();
        var unit = made.Units[0];
        var piece = await site.Data.EvidenceAsync(made, unit, criteria: ["1.1", "2.2"]);
        var address = $"/portfolio/{made.Id}/grid/{unit.Id}";
        var browser = await site.SignedInAsync(made.Learner);
        Assert.Contains("2 of 4 criteria have no evidence yet: 1.2, 2.1.", Text(await browser.OpenAsync(address)), StringComparison.Ordinal);
        var all = unit.Outcomes.SelectMany(o => o.Criteria).Select(c => ("Tick", $"{c.Id}_{piece.Id}"));
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(address, all, "Save the grid")).StatusCode);
        Assert.Contains("Every one of the 4 criteria has evidence.", Text(await browser.OpenAsync(address)), StringComparison.Ordinal);

        var assessor = await (await site.SignedInAsync(made.Centre.Assessor)).OpenAsync(address);
        Assert.Empty(assessor.QuerySelectorAll("main input[type=checkbox]"));
        Assert.Equal(4, assessor.QuerySelectorAll(".u-cell .govuk-visually-hidden").Length);
    }

    [Fact]
    public async Task A_grid_that_was_saved_elsewhere_comes_back_with_the_ticks_kept()
    {
        var made = await site.Data.EnrolmentAsync();
        var unit = made.Units[0];
        var piece = await site.Data.EvidenceAsync(made, unit, criteria: ["1.1"]);
        var other = await site.Data.EvidenceAsync(made, title: "Another");
        var criteria = unit.Outcomes.SelectMany(o => o.Criteria).ToDictionary(c => c.Code);
        var address = $"/portfolio/{made.Id}/grid/{unit.Id}";
        var browser = await site.SignedInAsync(made.Learner);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(address, [("Tick", $"{criteria["1.2"].Id}_{other.Id}")], "Save the grid")).StatusCode);
        var stale = await (await browser.SubmitAsync(address, [("Seen", "0"), ("Tick", $"{criteria["2.1"].Id}_{piece.Id}")], "Save the grid")).PageAsync();
        Assert.Contains("changed in another window", Assert.Single(stale.Errors()), StringComparison.Ordinal);
        Assert.True(stale.QuerySelector($"input[value='{criteria["2.1"].Id}_{piece.Id}']")!.HasAttribute("checked"));
        Assert.Equal("1", stale.QuerySelector("input[name=Seen]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_stale_edit_shows_both_versions_and_loses_neither()
    {
        var made = await site.Data.EnrolmentAsync();
        var piece = await site.Data.EvidenceAsync(made);
        var browser = await site.SignedInAsync(made.Learner);
        var address = $"/evidence/{piece.Id}/edit";
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync(address, [("Input.Title", "Saved first")])).StatusCode);
        var stale = await (await browser.SubmitAsync(address, [("Seen", "0"), ("Input.Title", "Typed second")])).PageAsync();
        Assert.Single(stale.Errors());
        Assert.Contains("Saved first", Text(stale), StringComparison.Ordinal);
        Assert.Equal("Typed second", stale.QuerySelector("#Input_Title")!.GetAttribute("value"));
    }

    [Fact]
    public async Task An_unconfirmed_statement_does_not_cover_a_criterion()
    {
        var made = await site.Data.EnrolmentAsync();
        await site.Data.EvidenceAsync(made, made.Units[0], kind: EvidenceKind.Witness, confirmed: false);
        var browser = await site.SignedInAsync(made.Learner);
        Assert.Contains("None of the 4 criteria has evidence yet", Text(await browser.OpenAsync($"/portfolio/{made.Id}/grid/{made.Units[0].Id}")), StringComparison.Ordinal);
        Assert.Contains("1 statement waits", Text(await browser.OpenAsync($"/portfolio/{made.Id}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Centre_and_awarding_body_see_a_portfolio_and_the_employer_and_strangers_do_not()
    {
        var made = await site.Data.EnrolmentAsync();
        var piece = await site.Data.EvidenceAsync(made, made.Units[0], kind: EvidenceKind.File);
        var school = await site.Data.OrganisationAsync(OrganisationKinds.School);
        await site.Data.MemberAsync(made.Learner, school, MembershipRole.Staff);
        await site.Data.SaveAsync(made.Centre.Id, db => db.Enrolments.Single(e => e.Id == made.Id).EmployerId = school.Id);
        var other = await site.Data.CentreAsync();
        string[] addresses = [$"/portfolio/{made.Id}", $"/portfolio/{made.Id}/grid/{made.Units[0].Id}", $"/portfolio/{made.Id}/evidence", $"/portfolio/{made.Id}/history", $"/evidence/{piece.Id}", $"/evidence/{piece.Id}/file"];
        foreach (var (person, expected) in new (Account, HttpStatusCode)[]
        {
            (made.Learner, HttpStatusCode.OK), (made.Centre.Assessor, HttpStatusCode.OK), (made.Centre.QualityAssurer, HttpStatusCode.OK), (made.Centre.Administrator, HttpStatusCode.OK),
            (await site.Data.PersonAsync(made.Offer.AwardingBody, MembershipRole.ExternalQualityAssurer), HttpStatusCode.OK),
            (await site.Data.PersonAsync(school, MembershipRole.SchoolAdministrator), HttpStatusCode.NotFound),
            (other.Assessor, HttpStatusCode.NotFound), (other.Administrator, HttpStatusCode.NotFound), (await site.Data.AccountAsync("Nobody Here"), HttpStatusCode.NotFound),
        })
        {
            var browser = await site.SignedInAsync(person);
            foreach (var address in addresses) Assert.Equal((address, person.Name.ToString(), expected), (address, person.Name.ToString(), (await browser.GetAsync(address)).StatusCode));
        }
    }

    [Fact]
    public async Task A_learner_of_one_centre_is_not_found_under_another()
    {
        var made = await site.Data.EnrolmentAsync();
        var other = await site.Data.CentreAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync(other.Administrator)).GetAsync($"/centres/{other.Id}/learners/{made.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await site.SignedInAsync(made.Learner)).GetAsync($"/portfolio/{made.Id}/grid/{made.Offer.Units[4].Id}")).StatusCode);
    }

    [Fact]
    public async Task The_list_of_evidence_filters_and_exports_without_formulas()
    {
        var made = await site.Data.EnrolmentAsync();
        await site.Data.EvidenceAsync(made, made.Units[0], title: "=HYPERLINK(\"http://evil\")");
        await site.Data.EvidenceAsync(made, made.Units[1], title: "A link", kind: EvidenceKind.Link);
        var browser = await site.SignedInAsync(made.Learner);
        var filtered = Text(await browser.OpenAsync($"/portfolio/{made.Id}/evidence?unit={made.Units[1].Id}&kind=link"));
        Assert.Contains("A link", filtered, StringComparison.Ordinal);
        Assert.DoesNotContain("HYPERLINK", filtered, StringComparison.Ordinal);
        Assert.Contains("No piece fits", Text(await browser.OpenAsync($"/portfolio/{made.Id}/evidence?unit={made.Units[0].Id}&kind=link")), StringComparison.Ordinal);
        var csv = await browser.GetStringAsync($"/portfolio/{made.Id}/evidence?handler=Csv");
        Assert.Contains("\"'=HYPERLINK(\"\"http://evil\"\")\"", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_centre_reads_its_learners_page_by_page_those_who_need_it_first_and_finds_them_by_name()
    {
        var centre = await site.Data.CentreAsync();
        for (var i = 0; i < 26; i++) await site.Data.EnrolmentAsync(centre, await site.Data.AccountAsync($"Learner Number{(char)('A' + i)}"));
        await site.Data.EnrolmentAsync(centre, await site.Data.AccountAsync("Siân Ŵyn"), active: false);
        var office = await site.SignedInAsync(centre.Administrator);
        var address = $"/centres/{centre.Id}/learners";
        var first = await office.OpenAsync(address);
        var names = first.QuerySelectorAll("tbody th a").Select(a => a.TextContent).ToList();
        Assert.Equal(("Siân Ŵyn", 25), (names[0], names.Count));
        var second = await office.OpenAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        names.AddRange(second.QuerySelectorAll("tbody th a").Select(a => a.TextContent));
        Assert.Equal(27, names.Distinct().Count());
        Assert.Equal("Siân Ŵyn", Assert.Single((await office.OpenAsync($"{address}?search=sian+w")).QuerySelectorAll("tbody th a")).TextContent);
        Assert.Single((await office.OpenAsync($"{address}?stage=requested")).QuerySelectorAll("tbody tr"));
        Assert.Equal(28, (await office.GetStringAsync($"{address}?handler=Csv")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Withdrawing_keeps_everything_and_can_be_seen_by_the_centre()
    {
        var made = await site.Data.EnrolmentAsync();
        await site.Data.EvidenceAsync(made);
        var browser = await site.SignedInAsync(made.Learner);
        Assert.Equal(HttpStatusCode.Redirect, (await browser.SubmitAsync($"/portfolio/{made.Id}/withdraw", [("Reason", "A new job elsewhere")])).StatusCode);
        Assert.Contains("A new job elsewhere", Text(await (await site.SignedInAsync(made.Centre.Administrator)).OpenAsync($"/centres/{made.Centre.Id}/learners/{made.Id}")), StringComparison.Ordinal);
        Assert.Equal(1, await site.DbAsync(db => db.Evidence.CountAsync(e => e.EnrolmentId == made.Id)));
    }

    [Fact]
    public async Task A_qualification_without_a_centre_says_so_and_where_to_go()
    {
        var offer = await site.Data.QualificationAsync();
        Assert.Contains("nobody can enrol today", Text(await site.Visitor().OpenAsync($"/enrol/{offer.Qualification.Code}")), StringComparison.Ordinal);
    }
}
