using System.Runtime.InteropServices;

namespace Underpin.Leadership.Rotation.Solving;

/// <summary>The inequality that a conflict is being led back to: sums of rows, weakened, divided and saturated.</summary>
/// <remarks>
/// Cutting planes with rounding by division, after Elffers and Nordström, "Divide and Conquer: Towards Faster Pseudo-Boolean Solving",
/// IJCAI 2018. Counting arguments ("fifteen people cannot carry what sixteen must") take a few steps here, where clauses alone need very many.
/// </remarks>
internal sealed class Resolvent
{
    /// <summary>Beyond this, coefficients are divided down.</summary>
    const long TooLarge = 1_000_000_000;

    long[] _coefficients = [];
    readonly List<int> _variables = [];
    bool[] _known = [];

    // No coefficient is above this.
    long _most;

    /// <summary>What the sum must reach.</summary>
    public long Degree { get; private set; }

    /// <summary>The variables that were met; the coefficient of some may have become nought. Until the next change.</summary>
    public ReadOnlySpan<int> Variables => CollectionsMarshal.AsSpan(_variables);

    /// <summary>Whether it is time to <see cref="Shrink"/>. No coefficient is above the degree after saturation.</summary>
    public bool IsLarge => Degree > TooLarge;

    public void Size(int variables)
    {
        if (_known.Length >= variables) return;
        Array.Resize(ref _coefficients, variables * 2);
        Array.Resize(ref _known, variables * 2);
    }

    public void Clear()
    {
        foreach (var variable in _variables) (_coefficients[variable], _known[variable]) = (0, false);
        _variables.Clear();
        (Degree, _most) = (0, 0);
    }

    public bool Has(Literal literal) => (literal.Code & 1) == 0 ? _coefficients[literal.Variable] > 0 : _coefficients[literal.Variable] < 0;

    public long CoefficientOf(int variable) => Math.Abs(_coefficients[variable]);

    public Literal LiteralOf(int variable) => new(2 * variable + (_coefficients[variable] < 0 ? 1 : 0));

    public void Add(Literal literal, long coefficient)
    {
        var variable = literal.Variable;
        if (!_known[variable])
        {
            _known[variable] = true;
            _variables.Add(variable);
        }

        var (was, added) = (_coefficients[variable], (literal.Code & 1) == 0 ? coefficient : -coefficient);
        // A literal and its negation make one whatever happens.
        if ((was < 0) != (added < 0)) Degree -= Math.Min(Math.Abs(was), Math.Abs(added));
        _coefficients[variable] = was + added;
        _most = Math.Max(_most, Math.Abs(was + added));
    }

    public void Raise(long degree) => Degree += degree;

    /// <summary>No literal need count for more than all that is asked.</summary>
    public void Saturate()
    {
        var most = Math.Max(Degree, 0);
        if (_most <= most) return;
        foreach (var variable in Variables) _coefficients[variable] = Math.Clamp(_coefficients[variable], -most, most);
        _most = most;
    }

    /// <summary>Keeps numbers small; what was violated stays violated.</summary>
    /// <param name="refuted">Whether a literal counts as refuted: the others are weakened to what divides without rounding.</param>
    public void Shrink(Func<Literal, bool> refuted)
    {
        var divisor = Degree / (TooLarge / 1000) + 1;
        foreach (var variable in _variables)
        {
            var literal = LiteralOf(variable);
            var coefficient = CoefficientOf(variable);
            if (!refuted(literal))
            {
                Degree -= coefficient % divisor;
                coefficient -= coefficient % divisor;
            }

            coefficient = RoundedUp(coefficient, divisor);
            _coefficients[variable] = (literal.Code & 1) == 0 ? coefficient : -coefficient;
        }

        Degree = RoundedUp(Degree, divisor);
        Saturate();
    }

    public static long RoundedUp(long value, long divisor) => value > 0 ? (value + divisor - 1) / divisor : -(-value / divisor);
}
