namespace Underpin.Platform;

/// <summary>The clock as schools read it. Moments are UTC; "today" is today in the United Kingdom.</summary>
internal static class UkTime
{
    static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>Now in UTC, in whole milliseconds, so that every database gives back exactly what was stored.</summary>
    public static DateTimeOffset Now(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return new(now.Ticks - now.Ticks % TimeSpan.TicksPerMillisecond, TimeSpan.Zero);
    }

    public static DateOnly Today(this TimeProvider clock) => clock.GetUtcNow().UkDate();

    public static DateOnly UkDate(this DateTimeOffset moment) => DateOnly.FromDateTime(UkLocal(moment));

    /// <summary>The moment as a UK clock on the wall shows it.</summary>
    public static DateTime UkLocal(this DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, London).DateTime;
}
