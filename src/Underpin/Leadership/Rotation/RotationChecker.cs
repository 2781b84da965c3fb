namespace Underpin.Leadership.Rotation;

/// <summary>Holds a plan against its problem, cell by cell, without anything of what found it.</summary>
/// <remarks>Linear in cells times conditions.</remarks>
internal sealed class RotationChecker
{
    readonly RotationProblem _problem;
    readonly Dictionary<(string Duty, int Year), string?> _holders = [];

    RotationChecker(RotationProblem problem, RotationPlan plan)
    {
        _problem = problem;
        foreach (var duty in problem.Duties) _holders[(duty.Key, problem.FirstYear - 1)] = duty.Holder;
        foreach (var cell in plan.Cells) _holders[(cell.Duty, cell.Year)] = cell.Person;
    }

    /// <summary>What the plan breaks, each in words; nothing when it is sound.</summary>
    /// <param name="setAside">Conditions that were not asked.</param>
    public static IReadOnlyList<string> Broken(RotationProblem problem, RotationPlan plan, IReadOnlyList<RotationCondition>? setAside = null)
    {
        var facts = BrokenFacts(problem, plan).ToList();
        if (facts.Count > 0) return facts;
        var checker = new RotationChecker(problem, plan);
        return [.. RotationCondition.Of(problem).Except(setAside ?? []).Where(c => !checker.Keeps(c)).Select(c => $"Not kept: {c.Words(problem)}")];
    }

    /// <summary>What a sound plan is worth, counted anew.</summary>
    public static RotationObjective Measure(RotationProblem problem, RotationPlan plan) => new RotationChecker(problem, plan).Measure();

    static IEnumerable<string> BrokenFacts(RotationProblem problem, RotationPlan plan)
    {
        var people = problem.People.ToDictionary(p => p.Key);
        var cells = plan.Cells.ToLookup(c => (c.Duty, c.Year));
        foreach (var duty in problem.Duties)
        {
            foreach (var year in Enumerable.Range(problem.FirstYear, problem.Years))
            {
                if (cells[(duty.Key, year)].Count() != 1) yield return $"{duty.Name} has {cells[(duty.Key, year)].Count()} holders in {SchoolYear.Name(year)}";
            }
        }

        if (plan.Cells.Count != problem.Duties.Count * problem.Years) yield return $"The plan has {plan.Cells.Count} cells: expected {problem.Duties.Count * problem.Years}";
        foreach (var cell in plan.Cells)
        {
            if (!people.TryGetValue(cell.Person, out var person)) yield return $"{cell.Person} is not one of the people";
            else if (cell.Year < person.Joins || cell.Year >= person.Leaves) yield return $"{person.Name} is not in post in {SchoolYear.Name(cell.Year)}";
        }

        foreach (var settled in problem.Settled.Where(s => !plan.Cells.Contains(s))) yield return $"{settled.Duty} was with {settled.Person} in {SchoolYear.Name(settled.Year)}, and the plan says otherwise";
    }

    IEnumerable<int> Years => Enumerable.Range(_problem.FirstYear, _problem.Years);

    bool Holds(string person, string duty, int year) => _holders[(duty, year)] == person;

    bool InPost(string key, int year) => _problem.People.Any(p => p.Key == key && !(year < p.Joins) && !(year >= p.Leaves));

    bool Stays(string person, int year) => InPost(person, year - 1) && InPost(person, year);

    int LoadOf(string person, int year) => _problem.Duties.Where(d => Holds(person, d.Key, year)).Sum(d => d.Weight);

    bool Keeps(RotationCondition condition) => condition switch
    {
        AskCondition c => Years.All(year => PassesOnAsAsked(c.PersonKey, year) && ReceivesAsAsked(c.PersonKey, year)),
        LoadLimitCondition c => Years.All(year => LoadOf(c.PersonKey, year) <= RotationCondition.LimitOf(_problem, _problem.People.Single(p => p.Key == c.PersonKey))),
        PinCondition { Pin: var pin } => Years.Where(y => !(y < pin.From) && !(y > pin.Until)).All(year => Holds(pin.Person, pin.Duty, year)),
        NeverCondition c => !Years.Any(year => Holds(c.PersonKey, c.DutyKey, year)),
        ApartCondition { Pair: var pair } => Years.All(year => _holders[(pair.One, year)] != _holders[(pair.Other, year)]),
        TogetherCondition { Pair: var pair } => Years.All(year => _holders[(pair.One, year)] == _holders[(pair.Other, year)]),
        NoReturnCondition c => _problem.Duties.All(duty => NobodyReturns(duty.Key, c.Years)),
        StillCondition { Still: var still } => _holders[(still.Duty, still.Year - 1)] is not { } before || _holders[(still.Duty, still.Year)] == before,
        FixedCondition { Cell: var cell } => Holds(cell.Person, cell.Duty, cell.Year),
        _ => throw new InvalidOperationException($"The checker does not know {condition.GetType().Name}."),
    };

    bool PassesOnAsAsked(string person, int year)
    {
        if (!Stays(person, year)) return true;
        var asked = RotationAsks.PassesOn(_problem, person, year);
        var heldBefore = _problem.Duties.Where(d => Holds(person, d.Key, year - 1)).ToList();
        var passedOn = heldBefore.Where(d => !Holds(person, d.Key, year)).ToList();
        var least = year == _problem.FirstYear ? Math.Min(asked, heldBefore.Count) : asked;
        return passedOn.Count >= least && passedOn.Count(d => Stays(_holders[(d.Key, year)]!, year)) <= asked + _problem.Extra;
    }

    bool ReceivesAsAsked(string person, int year)
    {
        if (!InPost(person, year)) return true;
        var asked = RotationAsks.Receives(_problem, person, year);
        var received = _problem.Duties.Where(d => Holds(person, d.Key, year) && !Holds(person, d.Key, year - 1)).ToList();
        if (received.Count < asked) return false;
        return !Stays(person, year) || received.Count(d => _holders[(d.Key, year - 1)] is { } giver && Stays(giver, year)) <= asked + _problem.Extra;
    }

    bool NobodyReturns(string duty, int away)
    {
        foreach (var year in Years)
        {
            if (_holders[(duty, year - 1)] is not { } before || before == _holders[(duty, year)]) continue;
            if (Years.Any(back => back > year && back < year + away && Holds(before, duty, back))) return false;
        }

        return true;
    }

    RotationObjective Measure()
    {
        var (unready, changes, parted, unevenness) = (0L, 0, 0, 0L);
        var gained = _problem.People.ToDictionary(p => p.Key, _ => 0);
        foreach (var duty in _problem.Duties)
        {
            var known = new HashSet<string?> { duty.Holder };
            foreach (var year in Years)
            {
                var holder = _holders[(duty.Key, year)]!;
                if (holder != _holders[(duty.Key, year - 1)]) changes++;
                if (!known.Add(holder)) continue;
                gained[holder]++;
                if (LevelOf(holder, duty.Key) == Readiness.AfterShadowing) unready += duty.Weight;
            }
        }

        foreach (var year in Years)
        {
            var loads = _problem.People.Where(p => InPost(p.Key, year) && RotationAsks.TakesPart(_problem, p.Key)).Select(p => LoadOf(p.Key, year)).ToList();
            if (loads.Count > 0) unevenness += loads.Max() - loads.Min();
            parted += _problem.Together.Count(t => !t.Must && _holders[(t.One, year)] != _holders[(t.Other, year)]);
        }

        var gaining = _problem.People.Where(p => Years.All(y => InPost(p.Key, y)) && Years.Any(y => RotationAsks.Receives(_problem, p.Key, y) > 0)).ToList();
        return new(unready, gaining.Count == 0 ? 0 : gaining.Min(p => gained[p.Key]), unevenness, changes - RotationAsks.Total(_problem), parted);
    }

    Readiness LevelOf(string person, string duty) =>
        _problem.Readiness.Where(r => r.Person == person && r.Duty == duty).Select(r => (Readiness?)r.Level).SingleOrDefault() ?? _problem.OtherwiseReady;
}
