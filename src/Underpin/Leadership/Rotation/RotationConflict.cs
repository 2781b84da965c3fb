using Underpin.Leadership.Rotation.Solving;

namespace Underpin.Leadership.Rotation;

/// <summary>Finds the smallest set of conditions that conflict.</summary>
/// <remarks>
/// First a minimal set: of those that refuted the search, each is left out in turn and stays out if there is still no plan. Then a smaller one is
/// looked for: a plan that breaks some conditions shows that every conflict has one of these in it; the smallest set that touches all that was shown
/// so is either a conflict, and then the smallest, or there is a plan that keeps it, which shows more (after Ignatiev, Previti, Liffiton and
/// Marques-Silva, "Smallest MUS Extraction with Minimal Hitting Set Dualization", CP 2015).
/// </remarks>
internal sealed class RotationConflict
{
    readonly PseudoBooleanSolver _solver;
    readonly Dictionary<RotationCondition, Literal> _guards = [];
    readonly List<RotationCondition> _conditions;
    readonly long _steps;
    readonly CancellationToken _cancel;

    /// <summary>For a problem already found to be impossible.</summary>
    public RotationConflict(RotationProblem problem, RotationOptions options, CancellationToken cancel)
    {
        _cancel = cancel;
        _steps = options.Steps / 8;
        _solver = new(options.Seed);
        _conditions = [.. RotationCondition.Of(problem).Except(options.SetAside)];
        foreach (var condition in _conditions) _guards[condition] = _solver.NewVariable(phase: true);
        _ = new RotationModel(problem, _solver, condition => _guards.GetValueOrDefault(condition, Literal.False));
    }

    public RotationEffort Effort => new(_solver.Work, _solver.Conflicts);

    /// <summary>Whether each condition found was shown to be needed.</summary>
    public bool IsMinimal { get; private set; } = true;

    /// <summary>Conditions that conflict, in the problem's order. Without the work to find any, all.</summary>
    public IReadOnlyList<RotationCondition> Find(bool smallest)
    {
        if (Ask(_conditions) != Answer.No)
        {
            IsMinimal = false;
            return _conditions;
        }

        var conflict = Shrink(Core());
        if (smallest && IsMinimal && conflict.Count > 1) conflict = Smallest(conflict);
        return [.. _conditions.Where(conflict.Contains)];
    }

    List<RotationCondition> Shrink(List<RotationCondition> conflict)
    {
        foreach (var condition in conflict.ToList())
        {
            if (!conflict.Contains(condition)) continue;
            switch (Ask(conflict.Where(c => c != condition)))
            {
                case Answer.No:
                    conflict = Core();
                    break;
                case Answer.Unknown:
                    IsMinimal = false;
                    break;
            }
        }

        return conflict;
    }

    List<RotationCondition> Smallest(List<RotationCondition> known)
    {
        var start = _solver.Work;
        var chooser = new PseudoBooleanSolver(1);
        var chosen = _conditions.ToDictionary(c => c, _ => chooser.NewVariable());
        for (var size = 1; size < known.Count;)
        {
            var limit = chooser.NewVariable(phase: true);
            chooser.AddAtLeast([.. chosen.Values.Select(l => new Term(-1, l)), new(chosen.Count, !limit)], -size);
            while (chooser.Solve([limit], _steps, _cancel) is var answer && answer == Answer.Yes)
            {
                var picked = _conditions.Where(c => chooser.Holds(chosen[c])).ToList();
                switch (Ask(picked))
                {
                    case Answer.No: return Shrink(Core());
                    case Answer.Unknown: return known;
                }

                if (_solver.Work > start + 2 * _steps) return known;
                chooser.AddClause([.. Broken(picked).Select(c => chosen[c])]);
            }

            if (_cancel.IsCancellationRequested || chooser.Work > _steps) return known;
            size++;
        }

        return known;
    }

    /// <summary>Conditions that some plan breaks which keeps the given ones and as many more as it can.</summary>
    List<RotationCondition> Broken(List<RotationCondition> kept)
    {
        var holding = _conditions.Where(c => kept.Contains(c) || _solver.Holds(_guards[c])).ToList();
        foreach (var condition in _conditions.Except(holding).ToList())
        {
            if (holding.Contains(condition) || Ask([.. holding, condition]) != Answer.Yes) continue;
            holding = [.. _conditions.Where(c => holding.Contains(c) || _solver.Holds(_guards[c]))];
        }

        return [.. _conditions.Except(holding)];
    }

    Answer Ask(IEnumerable<RotationCondition> conditions)
    {
        foreach (var guard in _guards.Values) _solver.Prefer(guard);
        return _solver.Solve([.. conditions.Select(c => _guards[c])], _steps, _cancel);
    }

    List<RotationCondition> Core() => [.. _conditions.Where(c => _solver.Core.Contains(_guards[c]))];
}
