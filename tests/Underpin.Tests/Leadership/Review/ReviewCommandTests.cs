using System.Text.Json;
using Underpin.Leadership.Review;
using static Underpin.Tests.Leadership.LeadershipData;

namespace Underpin.Tests.Leadership.Review;

/// <summary><c>underpin leadership review</c> as somebody runs it.</summary>
public sealed class ReviewCommandTests
{
    static (int Exit, string Text) Run(string file, bool json = false)
    {
        var output = new StringWriter();
        return (ReviewCommand.Run(file, ContentDirectory, json, output, Today), output.ToString());
    }

    [Fact]
    public void Findings_exit_with_1_and_are_told_with_evidence_reason_and_threshold()
    {
        var (exit, text) = Run(Example("leadership-saltmarsh.yaml"));
        Assert.Equal(ReviewCommand.Findings, exit);
        Assert.StartsWith("Saltmarsh Academy, as it is, as of 23 November 2026", text, StringComparison.Ordinal);
        Assert.Contains("S1 One meeting of Saltmarsh Academy is too large to decide.", text, StringComparison.Ordinal);
        Assert.Contains("   - Senior leadership team decides on money and policy and has 14 members; Core team decides too, with 4.", text, StringComparison.Ordinal);
        Assert.Contains("   Most people in a meeting that decides: 8", text, StringComparison.Ordinal);
        Assert.Contains("Why it matters:", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_machine_reads_the_same_as_JSON()
    {
        var (exit, text) = Run(Example("leadership-northquay.yaml"), json: true);
        Assert.Equal(ReviewCommand.Findings, exit);
        using var document = JsonDocument.Parse(text);
        Assert.False(document.RootElement.GetProperty("ok").GetBoolean());
        Assert.Contains(document.RootElement.GetProperty("findings").EnumerateArray(), finding => finding.GetProperty("code").GetString() == "A3" && finding.GetProperty("school").GetString() == "northquay");
        Assert.Equal(2, document.RootElement.GetProperty("measures")[0].GetProperty("it").GetProperty("between").GetInt32());
        Assert.Contains("Petra Novotná", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_found_exits_with_0() => WithFile("""
        title: A school of one
        schools: [{ code: s, name: One, kind: [primary] }]
        people: [{ code: hana, name: Hana }]
        posts: [{ code: head, title: Head, school: s, tier: core, head: true, held-by: [hana] }]
        """, file =>
    {
        var (exit, text) = Run(file);
        Assert.Equal(ReviewCommand.NoFindings, exit);
        Assert.Contains("Nothing was found.", text, StringComparison.Ordinal);
        Assert.Contains("Not judged: No responsibilities are on record", text, StringComparison.Ordinal);
    });

    [Fact]
    public void A_bad_file_exits_with_2_and_every_line_that_is_wrong() => WithFile("title: Bad\nschools: []\nposts:\n  - { code: A B, title: x, tier: nowhere }\n", file =>
    {
        var (exit, text) = Run(file);
        Assert.Equal(ReviewCommand.BadFile, exit);
        Assert.Equal(["bad.yaml:2:", "bad.yaml:4:", "bad.yaml:4:"], text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
        Assert.Contains("\"ok\": false", Run(file, json: true).Text, StringComparison.Ordinal);
    });

    [Fact]
    public void A_file_that_is_not_there_exits_with_2()
    {
        var (exit, text) = Run(Path.Combine(Path.GetTempPath(), "no-such-structure.yaml"));
        Assert.Equal(ReviewCommand.BadFile, exit);
        Assert.StartsWith("no-such-structure.yaml:1: F2 The file could not be read", text, StringComparison.Ordinal);
    }

    static void WithFile(string text, Action<string> check)
    {
        var folder = Directory.CreateTempSubdirectory("underpin-review-");
        try
        {
            var file = Path.Combine(folder.FullName, "bad.yaml");
            File.WriteAllText(file, text);
            check(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
