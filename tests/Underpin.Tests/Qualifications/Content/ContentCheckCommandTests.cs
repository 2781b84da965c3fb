using System.Text.Json;
using Underpin.Qualifications.Content;

namespace Underpin.Tests.Qualifications.Content;

public sealed class ContentCheckCommandTests
{
    private static (int Exit, string Output) Run(string directory, bool json)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var exit = ContentCheckCommand.Run(directory, json, output, ContentDirectory.Today);
        return (exit, output.ToString());
    }

    [Fact]
    public void Content_without_problems_is_counted_and_exits_0()
    {
        using var directory = new SoundDirectory();
        var (exit, output) = Run(directory.Path, json: false);
        Assert.Equal(0, exit);
        Assert.Equal(
            "     1 areas\n     1 competences\n     1 roles\n     4 units\n     4 outcomes\n     8 criteria\n     1 qualifications\n     2 crosswalks\n     6 crosswalk rows\n", output);
    }

    [Fact]
    public void Problems_are_printed_one_to_a_line_and_exit_1()
    {
        using var directory = new SoundDirectory();
        directory.Replace(ContentDirectory.UnitFile, "credit: 1", "credit: -1");
        directory.Replace(ContentDirectory.AreaFile, "order: 1", "order: first");
        var (exit, output) = Run(directory.Path, json: false);
        Assert.Equal(1, exit);
        Assert.Equal(
            "framework/areas/support.yaml:3: F1 'order' is 'first': expected a whole number from 1 to 99, without quotes\n"
            + "units/EIT205.yaml:5: F1 'credit' is '-1': expected a whole number from 1 to 999, without quotes\n"
            + "2 problems\n",
            output);
    }

    [Fact]
    public void A_directory_that_is_not_there_exits_2_with_one_line()
    {
        var (exit, output) = Run("/no/such/directory", json: false);
        Assert.Equal(2, exit);
        Assert.Equal("There is no directory /no/such/directory: expected one with framework, units and qualifications in it\n", output);
        Assert.Equal((2, false), (Run("/no/such/directory", json: true).Exit, Parse(Run("/no/such/directory", json: true).Output).GetProperty("ok").GetBoolean()));
    }

    [Fact]
    public void A_machine_reads_the_same_as_JSON()
    {
        using var directory = new SoundDirectory();
        var (exit, output) = Run(directory.Path, json: true);
        Assert.Equal(0, exit);
        Assert.True(Parse(output).GetProperty("ok").GetBoolean());
        Assert.Equal(8, Parse(output).GetProperty("counts").GetProperty("criteria").GetInt32());

        directory.Replace(ContentDirectory.UnitFile, "credit: 1", "credit: -1");
        (exit, output) = Run(directory.Path, json: true);
        Assert.Equal(1, exit);
        Assert.False(Parse(output).GetProperty("ok").GetBoolean());
        var problem = Assert.Single(Parse(output).GetProperty("problems").EnumerateArray());
        Assert.Equal("units/EIT205.yaml", problem.GetProperty("file").GetString());
        Assert.Equal(5, problem.GetProperty("line").GetInt32());
        Assert.Equal("F1", problem.GetProperty("code").GetString());
        Assert.StartsWith("'credit' is '-1'", problem.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;
}
