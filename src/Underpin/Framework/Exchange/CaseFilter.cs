using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace Underpin.Framework.Exchange;

/// <summary>
/// The standard's filter: <c>title~'school'</c>, one or more joined by AND or by OR. A value stands in single quotes, one inside it doubled;
/// <c>= != &gt; &gt;= &lt; &lt;=</c> compare, <c>~</c> finds within. Letters compare the same, large or small. AND and OR together are refused, since
/// which goes first is not laid down.
/// </summary>
internal sealed class CaseFilter
{
    const int Longest = 2000;
    const int MostTerms = 20;

    static readonly string[] Operators = ["!=", ">=", "<=", "=", ">", "<", "~"];

    sealed record Term(string Field, string Operator, string Value);

    readonly IReadOnlyList<Term> _terms;
    readonly bool _any;

    CaseFilter(IReadOnlyList<Term> terms, bool any) => (_terms, _any) = (terms, any);

    public static bool TryParse(string text, [NotNullWhen(true)] out CaseFilter? filter, out string? problem)
    {
        filter = null;
        if (text.Length > Longest)
        {
            problem = $"it has more than {Longest} characters";
            return false;
        }

        var terms = new List<Term>();
        bool? any = null;
        var at = 0;
        while (true)
        {
            if (ReadTerm(text, ref at, out problem) is not { } term) return false;
            terms.Add(term);
            if (terms.Count > MostTerms)
            {
                problem = $"it has more than {MostTerms} comparisons";
                return false;
            }

            if (text.AsSpan(at).IsWhiteSpace()) break;
            if (ReadJoin(text, ref at) is not { } join)
            {
                problem = $"after “{text[..at].Trim()}” stands neither AND nor OR";
                return false;
            }

            if (any is { } before && before != join)
            {
                problem = "AND and OR stand together; ask for one of them at a time";
                return false;
            }

            any = join;
        }

        filter = new(terms, any == true);
        problem = null;
        return true;
    }

    static Term? ReadTerm(string text, ref int at, out string? problem)
    {
        var rest = text.AsSpan(at).TrimStart();
        var length = rest.IndexOfAnyExcept(Letters);
        if (length < 0) length = rest.Length;
        var field = rest[..length].ToString();
        if (!CaseQuery.Comparable.Contains(field))
        {
            problem = field.Length == 0 ? "a comparison begins with the name of a field" : $"a CFDocument has no field “{(field.Length <= 60 ? field : field[..60] + "…")}” to compare. It has {string.Join(", ", CaseQuery.Comparable)}";
            return null;
        }

        rest = rest[length..].TrimStart();
        string? found = null;
        foreach (var candidate in Operators)
        {
            if (!rest.StartsWith(candidate, StringComparison.Ordinal)) continue;
            found = candidate;
            break;
        }

        if (found is null)
        {
            problem = $"after {field} stands none of {string.Join(' ', Operators)}";
            return null;
        }

        rest = rest[found.Length..].TrimStart();
        if (ReadValue(ref rest) is not { } value)
        {
            problem = $"the value for {field} does not stand in single quotes";
            return null;
        }

        at = text.Length - rest.Length;
        problem = null;
        return new(field, found, value);
    }

    static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    static string? ReadValue(ref ReadOnlySpan<char> rest)
    {
        if (rest is not ['\'', ..]) return null;
        var value = new StringBuilder();
        for (var i = 1; i < rest.Length; i++)
        {
            if (rest[i] != '\'')
            {
                value.Append(rest[i]);
                continue;
            }

            if (i + 1 < rest.Length && rest[i + 1] == '\'')
            {
                value.Append(rest[i++]);
                continue;
            }

            rest = rest[(i + 1)..];
            return value.ToString();
        }

        return null;
    }

    static bool? ReadJoin(string text, ref int at)
    {
        var rest = text.AsSpan(at);
        var trimmed = rest.TrimStart();
        // "AND" and "OR" are words: a space stands before and after.
        if (trimmed.Length == rest.Length) return null;
        var start = text.Length - trimmed.Length;
        foreach (var (word, any) in new[] { ("AND", false), ("OR", true) })
        {
            if (!trimmed.StartsWith(word, StringComparison.OrdinalIgnoreCase) || trimmed.Length <= word.Length || !char.IsWhiteSpace(trimmed[word.Length])) continue;
            at = start + word.Length;
            return any;
        }

        return null;
    }

    /// <param name="document">A CFDocument as it is served.</param>
    public bool Fits(JsonElement document) => _any ? _terms.Any(t => Fits(document, t)) : _terms.All(t => Fits(document, t));

    static bool Fits(JsonElement document, Term term)
    {
        if (!document.TryGetProperty(term.Field, out var value)) return term.Operator == "!=";
        if (value.ValueKind != JsonValueKind.Array) return Fits(value.ToString(), term);
        var texts = value.EnumerateArray().Select(v => v.ToString());
        return term.Operator == "!=" ? texts.All(t => Fits(t, term)) : texts.Any(t => Fits(t, term));
    }

    static bool Fits(string value, Term term)
    {
        if (term.Operator == "~") return value.Contains(term.Value, StringComparison.OrdinalIgnoreCase);
        var order = Compare(value, term.Value, term.Field);
        return term.Operator switch { "=" => order == 0, "!=" => order != 0, ">" => order > 0, ">=" => order >= 0, "<" => order < 0, _ => order <= 0 };
    }

    // Moments compare as moments, however they are written; a day alone is its beginning.
    public static int Compare(string a, string b, string field)
    {
        if (field == "lastChangeDateTime" && MomentOf(a) is { } one && MomentOf(b) is { } other) return one.CompareTo(other);
        return string.Compare(a, b, StringComparison.OrdinalIgnoreCase);
    }

    static DateTimeOffset? MomentOf(string text) => CaseChecks.MomentOf(text.Length == 10 ? text + "T00:00:00Z" : text);
}
