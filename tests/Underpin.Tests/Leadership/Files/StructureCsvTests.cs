using System.Text;
using Underpin.Leadership.Files;
using Underpin.Leadership.Structure;
using static Underpin.Tests.Leadership.LeadershipData;

namespace Underpin.Tests.Leadership.Files;

/// <summary>Tables that somebody uploads: read whole, or refused with every row that is wrong.</summary>
public sealed class StructureCsvTests
{
    const string People = "name,knows,holds\nHana Ito,TEA;PAS,qualified-teacher\nBo Lund,,\n";
    const string Posts = "title,tier,head,person,reports_to,side,salary,from,until\nHead,core,yes,Hana Ito,,,\"£98,000\",,\nDeputy,core,,Bo Lund,Head,curriculum,72000,1/9/2024,\n";
    const string Duties = "duty,accountable,responsible,from,until\nTEA-01,Deputy,,,\nITS-01,Hana Ito,Bo Lund,2026-09-01,2027-08-31\n";

    static StructureImport Import(string people = People, string posts = Posts, string? duties = Duties, string? meetings = null, params School[] schools) =>
        StructureCsv.Read("Imported", schools.Length == 0 ? [School()] : schools, new() { People = people, Posts = posts, Responsibilities = duties, Meetings = meetings }, Content);

    [Fact]
    public void Sound_tables_give_a_structure()
    {
        var structure = Import(meetings: "name,members,policy,budget,remit\nSenior team,Head;Deputy,yes,5000,TEA;PAS\n").Structure!;
        Assert.Equal(["hana-ito", "bo-lund"], structure.People.Select(person => person.Code));
        Assert.Equal(["head", "deputy"], structure.Posts.Select(post => post.Code));
        Assert.Equal(98_000, structure.Posts[0].Salary);
        Assert.Equal([new ReportingLine("head", Side.Curriculum)], structure.Posts[1].ReportsTo);
        Assert.Equal(new(new DateOnly(2024, 9, 1), null), structure.Holdings[1].Period);
        Assert.Equal(["TEA-01 Accountable deputy", "ITS-01 Accountable hana-ito", "ITS-01 Responsible bo-lund"], structure.Assignments.Select(one => $"{one.Duty} {one.Part} {one.Holder}"));
        Assert.Equal(["head", "deputy"], structure.Meetings[0].Members);
        Assert.All(structure.Posts, post => Assert.Equal(["school"], post.Schools));
    }

    [Fact]
    public void The_example_of_the_guide_can_be_imported()
    {
        string Text(string name) => File.ReadAllText(Example($"leadership-example-{name}.csv"));
        var import = StructureCsv.Read("Lantern Street", [School("lantern-street", "Lantern Street Primary", "primary")], new() { People = Text("people"), Posts = Text("posts"), Responsibilities = Text("responsibilities"), Meetings = Text("meetings") }, Content);
        Assert.Empty(import.Problems);
        Assert.Equal((7, 8, 2), (import.Structure!.People.Count, import.Structure.Posts.Count, import.Structure.Meetings.Count));
    }

    [Fact]
    public void Everything_wrong_is_told_by_row_at_once_and_nothing_is_loaded()
    {
        var import = Import(
            people: "name\nHana Ito\nBo Lund\nGhost Writer\n",
            posts: "title,tier,head,person,reports_to,from,until\nHead,core,yes,Hana Ito,Deputy,,\nDeputy,,yes,Bo Lund,Head,2027-01-01,2026-01-01\nClerk,other,,Nobody Known,Heed,,\n",
            duties: "duty,accountable\nTEA-99,Head\nTEA-01,Somebody\n");
        Assert.Null(import.Structure);
        Assert.Equal(
        [
            "people.csv:4: F6 Ghost Writer holds no post and so stands in no tier: expected a post for everybody",
            "posts.csv:2: F5 Management goes round in a circle: Head, who reports to Deputy, who reports to Head. Expected it to end at a head",
            "posts.csv:3: F1 Deputy stands in no tier: expected core, wider, middle or other",
            "posts.csv:3: F6 It ends on 1 January 2026, before it begins on 1 January 2027: expected the dates the other way round",
            "posts.csv:3: F6 The school has two heads, Head and Deputy (lines 2 and 3): expected one. Two people who share a headship hold one post together",
            "posts.csv:4: F3 There is no post 'Heed', who stands under 'reports_to': expected a name or code of the other table",
            "posts.csv:4: F3 There is no person 'Nobody Known', who stands under 'person': expected a name or code of the other table",
            "responsibilities.csv:2: F3 There is no duty 'TEA-99': expected the code of one, such as ITS-01",
            "responsibilities.csv:3: F3 There is no person or post 'Somebody', who stands under 'accountable': expected a name or code of the other table",
        ], import.Problems.Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"\"http://x\"\")")]
    [InlineData("+44 1234")]
    [InlineData("@SUM(A1)")]
    [InlineData("  -2+3")]
    [InlineData("＝1+1")]
    public void A_cell_that_a_spreadsheet_would_run_is_refused(string cell) =>
        Assert.Contains(Import(people: $"name\nHana Ito\nBo Lund\n\"{cell}\"\n").Problems, problem => problem is { File: "people.csv", Line: 4 } && problem.Message.Contains("would run it as a formula", StringComparison.Ordinal));

    [Fact]
    public void A_lone_dash_is_an_empty_cell() => Assert.Empty(Import(posts: Posts.Replace("Head,core,yes,Hana Ito,,,", "Head,core,yes,Hana Ito,-,–,", StringComparison.Ordinal)).Problems);

    [Fact]
    public void Ten_thousand_rows_are_refused_in_one_sentence()
    {
        var rows = new StringBuilder("name\n");
        for (var i = 0; i < 10_000; i++)
            rows.Append("Somebody ").Append(i).Append('\n');
        var import = Import(people: rows.ToString());
        Assert.Equal("people.csv:1: F2 This has 10,001 rows: expected at most 6,000. Split it, one school at a time", import.Problems[0].ToString());
    }

    [Fact]
    public void Problems_are_told_up_to_a_bound_and_the_rest_is_counted()
    {
        var import = Import(people: People + string.Concat(Enumerable.Range(0, 1000).Select(i => $"Person {i}\n")));
        Assert.Equal((StructureImport.MaximumShown, 800), (import.Problems.Count, import.MoreProblems));
    }

    [Fact]
    public void Two_people_of_one_name_are_told_apart_by_code()
    {
        var people = "name,code\nBo Lund,bo-1\nBo Lund,bo-2\n";
        Assert.Contains(Import(people, "title,tier,head,person\nHead,core,yes,Bo Lund\nDeputy,core,,bo-2\n", null).Problems, problem => problem is { File: "posts.csv", Line: 2 } && problem.Message.StartsWith("'Bo Lund' under 'person' is the name of more than one person", StringComparison.Ordinal));
        Assert.Equal(["bo-1", "bo-2"], Import(people, "title,tier,head,person\nHead,core,yes,bo-1\nDeputy,core,,bo-2\n", null).Structure!.Holdings.Select(one => one.Person));
    }

    [Fact]
    public void A_post_may_be_shared_by_people_and_by_schools_and_may_be_vacant()
    {
        var structure = Import(
            posts: "title,tier,school,head,person\nHead,core,North,yes,Hana Ito;Bo Lund\nDirector of IT,wider,North;South,,Vacant\nChief executive,core,,yes,Bo Lund\n", duties: null,
            schools: [School("n", "North"), School("s", "South")]).Structure!;
        Assert.Equal(["hana-ito", "bo-lund"], structure.Holdings.Where(one => one.Post == "head").Select(one => one.Person));
        Assert.Equal(["n", "s"], structure.Posts[1].Schools);
        Assert.DoesNotContain(structure.Holdings, one => one.Post == "director-of-it");
        Assert.Empty(structure.Posts[2].Schools);
    }

    [Theory]
    [InlineData("title;tier;head;person\nHead;core;yes;Hana Ito\nDeputy;core;;Bo Lund\n")]
    [InlineData("Title\tTier\tHead\tPerson\nHead\tcore\tyes\tHana Ito\nDeputy\tcore\t\tBo Lund\n")]
    [InlineData("\uFEFFtitle,tier,head,person\r\nHead,core,yes,\"Hana Ito\"\r\n\r\nDeputy,core,,Bo Lund")]
    public void Tables_as_different_spreadsheets_save_them_are_read(string posts) => Assert.Empty(Import(posts: posts, duties: null).Problems);

    [Fact]
    public void A_quote_in_a_cell_and_a_line_in_a_cell_are_read()
    {
        var structure = Import(people: "name,knows\n\"Hana \"\"Hanni\"\" Ito\",\"TEA;\nPAS\"\nBo Lund,\n", posts: Posts.Replace("Hana Ito", "\"Hana \"\"Hanni\"\" Ito\"", StringComparison.Ordinal), duties: null).Structure!;
        Assert.Equal("Hana \"Hanni\" Ito", structure.People[0].Name);
        Assert.Equal(["TEA", "PAS"], structure.People[0].Knows);
        Assert.Equal(3, structure.People[1].Line);
    }

    [Theory]
    [InlineData("nam\nHana Ito\n", "people.csv:1: F1 'nam' is not a column of this file: expected name, code, knows, holds")]
    [InlineData("code\nhana\n", "people.csv:1: F1 The column 'name' is missing: expected it in the first row")]
    [InlineData("name,name\nHana Ito,x\n", "people.csv:1: F4 The column 'name' is given twice: expected it once")]
    [InlineData("", "people.csv:1: F2 There is nothing here: expected headings in the first row (name, code, knows, holds) and a row for each below")]
    [InlineData("name\n\"Hana Ito\n", "people.csv:2: F2 A quote is opened in this row and never closed: expected a second one, and two for each quote inside the text")]
    [InlineData("name\nIto, Hana\n", "people.csv:2: F1 The row has 2 cells and the headings 1: a text with a comma in it needs quotes around it")]
    [InlineData("name,code\nHana Ito,Not A Code\n", "people.csv:2: F1 The code is 'Not A Code': expected a short name of small letters, digits and hyphens, at most 60 of them, such as head-of-maths")]
    public void A_table_of_the_wrong_shape_is_told(string people, string expected) => Assert.Contains(expected, Import(people: people).Problems.Select(problem => problem.ToString()));

    [Theory]
    [InlineData("72000", "a lot", "'salary' is 'a lot': expected a number of at most 1000000")]
    [InlineData("curriculum", "sideways", "'side' is 'sideways': expected curriculum, business, both")]
    [InlineData("1/9/2024", "31/9/2024", "'from' is '31/9/2024': expected a date from 1900 to 2100 such as 2026-09-01, or 1/9/2026")]
    [InlineData("core,yes", "core,perhaps", "'head' is 'perhaps': expected yes or no")]
    public void A_cell_that_cannot_be_understood_is_told(string right, string wrong, string expected) =>
        Assert.Contains(expected, Import(posts: Posts.Replace(right, wrong, StringComparison.Ordinal)).Problems.Select(problem => problem.Message));
}
