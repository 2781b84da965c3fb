using Underpin.Leadership.Files;
using Underpin.Leadership.Review;
using Underpin.Leadership.Structure;
using static Underpin.Tests.Leadership.LeadershipData;

namespace Underpin.Tests.Leadership.Files;

/// <summary>A structure made of a template in minutes.</summary>
public sealed class StructureTemplateTests
{
    static readonly IReadOnlyList<StructureTemplate> Templates = StructureTemplate.ReadAll(ContentDirectory, Content).Templates;

    static StructureTemplate Template(string code) => Templates.Single(template => template.Code == code);

    static TemplateAnswers Answers => new() { Title = "Ours", School = School("ours", "Our school", "secondary", "sixth-form") };

    [Theory]
    [InlineData("wide", 4, 14)]
    [InlineData("small", 5, 5)]
    public void Both_classic_shapes_are_there(string code, int core, int seniors)
    {
        var posts = Template(code).Structure.Posts;
        Assert.Equal((core, seniors), (posts.Count(post => post.Tier == Tier.Core), posts.Count(post => post.Tier <= Tier.Wider)));
    }

    [Theory]
    [InlineData("wide")]
    [InlineData("small")]
    public void Filled_with_names_it_is_sound_and_has_no_gap(string code)
    {
        var template = Template(code);
        var structure = template.Fill(Answers with { Names = template.Structure.Posts.ToDictionary(post => post.Code, post => $"Holder of {post.Code}") }, Content);
        Assert.Empty(ProblemsOf(structure));
        var review = LeadershipReview.Run(structure, Today, Content);
        Assert.DoesNotContain(review.Findings, finding => finding.Kind == FindingKinds.StatutoryGap || finding.Kind == FindingKinds.Gap || finding.Kind == FindingKinds.Double || finding.Kind == FindingKinds.Conflict);
    }

    [Fact]
    public void One_name_in_two_posts_is_one_person_and_two_names_in_one_share_it()
    {
        var structure = Template("small").Fill(Answers with { Names = new Dictionary<string, string> { ["head"] = "Hana Ito; Bo Lund", ["deputy-curriculum"] = "bo lund" } }, Content);
        Assert.Equal(["Bo Lund", "Hana Ito"], structure.People.Select(person => person.Name).Order().Select(name => name == "bo lund" ? "Bo Lund" : name));
        Assert.Equal(3, structure.Holdings.Count);
        Assert.Empty(ProblemsOf(structure));
    }

    [Fact]
    public void What_a_post_left_out_had_goes_to_the_post_above_it()
    {
        var template = Template("small");
        var structure = template.Fill(Answers with { Without = new HashSet<string> { "leader-assessment", "deputy-curriculum" } }, Content);
        Assert.Empty(ProblemsOf(structure));
        Assert.Equal("head", structure.Posts.Single(post => post.Code == "data-exams-manager").ReportsTo[0].Manager);
        Assert.Equal("head", structure.Assignments.Single(one => one is { Duty: "TEA-03", Part: Part.Accountable }).Holder);
    }

    [Theory]
    [InlineData("wide", "network-manager", "Curriculum", "deputy-curriculum")]
    [InlineData("wide", "network-manager", "Business", "business-manager")]
    [InlineData("small", "it-manager", "Curriculum", "deputy-curriculum")]
    [InlineData("small", "it-manager", "Business", "business-manager")]
    public void IT_is_managed_through_the_side_that_was_chosen(string code, string post, string side, string manager) =>
        Assert.Equal([new ReportingLine(manager, Enum.Parse<Side>(side))], Template(code).Fill(Answers with { ItThrough = Enum.Parse<Side>(side) }, Content).Posts.Single(one => one.Code == post).ReportsTo);

    [Fact]
    public void A_post_that_the_template_does_not_have_is_refused() =>
        Assert.Throws<ArgumentException>(() => Template("small").Fill(Answers with { Names = new Dictionary<string, string> { ["porter"] = "Bo" } }, Content));

    [Fact]
    public void The_head_cannot_be_left_out() => Assert.Throws<ArgumentException>(() => Template("small").Fill(Answers with { Without = new HashSet<string> { "head" } }, Content));
}
