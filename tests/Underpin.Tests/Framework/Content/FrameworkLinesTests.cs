using Underpin.Framework.Content;
using Underpin.Platform;
using Underpin.Platform.Content;
using Underpin.Qualifications.Content;
using Microsoft.Extensions.Configuration;
using Underpin.Tests.Framework.Drafting;

namespace Underpin.Tests.Framework.Content;

public sealed class FrameworkLinesTests
{
    static readonly FrameworkContent Published = ContentSet.Read(Home.Find(new ConfigurationBuilder().Build()).Content, new(2026, 11, 23)).Content!.Framework;

    [Fact]
    public void The_published_edition_comes_back_whole_from_its_lines()
    {
        var lines = FrameworkLine.Of(Published).ToList();
        var back = FrameworkLines.ToContent(Published, lines);

        Assert.True(lines.Count > 500, $"Only {lines.Count} lines were found.");
        Assert.Equal(lines, FrameworkLine.Of(back));
        Assert.Equal(Published.Hash, back.Hash);
    }

    [Fact]
    public void Every_line_has_a_path_that_can_be_read_and_says_its_kind() =>
        Assert.All(FrameworkLine.Of(Published), line =>
        {
            Assert.True(LinePath.TryParse(line.Path, out var at), line.Path);
            Assert.Equal(line.Kind, at.Kind);
        });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("titles")]
    [InlineData("SUP")]
    [InlineData("SUP.why")]
    [InlineData("SUP-0.why")]
    [InlineData("SUP-1.why ")]
    [InlineData("SUP-1.why\n")]
    [InlineData("SUP-1.level.0")]
    [InlineData("SUP-1.duty.1")]
    [InlineData("level.2.level")]
    [InlineData("role.it-technician.duty.0")]
    [InlineData("role.it-technician.duty.1000")]
    [InlineData("role..title")]
    [InlineData("role.IT.title")]
    [InlineData("../../etc/passwd")]
    [InlineData("SUP-1.why'; DROP TABLE Drafts; --")]
    [InlineData("ŚÚP-1.why")]
    public void What_is_no_path_is_not_taken_for_one(string? path) => Assert.False(LinePath.TryParse(path, out _));

    [Fact]
    public void A_very_long_path_is_not_taken_for_one() => Assert.False(LinePath.TryParse($"role.{new string('a', 10_000)}.title", out _));

    [Fact]
    public void Duties_are_counted_anew_when_one_is_left_out()
    {
        var small = DraftData.Small();
        var lines = FrameworkLine.Of(small).Where(line => line.Path != "role.it-technician.duty.2").ToList();

        Assert.Equal(["Settle requests", "Write guides"], FrameworkLines.ToContent(small, lines).Roles[0].Duties);
        Assert.Equal("role.it-technician.duty.3", FrameworkLines.PathsInDraft(lines.Select(l => l.Path))["role.it-technician.duty.2"]);
    }

    [Fact]
    public void New_areas_and_competences_come_last_and_an_area_without_lines_goes()
    {
        var small = DraftData.Small();
        List<FrameworkLine> lines =
        [
            new("ADD.title", LineKind.Title, "Added"), new("ADD.summary", LineKind.ForHeads, "New."), new("ADD-1.title", LineKind.Title, "Added one"),
            .. FrameworkLine.Of(small).Where(line => !line.Path.StartsWith("NET", StringComparison.Ordinal)), new("SUP-4.title", LineKind.Title, "Added four"),
        ];
        var content = FrameworkLines.ToContent(small, lines);

        Assert.Equal(["SUP", "ADD"], content.Areas.Select(a => a.Code));
        Assert.Equal(["SUP-1", "SUP-2", "SUP-3", "SUP-4"], content.Areas[0].Competences.Select(c => c.Code));
        Assert.Equal(["ADD-1"], content.Areas[1].Competences.Select(c => c.Code));
    }
}
