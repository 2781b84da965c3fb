using Microsoft.EntityFrameworkCore;
using Underpin.Framework;
using Underpin.Framework.Exchange;
using Underpin.Framework.Content;

namespace Underpin.Tests.Framework.Exchange;

public sealed class MoodleTests(TestSite site) : IClassFixture<TestSite>
{
    const string Example = """
        Parent id number,Id number,Shortname,Description,Description format,Scale values,Scale configuration,Rule type (optional),Rule outcome (optional),Rule config (optional),Cross referenced competency id numbers,Exported id (optional),Is framework,Taxonomy
        B,"B,1",Under B,,1,,,,0,,,3,,
        ,FW,Framework,<p>Text</p>,1,"Not yet competent,Competent","[{""scaleid"":""2""},{""id"":2,""scaledefault"":1,""proficient"":1}]",,,,,,1,"competency,competency,competency,competency"
        ,B,At the top,"<p>Two ""quoted"" words,
        two lines</p>",1,,,,0,,"B%2C1",2,,

        """;

    [Fact]
    public void The_reader_builds_the_tree_whatever_the_order_of_the_rows()
    {
        var file = MoodleFile.Read(Example);
        Assert.Equal(["B,1"], file.Competencies["B"].Children.Select(c => c.Id));
        Assert.Equal(["B,1"], file.Competencies["B"].Related);
        Assert.Equal("<p>Two \"quoted\" words,\ntwo lines</p>", file.Competencies["B"].Description.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("Is framework,", "Framework,", "columns")]
    [InlineData(",,1,\"competency", ",,0,\"competency", "no framework")]
    [InlineData("B,\"B,1\"", "X,\"B,1\"", "not there")]
    [InlineData("At the top", "", "missing")]
    [InlineData("\"\"scaleid\"\"", "\"\"scale\"\"", "does not begin with the scale")]
    [InlineData("\"\"id\"\":2", "\"\"id\"\":3", "does not have")]
    public void The_reader_refuses_what_Moodle_would_not_take(string good, string bad, string reason)
    {
        Assert.Contains(good, Example);
        Assert.Contains(reason, Assert.Throws<FormatException>(() => MoodleFile.Read(Example.Replace(good, bad, StringComparison.Ordinal))).Message);
    }

    [Fact]
    public async Task The_file_holds_every_area_competence_and_level_where_it_belongs()
    {
        var answer = await site.Visitor().GetAsync("/downloads/moodle-competencies.csv");
        Assert.Equal(("text/csv", "moodle-competencies.csv"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentDisposition?.FileName));
        var file = MoodleFile.Read(await answer.Content.ReadAsStringAsync());
        var edition = await site.DbAsync(async db => await FrameworkPublisher.ReadAsync(db, await db.Frameworks.SingleAsync(f => f.IsCurrent), default));
        Assert.Equal((edition.Title, 2), (file.Framework.Name, file.Framework.Scale.Count));
        var top = file.Competencies.Values.Where(c => c.Parent.Length == 0).ToList();
        Assert.Equal(edition.Areas.Select(a => (a.Code, a.Title)), top.Select(t => (t.Id, t.Name)));
        foreach (var area in edition.Areas)
        {
            Assert.Equal(area.Competences.Select(c => c.Code), file.Competencies[area.Code].Children.Select(c => c.Id));
            foreach (var competence in area.Competences)
            {
                Assert.Equal(competence.Levels.Select(l => $"{competence.Code}.{l.Level}"), file.Competencies[competence.Code].Children.Select(c => c.Id));
                Assert.StartsWith("<p>", file.Competencies[competence.Code].Description);
            }
        }

        Assert.Equal(edition.Areas.Count + edition.Areas.Sum(a => a.Competences.Count + a.Competences.Sum(c => c.Levels.Count)), file.Competencies.Count);
        Assert.Equal(file.Competencies.Count, file.Competencies.Values.Select(c => c.ExportedId).Distinct().Count());
    }

    [Fact]
    public void Words_with_commas_quotes_markup_and_many_letters_survive()
    {
        var version = FrameworkVersion.Parse("2026.1");
        var text = MoodleCsv.Write(new()
        {
            Code = "x",
            Title = "A, \"B\"",
            Version = version,
            Published = new(2026, 1, 1),
            AwardingBody = "EITAC",
            Summary = "One <b>paragraph</b>.\n\nAnother, Ŵ & 日本.",
            Levels = [],
            Areas = [new() { Version = version, Code = "ABC", Title = string.Join(' ', Enumerable.Repeat("lengthy", 30)), Order = 1, Summary = "S", Competences = [] }],
            Roles = [],
            Sources = [],
        });
        var file = MoodleFile.Read(text);
        Assert.Equal("A, \"B\"", file.Framework.Name);
        Assert.Equal("<p>One &lt;b&gt;paragraph&lt;/b&gt;.</p><p>Another, Ŵ &amp; 日本.</p>", file.Framework.Description);
        Assert.EndsWith("lengthy…", file.Competencies["ABC"].Name);
    }
}
