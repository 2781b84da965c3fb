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
    readonly Random64 _random;
    RotationPlan? _plan;
    RotationObjective? _objective;

    public RotationSearch(RotationProblem problem, RotationOptions options, CancellationToken cancel)
    {
        (_problem, _options, _cancel) = (problem, options, cancel);
        _solver = new(options.Seed);
        _random = new(options.Seed);
        var setAside = options.SetAside.ToHashSet();
        _model = new(problem, _solver, condition => setAside.Contains(condition) ? Literal.False : Literal.True);
    }

    public RotationEffort Effort => new(_solver.Work, _solver.Conflicts);

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

    /// <summary>Other plans of the same worth, one after another.</summary>
    public RotationAlternatives Alternatives(Planned found, int most)
    {
        foreach (var goal in new RotationGoals(_problem, _model).InOrder()) _solver.AddClause(goal.AtMost(goal.CostOf(found.Objective)));
        var plans = new List<RotationPlan>();
        for (var last = found.Plan; ; plans.Add(last))
        {
            // Another plan has at least one cell otherwise.
            _solver.AddClause([.. last.Cells.Select(c => !_model.Holds(c))]);
            var answer = plans.Count < most ? _solver.Solve([], _options.Steps, _cancel) : Answer.Unknown;
            if (answer != Answer.Yes) return new(plans, answer == Answer.No);
            last = _model.Plan();
        }
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
        var (least, refuted) = goal.Parts.Count > 1 ? LeastOfParts(goal) : (goal.Least, 0);
        // Each level may use half of what is left, so that later ones get a turn; what it leaves is theirs.
        var stop = _solver.Work + (_options.Steps - _solver.Work) / 2;
        for (var slice = _options.Steps / 256; least < Cost() && _solver.Work < stop; slice *= 2)
        {
            foreach (var limit in new[] { () => least, () => (least + Cost()) / 2, () => Cost() - 1 })
            {
                while (least < Cost() && _solver.Work < stop)
                {
                    var tried = limit();
                    var answer = Ask([goal.AtMost(tried)], Math.Min(slice, stop - _solver.Work));
                    if (answer == Answer.Unknown) break;
                    if (answer == Answer.Yes)
                    {
                        Take(goal.Name);
                        continue;
                    }

                    least = tried + 1;
                    refuted++;
                }

                if (least < Cost()) ImproveNearby(goal, least, stop);
            }

            if (_cancel.IsCancellationRequested) break;
        }

        _levels.Add(new(goal.Name, goal.ValueOf(Cost()), goal.ValueOf(least), refuted));
        _solver.AddClause(goal.AtMost(Cost()));

        long Cost() => goal.CostOf(_objective!);
    }

    /// <summary>Frees what a few people hold, keeps all the rest of the best plan, and looks for something better there; again and again, until nothing comes of it.</summary>
    void ImproveNearby(RotationGoal goal, long least, long stop)
    {
        if (_model.People < 4) return;
        var failures = 0;
        while (failures < 4 * _model.People && goal.CostOf(_objective!) > least && _solver.Work < stop && !_cancel.IsCancellationRequested)
        {
            var free = SomePeople(Math.Min(3 + failures % 4, _model.People - 1));
            var kept = _plan!.Cells.Where(c => !free.Contains(c.Person)).Select(_model.Holds);
            if (Ask([goal.AtMost(goal.CostOf(_objective!) - 1), .. kept], Math.Min(500_000, stop - _solver.Work)) == Answer.Yes)
            {
                Take(goal.Name);
                failures = 0;
            }
            else failures++;
        }
    }

    /// <summary>Some people, among them who carries most or who carries least in some year.</summary>
    HashSet<string> SomePeople(int count)
    {
        var year = _problem.FirstYear + _random.Below(_problem.Years);
        var loads = _problem.People.Select(p => (p.Key, Load: _plan!.HeldBy(p.Key, year).Sum(d => _problem.Duties[_model.DutyOf(d)].Weight), Draw: _random.Next())).OrderBy(l => l.Load).ThenBy(l => l.Draw).ToList();
        var extreme = _random.Below(2) == 0 ? loads[0].Load : loads[^1].Load;
        return [.. loads.Where(l => l.Load == extreme).Concat(loads.OrderBy(l => l.Draw)).Select(l => l.Key).Distinct().Take(count)];
    }

    /// <summary>What each part costs at least, added up.</summary>
    (long Least, int Refuted) LeastOfParts(RotationGoal goal)
    {
        var (sum, refuted) = (0L, 0);
        foreach (var part in goal.Parts)
        {
            var least = part.Least;
            for (; Ask([part.AtMost(least)], _options.Steps / 256) == Answer.No; least++) refuted++;
            _solver.AddAtLeast([new(1, !part.AtMost(least - 1))], least > part.Least ? 1 : 0);
            sum += least;
        }

        return (Math.Max(sum, goal.Least), refuted);
    }

    /// <summary>Searches near the best plan.</summary>
    Answer Ask(IReadOnlyList<Literal> assumptions, long steps)
    {
        foreach (var cell in _plan!.Cells) _solver.Prefer(_model.Holds(cell));
        return _solver.Solve(assumptions, steps, _cancel);
    }
}
