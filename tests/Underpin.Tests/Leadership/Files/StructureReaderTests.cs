using Underpin.Leadership.Files;
using Underpin.Platform.Content;
using static Underpin.Tests.Leadership.LeadershipData;

namespace Underpin.Tests.Leadership.Files;

/// <summary>A structure file is read whole, or refused with every line that is wrong.</summary>
public sealed class StructureReaderTests
{
    const string Sound = """
        title: A school
        date: 2026-11-23
        schools:
          - { code: school, name: The school, kind: [secondary] }
        people:
          - { code: hana, name: Hana Ito }
          - { code: bo, name: Bo Lund }
        posts:
          - { code: head, title: Head, school: school, tier: core, head: true, held-by: [hana] }
          - { code: deputy, title: Deputy, school: school, tier: core, held-by: [bo], reports-to: head }
        meetings:
          - { code: slt, name: Senior team, school: school, members: [head, deputy], policy: true }
        responsibilities:
          - { duty: TEA-01, school: school, accountable: deputy }
        """;

    [Theory]
    [InlineData("leadership-saltmarsh.yaml", 33, 14)]
    [InlineData("leadership-northquay.yaml", 24, 5)]
    public void The_examples_of_the_guide_can_be_read(string name, int people, int seniors)
    {
        var structure = Read(name);
        Assert.Equal(people, structure.People.Count);
        Assert.Equal(seniors, structure.Posts.Count(post => post.Tier <= Underpin.Leadership.Structure.Tier.Wider));
    }

    [Fact]
    public void A_sound_file_gives_a_structure()
    {
        var (structure, problems) = ReadText(Sound);
        Assert.Empty(problems);
        Assert.Equal("Hana Ito", structure!.People[0].Name);
        Assert.Equal(new DateOnly(2026, 11, 23), structure.Date);
    }

    [Theory]
    [InlineData("held-by: [hana]", "held-by: [hanna]", 9, "F3 There is no person 'hanna', who is meant to hold head")]
    [InlineData("reports-to: head", "reports-to: heed", 10, "F3 There is no post 'heed', to which Deputy is meant to report")]
    [InlineData("reports-to: head", "reports-to: deputy", 10, "F5 Deputy reports to itself")]
    [InlineData("tier: core, head: true", "tier: top, head: true", 9, "F1 'tier' is 'top': expected core, wider, middle or other")]
    [InlineData("held-by: [bo], reports-to: head", "held-by: [bo], head: true", 10, "F6 school has two heads, Head and Deputy (lines 9 and 10)")]
    [InlineData("held-by: [bo]", "held-by: [hana]", 7, "F6 Bo Lund holds no post and so stands in no tier")]
    [InlineData("held-by: [bo]", "holders: [{ person: bo, from: 2027-01-01, until: 2026-01-01 }]", 10, "F6 It ends on 1 January 2026, before it begins on 1 January 2027")]
    [InlineData("duty: TEA-01", "duty: TEA-99", 14, "F3 There is no duty 'TEA-99'")]
    [InlineData("accountable: deputy", "accountable: nobody", 14, "F3 There is no person or post 'nobody'")]
    [InlineData("members: [head, deputy]", "members: [head, ghost]", 12, "F3 There is no person or post 'ghost', who is meant to sit in Senior team")]
    [InlineData("school: school, tier: core, head", "school: other, tier: core, head", 9, "F3 There is no school 'other'")]
    [InlineData("code: bo, name", "code: head, name", 7, "F6 'head' is the code of a person and, on line 9 of school.yaml, of a post")]
    [InlineData("name: Bo Lund", "name: \"Bo\\u202ELund\"", 7, "F1 The name has a character that cannot be seen or printed")]
    [InlineData("date: 2026-11-23", "date: 23 November", 2, "F1 'date' is '23 November': expected a date from 1900 to 2100 such as 2026-09-01")]
    [InlineData("tier: core, head", "tier: core, point: L9, head", 9, "F3 There is no pay point 'L9'")]
    [InlineData("policy: true", "polcy: true", 12, "F1 'polcy' is not a key of a meeting: did you mean 'policy'?")]
    public void A_slip_is_told_with_its_line(string right, string wrong, int line, string expected)
    {
        var (structure, problems) = ReadText(Sound.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Null(structure);
        Assert.Contains(problems, problem => problem.Line == line && $"{problem.Code} {problem.Message}".StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_circle_in_line_management_is_told_with_those_who_are_in_it()
    {
        var text = Sound.Replace("head: true, held-by: [hana]", "head: true, held-by: [hana], reports-to: deputy", StringComparison.Ordinal);
        Assert.Contains(ReadText(text).Problems, problem => problem is { Line: 9, Code: "F5", Message: "Management goes round in a circle: Head, who reports to Deputy, who reports to Head. Expected it to end at a head" });
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var text = Sound.Replace("held-by: [hana]", "held-by: [hanna]", StringComparison.Ordinal).Replace("TEA-01", "TEA-99", StringComparison.Ordinal).Replace("members: [head, deputy]", "members: [ghost]", StringComparison.Ordinal);
        // The unknown holder, the person left without a post, the unknown member, the unknown duty.
        Assert.Equal([6, 9, 12, 14], ReadText(text).Problems.Select(problem => problem.Line));
    }

    [Fact]
    public void Names_of_any_script_are_kept()
    {
        var (structure, problems) = ReadText(Sound.Replace("Hana Ito", "伊藤 花", StringComparison.Ordinal).Replace("Bo Lund", "नीना शर्मा", StringComparison.Ordinal));
        Assert.Empty(problems);
        Assert.Equal(["伊藤 花", "नीना शर्मा"], structure!.People.Select(person => person.Name));
    }

    [Theory]
    [InlineData("not: [yaml", "F2")]
    [InlineData("", "F2")]
    [InlineData("title: *x", "F2")]
    public void What_is_no_structure_at_all_is_refused(string text, string code) => Assert.Contains(ReadText(text).Problems, problem => problem.Code == code);

    static (Underpin.Leadership.Structure.SchoolStructure? Structure, IReadOnlyList<ContentProblem> Problems) ReadText(string text)
    {
        var folder = Directory.CreateTempSubdirectory("underpin-structure-");
        try
        {
            var file = Path.Combine(folder.FullName, "school.yaml");
            File.WriteAllText(file, text);
            return StructureReader.Read(file, Content);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
