using System.Runtime.InteropServices;

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
        for (var i = 0; i < conflict.Literals.Length; i++)
        {
            if (_isBrief && Value(conflict.Literals[i]) >= 0) _resolvent.Raise(-conflict.Coefficients[i]);
            else _resolvent.Add(conflict.Literals[i], conflict.Coefficients[i]);
        }

        _resolvent.Saturate();
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
        Work += _resolvent.Variables.Length;
        var (slack, largest) = (-_resolvent.Degree, 0L);
        foreach (var variable in _resolvent.Variables)
        {
            var coefficient = _resolvent.CoefficientOf(variable);
            if (coefficient == 0) continue;
            if (_levels[variable] < level && Value(_resolvent.LiteralOf(variable)) < 0) continue;
            slack += coefficient;
            // No coefficient is above the degree: this much slack implies nothing.
            if (slack >= _resolvent.Degree) return (slack, _resolvent.Degree);
            if (_levels[variable] >= level || Value(_resolvent.LiteralOf(variable)) == 0) largest = Math.Max(largest, coefficient);
        }

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
            var (literals, coefficients) = (reason.Literals, reason.Coefficients);
            var (divisor, degree) = (coefficients[MemoryMarshal.Cast<Literal, int>(literals).IndexOf(implied.Code)], reason.Degree);
            for (var i = 0; i < literals.Length; i++)
            {
                var quotient = coefficients[i];
                if (_isBrief && literals[i] != implied && !RefutedBefore(literals[i], position))
                {
                    degree -= quotient;
                    quotient = 0;
                }
                else if (divisor > 1)
                {
                    (quotient, var rest) = Math.DivRem(quotient, divisor);
                    if (rest > 0 && RefutedBefore(literals[i], position)) quotient++;
                    // Weakened to what divides: the row still implies the literal after rounding.
                    else degree -= rest;
                }

                if (quotient > 0) _resolvent.Add(literals[i], times * quotient);
            }

            _resolvent.Raise(times * Resolvent.RoundedUp(degree, divisor));
        }

        _resolvent.Saturate();
        if (_resolvent.IsLarge) Shrink(position);
        Work += reason.Literals.Length;
    }

    void Shrink(int position) => _resolvent.Shrink(l => RefutedBefore(l, position));

    bool RefutedBefore(Literal literal, int position) => Value(literal) < 0 && _positions[literal.Variable] < position;

    /// <summary>The lowest level at which the resolvent implies something.</summary>
    int LevelOfNews()
    {
        // What is still open stands after all levels.
        var open = _levelStarts.Count + 1;
        Array.Clear(_refutedAt, 0, open + 1);
        Array.Clear(_largestFrom, 0, open + 2);
        var slack = -_resolvent.Degree;
        foreach (var variable in _resolvent.Variables)
        {
            if (_resolvent.CoefficientOf(variable) is not (> 0 and var coefficient)) continue;
            var value = Value(_resolvent.LiteralOf(variable));
            var level = value == 0 ? open : _levels[variable];
            if (value < 0) _refutedAt[level] += coefficient;
            _largestFrom[level] = Math.Max(_largestFrom[level], coefficient);
            slack += coefficient;
        }

        for (var level = open; level-- > 0;) _largestFrom[level] = Math.Max(_largestFrom[level], _largestFrom[level + 1]);
        for (var level = 0; level < open; level++)
        {
            slack -= _refutedAt[level];
            if (slack < _largestFrom[level + 1]) return level;
        }

        throw new InvalidOperationException("What was learned from a conflict implies nothing at any level.");
    }

    int SpreadOf(Row row)
    {
        var (spread, stamp) = (0, ++_stamp);
        foreach (var literal in row.Literals)
        {
            if (Value(literal) >= 0 || _stamps[_levels[literal.Variable]] == stamp) continue;
            _stamps[_levels[literal.Variable]] = stamp;
            spread++;
        }

        return spread;
    }

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
