using System.Diagnostics;
using System.Globalization;
using System.Text;
using Underpin.Leadership.Rotation;

namespace Underpin.Tests.Leadership.Rotation;

/// <summary>
/// A rotation as an integer programme for the solver of COIN-OR (Debian: coinor-cbc), which shares nothing with the planner but the problem.
/// Level by level, each with the values of those before it held.
/// </summary>
internal sealed class RotationOracle : IDisposable
{
    const int SecondsForOne = 600;

    readonly RotationProblem _problem;
    readonly IReadOnlyList<RotationCondition> _conditions;
    readonly List<string> _rows = [];
    readonly SortedSet<string> _binary = new(StringComparer.Ordinal);
    readonly SortedSet<string> _whole = new(StringComparer.Ordinal);
    readonly SortedSet<string> _upToOne = new(StringComparer.Ordinal);
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("underpin-oracle-");
    readonly int _years;

    public RotationOracle(RotationProblem problem, IReadOnlyList<RotationCondition> conditions)
    {
        (_problem, _conditions, _years) = (problem, conditions, problem.Years);
        WriteCells();
        foreach (var condition in conditions) Write(condition);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    /// <summary>Whether any plan keeps the conditions.</summary>
    public static bool IsPossible(RotationProblem problem, IReadOnlyList<RotationCondition> conditions)
    {
        using var oracle = new RotationOracle(problem, conditions);
        return oracle.Solve(new Sum(), "Minimize", SecondsForOne) is not null;
    }

    /// <summary>The objective of the best plan; null when there is none.</summary>
    public static RotationObjective? Best(RotationProblem problem)
    {
        using var oracle = new RotationOracle(problem, RotationCondition.Of(problem));
        return oracle.Best(SecondsForOne);
    }

    /// <summary>The best plan that is found within so many seconds, and whether it was proved best; null when none is found.</summary>
    public static (RotationPlan? Plan, bool Proved) BestWithin(RotationProblem problem, double seconds)
    {
        using var oracle = new RotationOracle(problem, RotationCondition.Of(problem));
        oracle.Best(seconds);
        return (oracle._solution.Count == 0 ? null : oracle.PlanFound(), oracle._proved);
    }

    RotationObjective? Best(double seconds)
    {
        var clock = Stopwatch.StartNew();
        var (unready, breadth, unevenness, changes, parted) = (Unready(), Breadth(), Unevenness(), Changes(), Parted());
        if (Hold(unready, "Minimize", "<=", clock, seconds) is not { } first || Hold(breadth, "Maximize", ">=", clock, seconds) is not { } second) return null;
        // The last three in one: each step of an earlier one outweighs all there can be of the later ones.
        var (mostChanges, mostParted) = (_problem.Duties.Count * _years, _problem.Together.Count * _years);
        var rest = (mostChanges + 1) * (mostParted + 1L) * unevenness + (mostParted + 1L) * changes + parted;
        if (Hold(rest, "Minimize", "<=", clock, seconds) is null) return null;
        return new(first, (int)second, ValueOf(unevenness), (int)ValueOf(changes), (int)ValueOf(parted));
    }

    long? Hold(Sum goal, string sense, string relation, Stopwatch clock, double seconds)
    {
        var left = seconds - clock.Elapsed.TotalSeconds;
        if (left < 1) _proved = false;
        if (left < 1 || Solve(goal, sense, left) is not { } value) return null;
        Row(goal, relation, value);
        return value;
    }

    RotationPlan PlanFound() => new([.. _problem.Duties.SelectMany(d => Years.Select(y =>
        new RotationCell(d.Key, _problem.FirstYear + y - 1, People.Single(p => _solution.GetValueOrDefault($"x_{Duty(d.Key)}_{Person(p)}_{y}") == 1))))]);

    /// <summary>What a sum comes to in the solution found last.</summary>
    long ValueOf(Sum sum) => sum.Constant + sum.Terms.Sum(t => t.Value * _solution.GetValueOrDefault(t.Key));

    Dictionary<string, long> _solution = [];

    bool _proved = true;

    // Variables. Year 0 is now: a constant.
    Sum X(string duty, string person, int year)
    {
        if (year == 0) return new(_problem.Duties.Single(d => d.Key == duty).Holder == person ? 1 : 0);
        if (!InPost(person, year)) return new(0);
        return Variable(_binary, $"x_{Duty(duty)}_{Person(person)}_{year}");
    }

    Sum Received(string duty, string person, int year) => Moved("r", duty, person, year, X(duty, person, year), X(duty, person, year - 1));

    Sum PassedOn(string duty, string person, int year) => Moved("o", duty, person, year, X(duty, person, year - 1), X(duty, person, year));

    Sum Moved(string kind, string duty, string person, int year, Sum here, Sum not)
    {
        var name = $"{kind}_{Duty(duty)}_{Person(person)}_{year}";
        if (_upToOne.Contains(name)) return Variable(_upToOne, name);
        var moved = Variable(_upToOne, name);
        Row(moved - here + not, ">=", 0);
        Row(moved - here, "<=", 0);
        Row(moved + not, "<=", 1);
        return moved;
    }

    static Sum Variable(SortedSet<string> kind, string name)
    {
        kind.Add(name);
        return new(name);
    }

    IEnumerable<int> Years => Enumerable.Range(1, _years);

    IEnumerable<string> People => _problem.People.Select(p => p.Key);

    IEnumerable<string> Duties => _problem.Duties.Select(d => d.Key);

    int Person(string key) => _problem.People.Select(p => p.Key).ToList().IndexOf(key);

    int Duty(string key) => _problem.Duties.Select(d => d.Key).ToList().IndexOf(key);

    int Year(int schoolYear) => schoolYear - _problem.FirstYear + 1;

    bool InPost(string key, int year)
    {
        var person = _problem.People.Single(p => p.Key == key);
        return Year(person.Joins ?? int.MinValue + 9999) <= year && year < Year(person.Leaves ?? int.MaxValue - 9999);
    }

    void WriteCells()
    {
        foreach (var duty in Duties)
        {
            foreach (var year in Years) Row(Sum.Of(People.Select(p => X(duty, p, year))), "=", 1);
        }

        foreach (var cell in _problem.Settled) Row(X(cell.Duty, cell.Person, Year(cell.Year)), "=", 1);
    }

    void Write(RotationCondition condition)
    {
        switch (condition)
        {
            case AskCondition { PersonKey: var person }:
                foreach (var year in Years.Where(y => InPost(person, y))) WriteReceives(person, year);
                foreach (var year in Years.Where(y => InPost(person, y) && InPost(person, y - 1))) WritePassesOn(person, year);
                break;
            case LoadLimitCondition { PersonKey: var person }:
                foreach (var year in Years) Row(Load(person, year), "<=", (_problem.People.Single(p => p.Key == person).LoadLimit ?? _problem.LoadLimit)!.Value);
                break;
            case PinCondition { Pin: var pin }:
                foreach (var year in Years.Where(y => y >= Year(pin.From ?? _problem.FirstYear) && y <= Year(pin.Until ?? _problem.LastYear))) Row(X(pin.Duty, pin.Person, year), "=", 1);
                break;
            case NeverCondition never:
                foreach (var year in Years) Row(X(never.DutyKey, never.PersonKey, year), "=", 0);
                break;
            case ApartCondition { Pair: var pair }:
                foreach (var (person, year) in Cells()) Row(X(pair.One, person, year) + X(pair.Other, person, year), "<=", 1);
                break;
            case TogetherCondition { Pair: var pair }:
                foreach (var (person, year) in Cells()) Row(X(pair.One, person, year) - X(pair.Other, person, year), "=", 0);
                break;
            case NoReturnCondition { Years: var away }:
                foreach (var duty in Duties)
                {
                    foreach (var (person, year) in Cells())
                    {
                        for (var back = year + 1; back < year + away && back <= _years; back++) Row(PassedOn(duty, person, year) + X(duty, person, back), "<=", 1);
                    }
                }

                break;
            case StillCondition { Still: var still }:
                foreach (var person in People) Row(X(still.Duty, person, Year(still.Year) - 1) - X(still.Duty, person, Year(still.Year)), "<=", 0);
                break;
            case FixedCondition { Cell: var cell }:
                Row(X(cell.Duty, cell.Person, Year(cell.Year)), "=", 1);
                break;
            default:
                throw new InvalidOperationException($"The oracle does not know {condition.GetType().Name}.");
        }
    }

    IEnumerable<(string Person, int Year)> Cells() => People.SelectMany(_ => Years, (p, y) => (p, y));

    void WriteReceives(string person, int year)
    {
        var asked = RotationAsks.Receives(_problem, person, _problem.FirstYear + year - 1);
        Row(Sum.Of(Duties.Select(d => Received(d, person, year))), ">=", asked);
        if (!InPost(person, year - 1)) return;
        var leavers = People.Where(p => InPost(p, year - 1) && !InPost(p, year)).ToList();
        var counted = Duties.Where(d => year > 1 || _problem.Duties.Single(x => x.Key == d).Holder is not null)
            .Select(d => Counted("cr", d, person, year, Received(d, person, year), leavers.Select(l => X(d, l, year - 1))));
        Row(Sum.Of(counted), "<=", asked + _problem.Extra);
    }

    void WritePassesOn(string person, int year)
    {
        var asked = RotationAsks.PassesOn(_problem, person, _problem.FirstYear + year - 1);
        var least = year == 1 ? Math.Min(asked, _problem.Duties.Count(d => d.Holder == person)) : asked;
        Row(Sum.Of(Duties.Select(d => PassedOn(d, person, year))), ">=", least);
        var newcomers = People.Where(p => !InPost(p, year - 1) && InPost(p, year)).ToList();
        Row(Sum.Of(Duties.Select(d => Counted("co", d, person, year, PassedOn(d, person, year), newcomers.Select(n => X(d, n, year))))), "<=", asked + _problem.Extra);
    }

    Sum Counted(string kind, string duty, string person, int year, Sum moved, IEnumerable<Sum> excuses)
    {
        var counted = Variable(_upToOne, $"{kind}_{Duty(duty)}_{Person(person)}_{year}");
        Row(counted - moved + Sum.Of(excuses), ">=", 0);
        return counted;
    }

    Sum Load(string person, int year) => Sum.Of(_problem.Duties.Select(d => d.Weight * X(d.Key, person, year)));

    Sum Unready()
    {
        var said = _problem.Readiness.ToDictionary(r => (r.Person, r.Duty), r => r.Level);
        var sum = new Sum();
        foreach (var duty in _problem.Duties)
        {
            foreach (var person in People.Where(p => p != duty.Holder && said.GetValueOrDefault((p, duty.Key), _problem.OtherwiseReady) == Readiness.AfterShadowing))
            {
                var ever = Variable(_upToOne, $"u_{Duty(duty.Key)}_{Person(person)}");
                foreach (var year in Years) Row(ever - X(duty.Key, person, year), ">=", 0);
                sum += duty.Weight * ever;
            }
        }

        return sum;
    }

    Sum Breadth()
    {
        var gaining = People.Where(p => Years.All(y => InPost(p, y)) && Years.Any(y => RotationAsks.Receives(_problem, p, _problem.FirstYear + y - 1) > 0)).ToList();
        if (gaining.Count == 0) return new();
        var least = Variable(_whole, "b");
        foreach (var person in gaining)
        {
            var gain = new Sum();
            foreach (var duty in _problem.Duties.Where(d => d.Holder != person))
            {
                var gained = Variable(_upToOne, $"g_{Duty(duty.Key)}_{Person(person)}");
                Row(gained - Sum.Of(Years.Select(y => X(duty.Key, person, y))), "<=", 0);
                gain += gained;
            }

            Row(least - gain, "<=", 0);
        }

        return least;
    }

    Sum Unevenness()
    {
        var sum = new Sum();
        foreach (var year in Years)
        {
            var sharing = People.Where(p => InPost(p, year) && RotationAsks.TakesPart(_problem, p)).ToList();
            if (sharing.Count == 0) continue;
            var (heaviest, lightest) = (Variable(_whole, $"h_{year}"), Variable(_whole, $"l_{year}"));
            foreach (var person in sharing)
            {
                Row(heaviest - Load(person, year), ">=", 0);
                Row(lightest - Load(person, year), "<=", 0);
            }

            sum = sum + heaviest - lightest;
        }

        return sum;
    }

    Sum Changes() => Sum.Of(Duties.SelectMany(d => Cells().Select(c => Received(d, c.Person, c.Year)))) - new Sum(RotationAsks.Total(_problem));

    Sum Parted()
    {
        var sum = new Sum();
        foreach (var pair in _problem.Together.Where(t => !t.Must))
        {
            foreach (var year in Years)
            {
                var parted = Variable(_upToOne, $"a_{Duty(pair.One)}_{Duty(pair.Other)}_{year}");
                foreach (var person in People) Row(parted - X(pair.One, person, year) + X(pair.Other, person, year), ">=", 0);
                sum += parted;
            }
        }

        return sum;
    }

    void Row(Sum sum, string relation, long right)
    {
        var limit = right - sum.Constant;
        if (sum.Terms.Count > 0) _rows.Add($"{sum} {relation} {limit}");
        else if (relation switch { "<=" => 0 > limit, ">=" => 0 < limit, _ => limit != 0 }) _rows.Add("0 never >= 1");
    }

    /// <summary>The best value; null when nothing satisfies the rows (or, within few seconds, when nothing was found).</summary>
    long? Solve(Sum goal, string sense, double seconds)
    {
        var (model, solution) = (Path.Combine(_folder.FullName, "model.lp"), Path.Combine(_folder.FullName, "solution"));
        var text = new StringBuilder($"{sense}\n goal: {(goal.Terms.Count == 0 ? "0 never" : goal)}\nSubject To\n");
        for (var i = 0; i < _rows.Count; i++) text.Append(CultureInfo.InvariantCulture, $" c{i}: {_rows[i]}\n");
        text.Append("Bounds\n never = 0\n");
        foreach (var name in _upToOne) text.Append(CultureInfo.InvariantCulture, $" 0 <= {name} <= 1\n");
        text.Append("Generals\n");
        foreach (var name in _whole) text.Append(CultureInfo.InvariantCulture, $" {name}\n");
        text.Append("Binaries\n");
        foreach (var name in _binary) text.Append(CultureInfo.InvariantCulture, $" {name}\n");
        File.WriteAllText(model, text.Append("End\n").ToString());
        File.Delete(solution);
        // Every goal is a whole number: a gap below one closes it.
        using var process = Process.Start(new ProcessStartInfo("cbc", [model, "-timeMode", "elapsed", "-sec", seconds.ToString(CultureInfo.InvariantCulture), "-ratio", "0", "-allow", "0.999", "-cuts", "off", "-solve", "-solution", solution]) { RedirectStandardOutput = true })!;
        var log = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (!File.Exists(solution)) throw new InvalidOperationException($"The oracle found no solution and said no more than this: {log}");
        var first = File.ReadLines(solution).First();
        if (first.StartsWith("Infeasible", StringComparison.Ordinal) || first.StartsWith("Integer infeasible", StringComparison.Ordinal)) return null;
        if (!first.StartsWith("Optimal", StringComparison.Ordinal)) _proved = false;
        if (first.Contains("no integer solution", StringComparison.Ordinal)) return null;
        var value = double.Parse(first[(first.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture);
        _solution = File.ReadLines(solution).Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToDictionary(part => part[1], part => (long)Math.Round(double.Parse(part[2], CultureInfo.InvariantCulture)));
        return (long)Math.Round(value) + goal.Constant;
    }

    /// <summary>A linear sum.</summary>
    sealed class Sum
    {
        public Sum(long constant = 0) => Constant = constant;

        public Sum(string name) => Terms[name] = 1;

        public SortedDictionary<string, long> Terms { get; } = new(StringComparer.Ordinal);

        public long Constant { get; private set; }

        public static Sum operator +(Sum one, Sum other) => new Sum().Add(one, 1).Add(other, 1);

        public static Sum operator -(Sum one, Sum other) => new Sum().Add(one, 1).Add(other, -1);

        public static Sum operator *(long times, Sum sum) => new Sum().Add(sum, times);

        public static Sum Of(IEnumerable<Sum> sums) => sums.Aggregate(new Sum(), (all, sum) => all.Add(sum, 1));

        Sum Add(Sum other, long times)
        {
            Constant += times * other.Constant;
            foreach (var (name, coefficient) in other.Terms)
            {
                var sum = Terms.GetValueOrDefault(name) + times * coefficient;
                if (sum == 0) Terms.Remove(name);
                else Terms[name] = sum;
            }

            return this;
        }

        // The reader of linear programmes allows lines of limited length: a term to a line.
        public override string ToString() => string.Join("\n  ", Terms.Select(t => string.Create(CultureInfo.InvariantCulture, $"{(t.Value < 0 ? "-" : "+")} {Math.Abs(t.Value)} {t.Key}")));
    }
}
