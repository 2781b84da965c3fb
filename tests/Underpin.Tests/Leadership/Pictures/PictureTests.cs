using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Underpin.Leadership.Pictures;
using Underpin.Leadership.Review;
using Underpin.Leadership.Structure;
using static Underpin.Tests.Leadership.LeadershipData;

namespace Underpin.Tests.Leadership.Pictures;

/// <summary>The pictures: nothing lies on anything else, nothing is left out, and each has its table.</summary>
public sealed class PictureTests
{
    public static TheoryData<string> Examples => new("leadership-saltmarsh.yaml", "leadership-northquay.yaml", "leadership-trust.yaml");

    static StructureView View(SchoolStructure structure) => structure.AsOf(Today, Content.Catalogue);

    static ReviewCase Case(SchoolStructure structure)
    {
        var view = View(structure);
        return new(view, structure.Schools[0], new(Content.Thresholds, structure.Thresholds), new(view));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_post_is_in_the_chart_once_and_in_its_table_once(string name)
    {
        var structure = Read(name);
        var chart = OrganisationChart.Of(View(structure));
        Assert.Equal(structure.Posts.Select(post => post.Code).Order(), chart.Boxes.Select(box => box.Post).Order());
        Assert.Equal(structure.Posts.Select(post => post.Code).Order(), chart.Rows.Select(row => row.Post).Order());
        Assert.Equal(structure.Posts.Sum(post => post.ReportsTo.Count), chart.Lines.Count);
        MustNotTouch(chart);
    }

    [Fact]
    public void No_two_posts_touch_and_none_leaves_the_picture_whatever_the_shape()
    {
        var shapes = from managers in Gen.ListOf(Gen.Choose(0, 30)) select managers.Take(40).Prepend(0).ToArray();
        Prop.ForAll(shapes.ToArbitrary(), managers => MustNotTouch(OrganisationChart.Of(View(Small() with
        {
            Posts = [.. managers.Select((manager, i) => Post($"p{i}", to: manager % (i + 1) == i ? null : $"p{manager % (i + 1)}"))], People = [], Holdings = [], Meetings = [],
        })))).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    static void MustNotTouch(OrganisationChart chart)
    {
        foreach (var (box, i) in chart.Boxes.Select((box, i) => (box, i)))
        {
            Assert.True(box.X >= 0 && box.Y >= 0 && box.X + OrganisationChart.BoxWidth <= chart.Width && box.Y + OrganisationChart.BoxHeight <= chart.Height, box.Post);
            Assert.DoesNotContain(chart.Boxes.Skip(i + 1), other => Math.Abs(other.X - box.X) < OrganisationChart.BoxWidth + 4 && Math.Abs(other.Y - box.Y) < OrganisationChart.BoxHeight + 4);
        }
        Assert.All(chart.Lines.Where(line => !line.IsSecond), line =>
        {
            var (manager, post) = (chart.Boxes.Single(box => box.Post == line.From), chart.Boxes.Single(box => box.Post == line.To));
            Assert.Equal(manager.Y + OrganisationChart.BoxHeight, line.Points[0].Y);
            Assert.True(line.Points[0].X > manager.X && line.Points[0].X < manager.X + OrganisationChart.BoxWidth);
            Assert.True(line.Points[^1] == (post.X, post.Y + OrganisationChart.BoxHeight / 2) || line.Points[^1] == (post.X + OrganisationChart.BoxWidth / 2, post.Y));
            // Down and across only.
            Assert.All(line.Points.Zip(line.Points.Skip(1)), pair => Assert.True(pair.First.X == pair.Second.X || pair.First.Y == pair.Second.Y));
        });
    }

    [Fact]
    public void The_table_of_the_chart_is_in_the_order_of_the_tree_and_says_sides_and_vacancies()
    {
        var rows = OrganisationChart.Of(View(Small() with { Holdings = [Holds("h", "hana"), Holds("b", "bo")] })).Rows;
        Assert.Equal(
        [
            new("h", 0, "Post h", "Hana", Tier.Core, ""), new("b", 1, "Post b", "Bo", Tier.Core, "Post h (business side)"), new ChartRow("i", 2, "Post i", "Vacant", Tier.Middle, "Post b (business side)"),
        ], rows);
    }

    [Fact]
    public void A_second_manager_has_a_line_apart_from_the_tree()
    {
        var posts = Small().Posts.Append(Post("t", Tier.Other) with { ReportsTo = [new("i", Side.Business), new("h", Side.Curriculum)] });
        var chart = OrganisationChart.Of(View(Small() with { Posts = [.. posts] }));
        Assert.Equal(("h", "t"), chart.Lines.Where(line => line.IsSecond).Select(line => (line.From, line.To)).Single());
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_overlap_graph_draws_everybody_once_and_every_pair(string name)
    {
        var one = Case(Read(name));
        var overlap = new SchoolOverlap(one);
        var picture = OverlapPicture.Of(one, overlap);
        Assert.Equal(overlap.People.Count, picture.Nodes.Count + picture.LeftOut);
        Assert.Equal(overlap.People.Count, picture.Rows.Count);
        Assert.Equal(overlap.Graph.Pairs().Count, picture.Links.Count);
        Assert.All(picture.Nodes, node => Assert.True(node.X >= 0 && node.Y >= 0 && node.X <= picture.Width && node.Y <= picture.Height));
        foreach (var (node, i) in picture.Nodes.Select((node, i) => (node, i)))
            Assert.DoesNotContain(picture.Nodes.Skip(i + 1), other => Math.Sqrt(Math.Pow(other.X - node.X, 2) + Math.Pow(other.Y - node.Y, 2)) < 2 * OverlapPicture.NodeRadius);
    }

    [Fact]
    public void Of_a_large_team_the_seniors_are_drawn_and_the_rest_is_counted()
    {
        var codes = Enumerable.Range(0, 80).Select(i => $"p{i}").ToArray();
        var one = Case(Small() with
        {
            People = [.. codes.Select(code => Person(code))], Posts = [.. codes.Select((code, i) => Post($"x{code}", i < 70 ? Tier.Middle : Tier.Core))], Holdings = [.. codes.Select(code => Holds($"x{code}", code))], Meetings = [Meeting("m", [.. codes.Take(10)])],
        });
        var picture = OverlapPicture.Of(one, new(one));
        Assert.Equal((60, 20, 80), (picture.Nodes.Count, picture.LeftOut, picture.Rows.Count));
        Assert.Equal(10, picture.Nodes.Count(node => node.Tier == Tier.Core));
    }

    [Fact]
    public void The_table_of_the_overlap_graph_says_with_whom_and_who_is_alone()
    {
        var one = Case(Small(Assigned("ITS-01", Part.Accountable, "b"), Assigned("ITS-01", Part.Responsible, "i"), Assigned("ITS-02", Part.Accountable, "b"), Assigned("ITS-02", Part.Informed, "h")) with { Meetings = [] });
        var rows = OverlapPicture.Of(one, new(one)).Rows;
        Assert.Equal(["nobody", "Ita (1)", "Bo (1)"], rows.Select(row => row.With));
        Assert.Equal("alone", rows[0].Note);
    }

    [Fact]
    public void The_matrix_has_a_row_for_each_duty_and_tells_gaps_and_doubles()
    {
        var matrix = ResponsibilityMatrix.Of(Case(Small(
            Assigned("ITS-01", Part.Accountable, "i"), Assigned("ITS-01", Part.Responsible, "ita"), Assigned("ITS-02", Part.Accountable, "h"), Assigned("ITS-02", Part.Accountable, "b"), Assigned("ITS-02", Part.Cover, "i"))));
        Assert.Equal(["hana", "bo", "ita"], matrix.People.Select(person => person.Code));
        var rows = matrix.Groups.Single(group => group.Group.Code == "ITS").Rows.ToDictionary(row => row.Duty.Code);
        Assert.Equal(["", "", "AR"], rows["ITS-01"].Cells.Select(cell => cell.Letters));
        Assert.Equal("accountable and responsible", rows["ITS-01"].Cells[2].Words);
        Assert.Equal(["A", "A", "S"], rows["ITS-02"].Cells.Select(cell => cell.Letters));
        Assert.Equal((Clarity.One, Clarity.Several, Clarity.Nobody), (rows["ITS-01"].Clarity, rows["ITS-02"].Clarity, rows["ITS-03"].Clarity));
        Assert.Equal(View(Small()).DutiesOf(School()).Count(), matrix.Groups.Sum(group => group.Rows.Count));
    }

    [Fact]
    public void Names_cannot_break_out_of_the_picture()
    {
        var hostile = Small(Assigned("ITS-01", Part.Accountable, "b"), Assigned("ITS-01", Part.Responsible, "i")) with { People = [new("hana", "<script>alert(1)</script>", [], []), new("bo", "\"onload=x", [], []), new("ita", "O'Brien & Co", [], [])] };
        var one = Case(hostile);
        var document = XDocument.Parse(OverlapSvg.Write(OverlapPicture.Of(one, new(one)), "<b>"));
        Assert.DoesNotContain(document.Descendants(), element => element.Name.LocalName is "script" or "b" or "style" || element.Attributes().Any(attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) || attribute.Name.LocalName == "style"));
        Assert.Equal("img", document.Root!.Attribute("role")!.Value);
    }

    [Theory]
    [InlineData("Head of mathematics", 22, 2, "Head of mathematics")]
    [InlineData("Assistant head, timetable and cover", 22, 2, "Assistant head,|timetable and cover")]
    [InlineData("Associate assistant headteacher for the whole of the curriculum", 22, 2, "Associate assistant|headteacher for the…")]
    [InlineData("Donaudampfschifffahrtsgesellschaft", 22, 2, "Donaudampfschifffahrts|gesellschaft")]
    [InlineData("渡辺潤渡辺潤渡辺潤渡辺潤", 10, 2, "渡辺潤渡辺|潤渡辺潤…")]
    [InlineData("", 10, 2, "")]
    public void A_long_title_is_broken_and_cut_where_letters_end(string text, int letters, int atMost, string expected) => Assert.Equal(expected, string.Join('|', TextFit.Lines(text, letters, atMost)));
}
