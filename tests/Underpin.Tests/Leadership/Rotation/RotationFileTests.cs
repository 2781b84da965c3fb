using System.Text.Json;
using Underpin.Leadership.Rotation;

namespace Underpin.Tests.Leadership.Rotation;

public sealed class RotationFileTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("underpin-rotation-");

    public void Dispose() => _folder.Delete(recursive: true);

    string Written(string text)
    {
        var path = Path.Combine(_folder.FullName, "rotation.yaml");
        File.WriteAllText(path, text);
        return path;
    }

    static string Guide(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "docs", "guide", name))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new FileNotFoundException(name), "docs", "guide", name);
    }

    static (int Code, string Output, string Errors) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        return (RotationCommand.Run(args, output, errors), output.ToString(), errors.ToString());
    }

    const string Sound = """
        first-year: 2027
        years: 2
        people:
          - name: Ada
          - name: Ben
            leaves: 2028
          - { name: Cyd, joins: 2028, load-limit: 9, passes-on: 0, receives: 2, any-number: true }
        duties:
          - { name: Exams, weight: 3, holder: Ada }
          - { name: Trips, holder: Ben }
          - { name: Rooms }
        """;

    [Fact]
    public void A_file_says_all_that_a_problem_can()
    {
        var (problem, wrong) = RotationFile.Read(Written($$"""
            {{Sound}}
            passes-on: 2
            receives: 0
            extra: 1
            load-limit: 8
            no-return-within: 3
            otherwise: after shadowing
            readiness:
              - { person: Ada, level: never, duties: [Trips, Rooms], because: the law says so }
              - { person: Ben, level: ready, duties: [Rooms] }
            pins: [{ duty: Exams, person: Ada, from: 2027, until: 2027 }]
            apart: [[Exams, Trips]]
            together: [[Exams, Rooms]]
            always-together: [[Trips, Rooms]]
            still: [{ duty: Trips, year: 2028 }]
            asks: [{ person: Ada, year: 2028, passes-on: 0 }]
            fixed: [{ duty: Rooms, year: 2027, person: Ben }]
            """));
        Assert.Empty(wrong);
        Assert.NotNull(problem);
        Assert.Equal((2027, 2, 2, 0, 1, 8, 3, Readiness.AfterShadowing), (problem.FirstYear, problem.Years, problem.PassesOn, problem.Receives, problem.Extra, problem.LoadLimit, problem.NoReturnYears, problem.OtherwiseReady));
        Assert.Equal(new() { Key = "Cyd", Name = "Cyd", Joins = 2028, LoadLimit = 9, PassesOn = 0, Receives = 2, AnyNumber = true }, problem.People[2]);
        Assert.Equal([("Exams", 3, "Ada"), ("Trips", 1, "Ben"), ("Rooms", 1, null)], problem.Duties.Select(d => (d.Name, d.Weight, d.Holder)));
        Assert.Equal([new("Ada", "Trips", Readiness.Never, "the law says so"), new("Ada", "Rooms", Readiness.Never, "the law says so"), new("Ben", "Rooms", Readiness.Ready)], problem.Readiness);
        Assert.Equal([new("Ada", "Exams", 2027, 2027)], problem.Pins);
        Assert.Equal([new("Exams", "Trips")], problem.Apart);
        Assert.Equal([new("Exams", "Rooms"), new("Trips", "Rooms", true)], problem.Together);
        Assert.Equal([new("Trips", 2028)], problem.Still);
        Assert.Equal([new("Ada", 2028, 0, null)], problem.Asks);
        Assert.Equal([new("Rooms", 2027, "Ben")], problem.Fixed);
    }

    [Theory]
    [InlineData("extra: many", 12, "'extra' is 'many': expected a whole number from 0 to 150")]
    [InlineData("exta: 1", 12, "did you mean 'extra'?")]
    [InlineData("pins: [{ duty: Exams, person: Zoe }]", 12, "Zoe is not one of the people: expected one of Ada, Ben, Cyd")]
    [InlineData("pins:\n  - { duty: Exams, person: Ada }\n  - { duty: Chess, person: Ada }", 14, "Chess is not one of the duties")]
    [InlineData("fixed: [{ duty: Exams, year: 2028, person: Ben }]", 12, "Ben is not in post in 2028/29")]
    [InlineData("still: [{ duty: Exams, year: 2031 }]", 12, "2031 is not a year of the plan: expected 2027 to 2028")]
    [InlineData("apart: [[Exams]]", 12, "has 1 names: expected two")]
    [InlineData("apart: [[Exams, Exams]]", 12, "A pair is one duty twice")]
    [InlineData("apart: [[Exams, Trips], [Trips, Exams]]", 12, "This is said a second time")]
    [InlineData("always-together: [[Exams, Pigs]]", 12, "Pigs is not one of the duties")]
    [InlineData("pins: [{ duty: Exams, person: Ada, from: 2028, until: 2027 }]", 12, "expected the earlier year first")]
    [InlineData("readiness: [{ person: Ada, level: ready, duties: [Trips], because: so }]", 12, "only beside level: never")]
    [InlineData("years: 3", 12, "is given a second time")]
    [InlineData("otherwise: never", 12, "expected ready or after shadowing")]
    [InlineData("load-limit: 0", 12, "expected a whole number from 1")]
    [InlineData("asks: [{ person: Ada, year: 2028, receives: -1 }]", 12, "expected a whole number from 0")]
    public void What_is_wrong_is_told_with_its_line(string more, int line, string expected)
    {
        var path = Written($"{Sound}\n{more}");
        var (problem, wrong) = RotationFile.Read(path);
        Assert.Null(problem);
        Assert.Contains(wrong, w => w.File == path && w.Line == line && w.Message.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once()
    {
        var (_, wrong) = RotationFile.Read(Written(Sound.Replace("holder: Ben", "holder: Bne", StringComparison.Ordinal) + "\nfixed: [{ duty: Exams, year: 2031, person: Zoe }]"));
        Assert.Equal([10, 12, 12], wrong.Select(w => w.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("first-year: 2027\n  years: [")]
    [InlineData("- a\n- b")]
    [InlineData("a: &x 1\nb: *x")]
    public void What_is_no_such_file_is_told(string text) => Assert.NotEmpty(RotationFile.Read(Written(text)).Wrong);

    [Fact]
    public void A_line_broken_anywhere_gives_problems_and_never_an_exception()
    {
        var text = File.ReadAllText(Guide("rotation-four-people.yaml"));
        var random = new Underpin.Leadership.Rotation.Solving.Random64(9);
        for (var i = 0; i < 150; i++)
        {
            var at = random.Below(text.Length);
            var broken = text[..at] + "{}[]:,-#&*!|>'\"%@\t0Ω"[random.Below(20)] + text[(at + random.Below(3))..];
            var (problem, wrong) = RotationFile.Read(Written(broken));
            Assert.True(problem is null != (wrong.Count == 0));
        }
    }

    [Fact]
    public void The_guides_four_people_each_pass_one_on_every_year_and_the_plan_is_proved()
    {
        var (problem, _) = RotationFile.Read(Guide("rotation-four-people.yaml"));
        var best = Assert.IsType<Optimal>(RotationPlanner.Plan(problem!));
        Assert.Equal([], RotationChecker.Broken(problem!, best.Plan));
        Assert.Equal(16, Handover.Of(problem!, best.Plan).Count);
        Assert.Equal(new(0, 4, 4, 0, 1), best.Objective);
    }

    [Fact]
    public void The_guides_page_shows_what_the_command_prints()
    {
        var page = File.ReadAllText(Guide("rotation.md")).ReplaceLineEndings("\n");
        foreach (var (file, code) in new[] { ("rotation-four-people.yaml", 0), ("rotation-impossible.yaml", 1) })
        {
            var (returned, output, _) = Run(Guide(file));
            Assert.Equal(code, returned);
            Assert.Contains(output.ReplaceLineEndings("\n").Trim(), page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_command_answers_no_with_one_and_bad_input_with_two()
    {
        Assert.Equal(1, Run(Guide("rotation-impossible.yaml")).Code);
        Assert.Equal(2, Run().Code);
        Assert.Equal(2, Run(Guide("rotation-impossible.yaml"), "--seed", "x").Code);
        Assert.Equal(2, Run("--speed").Code);
        var (code, output, errors) = Run(Written("first-year: 2027"));
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("rotation.yaml:1: 'years' is missing", errors, StringComparison.Ordinal);
        Assert.Equal(2, Run(Path.Combine(_folder.FullName, "nothing.yaml")).Code);
    }

    [Fact]
    public void Programs_read_the_same_as_JSON()
    {
        var (code, output, _) = Run(Guide("rotation-four-people.yaml"), "--json", "--seed", "4");
        using var json = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        Assert.Equal("optimal", json.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(4, json.RootElement.GetProperty("seed").GetInt32());
        Assert.All(json.RootElement.GetProperty("certificate").EnumerateArray(), level => Assert.True(level.GetProperty("proved").GetBoolean()));
        Assert.Equal(12, json.RootElement.GetProperty("plan").GetArrayLength());
        using var no = JsonDocument.Parse(Run(Guide("rotation-impossible.yaml"), "--json").Output);
        Assert.False(no.RootElement.GetProperty("ok").GetBoolean());
        Assert.Equal(5, no.RootElement.GetProperty("conflict").GetArrayLength());
        using var bad = JsonDocument.Parse(Run(Written("years: 1"), "--json").Output);
        Assert.Equal(1, bad.RootElement.GetProperty("problems")[0].GetProperty("line").GetInt32());
    }
}
