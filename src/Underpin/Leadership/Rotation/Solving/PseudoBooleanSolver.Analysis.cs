namespace Underpin.Leadership.Rotation.Solving;

internal sealed partial class PseudoBooleanSolver
{
    /// <summary>Learns from a row that cannot hold, and goes back to where what was learned says something new.</summary>
    /// <returns>False when nothing is left to go back to: the rows contradict each other.</returns>
    bool Learn(Row conflict)
    {
        var failed = conflict;
        while (failed is not null)
        {
            if (!Analyse(failed)) return false;
            var level = LevelOfNews();
            var row = MakeRow(learned: true);
            row.Spread = SpreadOf(row);
            foreach (var literal in row.Literals) _order.Bump(literal.Variable);
            _order.Age();
            Backtrack(level);
            failed = Attach(row);
        }

        return true;
    }

    /// <summary>Adds up the conflict and the reasons for it, latest first, until the sum would have said something a level earlier.</summary>
    bool Analyse(Row conflict)
    {
        _resolvent.Clear();
        _resolvent.Raise(conflict.Degree);
        for (var i = 0; i < conflict.Literals.Length; i++) _resolvent.Add(conflict.Literals[i], conflict.IsClause ? 1 : conflict.Coefficients[i]);
        for (var position = _trail.Count - 1; position >= 0; position--)
        {
            var literal = _trail[position];
            if (!_resolvent.Has(!literal)) continue;
            var level = _levels[literal.Variable];
            if (level == 0) return false;
            var (slack, largest) = Before(level);
            if (slack < 0)
            {
                // Already violated a level earlier.
                position = _levelStarts[level - 1];
                continue;
            }

            if (largest > slack) return true;
            Resolve(_reasons[literal.Variable]!, literal, position);
        }

        return false;
    }

    /// <summary>The resolvent's slack before a level, and its largest coefficient that was open then.</summary>
    (long Slack, long Largest) Before(int level)
    {
        var (slack, largest) = (-_resolvent.Degree, 0L);
        foreach (var variable in _resolvent.Variables)
        {
            var coefficient = _resolvent.CoefficientOf(variable);
            if (coefficient == 0) continue;
            if (_levels[variable] < level && Value(_resolvent.LiteralOf(variable)) < 0) continue;
            slack += coefficient;
            if (_levels[variable] >= level || Value(_resolvent.LiteralOf(variable)) == 0) largest = Math.Max(largest, coefficient);
        }

        Work += _resolvent.Variables.Count;
        return (slack, largest);
    }

    /// <summary>Adds the reason so often that the literal goes out.</summary>
    void Resolve(Row reason, Literal implied, int position)
    {
        var times = _resolvent.CoefficientOf(implied.Variable);
        _order.Bump(implied.Variable);
        if (reason.IsClause)
        {
            _resolvent.Raise(times);
            foreach (var literal in reason.Literals) _resolvent.Add(literal, times);
        }
        else
        {
            long divisor = reason.CoefficientOf(implied);
            var degree = reason.Degree;
            for (var i = 0; i < reason.Literals.Length; i++)
            {
                var literal = reason.Literals[i];
                long coefficient = reason.Coefficients[i];
                if (!RefutedBefore(literal, position))
                {
                    // Weakened to what divides: the row still implies the literal after rounding.
                    degree -= coefficient % divisor;
                    coefficient -= coefficient % divisor;
                }

                if (coefficient > 0) _resolvent.Add(literal, times * Resolvent.RoundedUp(coefficient, divisor));
            }

            _resolvent.Raise(times * Resolvent.RoundedUp(degree, divisor));
        }

        _resolvent.Saturate();
        if (_resolvent.IsLarge) _resolvent.Shrink(l => RefutedBefore(l, position));
        Work += reason.Literals.Length;
    }

    bool RefutedBefore(Literal literal, int position) => Value(literal) < 0 && _positions[literal.Variable] < position;

    /// <summary>The lowest level at which the resolvent implies something.</summary>
    int LevelOfNews()
    {
        var terms = _resolvent.Variables.Where(v => _resolvent.CoefficientOf(v) != 0)
            .Select(v => (Coefficient: _resolvent.CoefficientOf(v), Refuted: Value(_resolvent.LiteralOf(v)) < 0, Level: Value(_resolvent.LiteralOf(v)) == 0 ? int.MaxValue : _levels[v]))
            .ToArray();
        Array.Sort(terms, (one, other) => one.Level.CompareTo(other.Level));
        var largestAfter = new long[terms.Length + 1];
        for (var i = terms.Length; i-- > 0;) largestAfter[i] = Math.Max(largestAfter[i + 1], terms[i].Coefficient);
        var slack = terms.Sum(t => t.Coefficient) - _resolvent.Degree;
        if (slack < largestAfter[0] && (terms.Length == 0 || terms[0].Level > 0)) return 0;
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].Refuted) slack -= terms[i].Coefficient;
            if ((i + 1 == terms.Length || terms[i + 1].Level > terms[i].Level) && slack < largestAfter[i + 1]) return terms[i].Level;
        }

        throw new InvalidOperationException("What was learned from a conflict implies nothing at any level.");
    }

    int SpreadOf(Row row) => row.Literals.Where(l => Value(l) < 0).Select(l => _levels[l.Variable]).Distinct().Count();

    /// <summary>The assumptions that refute one.</summary>
    List<Literal> CoreOf(Literal refuted)
    {
        var core = new List<Literal> { refuted };
        var marked = new bool[_variables];
        marked[refuted.Variable] = true;
        for (var position = _trail.Count; position-- > 0;)
        {
            var literal = _trail[position];
            if (!marked[literal.Variable] || _levels[literal.Variable] == 0) continue;
            if (_reasons[literal.Variable] is not { } reason)
            {
                if (literal != !refuted) core.Add(literal);
                continue;
            }

            foreach (var other in reason.Literals.Where(l => RefutedBefore(l, position))) marked[other.Variable] = true;
        }

        return core;
    }
}
