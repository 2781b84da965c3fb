using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Underpin.Platform.Database;

internal sealed class UtcDateTimeConverter() : ValueConverter<DateTimeOffset, DateTime>(
    moment => moment.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc), TimeSpan.Zero));

internal sealed class ParsableConverter<T>() : ValueConverter<T, string>(
    value => value.ToString()!,
    stored => Read(stored))
    where T : IParsable<T>
{
    static T Read(string stored) => T.Parse(stored, null);
}
