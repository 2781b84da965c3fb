using Underpin.Leadership.Review;
using Underpin.Leadership.Structure;
using static Underpin.Tests.Leadership.LeadershipData;

namespace Underpin.Tests.Leadership.Review;

/// <summary>Scenarios side by side, with what each gains and gives up.</summary>
public sealed class ComparisonTests
{
    static Comparison Compare(params SchoolStructure[] scenarios) => Comparison.Of([.. scenarios.Select(one => LeadershipReview.Run(one, Today, Content))]);

    [Fact]
    public void Both_classic_shapes_stand_side_by_side_in_every_aspect()
    {
        var comparison = Compare(Read("leadership-saltmarsh.yaml"), Read("leadership-northquay.yaml"));
        Assert.Equal(Enum.GetValues<Aspect>(), comparison.Figures.Select(figure => figure.Aspect).Distinct());
        Assert.All(comparison.Figures, figure => Assert.Equal(2, figure.Cells.Count));
        Assert.Equal(["4, 10, 13", "5, 0, 14"], comparison.Figures.Single(figure => figure.Title == "Core, wider, middle").Cells);
        Assert.Contains(comparison.Words[1].Gains, text => text.StartsWith("The meeting that decides has 5 members in place of 14", StringComparison.Ordinal));
        Assert.Contains(comparison.Words[1].GivesUp, text => text.StartsWith("9 leaders no longer hear", StringComparison.Ordinal) || text.StartsWith("Nine leaders no longer hear", StringComparison.Ordinal));
        Assert.Contains("IT's voice passes through two people before it is heard in place of 1.", comparison.Words[1].GivesUp);
        Assert.Empty(comparison.Words[0].Gains);
    }

    [Fact]
    public void Rotation_grows_leaders_and_costs_the_specialist_and_keeping_costs_the_others()
    {
        var keep = Small(Assigned("ITS-05", Part.Accountable, "ita"), Assigned("PAS-01", Part.Accountable, "bo")) with { Title = "Keep" };
        var rotate = Small(
            Assigned("ITS-05", Part.Accountable, "ita", until: new(2027, 8, 31)), Assigned("ITS-05", Part.Accountable, "bo", from: new(2027, 9, 1)),
            Assigned("PAS-01", Part.Accountable, "bo", until: new(2027, 8, 31)), Assigned("PAS-01", Part.Accountable, "ita", from: new(2027, 9, 1))) with { Title = "Rotate" };
        var there = Compare(keep, rotate).Words[1];
        Assert.Equal("Leaders grow: two handovers are planned in place of 0, and each answers for 2 different duties in place of 1. More people see into more of the school.", there.Gains.Single());
        Assert.Equal("One specialist duty changes hands: mastery is lost for a time, and each handover has to be prepared.", there.GivesUp.Single());
        var back = Compare(rotate, keep).Words[1];
        Assert.Equal("One more specialist keeps what they master, and fewer handovers have to be prepared.", back.Gains.Single());
        Assert.Equal("Fewer leaders learn a new duty: the door closes to others, and oversight of what never moves is lost.", back.GivesUp.Single());
    }

    [Fact]
    public void What_does_not_differ_is_not_told()
    {
        var structure = Read("leadership-saltmarsh.yaml");
        var words = Compare(structure, structure with { Title = "A copy" }).Words[1];
        Assert.Empty(words.Gains);
        Assert.Empty(words.GivesUp);
    }

    [Fact]
    public void Only_cost_shows_pay() => Assert.All(Compare(Read("leadership-saltmarsh.yaml"), Read("leadership-northquay.yaml")).Figures, figure => Assert.Equal(figure.Cells.Any(cell => cell.Contains('£')), figure.ShowsPay));

    [Fact]
    public void One_scenario_alone_cannot_be_compared() => Assert.Throws<ArgumentException>(() => Compare(Small()));
}
