using System.Globalization;
using Underpin.Platform.Content;

namespace Underpin.Leadership.Catalogue;

/// <summary>A number on which findings rest. Shown beside them; a school may set its own.</summary>
internal sealed record Threshold
{
    public required string Code { get; init; }
    public required string Title { get; init; }

    /// <summary>What it counts: "people", "per cent", "pounds".</summary>
    public required string Unit { get; init; }

    public required decimal Default { get; init; }
    public required decimal Lowest { get; init; }
    public required decimal Highest { get; init; }

    /// <summary>Why the number matters.</summary>
    public required string Why { get; init; }

    /// <summary>Empty where the number is our judgement.</summary>
    public required IReadOnlyList<SourceContent> Sources { get; init; }

    public bool IsOurJudgement => Sources.Count == 0;
}

/// <summary>The thresholds of one review: the defaults, and what a school set for itself.</summary>
/// <param name="known">Every threshold there is.</param>
/// <param name="own">A school's own values, by code.</param>
internal sealed class Thresholds(IReadOnlyList<Threshold> known, IReadOnlyDictionary<string, decimal> own)
{
    private readonly Dictionary<string, Threshold> _known = known.ToDictionary(one => one.Code, StringComparer.Ordinal);

    public IReadOnlyList<Threshold> Known => known;

    /// <exception cref="KeyNotFoundException">There is no such threshold.</exception>
    public decimal this[string code] => own.TryGetValue(code, out var value) ? value : _known[code].Default;

    /// <summary>A threshold as a finding shows it.</summary>
    public ShownThreshold Show(string code) => new(code, _known[code].Title, this[code], _known[code].Default, _known[code].Unit, _known[code].IsOurJudgement);

    public Thresholds With(IReadOnlyDictionary<string, decimal> values) => new(known, values);
}

/// <summary>The threshold beside a finding.</summary>
internal sealed record ShownThreshold(string Code, string Title, decimal Value, decimal Default, string Unit, bool IsOurJudgement)
{
    public bool IsChanged => Value != Default;

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Title}: {Amount(Value)}{(IsChanged ? $" (set by you; usually {Amount(Default)})" : IsOurJudgement ? " (our judgement)" : "")}");

    // Where the title says what is counted, the number alone is enough.
    private string Amount(decimal number) => Unit switch
    {
        "pounds" => string.Create(CultureInfo.InvariantCulture, $"£{number:N0}"),
        "per cent" or "hours" or "years" => string.Create(CultureInfo.InvariantCulture, $"{number:0.##} {Unit}"),
        _ => number.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
