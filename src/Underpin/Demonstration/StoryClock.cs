using System.Globalization;
using Underpin.Platform;

namespace Underpin.Demonstration;

/// <summary>The clock of the story: it stands at each moment while that moment's acts are done.</summary>
/// <param name="real">What the story ends at.</param>
internal sealed class StoryClock(TimeProvider real) : TimeProvider
{
    static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    readonly DateOnly _monday = Monday(real.Today());
    DateTimeOffset _now = real.Now();

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveTo(DateTimeOffset moment) => _now = moment;

    /// <summary>A time of a day of the week, so many weeks ago, as clocks in the United Kingdom showed it.</summary>
    /// <param name="weeks">1 is last week; this week might still lie ahead.</param>
    public DateTimeOffset Ago(int weeks, DayOfWeek day, string time)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(weeks, 1);
        var date = _monday.AddDays(-7 * weeks + ((int)day + 6) % 7);
        return new(TimeZoneInfo.ConvertTimeToUtc(date.ToDateTime(TimeOnly.ParseExact(time, "HH:mm", CultureInfo.InvariantCulture)), London), TimeSpan.Zero);
    }

    static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}
