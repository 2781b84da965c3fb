using System.Text.Json;
using Underpin.Qualifications.Content;
using static Underpin.Tests.Qualifications.Content.SoundDirectory;

namespace Underpin.Tests.Qualifications.Content.Lint;

public sealed class CoverageTests
{
    private static (int Exit, string Output) Run(string directory, bool json)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var exit = ContentCoverageCommand.Run(directory, json, output, ContentDirectory.Today);
        return (exit, output.ToString());
    }

    [Fact]
    public void The_report_says_what_covers_what()
    {
        using var directory = new SoundDirectory();
        Assert.Equal(
            (0, """
            Competences, and the units that teach them to each level
              SUP-1  2: EIT205 EIT305 EIT306 EIT501

            Roles, and the competences that they ask for at a level no unit teaches
              it-technician                        1 asked, all taught

            Standards for schools, and the competences that they call on
              OUT-1 (Helping people): SUP-1 part

            Apprenticeships, and the units that they cover in part or whole
              OUT-1 (Helping people): EIT205 part

            No holes

            """),
            Run(directory.Path, json: false));
    }

    [Fact]
    public void A_hole_is_listed_with_its_reason_or_fails_the_report()
    {
        using var directory = new SoundDirectory();
        directory.Replace(ApprenticeshipsFile, "to: EIT205", "to: SUP-1");
        var (exit, output) = Run(directory.Path, json: false);
        Assert.Equal(1, exit);
        Assert.EndsWith(
            "Holes: 1, 1 of them without a reason\n  apprenticeships OUT-1: Helping people reaches no unit\n      no reason given\n", output, StringComparison.Ordinal);

        directory.Write(CoverageFile, "holes: [{ hole: apprenticeships OUT-1, reason: It is for offices. }]\n");
        (exit, output) = Run(directory.Path, json: true);
        Assert.Equal(0, exit);
        var hole = Assert.Single(JsonDocument.Parse(output).RootElement.GetProperty("coverage").GetProperty("holes").EnumerateArray());
        Assert.Equal("It is for offices.", hole.GetProperty("reason").GetString());
    }

    [Fact]
    public void Content_that_cannot_be_read_has_no_report()
    {
        using var directory = new SoundDirectory();
        directory.Replace(UnitFileName, "credit: 1", "credit: none");
        var (exit, output) = Run(directory.Path, json: false);
        Assert.Equal(1, exit);
        Assert.StartsWith("units/EIT205.yaml:5: F1", output, StringComparison.Ordinal);
        Assert.Equal(2, Run("/no/such/directory", json: false).Exit);
    }

    private const string UnitFileName = ContentDirectory.UnitFile;
}
