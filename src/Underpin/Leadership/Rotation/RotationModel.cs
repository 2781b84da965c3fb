using Underpin.Leadership.Rotation.Solving;

namespace Underpin.Leadership.Rotation;

/// <summary>
/// A problem as inequalities over yes-or-no variables: "this person holds this duty in this year". Conditions are guarded by literals, so that
/// a search can assume them one by one; a guard that is constantly true makes its condition part of the model.
/// </summary>
/// <remarks>People, duties and years are numbers here: year 0 is now, year 1 the first of the plan. Size: people x duties x years variables.</remarks>
internal sealed class RotationModel
{
    readonly RotationProblem _problem;
    readonly Func<RotationCondition, Literal> _guard;
    readonly HashSet<RotationCondition> _asked;
    readonly Dictionary<string, int> _people;
    readonly Dictionary<string, int> _duties;
    readonly Literal[,,] _holds;
    readonly Literal[,,] _receives;
    readonly Literal[,,] _passesOn;

    /// <param name="problem">A valid problem.</param>
    /// <param name="solver">Takes the inequalities.</param>
    /// <param name="guard">The literal under which a condition is asked; constant for one that always is, or never.</param>
    public RotationModel(RotationProblem problem, PseudoBooleanSolver solver, Func<RotationCondition, Literal> guard)
    {
        (_problem, Solver, _guard) = (problem, solver, guard);
        (People, Duties, Years) = (problem.People.Count, problem.Duties.Count, problem.Years);
        _people = problem.People.Select((p, i) => (p.Key, i)).ToDictionary();
        _duties = problem.Duties.Select((d, i) => (d.Key, i)).ToDictionary();
        Holders = [.. problem.Duties.Select(d => d.Holder is null ? -1 : _people[d.Holder])];
        Weights = [.. problem.Duties.Select(d => d.Weight)];
        _holds = new Literal[Duties, People, Years + 1];
        _receives = new Literal[Duties, People, Years + 1];
        _passesOn = new Literal[Duties, People, Years + 1];
        _asked = [.. RotationCondition.Of(problem).Where(c => guard(c) == Literal.True)];
        MakeCells();
        MakeMoves();
        AskForMoves();
        AddHowManyAreHeld();
        AskForTheRest();
    }

    public PseudoBooleanSolver Solver { get; }

    public int People { get; }

    public int Duties { get; }

    public int Years { get; }

    /// <summary>Who holds each duty now; -1 for nobody.</summary>
    public int[] Holders { get; }

    public int[] Weights { get; }

    public Literal Holds(int duty, int person, int year) => _holds[duty, person, year];

    public Literal Receives(int duty, int person, int year) => _receives[duty, person, year];

    public bool IsInPost(int person, int year)
    {
        var (someone, schoolYear) = (_problem.People[person], _problem.FirstYear + year - 1);
        return !(schoolYear < someone.Joins) && !(schoolYear >= someone.Leaves);
    }

    public bool Stays(int person, int year) => IsInPost(person, year - 1) && IsInPost(person, year);

    /// <summary>Whether the problem sets a condition and the model holds to it whatever is assumed.</summary>
    public bool IsAsked(RotationCondition condition) => _asked.Contains(condition);

    public int PersonOf(string key) => _people[key];

    public int DutyOf(string key) => _duties[key];

    /// <summary>The plan of the assignment that the solver found last.</summary>
    public RotationPlan Plan()
    {
        var cells = new List<RotationCell>(Duties * Years);
        for (var duty = 0; duty < Duties; duty++)
        {
            for (var year = 1; year <= Years; year++)
            {
                var holder = Enumerable.Range(0, People).First(person => Solver.Holds(_holds[duty, person, year]));
                cells.Add(new(_problem.Duties[duty].Key, _problem.FirstYear + year - 1, _problem.People[holder].Key));
            }
        }

        return new(cells);
    }

    /// <summary>The literal for one cell of a plan.</summary>
    public Literal Holds(RotationCell cell) => _holds[_duties[cell.Duty], _people[cell.Person], cell.Year - _problem.FirstYear + 1];

    /// <summary>A literal that holds exactly when some of these do.</summary>
    public Literal Any(IReadOnlyCollection<Literal> literals)
    {
        if (literals.Contains(Literal.True)) return Literal.True;
        var open = literals.Where(l => l != Literal.False).ToList();
        if (open.Count == 0) return Literal.False;
        if (open.Count == 1) return open[0];
        var any = Solver.NewVariable();
        foreach (var literal in open) Solver.AddClause(!literal, any);
        Solver.AddClause([!any, .. open]);
        return any;
    }

    /// <summary>Asks for a sum, but only where the guard holds.</summary>
    public void AddAtLeast(Literal guard, IEnumerable<Term> terms, long degree)
    {
        if (guard == Literal.False) return;
        var all = terms.ToList();
        // Even if every positive term fails and every negative one holds, the guard's negation makes up for it.
        var missing = degree - all.Sum(t => Math.Min(t.Coefficient, 0));
        if (missing > 0) Solver.AddAtLeast([.. all, new(missing, !guard)], degree);
    }

    public void AddAtMost(Literal guard, IEnumerable<Term> terms, long limit) =>
        AddAtLeast(guard, terms.Select(t => t with { Coefficient = -t.Coefficient }), -limit);

    void MakeCells()
    {
        var never = _problem.Readiness.Where(r => r.Level == Readiness.Never)
            .Where(r => _guard(new NeverCondition(r.Person, r.Duty, r.Reason)) == Literal.True).Select(r => (_duties[r.Duty], _people[r.Person])).ToHashSet();
        for (var duty = 0; duty < Duties; duty++)
        {
            for (var person = 0; person < People; person++)
            {
                _holds[duty, person, 0] = Holders[duty] == person ? Literal.True : Literal.False;
                for (var year = 1; year <= Years; year++)
                    _holds[duty, person, year] = IsInPost(person, year) && !never.Contains((duty, person)) ? Solver.NewVariable(phase: true) : Literal.False;
            }

            for (var year = 1; year <= Years; year++)
            {
                Solver.AddAtLeast(Terms(duty, year), 1);
                Solver.AddAtMost(Terms(duty, year), 1);
            }
        }

        foreach (var cell in _problem.Settled) Solver.AddClause(Holds(cell));
    }

    IEnumerable<Term> Terms(int duty, int year) => Enumerable.Range(0, People).Select(person => new Term(1, _holds[duty, person, year]));

    void MakeMoves()
    {
        for (var duty = 0; duty < Duties; duty++)
        {
            for (var year = 1; year <= Years; year++)
            {
                for (var person = 0; person < People; person++)
                {
                    var (before, after) = (_holds[duty, person, year - 1], _holds[duty, person, year]);
                    _receives[duty, person, year] = Both(after, !before);
                    _passesOn[duty, person, year] = Both(before, !after);
                }
            }
        }
    }

    Literal Both(Literal one, Literal other)
    {
        if (one == Literal.False || other == Literal.False) return Literal.False;
        if (one == Literal.True) return other;
        if (other == Literal.True) return one;
        var both = Solver.NewVariable();
        Solver.AddClause(!both, one);
        Solver.AddClause(!both, other);
        Solver.AddClause(both, !one, !other);
        return both;
    }

    void AskForMoves()
    {
        for (var year = 1; year <= Years; year++)
        {
            var leavers = Enumerable.Range(0, People).Where(p => IsInPost(p, year - 1) && !IsInPost(p, year)).ToList();
            var newcomers = Enumerable.Range(0, People).Where(p => !IsInPost(p, year - 1) && IsInPost(p, year)).ToList();
            for (var person = 0; person < People; person++)
            {
                if (!IsInPost(person, year)) continue;
                var (key, schoolYear) = (_problem.People[person].Key, _problem.FirstYear + year - 1);
                var guard = AskGuard(person);
                var asked = RotationAsks.Receives(_problem, key, schoolYear);
                AddAtLeast(guard, Enumerable.Range(0, Duties).Select(d => new Term(1, _receives[d, person, year])), asked);
                if (!Stays(person, year) || guard == Literal.False) continue;
                AddAtMost(guard, Enumerable.Range(0, Duties).Select(d => new Term(1, ReceivedFromOneWhoStays(d, person, year, leavers))), asked + _problem.Extra);

                asked = RotationAsks.PassesOn(_problem, key, schoolYear);
                // In the first year nobody is asked for more than they hold.
                var least = year == 1 ? Math.Min(asked, Holders.Count(h => h == person)) : asked;
                AddAtLeast(guard, Enumerable.Range(0, Duties).Select(d => new Term(1, _passesOn[d, person, year])), least);
                AddAtMost(guard, Enumerable.Range(0, Duties).Select(d => new Term(1, PassedToOneWhoStays(d, person, year, newcomers))), asked + _problem.Extra);
            }
        }
    }

    Literal AskGuard(int person) => _problem.People[person] is { AnyNumber: false, Key: var key } ? _guard(new AskCondition(key)) : Literal.False;

    /// <summary>
    /// Follows from what is asked, but takes a search long to see: as long as nobody comes or goes, who passes on as many as they receive holds as many as now.
    /// </summary>
    void AddHowManyAreHeld()
    {
        for (var person = 0; person < People; person++)
        {
            var key = _problem.People[person].Key;
            var guard = AskGuard(person);
            var held = Holders.Count(h => h == person);
            var (fewest, most) = (held, held);
            for (var year = 1; year <= Years && guard != Literal.False; year++)
            {
                if (Holders.Contains(-1) || Enumerable.Range(0, People).Any(p => IsInPost(p, year - 1) != IsInPost(p, year))) break;
                var (passedOn, received) = (RotationAsks.PassesOn(_problem, key, _problem.FirstYear + year - 1), RotationAsks.Receives(_problem, key, _problem.FirstYear + year - 1));
                fewest += received - passedOn - _problem.Extra;
                most += received + _problem.Extra - (year == 1 ? Math.Min(passedOn, held) : passedOn);
                if (!IsInPost(person, year)) break;
                var terms = Enumerable.Range(0, Duties).Select(d => new Term(1, _holds[d, person, year])).ToList();
                AddAtLeast(guard, terms, fewest);
                AddAtMost(guard, terms, most);
            }
        }
    }

    /// <summary>Holds at least where a duty is received from somebody who stays: only such a handover counts against the limit.</summary>
    Literal ReceivedFromOneWhoStays(int duty, int person, int year, List<int> leavers)
    {
        var received = _receives[duty, person, year];
        if (year == 1 && Holders[duty] < 0) return Literal.False;
        return Unless(received, leavers.Select(leaver => _holds[duty, leaver, year - 1]));
    }

    Literal PassedToOneWhoStays(int duty, int person, int year, List<int> newcomers) =>
        Unless(_passesOn[duty, person, year], newcomers.Select(newcomer => _holds[duty, newcomer, year]));

    Literal Unless(Literal moved, IEnumerable<Literal> excuses)
    {
        var open = excuses.Where(l => l != Literal.False).ToList();
        if (moved == Literal.False || open.Contains(Literal.True)) return Literal.False;
        if (open.Count == 0) return moved;
        var counted = Solver.NewVariable();
        Solver.AddClause([!moved, counted, .. open]);
        return counted;
    }

    void AskForTheRest()
    {
        foreach (var condition in RotationCondition.Of(_problem))
        {
            var guard = _guard(condition);
            if (guard != Literal.False) Ask(condition, guard);
        }
    }

    void Ask(RotationCondition condition, Literal guard)
    {
        switch (condition)
        {
            case LoadLimitCondition { PersonKey: var key }:
                var limit = RotationCondition.LimitOf(_problem, _problem.People[_people[key]])!.Value;
                for (var year = 1; year <= Years; year++) AddAtMost(guard, Load(_people[key], year), limit);
                break;
            case PinCondition { Pin: var pin }:
                for (var year = pin.From ?? _problem.FirstYear; year <= (pin.Until ?? _problem.LastYear); year++)
                    Solver.AddClause(!guard, Holds(new(pin.Duty, year, pin.Person)));
                break;
            case NeverCondition never:
                for (var year = 1; year <= Years; year++) Solver.AddClause(!guard, !_holds[_duties[never.DutyKey], _people[never.PersonKey], year]);
                break;
            case ApartCondition { Pair: var pair }:
                EveryCell((person, year) => Solver.AddClause(!guard, !_holds[_duties[pair.One], person, year], !_holds[_duties[pair.Other], person, year]));
                break;
            case TogetherCondition { Pair: var pair }:
                EveryCell((person, year) =>
                {
                    Solver.AddClause(!guard, !_holds[_duties[pair.One], person, year], _holds[_duties[pair.Other], person, year]);
                    Solver.AddClause(!guard, _holds[_duties[pair.One], person, year], !_holds[_duties[pair.Other], person, year]);
                });
                break;
            case NoReturnCondition { Years: var away }:
                for (var duty = 0; duty < Duties; duty++)
                {
                    EveryCell((person, year) =>
                    {
                        for (var back = year + 1; back <= Math.Min(Years, year + away - 1); back++)
                            Solver.AddClause(!guard, !_passesOn[duty, person, year], !_holds[duty, person, back]);
                    });
                }

                break;
            case StillCondition { Still: var still }:
                var stillYear = still.Year - _problem.FirstYear + 1;
                for (var person = 0; person < People; person++)
                    Solver.AddClause(!guard, !_holds[_duties[still.Duty], person, stillYear - 1], _holds[_duties[still.Duty], person, stillYear]);
                break;
            case FixedCondition { Cell: var cell }:
                Solver.AddClause(!guard, Holds(cell));
                break;
            case AskCondition:
                // Asked for with the moves.
                break;
            default:
                throw new InvalidOperationException($"The model does not know {condition.GetType().Name}.");
        }
    }

    public IEnumerable<Term> Load(int person, int year) => Enumerable.Range(0, Duties).Select(duty => new Term(Weights[duty], _holds[duty, person, year]));

    void EveryCell(Action<int, int> act)
    {
        for (var person = 0; person < People; person++)
        {
            for (var year = 1; year <= Years; year++) act(person, year);
        }
    }
}
