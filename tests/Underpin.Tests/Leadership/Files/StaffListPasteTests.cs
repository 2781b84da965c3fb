using Underpin.Leadership.Files;
using Underpin.Leadership.Structure;
using static Underpin.Tests.Leadership.LeadershipData;

namespace Underpin.Tests.Leadership.Files;

/// <summary>A staff list pasted as it is.</summary>
public sealed class StaffListPasteTests
{
    static StructureImport Paste(string text) => StaffListPaste.Read("Pasted", School(), text, Content);

    [Theory]
    [InlineData("Hana Ito, Headteacher\nBo Lund, Deputy headteacher")]
    [InlineData("Name\tPost\r\nHana Ito\tHeadteacher\r\nBo Lund\tDeputy headteacher\r\n")]
    [InlineData("• Hana Ito – Headteacher\n\n• Bo Lund – Deputy headteacher\n")]
    [InlineData("Hana Ito: Headteacher\nBo Lund - Deputy headteacher\n")]
    public void Names_and_posts_are_read_however_they_are_set_apart(string text)
    {
        var structure = Paste(text).Structure!;
        Assert.Equal(["Hana Ito", "Bo Lund"], structure.People.Select(person => person.Name));
        Assert.Equal([("Headteacher", true), ("Deputy headteacher", false)], structure.Posts.Select(post => (post.Title, post.IsHead)));
    }

    [Theory]
    [InlineData("Headteacher", "Core")]
    [InlineData("Deputy Head (Pastoral)", "Core")]
    [InlineData("Assistant Headteacher", "Wider")]
    [InlineData("School Business Manager", "Wider")]
    [InlineData("Head of Year 9", "Middle")]
    [InlineData("Network manager", "Middle")]
    [InlineData("SENCO", "Middle")]
    [InlineData("Teacher of music", "Other")]
    [InlineData("IT technician", "Other")]
    public void A_tier_is_guessed_from_a_title(string title, string tier) => Assert.Equal(tier, TitleGuess.TierOf(title).ToString());

    [Fact]
    public void What_was_guessed_is_told()
    {
        var notes = Paste("Hana Ito, Headteacher\nBo Lund, Head of music\nBo Lund, Exams lead").Notes;
        Assert.Equal(
        [
            "Bo Lund stands in the list more than once, and is taken to be one person with several posts.",
            "The core of the senior team, to judge by titles: Headteacher.",
            "Middle leaders, to judge by titles: Head of music, Exams lead.",
        ], notes);
    }

    [Fact]
    public void Two_heads_are_told_with_both_rows()
    {
        var import = Paste("Hana Ito, Headteacher\nBo Lund, Principal");
        Assert.Null(import.Structure);
        Assert.Equal("your list:2: F6 school has two heads, Headteacher and Principal (lines 1 and 2): expected one. Two people who share a headship hold one post together", import.Problems.Single().ToString());
    }

    [Fact]
    public void Two_co_heads_share_one_post()
    {
        var structure = Paste("Hana Ito, Co-headteacher\nBo Lund, Co-headteacher").Structure!;
        Assert.Equal("Co-headteacher", Assert.Single(structure.Posts).Title);
        Assert.Equal(2, structure.Holdings.Count);
    }

    [Fact]
    public void Posts_of_one_title_are_posts_of_their_own_and_a_vacancy_is_a_post()
    {
        var structure = Paste("Hana Ito, Teacher\nBo Lund, Teacher\nVacant, Teacher").Structure!;
        Assert.Equal(["teacher", "teacher-2", "teacher-3"], structure.Posts.Select(post => post.Code));
        Assert.Equal(2, structure.People.Count);
    }

    [Fact]
    public void A_person_called_like_a_post_does_not_take_its_code()
    {
        var structure = Paste("Head, Headteacher\nHeadteacher, Head").Problems;
        Assert.Single(structure); // two heads, and nothing else
        Assert.Empty(Paste("Clerk, Teacher\nTeacher, Clerk").Problems);
    }

    [Fact]
    public void Names_of_any_script_get_codes_that_differ()
    {
        var structure = Paste("渡辺 潤, Teacher\nنادية حداد, Teacher\nनीना शर्मा, Teacher\nÅsa Öberg, Teacher\nO'Brien-Łukasz, Teacher").Structure!;
        Assert.Equal(5, structure.People.Select(person => person.Code).Distinct().Count());
        Assert.All(structure.People, person => Assert.Matches(StructureText.CodePattern(), person.Code));
    }

    [Fact]
    public void Every_line_that_cannot_be_read_is_told_and_nothing_is_loaded()
    {
        var import = Paste("Hana Ito, Headteacher\nBo Lund\nMarsh, Helen, Deputy head\n=cmd|x, Clerk\n\u202EEvil, Clerk");
        Assert.Null(import.Structure);
        Assert.Equal([2, 3, 4, 5], import.Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void Ten_thousand_lines_are_refused_in_one_sentence() =>
        Assert.Equal(["your list:1: F2 This has 10,000 rows: expected at most 6,000. Split it, one school at a time"], Paste(string.Concat(Enumerable.Range(0, 10_000).Select(i => $"Person {i}, Teacher\n"))).Problems.Select(problem => problem.ToString()));

    [Fact]
    public void Six_thousand_teachers_are_read() => Assert.Equal(6_000, Paste(string.Concat(Enumerable.Range(0, 6_000).Select(i => $"Person {i}, Teacher\n"))).Structure!.Posts.Count);

    [Theory]
    [InlineData("")]
    [InlineData("\n  \n")]
    [InlineData("Name, Post\n")]
    public void An_empty_list_is_told(string text) => Assert.Contains(Paste(text).Problems, problem => problem.Message.StartsWith("There is nobody here", StringComparison.Ordinal));
}
