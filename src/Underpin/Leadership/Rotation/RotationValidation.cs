namespace Underpin.Leadership.Rotation;

/// <summary>A part of a problem, to say where something is wrong.</summary>
internal enum RotationPart
{
    Plan, People, Duties, Readiness, Pins, Apart, Together, Still, Asks, Fixed, Settled,
}

/// <summary>Something in a problem that cannot be planned with.</summary>
/// <param name="Part">Where.</param>
/// <param name="Index">Which of that part, from 0.</param>
/// <param name="Message">What is wrong and what was expected.</param>
internal sealed record RotationFault(RotationPart Part, int Index, string Message);

/// <summary>Says everything that is wrong with a problem at once. What contradicts is no fault: the planner explains it.</summary>
internal sealed class RotationValidation
{
    public const int MostYears = 8;
    public const int MostPeople = 60;
    public const int MostDuties = 150;
    public const int MostWeight = 100;

    readonly RotationProblem _problem;
    readonly List<RotationFault> _faults = [];
    readonly Dictionary<string, RotationPerson> _people = new(StringComparer.Ordinal);
    readonly Dictionary<string, RotationDuty> _duties = new(StringComparer.Ordinal);

    RotationValidation(RotationProblem problem) => _problem = problem;

    /// <returns>In the order of the problem's parts; none for a sound problem.</returns>
    public static IReadOnlyList<RotationFault> Check(RotationProblem problem)
    {
        var validation = new RotationValidation(problem);
        validation.CheckPlan();
        validation.CheckPeople();
        validation.CheckDuties();
        validation.CheckConditions();
        return validation._faults;
    }

    void CheckPlan()
    {
        if (_problem.FirstYear is < 2000 or > 2200) Add(RotationPart.Plan, 0, $"The first year is {_problem.FirstYear}: expected one from 2000 to 2200");
        if (_problem.Years is < 1 or > MostYears) Add(RotationPart.Plan, 0, $"The plan is to run for {_problem.Years} years: expected 1 to {MostYears}");
        if (_problem.People.Count is < 1 or > MostPeople) Add(RotationPart.Plan, 0, $"There are {_problem.People.Count} people: expected 1 to {MostPeople}");
        if (_problem.Duties.Count is < 1 or > MostDuties) Add(RotationPart.Plan, 0, $"There are {_problem.Duties.Count} duties: expected 1 to {MostDuties}");
        CheckCount(RotationPart.Plan, 0, "passed on a year", _problem.PassesOn);
        CheckCount(RotationPart.Plan, 0, "received a year", _problem.Receives);
        CheckCount(RotationPart.Plan, 0, "passed on beyond what is asked", _problem.Extra);
        if (_problem.NoReturnYears is < 0 or > MostYears) Add(RotationPart.Plan, 0, $"No return within {_problem.NoReturnYears} years: expected 0 to {MostYears}");
        if (_problem.LoadLimit < 1) Add(RotationPart.Plan, 0, $"The load limit is {_problem.LoadLimit}: expected 1 or more");
        if (_problem.OtherwiseReady == Readiness.Never) Add(RotationPart.Plan, 0, "Nobody is said to be ready for anything else: expected ready, or after a term's shadowing");
    }

    void CheckPeople()
    {
        for (var i = 0; i < _problem.People.Count; i++)
        {
            var person = _problem.People[i];
            if (person.Key == "" || person.Name == "") Add(RotationPart.People, i, "A person has no name");
            if (!_people.TryAdd(person.Key, person)) Add(RotationPart.People, i, $"{person.Name} is given a second time: expected a name of their own");
            if (person.Joins >= person.Leaves)
                Add(RotationPart.People, i, $"{person.Name} leaves in {SchoolYear.Name(person.Leaves.Value)} and joins in {SchoolYear.Name(person.Joins.Value)}: expected to join first");
            if (person.LoadLimit < 1) Add(RotationPart.People, i, $"The load limit of {person.Name} is {person.LoadLimit}: expected 1 or more");
            CheckCount(RotationPart.People, i, $"passed on a year by {person.Name}", person.PassesOn);
            CheckCount(RotationPart.People, i, $"received a year by {person.Name}", person.Receives);
        }

        if (_problem.People.Count == 0 || _problem.Years is < 1 or > MostYears) return;
        for (var year = _problem.FirstYear; year <= _problem.LastYear; year++)
        {
            if (!_problem.People.Any(p => IsInPost(p, year))) Add(RotationPart.Plan, 0, $"Nobody is in post in {SchoolYear.Name(year)}: expected at least one person to hold the duties");
        }
    }

    void CheckDuties()
    {
        for (var i = 0; i < _problem.Duties.Count; i++)
        {
            var duty = _problem.Duties[i];
            if (duty.Key == "" || duty.Name == "") Add(RotationPart.Duties, i, "A duty has no name");
            if (!_duties.TryAdd(duty.Key, duty)) Add(RotationPart.Duties, i, $"{duty.Name} is given a second time: expected a name of its own");
            if (duty.Weight is < 1 or > MostWeight) Add(RotationPart.Duties, i, $"The weight of {duty.Name} is {duty.Weight}: expected 1 to {MostWeight}");
            if (duty.Holder is null) continue;
            if (Person(RotationPart.Duties, i, duty.Holder) is { } holder && !IsInPost(holder, _problem.FirstYear - 1))
                Add(RotationPart.Duties, i, $"{duty.Name} is held by {holder.Name}, who is not in post in {SchoolYear.Name(_problem.FirstYear - 1)}: expected somebody who is, or nobody");
        }
    }

    void CheckConditions()
    {
        Each(RotationPart.Readiness, _problem.Readiness, r => (r.Person, r.Duty), (i, r) =>
        {
            Person(RotationPart.Readiness, i, r.Person);
            Duty(RotationPart.Readiness, i, r.Duty);
        });
        Each(RotationPart.Pins, _problem.Pins, p => p, (i, pin) =>
        {
            Duty(RotationPart.Pins, i, pin.Duty);
            var (from, until) = (pin.From ?? _problem.FirstYear, pin.Until ?? _problem.LastYear);
            var inPlan = Year(RotationPart.Pins, i, from) & Year(RotationPart.Pins, i, until);
            if (inPlan && from > until) Add(RotationPart.Pins, i, $"The pin is from {SchoolYear.Name(from)} until {SchoolYear.Name(until)}: expected the earlier year first");
            if (Person(RotationPart.Pins, i, pin.Person) is not { } person || !inPlan) return;
            for (var year = from; year <= until; year++) InPost(RotationPart.Pins, i, person, year);
        });
        Each(RotationPart.Apart, _problem.Apart, a => Pair(a.One, a.Other), (i, a) => TwoDuties(RotationPart.Apart, i, a.One, a.Other));
        Each(RotationPart.Together, _problem.Together, t => Pair(t.One, t.Other), (i, t) => TwoDuties(RotationPart.Together, i, t.One, t.Other));
        Each(RotationPart.Still, _problem.Still, s => s, (i, s) =>
        {
            Duty(RotationPart.Still, i, s.Duty);
            Year(RotationPart.Still, i, s.Year);
        });
        Each(RotationPart.Asks, _problem.Asks, a => (a.Person, a.Year), (i, a) =>
        {
            Person(RotationPart.Asks, i, a.Person);
            Year(RotationPart.Asks, i, a.Year);
            CheckCount(RotationPart.Asks, i, "passed on", a.PassesOn);
            CheckCount(RotationPart.Asks, i, "received", a.Receives);
        });
        Each(RotationPart.Fixed, _problem.Fixed, c => (c.Duty, c.Year), (i, c) => Cell(RotationPart.Fixed, i, c));
        Each(RotationPart.Settled, _problem.Settled, c => (c.Duty, c.Year), (i, c) => Cell(RotationPart.Settled, i, c));
    }

    void Each<T, TKey>(RotationPart part, IReadOnlyList<T> items, Func<T, TKey> key, Action<int, T> check)
    {
        var seen = new HashSet<TKey>();
        for (var i = 0; i < items.Count; i++)
        {
            check(i, items[i]);
            if (!seen.Add(key(items[i]))) Add(part, i, "This is said a second time: expected it once");
        }
    }

    void Cell(RotationPart part, int index, RotationCell cell)
    {
        Duty(part, index, cell.Duty);
        var person = Person(part, index, cell.Person);
        if (Year(part, index, cell.Year) && person is not null) InPost(part, index, person, cell.Year);
    }

    void TwoDuties(RotationPart part, int index, string one, string other)
    {
        Duty(part, index, one);
        Duty(part, index, other);
        if (one == other) Add(part, index, "A pair is one duty twice: expected two duties");
    }

    void InPost(RotationPart part, int index, RotationPerson person, int year)
    {
        if (!IsInPost(person, year)) Add(part, index, $"{person.Name} is not in post in {SchoolYear.Name(year)}: expected somebody who is");
    }

    RotationPerson? Person(RotationPart part, int index, string key)
    {
        if (_people.TryGetValue(key, out var person)) return person;
        Add(part, index, $"{(key == "" ? "Nobody" : key)} is not one of the people: expected {Names(_people.Values.Select(p => p.Name))}");
        return null;
    }

    void Duty(RotationPart part, int index, string key)
    {
        if (!_duties.ContainsKey(key)) Add(part, index, $"{(key == "" ? "Nothing" : key)} is not one of the duties: expected {Names(_duties.Values.Select(d => d.Name))}");
    }

    bool Year(RotationPart part, int index, int year)
    {
        if (year >= _problem.FirstYear && year <= _problem.LastYear) return true;
        Add(part, index, $"{year} is not a year of the plan: expected {_problem.FirstYear} to {_problem.LastYear}");
        return false;
    }

    void CheckCount(RotationPart part, int index, string what, int? count)
    {
        if (count is < 0 or > MostDuties) Add(part, index, $"Duties {what}: {count}. Expected 0 to {MostDuties}");
    }

    static bool IsInPost(RotationPerson person, int year) => !(year < person.Joins) && !(year >= person.Leaves);

    static (string, string) Pair(string one, string other) => string.CompareOrdinal(one, other) <= 0 ? (one, other) : (other, one);

    static string Names(IEnumerable<string> names)
    {
        var all = names.ToList();
        return all.Count == 0 ? "a name from the list" : $"one of {string.Join(", ", all.Take(6))}{(all.Count > 6 ? " and others" : "")}";
    }

    void Add(RotationPart part, int index, string message) => _faults.Add(new(part, index, message));
}
