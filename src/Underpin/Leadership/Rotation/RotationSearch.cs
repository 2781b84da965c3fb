using Underpin.Leadership.Rotation.Solving;

namespace Underpin.Leadership.Rotation;

/// <summary>One search for the best plan: level by level, each closed in between what was found and what was refuted.</summary>
internal sealed class RotationSearch
{
    readonly RotationProblem _problem;
    readonly RotationOptions _options;
    readonly CancellationToken _cancel;
    readonly PseudoBooleanSolver _solver;
    readonly RotationModel _model;
    readonly List<RotationLevel> _levels = [];
    RotationPlan? _plan;
    RotationObjective? _objective;

    public RotationSearch(RotationProblem problem, RotationOptions options, CancellationToken cancel)
    {
        (_problem, _options, _cancel) = (problem, options, cancel);
        _solver = new(options.Seed);
        var setAside = options.SetAside.ToHashSet();
        _model = new(problem, _solver, condition => setAside.Contains(condition) ? Literal.False : Literal.True);
    }

    public RotationEffort Effort => new(_solver.Work, _solver.Conflicts);

    public RotationModel Model => _model;

    /// <returns>The plan, or <see cref="Undecided"/>; null when there is none.</returns>
    public RotationResult? Run()
    {
        foreach (var cell in _options.Near?.Cells ?? []) _solver.Prefer(_model.Holds(cell));
        switch (_solver.Solve([], _options.Steps, _cancel))
        {
            case Answer.No: return null;
            case Answer.Unknown: return new Undecided(Effort);
        }

        Take("any plan");
        foreach (var goal in new RotationGoals(_problem, _model).InOrder()) Reach(goal);
        return _levels.TrueForAll(l => l.IsProved) ? new Optimal(_plan!, _objective!, _levels, Effort) : new Best(_plan!, _objective!, _levels, Effort);
    }

    /// <summary>Keeps the plan just found, which is the best so far.</summary>
    void Take(string goal)
    {
        _plan = _model.Plan();
        _objective = RotationMeasure.Of(_problem, _plan);
        _options.Progress?.Report(new(_plan, _objective, goal, _solver.Work));
    }

    void Reach(RotationGoal goal)
    {
        var least = goal.Least;
        var refuted = 0;
        // Each level may use half of what is left, so that later ones get a turn; what it leaves is theirs.
        var stop = _solver.Work + (_options.Steps - _solver.Work) / 2;
        for (var slice = _options.Steps / 256; least < Cost() && _solver.Work < stop; slice *= 2)
        {
            foreach (var limit in new[] { () => least, () => (least + Cost()) / 2, () => Cost() - 1 })
            {
                while (least < Cost() && _solver.Work < stop)
                {
                    var tried = limit();
                    var answer = _solver.Solve([goal.AtMost(tried)], Math.Min(slice, stop - _solver.Work), _cancel);
                    if (answer == Answer.Unknown) break;
                    if (answer == Answer.Yes)
                    {
                        Take(goal.Name);
                        continue;
                    }

                    least = tried + 1;
                    refuted++;
                }
            }

            if (_cancel.IsCancellationRequested) break;
        }

        _levels.Add(new(goal.Name, goal.ValueOf(Cost()), goal.ValueOf(least), refuted));
        _solver.AddClause(goal.AtMost(Cost()));

        long Cost() => goal.CostOf(_objective!);
    }
}
