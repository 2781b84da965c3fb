using System.Runtime.InteropServices;

namespace Underpin.Leadership.Rotation.Solving;

internal sealed partial class PseudoBooleanSolver
{
    /// <summary>Draws every conclusion that a single row allows.</summary>
    /// <returns>A row that can no longer hold; null when there is none.</returns>
    Row? Propagate()
    {
        while (_next < _trail.Count)
        {
            var refuted = !_trail[_next++];
            // Counted rows must all be counted, conflict or not: backtracking counts them all back.
            if ((Count(refuted) ?? Watch(refuted)) is { } conflict) return conflict;
        }

        return null;
    }

    Row? Count(Literal refuted)
    {
        Row? conflict = null;
        var occurrences = CollectionsMarshal.AsSpan(_occurrences[refuted.Code]);
        Work += occurrences.Length;
        foreach (ref readonly var occurrence in occurrences)
        {
            var row = occurrence.Row;
            var slack = row.Slack -= occurrence.Coefficient;
            if (conflict is not null || slack >= row.Largest) continue;
            if (slack < 0) conflict = row;
            else Imply(row);
        }

        return conflict;
    }

    /// <summary>What the row cannot do without must hold.</summary>
    void Imply(Row row)
    {
        var slack = row.Slack;
        for (var i = 0; i < row.Literals.Length && row.Coefficients[i] > slack; i++)
        {
            if (Value(row.Literals[i]) == 0) Enqueue(row.Literals[i], row);
        }
    }

    /// <summary>Clauses watch two literals that are not refuted; only these are looked at.</summary>
    Row? Watch(Literal refuted)
    {
        var watches = _watches[refuted.Code];
        Work += watches.Count;
        var kept = 0;
        Row? conflict = null;
        for (var i = 0; i < watches.Count; i++)
        {
            var row = watches[i];
            if (conflict is null && Moved(row, refuted)) continue;
            watches[kept++] = row;
            if (conflict is not null || Value(row.Literals[0]) > 0) continue;
            if (Value(row.Literals[0]) < 0) conflict = row;
            else Enqueue(row.Literals[0], row);
        }

        watches.RemoveRange(kept, watches.Count - kept);
        return conflict;
    }

    /// <summary>Finds another literal to watch in place of one that was refuted, which stands second afterwards if there is none.</summary>
    bool Moved(Row row, Literal refuted)
    {
        var literals = row.Literals;
        if (literals[0] == refuted) (literals[0], literals[1]) = (literals[1], literals[0]);
        if (Value(literals[0]) > 0) return false;
        for (var i = 2; i < literals.Length; i++)
        {
            if (Value(literals[i]) < 0) continue;
            (literals[1], literals[i]) = (literals[i], literals[1]);
            _watches[literals[1].Code].Add(row);
            return true;
        }

        return false;
    }

    /// <summary>The resolvent as a row: coefficients fall, and a common divisor is taken out.</summary>
    Row MakeRow(bool learned)
    {
        _terms.Clear();
        var divisor = 0L;
        foreach (var variable in _resolvent.Variables)
        {
            if (_resolvent.CoefficientOf(variable) is not (> 0 and var coefficient)) continue;
            _terms.Add(new(coefficient, _resolvent.LiteralOf(variable)));
            divisor = Divisor(divisor, coefficient);
        }

        divisor = Math.Max(divisor, 1);
        var degree = Resolvent.RoundedUp(_resolvent.Degree, divisor);
        _terms.Sort(static (one, other) => one.Coefficient != other.Coefficient ? other.Coefficient.CompareTo(one.Coefficient) : one.Literal.Code.CompareTo(other.Literal.Code));
        var (literals, coefficients) = (new Literal[_terms.Count], new int[_terms.Count]);
        for (var i = 0; i < _terms.Count; i++) (literals[i], coefficients[i]) = (_terms[i].Literal, checked((int)Math.Min(_terms[i].Coefficient / divisor, degree)));
        return new(literals, coefficients, degree, learned);
    }

    static long Divisor(long one, long other)
    {
        while (other != 0) (one, other) = (other, one % other);
        return one;
    }

    /// <summary>Takes a row in, and what follows from it at once.</summary>
    /// <returns>The row, when it cannot hold as things stand; otherwise null.</returns>
    Row? Attach(Row row)
    {
        if (row.Learned) _learned.Add(row);
        if (row.IsClause && row.Literals.Length > 1)
        {
            // The two that were refuted last, or not at all, are watched.
            var literals = row.Literals;
            for (var watched = 0; watched < 2; watched++)
            {
                var best = watched;
                for (var i = watched + 1; i < literals.Length; i++)
                {
                    if (Standing(literals[i]) > Standing(literals[best])) best = i;
                }

                (literals[watched], literals[best]) = (literals[best], literals[watched]);
                _watches[literals[watched].Code].Add(row);
            }

            if (Value(literals[0]) < 0) return row;
            if (Value(literals[0]) == 0 && Value(literals[1]) < 0) Enqueue(literals[0], row);
            return null;
        }

        row.Slack = -row.Degree;
        for (var i = 0; i < row.Literals.Length; i++)
        {
            _occurrences[row.Literals[i].Code].Add(new(row, row.Coefficients[i]));
            if (Value(row.Literals[i]) >= 0 || _positions[row.Literals[i].Variable] >= _next) row.Slack += row.Coefficients[i];
        }

        if (row.Slack < 0) return row;
        Imply(row);
        return null;
    }

    int Standing(Literal literal) => Value(literal) >= 0 ? int.MaxValue : _positions[literal.Variable];
}
