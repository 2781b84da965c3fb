using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Underpin.Qualifications;

internal sealed class RqfLevelConverter() : ValueConverter<RqfLevel, int>(level => level.Value, stored => new RqfLevel(stored));

internal sealed class CreditConverter() : ValueConverter<Credit, int>(credit => credit.Value, stored => new Credit(stored));

internal sealed class GuidedHoursConverter() : ValueConverter<GuidedHours, int>(hours => hours.Value, stored => new GuidedHours(stored));
