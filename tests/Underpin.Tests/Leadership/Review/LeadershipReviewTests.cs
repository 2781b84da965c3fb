using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Review;
using Underpin.Leadership.Structure;
using static Underpin.Tests.Leadership.LeadershipData;

namespace Underpin.Tests.Leadership.Review;

/// <summary>What is found, and what is not, each on a school made for it.</summary>
public sealed class LeadershipReviewTests
{
    static ReviewResult Run(SchoolStructure structure, DateOnly? day = null) => LeadershipReview.Run(structure, day ?? Today, Content);

    static Finding? Find(SchoolStructure structure, FindingKind kind, DateOnly? day = null) => Run(structure, day).Findings.SingleOrDefault(finding => finding.Kind == kind);

    static string? FirstEvidence(SchoolStructure structure, FindingKind kind) => Find(structure, kind)?.Evidence[0].Text;

    // Everything answered for by the head, but for what a test says itself.
    static Assignment[] Answered(params Assignment[] but) =>
        [.. Content.Catalogue.Responsibilities.Where(duty => but.All(one => one.Duty != duty.Code)).Select(duty => Assigned(duty.Code, Part.Accountable, "hana")), .. but];

    [Fact]
    public void A_statutory_duty_with_nobody_is_told_before_any_other_and_says_where_it_was_lost()
    {
        var structure = Small(Answered(Assigned("STA-01", Part.Responsible, "bo"), Assigned("BUS-15", Part.Consulted, "bo"), Assigned("STA-11", Part.Accountable, "i"))) with { Holdings = [Holds("h", "hana"), Holds("b", "bo")], People = [Person("hana"), Person("bo")] };
        var findings = Run(structure).Findings;
        Assert.Equal(FindingKinds.StatutoryGap, findings[0].Kind);
        Assert.StartsWith("Safeguarding: Bo (Post b) does it, and nobody answers for it. ", findings[0].Evidence[0].Text, StringComparison.Ordinal);
        Assert.StartsWith("Fire safety: it belongs to Post i, which is vacant.", findings[0].Evidence[1].Text, StringComparison.Ordinal);
        Assert.StartsWith("The improvement plan: nobody has it.", findings.Single(finding => finding.Kind == FindingKinds.Gap).Evidence.Single().Text, StringComparison.Ordinal);
        Assert.Contains("nobody answers for it", findings[0].Evidence[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void With_no_responsibilities_on_record_nothing_is_said_of_them_but_that()
    {
        var review = Run(Small());
        Assert.DoesNotContain(review.Findings, finding => finding.Kind.Family is FindingFamily.Duties or FindingFamily.Resilience);
        Assert.Contains(review.Unsaid, text => text.StartsWith("No responsibilities are on record", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_who_answer_for_one_duty_are_told_and_a_shared_post_is_not()
    {
        Assert.Equal("Behaviour: Hana (Post h) and Bo (Post b) both answer for it.", FirstEvidence(Small([.. Answered(), Assigned("PAS-01", Part.Accountable, "b")]), FindingKinds.Double));
        var shared = Small(Answered(Assigned("PAS-01", Part.Accountable, "b"))) with { Holdings = [Holds("h", "hana"), Holds("b", "bo"), Holds("b", "ita")] };
        Assert.Null(Find(shared, FindingKinds.Double));
    }

    [Fact]
    public void A_duty_held_in_the_centre_and_at_the_school_says_so() =>
        Assert.EndsWith("both answer for it, in the centre and at the school.", FirstEvidence(Small([.. Answered(), Assigned("ITS-01", Part.Accountable, "ita", school: null)]), FindingKinds.Double), StringComparison.Ordinal);

    [Fact]
    public void A_gap_ahead_is_told_with_its_days_and_not_before_it_can_be_seen()
    {
        var structure = Small(Answered(
            Assigned("PAS-01", Part.Accountable, "bo", until: new(2027, 7, 31)), Assigned("PAS-01", Part.Accountable, "ita", from: new(2027, 9, 1)),
            Assigned("BUS-01", Part.Accountable, "bo", until: new(2040, 1, 1))));
        Assert.Equal(["Behaviour: nobody is accountable from 1 August 2027 to 31 August 2027."], Find(structure, FindingKinds.GapAhead)!.Evidence.Select(one => one.Text));
        Assert.Null(Find(structure, FindingKinds.GapAhead, new(2023, 1, 1)));
        Assert.StartsWith("Behaviour: nobody has it", Find(structure, FindingKinds.StatutoryGap, new(2027, 8, 15))!.Evidence[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Two_at_once_ahead_are_told_and_a_handover_from_one_day_to_the_next_is_not()
    {
        Assert.Null(Find(Small(Answered(Assigned("PAS-01", Part.Accountable, "bo", until: new(2027, 8, 31)), Assigned("PAS-01", Part.Accountable, "ita", from: new(2027, 9, 1)))), FindingKinds.GapAhead));
        var both = Small(Answered(Assigned("PAS-01", Part.Accountable, "bo", until: new(2027, 9, 30)), Assigned("PAS-01", Part.Accountable, "ita", from: new(2027, 9, 1))));
        Assert.Equal("Behaviour: Bo and Ita are both accountable from 1 September 2027 to 30 September 2027.", FirstEvidence(both, FindingKinds.GapAhead));
    }

    [Fact]
    public void Somebody_who_leaves_leaves_a_gap_in_what_their_post_answers_for()
    {
        var structure = Small(Answered(Assigned("PAS-01", Part.Accountable, "b"))) with { Holdings = [Holds("h", "hana"), Holds("b", "bo", until: new(2027, 4, 12)), Holds("i", "ita")] };
        Assert.Equal("Behaviour: nobody is accountable from 13 April 2027.", FirstEvidence(structure, FindingKinds.GapAhead));
    }

    [Fact]
    public void A_duty_held_without_what_it_asks_for_is_told_and_with_it_is_not()
    {
        var structure = Small(Answered());
        Assert.Contains(Find(structure, FindingKinds.NotQualified)!.Evidence, one => one.Text == "Special educational needs: Hana (Post h) has no record of qualified teacher status and SENCO qualification.");
        var qualified = structure with { People = [.. structure.People.Select(person => person with { Qualifications = [.. Content.Catalogue.Qualifications.Select(one => one.Code)] })] };
        Assert.Null(Find(qualified, FindingKinds.NotQualified));
    }

    [Fact]
    public void A_data_protection_officer_who_runs_the_IT_is_a_conflict()
    {
        var structure = Small(Answered(Assigned("STA-07", Part.Accountable, "ita"), Assigned("ITS-01", Part.Accountable, "b"), Assigned("ITS-01", Part.Responsible, "ita"), Assigned("BUS-04", Part.Accountable, "bo"), Assigned("TEA-09", Part.Accountable, "bo")));
        Assert.Equal("Ita (Post i) holds data protection officer and the IT service. Whoever chooses and runs the systems cannot be the one who checks them.", Find(structure, FindingKinds.Conflict)!.Evidence.Single().Text);
    }

    [Fact]
    public void Only_the_head_may_exclude()
    {
        Assert.Null(Find(Small(Answered()), FindingKinds.NotTheHead));
        Assert.Equal("Suspension and exclusion: Bo (Post b) is accountable, and is not the head.", FirstEvidence(Small(Answered(Assigned("PAS-02", Part.Accountable, "b"))), FindingKinds.NotTheHead));
    }

    [Fact]
    public void A_deciding_meeting_is_too_large_above_the_threshold_and_not_at_it()
    {
        var people = Enumerable.Range(1, 8).Select(i => $"p{i}").ToArray();
        SchoolStructure With(params string[] members) => Small(Answered()) with
        {
            People = [.. Small().People, .. people.Select(code => Person(code))], Posts = [.. Small().Posts, .. people.Select(code => Post($"x{code}", Tier.Wider, "h"))],
            Holdings = [.. Small().Holdings, .. people.Select(code => Holds($"x{code}", code))], Meetings = [Meeting("senior", members, policy: true)],
        };
        Assert.Null(Find(With(people), FindingKinds.TooLargeToDecide));
        var found = Find(With([.. people, "h"]), FindingKinds.TooLargeToDecide)!;
        Assert.Equal("Meeting senior decides on policy and has 9 members.", found.Evidence[0].Text);
        Assert.Equal("Most people in a meeting that decides: 8", found.Thresholds[0].ToString());
        Assert.Null(Find(With([.. people, "h"]) with { Thresholds = new Dictionary<string, decimal> { [ThresholdCodes.SeniorTeamMost] = 9 } }, FindingKinds.TooLargeToDecide));
    }

    [Fact]
    public void A_changed_threshold_is_shown_as_changed()
    {
        var structure = Small(Answered()) with { Thresholds = new Dictionary<string, decimal> { [ThresholdCodes.SpanMost] = 2 }, Posts = [.. Small().Posts, Post("x", to: "h"), Post("y", to: "h")] };
        Assert.Equal("Most posts that one person manages directly: 2 (set by you; usually 8)", Find(structure, FindingKinds.WideSpan)!.Thresholds[0].ToString());
    }

    [Fact]
    public void A_wide_team_that_reports_straight_to_the_head_over_a_thin_middle_is_top_heavy()
    {
        var wide = Enumerable.Range(1, 4).Select(i => $"p{i}").ToArray();
        var structure = Small() with
        {
            People = [.. Small().People, .. wide.Select(code => Person(code))], Posts = [.. Small().Posts, .. wide.Select(code => Post($"x{code}", Tier.Wider, "h"))],
            Holdings = [.. Small().Holdings, .. wide.Select(code => Holds($"x{code}", code))],
        };
        Assert.Equal(["One middle leader for six senior leaders.", "All 4 of the wider team report straight to the head: nothing lies between the core and them."], Find(structure, FindingKinds.TopHeavy)!.Evidence.Select(one => one.Text));
    }

    [Fact]
    public void The_share_of_cost_is_told_as_pay_and_the_share_of_staff_is_not()
    {
        var structure = Small() with
        {
            Schools = [School() with { Staff = 15, StaffCost = 400_000 }], OnCostsPercent = 40,
            Posts = [Post("h", head: true, salary: 90_000), Post("b", to: "h"), Post("i", Tier.Middle, "b")],
        };
        var found = Find(structure, FindingKinds.LeadershipShare)!;
        Assert.True(found.ShowsPay);
        Assert.Equal(["2 of 15 who work there are senior leaders: 13.3 per cent.", "They cost £126,000 of £400,000: 31.5 per cent, and one post has no pay on record."], found.Evidence.Select(one => one.Text));
        Assert.False(Find(structure with { Posts = Small().Posts }, FindingKinds.LeadershipShare)!.ShowsPay);
    }

    [Fact]
    public void With_pay_taken_out_nothing_that_is_said_shows_pay()
    {
        var structure = Read("leadership-saltmarsh.yaml");
        Assert.True(Run(structure).Measures[0].SeniorCost > 0);
        var review = Run(structure.WithoutPay());
        Assert.Equal(0, review.Measures[0].SeniorCost);
        Assert.DoesNotContain(review.Findings, finding => finding.ShowsPay);
        var words = new StringWriter();
        ReviewText.Write(review, words);
        Assert.All(structure.Posts.Select(post => post.Salary).OfType<decimal>().Distinct(), salary => Assert.DoesNotContain($"{salary:N0}", words.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Layers_are_counted_from_the_head_and_posts_without_a_manager_are_told()
    {
        var chain = Enumerable.Range(1, 5).Select(i => Post($"x{i}", Tier.Other, i == 1 ? "i" : $"x{i - 1}")).ToList();
        var structure = Small() with { Posts = [.. Small().Posts, .. chain, Post("lone", Tier.Other)] };
        Assert.Equal("Post x5 (vacant) stands in layer 8.", FirstEvidence(structure, FindingKinds.ManyLayers));
        Assert.Equal("Post lone (vacant).", FirstEvidence(structure, FindingKinds.NobodyManages));
    }

    [Fact]
    public void The_IT_lead_is_heard_through_whoever_sits_where_it_is_decided()
    {
        var one = Small(Answered(Assigned("ITS-01", Part.Accountable, "b"), Assigned("ITS-01", Part.Responsible, "i")));
        var voice = Run(one).Measures[0].It;
        Assert.Equal((false, 1, Side.Business), (voice.Sits, voice.Between, voice.Side));
        Assert.Equal("Ita (Post i) answers to Bo (Post b), who sits in Meeting senior: one person between IT and the decision, through the business side.", voice.Way);
        Assert.Null(Find(one, FindingKinds.NoVoice));
        var two = one with { Meetings = [Meeting("senior", ["h"], policy: true)] };
        Assert.Equal("Ita (Post i) answers to Bo (Post b), who answers to Hana (Post h), who sits in Meeting senior: two people between IT and the decision, through the business side.", FirstEvidence(two, FindingKinds.NoVoice));
        Assert.True(Run(one with { Meetings = [Meeting("senior", ["h", "ita"], policy: true)] }).Measures[0].It.Sits);
        Assert.Equal("No meeting on record decides on IT.", FirstEvidence(one with { Meetings = [Meeting("senior", ["h"], policy: true, remit: ["TEA"])] }, FindingKinds.NoVoice));
    }

    [Fact]
    public void The_IT_lead_is_whoever_answers_for_it_unless_a_senior_leader_lets_others_do_it()
    {
        string Lead(params Assignment[] parts) => Run(Small(Answered(parts))).Measures[0].It.Leads.Single().Code;
        Assert.Equal("ita", Lead(Assigned("ITS-01", Part.Accountable, "b"), Assigned("ITS-01", Part.Responsible, "i")));
        Assert.Equal("ita", Lead(Assigned("ITS-01", Part.Accountable, "i"), Assigned("ITS-01", Part.Responsible, "bo")));
        Assert.Equal("bo", Lead(Assigned("ITS-01", Part.Accountable, "b")));
    }

    [Fact]
    public void Where_nobody_runs_IT_that_is_told() => Assert.NotNull(Find(Small(Answered(Assigned("ITS-01", Part.Consulted, "bo"))), FindingKinds.NobodyLeadsIt));

    [Fact]
    public void Whoever_answers_for_IT_and_can_neither_spend_nor_sit_has_no_authority()
    {
        var structure = Small(Answered(Assigned("ITS-04", Part.Accountable, "i"), Assigned("ITS-05", Part.Accountable, "i")));
        Assert.Equal("Ita (Post i) answers for cyber security and backup and recovery, may spend nothing alone and sits in no meeting that decides on it.", FirstEvidence(structure, FindingKinds.NoAuthority));
        SchoolStructure Spending(decimal limit) => structure with { Posts = [.. structure.Posts.Select(post => post.Code == "i" ? post with { SpendLimit = limit } : post)] };
        Assert.Contains("may spend £999", FirstEvidence(Spending(999), FindingKinds.NoAuthority), StringComparison.Ordinal);
        Assert.Null(Find(Spending(1000), FindingKinds.NoAuthority));
        Assert.Null(Find(structure with { Meetings = [Meeting("senior", ["h", "b", "i"], policy: true)] }, FindingKinds.NoAuthority));
        Assert.NotNull(Find(structure with { Meetings = [Meeting("senior", ["h", "b"], policy: true), Meeting("food", ["i"], policy: true, remit: ["BUS"])] }, FindingKinds.NoAuthority));
    }

    [Fact]
    public void Whoever_decides_and_answers_for_nothing_has_authority_without_responsibility() =>
        Assert.Equal("Bo (Post b) decides in Meeting senior, and is accountable or responsible for nothing.", FirstEvidence(Small(Answered()), FindingKinds.NoResponsibility));

    [Fact]
    public void One_person_only_who_does_a_specialist_duty_is_told_though_another_answers_for_it()
    {
        var structure = Small(Answered(Assigned("ITS-05", Part.Accountable, "b"), Assigned("ITS-05", Part.Responsible, "i")));
        Assert.Contains(Find(structure, FindingKinds.OnlyOne)!.Evidence, one => one.Text == "Backup and recovery: Ita (Post i) only.");
        Assert.DoesNotContain(Find(Small([.. structure.Assignments, Assigned("ITS-05", Part.Cover, "hana")]), FindingKinds.OnlyOne)!.Evidence, one => one.Codes.Contains("ITS-05"));
        var known = structure with { People = [Person("hana", "ITS-05"), Person("bo"), Person("ita")] };
        Assert.DoesNotContain(Find(known, FindingKinds.OnlyOne)!.Evidence, one => one.Codes.Contains("ITS-05"));
    }

    [Fact]
    public void A_specialist_who_never_handed_on_is_told_after_five_years_and_not_a_day_before()
    {
        var structure = Small(Answered(Assigned("ITS-05", Part.Accountable, "ita", from: new(2021, 11, 24)))) with { Meetings = [] };
        Assert.Null(Find(structure, FindingKinds.NeverHandedOn));
        Assert.Equal("Backup and recovery: Ita (Post i) since 24 November 2021, five years, and nobody else does, covers or knows it.", Find(structure, FindingKinds.NeverHandedOn, new(2026, 11, 24))!.Evidence[0].Text);
    }

    [Fact]
    public void Somebody_who_answers_for_what_they_do_not_know_needs_a_specialist_to_ask()
    {
        var structure = Small(Answered(Assigned("ITS-04", Part.Accountable, "b"), Assigned("ITS-05", Part.Accountable, "b"), Assigned("ITS-05", Part.Consulted, "i"), Assigned("ITS-06", Part.Accountable, "i")));
        var codes = Find(structure, FindingKinds.NoSpecialist)!.Evidence.SelectMany(one => one.Codes).ToList();
        Assert.Contains("ITS-04", codes);
        Assert.DoesNotContain("ITS-05", codes);
        Assert.DoesNotContain("ITS-06", codes);
        Assert.Null(Find(structure with { People = [Person("hana"), Person("bo"), Person("ita")] }, FindingKinds.NoSpecialist));
    }

    [Fact]
    public void Weight_counts_whole_for_answering_half_for_doing_and_is_divided_in_a_shared_post()
    {
        var structure = Small(Assigned("TEA-01", Part.Accountable, "b"), Assigned("TEA-02", Part.Accountable, "hana"), Assigned("TEA-02", Part.Responsible, "ita")) with { Holdings = [Holds("h", "hana"), Holds("b", "bo"), Holds("b", "ita")] };
        var view = structure.AsOf(Today, Content.Catalogue);
        var loads = ResilienceChecks.Loads(new(view, structure.Schools[0], new(Content.Thresholds, structure.Thresholds), new(view)));
        Assert.Equal((2.5m, 5m, 5m), (loads["bo"], loads["ita"], loads["hana"]));
    }

    [Fact]
    public void A_vacant_post_and_weeks_of_meetings_are_told()
    {
        var structure = Small(Answered(Assigned("ITS-05", Part.Responsible, "i"))) with { Holdings = [Holds("h", "hana"), Holds("b", "bo")], Meetings = [Meeting("senior", ["h"], policy: true, hours: 100), Meeting("other", ["h"], hours: 51)] };
        Assert.Equal("Post i is vacant and carries backup and recovery.", FirstEvidence(structure, FindingKinds.VacantPost));
        Assert.Equal("Hana (Post h): 151 hours a year in Meeting senior and Meeting other.", FirstEvidence(structure, FindingKinds.MeetingHours));
    }

    [Fact]
    public void Silos_the_person_who_joins_them_and_a_leader_alone_are_told()
    {
        var codes = new[] { "a", "c", "d", "e", "f", "g" };
        SchoolStructure With(params Meeting[] meetings) => new()
        {
            Title = "Silos", Schools = [School()], People = [.. codes.Select(code => Person(code))],
            Posts = [.. codes.Select((code, i) => Post($"x{code}", Tier.Middle, i == 0 ? null : "xa", head: i == 0))], Holdings = [.. codes.Select(code => Holds($"x{code}", code))], Meetings = meetings,
        };
        var two = With(Meeting("one", ["a", "c"]), Meeting("two", ["d", "e"]));
        Assert.Equal(["A (Post xa) and C (Post xc).", "D (Post xd) and E (Post xe)."], Find(two, FindingKinds.Parts)!.Evidence.Select(one => one.Text));
        Assert.Equal(2, Find(two, FindingKinds.Alone)!.Evidence.Count);
        var joined = With(Meeting("one", ["a", "c", "g"]), Meeting("two", ["d", "e", "g"]));
        Assert.Null(Find(joined, FindingKinds.Parts));
        Assert.Equal("Without G (Post xg) the leaders fall into groups of 2 and 2.", FirstEvidence(joined, FindingKinds.OneJoins));
        // All in one hall join nobody once the meeting counts as large.
        var hall = With(Meeting("hall", codes));
        Assert.Null(Find(hall, FindingKinds.Alone));
        Assert.Equal(6, Find(hall with { Thresholds = new Dictionary<string, decimal> { [ThresholdCodes.LargeMeeting] = 5 } }, FindingKinds.Alone)!.Evidence.Count);
    }

    [Fact]
    public void One_duty_done_by_five_is_told() => Assert.Equal(
        "Behaviour: A (Post xa), C (Post xc), D (Post xd), E (Post xe) and F (Post xf) do it.",
        FirstEvidence(new()
        {
            Title = "Many", Schools = [School()], People = [.. "acdef".Select(code => Person(code.ToString()))], Posts = [.. "acdef".Select(code => Post($"x{code}", head: code == 'a', to: code == 'a' ? null : "xa"))],
            Holdings = [.. "acdef".Select(code => Holds($"x{code}", code.ToString()))], Assignments = [.. "acdef".Select(code => Assigned("PAS-01", Part.Responsible, code.ToString()))],
        }, FindingKinds.DoneByMany));

    [Fact]
    public void A_trust_is_reviewed_school_by_school_with_what_is_held_for_all_and_its_centre()
    {
        var heads = Enumerable.Range(1, 9).Select(i => $"s{i}").ToArray();
        var structure = new SchoolStructure
        {
            Title = "A trust", Schools = [.. heads.Select(code => School(code, $"School {code}", "primary", "trust"))],
            People = [Person("eve", "ITS"), .. heads.Select(code => Person($"h{code}"))],
            Posts = [new("chief", "Chief executive", Tier.Core) { IsHead = true }, new("it", "Director of IT", Tier.Wider) { Schools = heads, ReportsTo = [new("chief", Side.Both)] },
                .. heads.Select(code => new Post($"head-{code}", "Head", Tier.Core) { Schools = [code], IsHead = true, ReportsTo = [new("chief", Side.Both)] })],
            Holdings = [Holds("it", "eve"), .. heads.Select(code => Holds($"head-{code}", $"h{code}"))],
            Meetings = [new("board", "Trust board") { Members = ["chief", "it"], BudgetLimit = 100_000, DecidesPolicy = true }],
            Assignments = [Assigned("ITS-01", Part.Accountable, "it", school: null)],
        };
        Assert.Empty(ProblemsOf(structure));
        var review = Run(structure);
        Assert.Equal(9, review.Measures.Count);
        Assert.All(review.Measures, one => Assert.True(one.It.Sits));
        Assert.Equal("Chief executive (vacant) manages 10 posts directly.", review.Findings.Single(finding => finding.Kind == FindingKinds.WideSpan).Evidence[0].Text);
        Assert.Null(review.Findings.Single(finding => finding.Kind == FindingKinds.WideSpan).School);
        Assert.Equal(9, review.Findings.Count(finding => finding.Kind == FindingKinds.StatutoryGap));
    }

    [Theory]
    [InlineData("leadership-saltmarsh.yaml")]
    [InlineData("leadership-northquay.yaml")]
    public void Every_finding_of_the_examples_has_evidence_a_reason_and_something_to_do(string name)
    {
        var structure = Read(name);
        var known = structure.People.Select(one => one.Code).Concat(structure.Posts.Select(one => one.Code)).Concat(structure.Meetings.Select(one => one.Code)).Concat(Content.Catalogue.Responsibilities.Select(one => one.Code)).ToHashSet();
        var review = Run(structure);
        Assert.NotEmpty(review.Findings);
        Assert.All(review.Findings, finding =>
        {
            Assert.NotEmpty(finding.Evidence);
            Assert.All(finding.Evidence, one => Assert.Subset(known, one.Codes.ToHashSet()));
            Assert.NotEqual("", finding.Kind.Why);
            Assert.NotEqual("", finding.Kind.SchoolsDo);
        });
    }

    [Fact]
    public void No_two_kinds_of_finding_have_one_code() => Assert.Equal(FindingKinds.All.Count, FindingKinds.All.Select(kind => kind.Code).Distinct().Count());

    [Fact]
    public void The_same_structure_gives_the_same_review()
    {
        var structure = Read("leadership-saltmarsh.yaml");
        Assert.Equal(Run(structure).Findings.Select(finding => finding.Summary), Run(structure).Findings.Select(finding => finding.Summary));
    }
}
