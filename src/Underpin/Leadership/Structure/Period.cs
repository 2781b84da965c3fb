using Underpin.Platform;

namespace Underpin.Leadership.Structure;

/// <summary>Civil days from a first to a last, both included; a missing end is open. The default value is all time.</summary>
/// <param name="From">The first day; null where it began before anybody wrote it down.</param>
/// <param name="Until">The last day; null while no end is planned.</param>
internal readonly record struct Period(DateOnly? From, DateOnly? Until)
{
    public static Period Always { get; }

    /// <summary>Whether it ends before it begins.</summary>
    public bool IsReversed => From > Until;

    public bool Contains(DateOnly day) => !(From > day) && !(Until < day);

    /// <summary>The days that both hold; reversed where there are none.</summary>
    public Period Intersect(Period other) => new(
        From is { } a && other.From is { } b ? (a > b ? a : b) : From ?? other.From,
        Until is { } c && other.Until is { } d ? (c < d ? c : d) : Until ?? other.Until);

    public bool Overlaps(Period other) => !Intersect(other).IsReversed;

    /// <summary>"from 1 September 2026 to 31 August 2027", "since 1 September 2026", "to 31 August 2027", or "at all times".</summary>
    public override string ToString() => (From, Until) switch
    {
        ({ } from, { } until) => $"from {from.InWords()} to {until.InWords()}",
        ({ } from, null) => $"from {from.InWords()}",
        (null, { } until) => $"to {until.InWords()}",
        _ => "at all times",
    };
}
