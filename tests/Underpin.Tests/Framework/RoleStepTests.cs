using Underpin.Framework;
using Underpin.Framework.Roles;

namespace Underpin.Tests.Framework;

public sealed class RoleStepTests
{
    [Fact]
    public void A_step_says_in_words_what_rises_what_is_new_and_what_goes()
    {
        var step = new RoleStep(Role(("A-1", 1), ("A-2", 2), ("A-3", 2), ("A-4", 3), ("A-5", 2), ("A-6", 1)), Role(("A-1", 2), ("A-2", 3), ("A-3", 2), ("A-4", 2), ("A-6", 3), ("A-7", 1)));
        Assert.Equal("2 competences rise a level, 1 rises two levels, 1 is new, 1 is asked at a lower level, 1 is no longer asked for and 1 stays the same.", step.InWords);
        Assert.Equal(
            ["A-1 Rises", "A-2 Rises", "A-3 Same", "A-4 Falls", "A-5 NotAsked", "A-6 Rises", "A-7 New"],
            step.Competences.Select(c => $"{c.Code} {c.Change}").Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(1, 2, "1 competence rises a level.")]
    [InlineData(2, 2, "1 competence stays the same.")]
    [InlineData(3, 1, "1 competence is asked at a lower level.")]
    [InlineData(1, 5, "1 competence rises four levels.")]
    public void One_competence_is_spoken_of_in_the_singular(int from, int to, string words) =>
        Assert.Equal(words, new RoleStep(Role(("A-1", from)), Role(("A-1", to))).InWords);

    [Fact]
    public void A_role_compared_with_itself_asks_for_nothing_to_be_learned()
    {
        var role = Role(("A-1", 1), ("A-2", 4));
        var step = new RoleStep(role, role);
        Assert.True(step.IsNone);
        Assert.All(step.Competences, c => Assert.Null(c.ToLearn));
        Assert.Empty(step.Units([Teaches("U1", "A-1", 1), Teaches("U1", "A-2", 5)]));
    }

    [Fact]
    public void A_unit_helps_where_it_goes_beyond_what_is_held_and_not_beyond_what_is_asked()
    {
        var step = new RoleStep(Role(("A-1", 2), ("A-2", 1)), Role(("A-1", 3), ("A-2", 3), ("A-3", 2)));
        var units = step.Units(
        [
            Teaches("AS-IT-IS", "A-1", 2), Teaches("RIGHT", "A-1", 3), Teaches("TOO-FAR", "A-1", 4), Teaches("HALF-WAY", "A-2", 2),
            Teaches("TWO", "A-2", 3), Teaches("TWO", "A-3", 2), Teaches("OTHER", "A-9", 1),
        ]);
        Assert.Equal(["TWO", "HALF-WAY", "RIGHT"], units.Select(u => u.Code));
    }

    static TeachingUnit Teaches(string unit, string competence, int level) => new(competence, unit, unit, 2, level);

    static RoleProfile Role(params (string Code, int Level)[] asks) => new()
    {
        FrameworkId = Guid.Empty,
        Code = string.Join('-', asks),
        Title = "A role",
        Order = 1,
        Kind = RoleKind.Ladder,
        Purpose = "",
        Duties = [],
        Decides = "",
        WorksWith = "",
        Competences = [.. asks.Select(a => new RoleCompetence(a.Code, a.Level))],
        Qualifications = [],
        LeadsTo = [],
        Sources = [],
    };
}
