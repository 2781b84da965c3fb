namespace Underpin.Leadership.Rotation.Solving;

/// <summary>A yes-or-no variable, or its negation.</summary>
/// <param name="Code">Twice the variable's number, and one more for the negation.</param>
internal readonly record struct Literal(int Code)
{
    /// <summary>Holds always. Every solver keeps variable 0 for it.</summary>
    public static Literal True => new(0);

    public static Literal False => new(1);

    public int Variable => Code >> 1;

    public bool IsConstant => Code < 2;

    public static Literal operator !(Literal literal) => new(literal.Code ^ 1);
}

/// <summary>So many of a literal in a sum.</summary>
internal readonly record struct Term(long Coefficient, Literal Literal);
