using System.Runtime.InteropServices;

namespace Underpin.Leadership.Rotation.Solving;

/// <summary>What a search found.</summary>
internal enum Answer
{
    /// <summary>An assignment that satisfies every row.</summary>
    Yes,

    /// <summary>There is none: refuted by sums of rows.</summary>
    No,

    /// <summary>The work allowed ran out, or somebody asked to stop.</summary>
    Unknown,
}

/// <summary>
/// Decides whether linear inequalities over yes-or-no variables can all hold, under assumptions. Learns from each conflict an inequality that
/// follows from the rows (<see cref="Resolvent"/>), so that its "no" is a proof.
/// </summary>
/// <remarks>
/// Whole numbers only, and nothing depends on time, hash order or the number of processors: the same calls give the same answers everywhere.
/// Work is counted in visits to rows. Exponential at worst, as the problem is NP-hard; memory grows with the rows that are kept.
/// </remarks>
internal sealed partial class PseudoBooleanSolver
{
    const int RestartUnit = 128;

    readonly List<Row> _learned = [];
    readonly List<Literal> _trail = [];
    readonly List<int> _levelStarts = [];
    readonly List<Term> _terms = [];
    readonly VariableOrder _order = new();
    readonly Resolvent _resolvent = new();
    readonly Random64 _random;
    List<Occurrence>[] _occurrences = [];
    List<Row>[] _watches = [];
    sbyte[] _values = [];
    bool[] _phases = [];
    long[] _refutedAt = [];
    long[] _largestFrom = [];
    int[] _stamps = [];
    int _stamp;
    int[] _levels = [];
    int[] _positions = [];
    Row?[] _reasons = [];
    bool[] _model = [];
    int _variables;
    int _next;
    bool _refuted;
    bool _isBrief;
    int _keep = 1000;

    public PseudoBooleanSolver(int seed)
    {
        _random = new(seed);
        NewVariable(true);
        Enqueue(Literal.True, null);
    }

    /// <summary>Visits to rows since the beginning.</summary>
    public long Work { get; private set; }

    public long Conflicts { get; private set; }

    /// <summary>Of the assumptions of the last search that was answered no, some that are enough for it.</summary>
    public IReadOnlyList<Literal> Core { get; private set; } = [];

    /// <param name="phase">What is tried first.</param>
    public Literal NewVariable(bool phase = false)
    {
        var variable = _variables++;
        if (variable >= _phases.Length) Grow(Math.Max(64, _variables * 2));
        _phases[variable] = phase;
        (_occurrences[2 * variable], _occurrences[2 * variable + 1]) = ([], []);
        (_watches[2 * variable], _watches[2 * variable + 1]) = ([], []);
        _order.Add(_random.Next() & 1023);
        _resolvent.Size(_variables);
        return new(2 * variable);
    }

    /// <summary>Tries this literal as given before its negation.</summary>
    public void Prefer(Literal literal)
    {
        if (!literal.IsConstant) _phases[literal.Variable] = (literal.Code & 1) == 0;
    }

    /// <summary>Whether a literal holds in the assignment found last.</summary>
    public bool Holds(Literal literal) => literal.IsConstant ? literal == Literal.True : _model[literal.Variable] ^ ((literal.Code & 1) == 1);

    public void AddClause(params ReadOnlySpan<Literal> literals)
    {
        var terms = new Term[literals.Length];
        for (var i = 0; i < literals.Length; i++) terms[i] = new(1, literals[i]);
        AddAtLeast(terms, 1);
    }

    /// <summary>The sum is at most the limit.</summary>
    public void AddAtMost(IEnumerable<Term> terms, long limit) => AddAtLeast(terms.Select(t => t with { Coefficient = -t.Coefficient }), -limit);

    /// <summary>The sum reaches the degree. Coefficients may have either sign.</summary>
    public void AddAtLeast(IEnumerable<Term> terms, long degree)
    {
        Backtrack(0);
        _resolvent.Clear();
        _resolvent.Raise(degree);
        foreach (var (coefficient, literal) in terms)
        {
            // c·x = c - c·(not x)
            var positive = coefficient < 0 ? !literal : literal;
            if (coefficient < 0) _resolvent.Raise(-coefficient);
            if (Value(positive) > 0) _resolvent.Raise(-Math.Abs(coefficient));
            else if (Value(positive) == 0 && coefficient != 0) _resolvent.Add(positive, Math.Abs(coefficient));
        }

        if (_resolvent.Degree <= 0) return;
        _resolvent.Saturate();
        if (Attach(MakeRow(learned: false)) is not null || Propagate() is not null) _refuted = true;
    }

    /// <summary>Searches for an assignment.</summary>
    /// <param name="assumptions">Literals taken to hold, for this search only.</param>
    /// <param name="work">How many visits to rows at most.</param>
    /// <param name="cancel">Stops the search, which then answers that it does not know.</param>
    public Answer Solve(IReadOnlyList<Literal> assumptions, long work, CancellationToken cancel = default)
    {
        Backtrack(0);
        Core = [];
        if (_refuted) return Answer.No;
        var stop = Work + work;
        for (long run = 1; ; run++)
        {
            if (cancel.IsCancellationRequested || Work >= stop) return Answer.Unknown;
            // Short rows find plans fast, full ones prove what needs counting: by turns.
            _isBrief = run % 2 == 1;
            if (Run(assumptions, RestartUnit * Luby(run), stop) is { } answer)
            {
                Backtrack(0);
                return answer;
            }

            Backtrack(0);
            if (_learned.Count > _keep) Forget();
        }
    }

    /// <summary>Searches until so many conflicts; null when they are used up.</summary>
    Answer? Run(IReadOnlyList<Literal> assumptions, long conflicts, long stop)
    {
        while (true)
        {
            if (Propagate() is { } conflict)
            {
                Conflicts++;
                conflicts--;
                if (!Learn(conflict))
                {
                    _refuted = true;
                    return Answer.No;
                }

                continue;
            }

            if (conflicts <= 0 || Work >= stop) return null;
            if (Decide(assumptions) is { } answer) return answer;
        }
    }

    /// <summary>Takes the next assumption or guess; an answer when there is nothing to guess or an assumption is refuted.</summary>
    Answer? Decide(IReadOnlyList<Literal> assumptions)
    {
        while (_levelStarts.Count < assumptions.Count)
        {
            var assumed = assumptions[_levelStarts.Count];
            if (Value(assumed) < 0)
            {
                Core = CoreOf(assumed);
                return Answer.No;
            }

            // One already true keeps an empty level, so that levels and assumptions go together.
            _levelStarts.Add(_trail.Count);
            if (Value(assumed) > 0) continue;
            Enqueue(assumed, null);
            return null;
        }

        int variable;
        do
        {
            variable = _order.Take();
            if (variable < 0)
            {
                _model = new bool[_variables];
                for (var i = 0; i < _variables; i++) _model[i] = _values[2 * i] > 0;
                return Answer.Yes;
            }
        } while (_values[2 * variable] != 0);

        _levelStarts.Add(_trail.Count);
        Enqueue(new(2 * variable + (_phases[variable] ? 0 : 1)), null);
        return null;
    }

    int Value(Literal literal) => _values[literal.Code];

    void Enqueue(Literal literal, Row? reason)
    {
        (_values[literal.Code], _values[literal.Code ^ 1]) = (1, -1);
        var variable = literal.Variable;
        _levels[variable] = _levelStarts.Count;
        _positions[variable] = _trail.Count;
        _reasons[variable] = reason;
        _trail.Add(literal);
    }

    void Backtrack(int level)
    {
        if (_levelStarts.Count <= level) return;
        var start = _levelStarts[level];
        for (var i = _trail.Count; i-- > start;)
        {
            var literal = _trail[i];
            if (i < _next)
            {
                foreach (ref readonly var occurrence in CollectionsMarshal.AsSpan(_occurrences[literal.Code ^ 1])) occurrence.Row.Slack += occurrence.Coefficient;
            }

            (_values[literal.Code], _values[literal.Code ^ 1]) = (0, 0);
            _phases[literal.Variable] = (literal.Code & 1) == 0;
            _order.Insert(literal.Variable);
        }

        _trail.RemoveRange(start, _trail.Count - start);
        _levelStarts.RemoveRange(level, _levelStarts.Count - level);
        _next = Math.Min(_next, start);
    }

    void Grow(int variables)
    {
        Array.Resize(ref _occurrences, 2 * variables);
        Array.Resize(ref _watches, 2 * variables);
        Array.Resize(ref _values, 2 * variables);
        Array.Resize(ref _phases, variables);
        Array.Resize(ref _refutedAt, variables + 3);
        Array.Resize(ref _largestFrom, variables + 3);
        Array.Resize(ref _stamps, variables + 1);
        Array.Resize(ref _levels, variables);
        Array.Resize(ref _positions, variables);
        Array.Resize(ref _reasons, variables);
    }

    /// <summary>Drops the half of the learned rows that joined most levels.</summary>
    void Forget()
    {
        var kept = _learned.Select((row, i) => (row, i)).OrderBy(r => r.row.Spread).ThenByDescending(r => r.i).Take(_learned.Count / 2).Select(r => r.i).ToHashSet();
        for (var i = 0; i < _learned.Count; i++) _learned[i].Dropped = !kept.Contains(i) && _learned[i].Spread > 2;
        _learned.RemoveAll(row => row.Dropped);
        for (var code = 2; code < 2 * _variables; code++)
        {
            _occurrences[code].RemoveAll(o => o.Row.Dropped);
            _watches[code].RemoveAll(row => row.Dropped);
        }

        _keep += 200;
    }

    /// <summary>1, 1, 2, 1, 1, 2, 4, … after Luby, Sinclair and Zuckerman.</summary>
    static long Luby(long index)
    {
        while (true)
        {
            var power = 1;
            while ((1L << power) - 1 < index) power++;
            if ((1L << power) - 1 == index) return 1L << (power - 1);
            index -= (1L << (power - 1)) - 1;
        }
    }

    readonly record struct Occurrence(Row Row, int Coefficient);
}
