using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Review;

/// <summary>A stretch of days in which a duty has nobody accountable, or more than one.</summary>
internal sealed record Stretch(Period Period, IReadOnlyList<string> Seats);

/// <summary>Who is accountable for each duty on every day of a plan. Made in O(size); each question costs the changes of its duty.</summary>
internal sealed class DutyTimeline(SchoolStructure structure)
{
    private readonly HashSet<string> _people = structure.People.Select(person => person.Code).ToHashSet(StringComparer.Ordinal);
    private readonly ILookup<string, Holding> _holdings = structure.Holdings.ToLookup(one => one.Post, StringComparer.Ordinal);
    private readonly ILookup<(string, string?), Assignment> _accountable =
        structure.Assignments.Where(one => one.Part == Part.Accountable).ToLookup(one => (one.Duty, one.School));

    /// <summary>
    /// The stretches after a day in which not exactly one seat is accountable, up to a last day. What is already so on the day itself is
    /// not told until it changes.
    /// </summary>
    public IReadOnlyList<Stretch> NotOne(string duty, string school, DateOnly day, DateOnly last)
    {
        List<Assignment> assignments = [.. _accountable[(duty, null)], .. _accountable[(duty, school)]];
        var days = ChangeDays(assignments, day, last);
        var (stretches, now) = (new List<Stretch>(), SeatsOn(assignments, day));
        for (var i = 0; i < days.Count; i++)
        {
            var seats = SeatsOn(assignments, days[i]);
            if (seats.SequenceEqual(now, StringComparer.Ordinal))
                continue;
            now = seats;
            if (seats.Count == 1)
                continue;
            // The stretch lasts until somebody else has it.
            var end = i + 1;
            while (end < days.Count && SeatsOn(assignments, days[end]).SequenceEqual(seats, StringComparer.Ordinal))
                end++;
            stretches.Add(new(new(days[i], end < days.Count ? days[end].AddDays(-1) : null), seats));
        }
        return stretches;
    }

    /// <summary>The seats that are accountable for a duty of a school on a day.</summary>
    public IReadOnlyList<string> SeatsOn(string duty, string school, DateOnly day) =>
        SeatsOn([.. _accountable[(duty, null)], .. _accountable[(duty, school)]], day);

    /// <summary>The seats that are accountable for a duty one after the other, from a day to a last day; at least the first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Holders(string duty, string school, DateOnly day, DateOnly last)
    {
        List<Assignment> assignments = [.. _accountable[(duty, null)], .. _accountable[(duty, school)]];
        var holders = new List<IReadOnlyList<string>> { SeatsOn(assignments, day) };
        foreach (var change in ChangeDays(assignments, day, last))
            if (SeatsOn(assignments, change) is var seats && !seats.SequenceEqual(holders[^1], StringComparer.Ordinal))
                holders.Add(seats);
        return holders;
    }

    private List<DateOnly> ChangeDays(List<Assignment> assignments, DateOnly day, DateOnly last) =>
        [.. assignments.SelectMany(one => ChangesOf(one.Period)).Concat(assignments.SelectMany(one => _holdings[one.Holder]).SelectMany(holding => ChangesOf(holding.Period)))
            .Where(change => change > day && change <= last).Distinct().Order()];

    private static IEnumerable<DateOnly> ChangesOf(Period period)
    {
        if (period.From is { } from)
            yield return from;
        if (period.Until is { } until && until < DateOnly.MaxValue)
            yield return until.AddDays(1);
    }

    private List<string> SeatsOn(List<Assignment> assignments, DateOnly day) =>
        [.. assignments.Where(one => one.Period.Contains(day)).Select(one => SeatOn(one.Holder, day)).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private string? SeatOn(string holder, DateOnly day)
    {
        if (_people.Contains(holder))
            return holder;
        var holding = _holdings[holder].Where(one => one.Period.Contains(day)).Take(2).ToList();
        return holding switch { [] => null, [var only] => only.Person, _ => holder };
    }
}
