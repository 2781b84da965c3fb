using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Files;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Tests.Leadership.Catalogue;

/// <summary>What content/leadership says, and how it is refused when it says it wrongly.</summary>
public sealed class LeadershipContentTests
{
    [Fact]
    public void The_content_of_this_repository_can_be_read_and_no_rule_finds_anything()
    {
        var today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
        var (content, problems) = LeadershipContent.Read(LeadershipData.ContentDirectory, today);
        Assert.Empty(problems);
        Assert.DoesNotContain(content!.Lint(today), finding => finding.Code != SourceRules.Stale.Code);
    }

    [Fact]
    public void Every_group_has_duties_and_a_primary_school_has_about_sixty()
    {
        var catalogue = LeadershipData.Content.Catalogue;
        Assert.All(catalogue.Groups, group => Assert.True(catalogue.Responsibilities.Count(duty => duty.Group == group.Code) >= 10));
        Assert.InRange(catalogue.Responsibilities.Count(duty => duty.AppliesTo(new HashSet<string> { "primary" })), 55, 65);
        Assert.Single(catalogue.Responsibilities, duty => duty.IsItLead);
    }

    [Fact]
    public void What_is_called_statutory_has_a_source_that_somebody_has_read() =>
        Assert.All(LeadershipData.Content.Catalogue.Responsibilities.Where(duty => duty.IsStatutory), duty => Assert.False(duty.IsProvisional, duty.Code));

    [Fact]
    public void What_is_called_statutory_from_memory_is_provisional()
    {
        var duty = LeadershipData.Content.Catalogue["PAS-05"];
        Assert.True((duty with { Sources = [.. duty.Sources.Select(source => source with { Confidence = Confidence.Recalled })] }).IsProvisional);
    }

    [Fact]
    public void Only_a_secondary_school_runs_public_examinations()
    {
        var exams = LeadershipData.Content.Catalogue["TEA-05"];
        Assert.True(exams.AppliesTo(new HashSet<string> { "secondary" }));
        Assert.False(exams.AppliesTo(new HashSet<string> { "primary" }));
    }

    [Theory]
    [InlineData("weight: 5", "weight: 9", "F1 'weight' is '9': expected a whole number from 1 to 5, without quotes")]
    [InlineData("  - code: TEA-02", "  - code: XYZ-02", "F3 XYZ-02 begins with XYZ, which is no group: expected TEA, PAS, STA, BUS, ITS")]
    [InlineData("  - code: TEA-02", "  - code: TEA-01", "F4 The duty TEA-01 is given a second time")]
    [InlineData("needs: [qualified-teacher]", "needs: [diploma]", "F3 'diploma' is no qualification of this file: expected qualified-teacher")]
    [InlineData("    for: [secondary]", "    for: [nursery]", "F3 'nursery' is no kind of school: expected primary, secondary, sixth-form, trust")]
    [InlineData("  - one: STA-07", "  - one: STA-77", "F3 'STA-77' is no duty of this file")]
    [InlineData("title: The timetable", "titel: The timetable", "F1 'titel' is not a key of a responsibility: did you mean 'title'?")]
    public void A_slip_in_the_catalogue_is_told_with_its_line(string right, string wrong, string expected)
    {
        var (problems, line) = ReadChanged(CatalogueReader.File, right, wrong);
        Assert.Contains(problems, problem => problem.Line == line && $"{problem.Code} {problem.Message}".StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("default: 8", "default: 80", "F6 'default' is 80: expected a number from 'lowest' 3 to 'highest' 30")]
    [InlineData("default: 1.5", "default: one and a half", "F1 'default' is 'one and a half': expected a number such as 8 or 1.5")]
    public void A_slip_in_the_thresholds_is_told_with_its_line(string right, string wrong, string expected)
    {
        var (problems, line) = ReadChanged(ThresholdReader.File, right, wrong);
        Assert.Contains(problems, problem => problem.Line == line && $"{problem.Code} {problem.Message}" == expected);
    }

    [Fact]
    public void A_threshold_that_the_review_rests_on_cannot_be_taken_out() =>
        Assert.Contains(ReadChanged(ThresholdReader.File, "code: span-most", "code: span-mostly").Problems, problem => problem.Message == "The threshold span-most is missing: the review rests on it");

    [Fact]
    public void A_duty_called_statutory_without_a_source_is_refused()
    {
        using var folder = new ContentCopy();
        folder.Write(CatalogueReader.File, folder.Read(CatalogueReader.File).Replace("    weight: 5\n    sources:", "    weight: 5\n    statutory: true\n    sources:", StringComparison.Ordinal)
            .Replace("  - code: TEA-02\n", "  - code: TEA-02\n    statutory: true\n", StringComparison.Ordinal));
        Assert.Contains(LeadershipContent.Read(folder.Path, LeadershipData.Today).Problems, problem => problem is { Code: "E1", Message: "TEA-02 is called statutory without a source: expected one under 'sources'" });
    }

    [Fact]
    public void Every_template_can_be_read_and_answers_for_every_duty_of_its_kind_of_school()
    {
        var (templates, problems) = StructureTemplate.ReadAll(LeadershipData.ContentDirectory, LeadershipData.Content);
        Assert.Empty(problems);
        Assert.Equal(["small", "wide"], templates.Select(template => template.Code));
        Assert.All(templates, template =>
        {
            var traits = template.Structure.Schools[0].Traits.ToHashSet();
            var answered = template.Structure.Assignments.Where(one => one.Part == Underpin.Leadership.Structure.Part.Accountable).Select(one => one.Duty).ToHashSet();
            Assert.Equal([], LeadershipData.Content.Catalogue.Responsibilities.Where(duty => duty.AppliesTo(traits) && !answered.Contains(duty.Code)).Select(duty => duty.Code));
        });
    }

    private static (IReadOnlyList<ContentProblem> Problems, int Line) ReadChanged(string file, string right, string wrong)
    {
        using var folder = new ContentCopy();
        var text = folder.Read(file);
        var at = text.IndexOf(right, StringComparison.Ordinal);
        Assert.True(at >= 0, right);
        folder.Write(file, text[..at] + wrong + text[(at + right.Length)..]);
        return (LeadershipContent.Read(folder.Path, LeadershipData.Today).Problems, text[..at].Count(character => character == '\n') + 1);
    }

    private sealed class ContentCopy : IDisposable
    {
        public ContentCopy()
        {
            Directory.CreateDirectory(System.IO.Path.Combine(Path, "leadership"));
            foreach (var file in (string[])[CatalogueReader.File, ThresholdReader.File])
                File.Copy(System.IO.Path.Combine(LeadershipData.ContentDirectory, file), System.IO.Path.Combine(Path, file));
        }

        public string Path { get; } = Directory.CreateTempSubdirectory("underpin-leadership-").FullName;

        public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Path, file));

        public void Write(string file, string text) => File.WriteAllText(System.IO.Path.Combine(Path, file), text);

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
