using Underpin.Leadership.Rotation.Solving;

namespace Underpin.Tests.Leadership.Rotation;

/// <summary>The search below the planner, against trying every assignment.</summary>
public sealed class RotationSolverTests
{
    [Fact]
    public void It_answers_as_trying_every_assignment_does()
    {
        var (yes, no) = (0, 0);
        for (var seed = 1; seed <= 400; seed++)
        {
            var random = new Random64(seed);
            var (variables, rows) = (4 + random.Below(7), Rows(random));
            var solver = new PseudoBooleanSolver(seed);
            var literals = Enumerable.Range(0, variables).Select(_ => solver.NewVariable(random.Below(2) == 0)).ToList();
            var said = rows.Select(r => (Terms: r.Terms.Select(t => new Term(t.Coefficient, t.Negated ? !literals[t.Variable % variables] : literals[t.Variable % variables])).ToList(), r.Degree)).ToList();
            foreach (var (terms, degree) in said) solver.AddAtLeast(terms, degree);
            var expected = Enumerable.Range(0, 1 << variables).Any(bits => said.TrueForAll(r => r.Terms.Sum(t => Of(t, literals, bits)) >= r.Degree));
            Assert.Equal(expected ? Answer.Yes : Answer.No, solver.Solve([], long.MaxValue / 2));
            if (expected)
            {
                yes++;
                Assert.All(said, r => Assert.True(r.Terms.Sum(t => solver.Holds(t.Literal) ? t.Coefficient : 0) >= r.Degree));
            }
            else no++;
        }

        Assert.True(yes > 50 && no > 50, $"{yes} yes and {no} no: too few of one.");
    }

    [Fact]
    public void Assumptions_that_it_names_are_enough_for_the_refutation()
    {
        var named = 0;
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random64(1000 + seed);
            var solver = new PseudoBooleanSolver(seed);
            var literals = Enumerable.Range(0, 8).Select(_ => solver.NewVariable()).ToList();
            foreach (var (terms, degree) in Rows(random)) solver.AddAtLeast(terms.Select(t => new Term(t.Coefficient, t.Negated ? !literals[t.Variable % 8] : literals[t.Variable % 8])), degree);
            if (solver.Solve([], long.MaxValue / 2) == Answer.No) continue;
            var assumed = literals.Select(l => random.Below(2) == 0 ? l : !l).ToList();
            if (solver.Solve(assumed, long.MaxValue / 2) == Answer.Yes) continue;
            Assert.Subset(assumed.ToHashSet(), solver.Core.ToHashSet());
            var core = solver.Core.ToList();
            Assert.NotEmpty(core);
            Assert.Equal(Answer.No, solver.Solve(core, long.MaxValue / 2));
            named++;
        }

        Assert.True(named > 50, $"Only {named} refutations.");
    }

    [Fact]
    public void More_pigeons_than_holes_take_it_a_handful_of_conflicts()
    {
        // Clauses alone would take far more than a million.
        var solver = new PseudoBooleanSolver(1);
        var sits = new Literal[16, 15];
        for (var pigeon = 0; pigeon < 16; pigeon++)
        {
            for (var hole = 0; hole < 15; hole++) sits[pigeon, hole] = solver.NewVariable(phase: true);
            solver.AddAtLeast(Enumerable.Range(0, 15).Select(hole => new Term(1, sits[pigeon, hole])), 1);
        }

        for (var hole = 0; hole < 15; hole++) solver.AddAtMost(Enumerable.Range(0, 16).Select(pigeon => new Term(1, sits[pigeon, hole])), 1);
        Assert.Equal(Answer.No, solver.Solve([], 50_000_000));
    }

    [Fact]
    public void It_does_not_go_on_beyond_the_work_allowed()
    {
        var solver = new PseudoBooleanSolver(1);
        var literals = Enumerable.Range(0, 60).Select(_ => solver.NewVariable()).ToList();
        var random = new Random64(5);
        for (var i = 0; i < 256; i++) solver.AddAtLeast(Enumerable.Range(0, 3).Select(_ => random.Below(60)).Distinct().Select(v => new Term(1, random.Below(2) == 0 ? literals[v] : !literals[v])), 1);
        Assert.Equal(Answer.Unknown, solver.Solve([], 10));
    }

    static long Of(Term term, List<Literal> literals, int bits) => ((bits >> literals.FindIndex(l => l.Variable == term.Literal.Variable) & 1) == 1) ^ ((term.Literal.Code & 1) == 1) ? term.Coefficient : 0;

    static List<(List<(long Coefficient, int Variable, bool Negated)> Terms, long Degree)> Rows(Random64 random) =>
        [.. Enumerable.Range(0, 6 + random.Below(14)).Select(_ =>
        {
            var terms = Enumerable.Range(0, 2 + random.Below(5)).Select(_ => ((long)random.Below(9) - 2, random.Below(60), random.Below(2) == 0)).ToList();
            return (terms, terms.Sum(t => Math.Max(t.Item1, 0)) * (20 + random.Below(50)) / 100);
        })];
}
