using Underpin.Platform.Content.Lint;
using Underpin.Qualifications.Content;
using Underpin.Qualifications.Content.Lint;

namespace Underpin.Tests.Qualifications.Content.Lint;

/// <summary>Each rule on texts, those it must find and those it must leave alone.</summary>
public sealed class RuleTests
{
    [Fact]
    public void Every_rule_has_a_code_of_its_own_and_says_all_that_a_writer_needs()
    {
        Assert.Equal(AllRules.InOrder.Count, AllRules.InOrder.Select(rule => rule.Code).Distinct().Count());
        Assert.All(AllRules.InOrder, rule =>
        {
            Assert.Matches("^[A-Z][1-9]$", rule.Code);
            Assert.All(new[] { rule.Name, rule.Wrong, rule.Why, rule.Mend, rule.Bad, rule.Good }, text => Assert.NotEmpty(text));
        });
    }

    [Fact]
    public void The_examples_of_the_text_rules_are_what_the_rules_say_of_them()
    {
        Assert.NotEmpty(PassiveSentence.In(Prose.Of(PassiveSentence.Rule.Bad), TextKind.ForHeads));
        Assert.Empty(PassiveSentence.In(Prose.Of(PassiveSentence.Rule.Good), TextKind.ForHeads));
        Assert.NotEmpty(LongSentence.In(Prose.Of(LongSentence.Rule.Bad)));
        Assert.Empty(LongSentence.In(Prose.Of(LongSentence.Rule.Good)));
        Assert.NotEmpty(ReadingEase.InTextForHeads(Prose.Of($"{ReadingEase.ForHeads.Bad} {ReadingEase.ForHeads.Bad}")));
        Assert.Empty(ReadingEase.InTextForHeads(Prose.Of($"{ReadingEase.ForHeads.Good} {ReadingEase.ForHeads.Good}")));
        Assert.NotEmpty(ReadingEase.InTextForNewcomers(Prose.Of($"{ReadingEase.ForNewcomers.Bad} {ReadingEase.ForNewcomers.Bad}")));
        Assert.Empty(ReadingEase.InTextForNewcomers(Prose.Of($"{ReadingEase.ForNewcomers.Good} {ReadingEase.ForNewcomers.Good}")));
        Assert.NotNull(HiddenVerbs.HiddenOpening(HiddenVerbs.Rule.Bad));
        Assert.Null(HiddenVerbs.HiddenOpening(HiddenVerbs.Rule.Good));
        Assert.NotNull(CriterionRules.SecondAct(CriterionRules.Compound.Bad));
        Assert.Null(CriterionRules.SecondAct(CriterionRules.Compound.Good));
        Assert.Equal([(1, 0)], AlikeCriteria.Find(AlikeCriteria.Rule.Bad.Split(" / ")));
        Assert.Empty(AlikeCriteria.Find(AlikeCriteria.Rule.Good.Split(" / ")));
    }

    [Theory]
    [InlineData("cat", 1)]
    [InlineData("make", 1)]
    [InlineData("makes", 1)]
    [InlineData("asked", 1)]
    [InlineData("table", 2)]
    [InlineData("wanted", 2)]
    [InlineData("careful", 2)]
    [InlineData("network", 2)]
    [InlineData("school's", 1)]
    [InlineData("area", 3)]
    [InlineData("computer", 3)]
    [InlineData("technician", 3)]
    [InlineData("technology", 4)]
    [InlineData("organisation", 5)]
    [InlineData("IT", 2)]
    [InlineData("2025", 1)]
    [InlineData("set-up", 2)]
    public void Syllables_are_counted_as_they_are_spoken(string word, int count) => Assert.Equal(count, Syllables.Of(word));

    [Fact]
    public void Sentences_end_where_a_new_one_begins()
    {
        var prose = Prose.Of("It has version 1.2 of the tool. \"Who asked?\" the head said. Nobody knew, e.g. why.");
        Assert.Equal([7, 5, 4], prose.Sentences.Select(sentence => sentence.Words.Count));
    }

    [Theory]
    [InlineData("The list is agreed by the site manager.")]
    [InlineData("Cables were then moved by a supplier.")]
    [InlineData("The room has been booked by teachers.")]
    public void A_doer_named_last_is_found(string text) => Assert.Single(PassiveSentence.In(Prose.Of(text), TextKind.ForTrade));

    [Theory]
    [InlineData("Finishes what was promised by the start of term.")]
    [InlineData("The report is due by the end of term.")]
    [InlineData("Pupils who must not be filmed are named.")]
    [InlineData("Criteria may be shown by a test mailbox.")]
    [InlineData("Costs are cut by buying less.")]
    public void A_passive_that_hides_nobody_is_left_alone(string text) => Assert.Empty(PassiveSentence.In(Prose.Of(text), TextKind.ForHeads));

    [Theory]
    [InlineData("Draft a plan and present it to leaders.", "present")]
    [InlineData("Remove or isolate something that can no longer be supported.", "isolate")]
    [InlineData("Replace a lamp, reset its counter and check the picture.", "check")]
    [InlineData("Diagnose the fault then record it.", "record")]
    public void A_second_act_is_found(string text, string second) => Assert.Equal(second, CriterionRules.SecondAct(text));

    [Theory]
    [InlineData("Route cables, stands and lights so that pupils can pass and leave safely.")]
    [InlineData("Diagnose a fault of speed, space or service from the server's own records.")]
    [InlineData("Enter new equipment with serial number, place, owner, cost and warranty.")]
    [InlineData("Recommend which tools to keep, merge or withdraw.")]
    [InlineData("Determine with the safeguarding lead what each age may share, join and send.")]
    [InlineData("Demonstrate a job in steps that the newcomer can then repeat.")]
    public void One_act_with_many_things_is_left_alone(string text) => Assert.Null(CriterionRules.SecondAct(text));

    [Theory]
    [InlineData("List the servers.", 3, null)]
    [InlineData("List the servers.", 4, "T2")]
    [InlineData("Record each change.", 4, null)]
    [InlineData("Record each change.", 5, "T2")]
    [InlineData("Negotiate a contract.", 6, null)]
    [InlineData("Awareness of risk.", 2, "T1")]
    [InlineData("Servers are listed.", 2, "T1")]
    public void A_verb_counts_up_to_its_level(string text, int level, string? code) => Assert.Equal(code, CriterionRules.CheckVerb(text, level)?.Rule.Code);

    [Theory]
    [InlineData("In 2024 it changed.", "2024")]
    [InlineData("It costs £1,200 a year.", "£1,200")]
    [InlineData("Some 45 per cent fail.", "45 per cent")]
    [InlineData("UK GDPR applies.", "GDPR")]
    [InlineData("Under the Equality Act a school must.", "Equality Act")]
    [InlineData("Act at once on 12 devices.", null)]
    [InlineData("Use ports 2000-2010.", null)]
    public void A_fact_of_the_world_outside_is_told_from_a_number(string text, string? fact) => Assert.Equal(fact, SourceRules.FactIn(text));

    [Fact]
    public void A_check_is_stale_when_twelve_months_have_gone_by()
    {
        Assert.False(SourceRules.IsStale(new(2025, 11, 21), new(2026, 11, 21)));
        Assert.True(SourceRules.IsStale(new(2025, 11, 20), new(2026, 11, 21)));
    }

    [Theory]
    [InlineData("W2", 0, "W2 Over-long sentence")]
    [InlineData("w2", 0, "W2 Over-long sentence")]
    [InlineData("W99", 2, "There is no rule W99")]
    public void A_rule_is_explained_by_its_code(string code, int exit, string beginning)
    {
        using var output = new StringWriter();
        Assert.Equal(exit, ContentRulesCommand.Run(code, output));
        Assert.StartsWith(beginning, output.ToString(), StringComparison.Ordinal);
    }
}
