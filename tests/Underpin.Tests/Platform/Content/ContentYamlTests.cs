using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Underpin.Platform.Content;

namespace Underpin.Tests.Platform.Content;

[Trait("Database", "none")]
public sealed class ContentYamlTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    public void Dispose() => File.Delete(_path);

    private (ContentMap? Map, IReadOnlyList<ContentProblem> Problems) Read(byte[] bytes)
    {
        File.WriteAllBytes(_path, bytes);
        var problems = new ContentProblems();
        return (ContentYaml.Read(_path, "file.yaml", problems), problems.InOrder());
    }

    private (ContentMap? Map, IReadOnlyList<ContentProblem> Problems) Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private string Only(string text) => Assert.Single(Read(text).Problems).ToString();

    [Fact]
    public void Values_know_the_lines_on_which_they_stand()
    {
        var (map, problems) = Read("# note\na: 1\nb:\n  - x\n  - >-\n    long\n    text\nc: { d: \"2\" }\n");
        Assert.Empty(problems);
        Assert.Equal([("a", 2), ("b", 3), ("c", 8)], map!.Entries.Select(entry => (entry.Key, entry.Line)));
        var list = Assert.IsType<ContentList>(map.Entries[1].Value);
        Assert.Equal([new ContentScalar(4, "x", true), new ContentScalar(5, "long text", false)], list.Items);
        var inner = Assert.IsType<ContentMap>(map.Entries[2].Value);
        Assert.Equal(new ContentEntry("d", 8, new ContentScalar(8, "2", false)), inner.Entries.Single());
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_are_no_problem()
    {
        var (map, problems) = Read([0xEF, 0xBB, 0xBF, .. "a: Siân\r\nb: ŵ\r\n"u8]);
        Assert.Empty(problems);
        Assert.Equal([("a", 1), ("b", 2)], map!.Entries.Select(entry => (entry.Key, entry.Line)));
    }

    [Fact]
    public void Bytes_that_are_not_UTF8_are_told_with_their_line() => Assert.Equal(
        "file.yaml:3: F2 The file is not UTF-8 text: expected it to be saved as UTF-8",
        Assert.Single(Read([.. "a: 1\nb: 2\nc: "u8, 0xE9, .. " x\n"u8]).Problems).ToString());

    [Fact]
    public void A_file_of_1_MiB_is_read_and_a_byte_more_is_not()
    {
        var filler = new string('x', ContentYaml.MaximumBytes - 3);
        Assert.Empty(Read($"a: {filler}").Problems);
        Assert.Equal("file.yaml:1: F2 The file has 1,048,577 bytes: expected at most 1,048,576", Only($"a: {filler}x"));
    }

    [Fact]
    public void Nesting_stops_at_the_limit()
    {
        Assert.Empty(Read("a: " + new string('[', 15) + new string(']', 15)).Problems);
        Assert.StartsWith("file.yaml:1: F2 Maps and lists are nested more than 16 deep", Only("a: " + new string('[', 100_000)), StringComparison.Ordinal);
    }

    [Fact]
    public void Nesting_is_told_with_the_line_that_goes_too_deep() => Assert.StartsWith(
        "file.yaml:17: F2 Maps and lists", Only(string.Concat(Enumerable.Range(0, 30).Select(depth => new string(' ', depth) + "a:\n"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("z: 0\na: [1, 2\nb: 3\n", "file.yaml:2: F2 This is not YAML from here on")]
    [InlineData("a: 1\n\tb: 2\n", "file.yaml:1: F2 This is not YAML from here on")]
    [InlineData("a: \"x\nb: 2\n", "file.yaml:1: F2 This is not YAML from here on")]
    public void What_is_not_YAML_is_told_with_its_line(string text, string beginning) =>
        Assert.StartsWith(beginning, Only(text), StringComparison.Ordinal);

    [Fact]
    public void However_a_file_is_broken_it_is_told_and_never_thrown() => Prop.ForAll(
        Gen.Elements("a:", "b: ", "c", " ", "\n", "\n  ", "- ", "[", "]", "{", "}", ",", "\"", "'", "#", ": ", "? ", "&x", "*x", "!t", "|", ">", "%", "@", "`", "---", "...", "\t", "\0", "\u0085", "\ud83d\ude00")
            .ListOf().Select(string.Concat).ToArbitrary(),
        text =>
        {
            var (map, problems) = Read(text);
            Assert.True(map is not null || problems.Count > 0);
            Assert.All(problems, problem => Assert.InRange(problem.Line, 1, text.Length + 1));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Theory]
    [InlineData("", "file.yaml:1: F2 The file is empty: expected keys and values")]
    [InlineData("# only a note\n", "file.yaml:1: F2 The file is empty: expected keys and values")]
    [InlineData("- a\n- b\n", "file.yaml:1: F2 Expected keys and values at the top of the file")]
    [InlineData("just text", "file.yaml:1: F2 Expected keys and values at the top of the file")]
    [InlineData("? [a]\n: b\n", "file.yaml:1: F2 A key is a list or a map: expected a word")]
    public void A_file_without_keys_and_values_is_told(string text, string problem) => Assert.Equal(problem, Only(text));

    [Fact]
    public void An_alias_is_refused_where_it_stands() => Assert.Equal(
        [
            "file.yaml:1: F2 '&x' names a value for use elsewhere: expected values to be written out where they belong",
            "file.yaml:2: F2 '*x' repeats a value from elsewhere: expected the value to be written out",
        ],
        Read("a: &x [1, 2]\nb: *x\n").Problems.Select(problem => problem.ToString()));

    [Fact]
    public void A_file_that_cannot_be_opened_is_told()
    {
        var problems = new ContentProblems();
        Assert.Null(ContentYaml.Read(_path + ".none", "file.yaml", problems));
        Assert.StartsWith("file.yaml:1: F2 The file could not be read", Assert.Single(problems.InOrder()).ToString(), StringComparison.Ordinal);
    }
}
