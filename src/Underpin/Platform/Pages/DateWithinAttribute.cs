using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace Underpin.Platform.Pages;

/// <summary>
/// Keeps a <see cref="DateInput"/> in range: not before <see cref="Earliest"/> (1 January 1900 unless said otherwise),
/// and not after or not before today in the United Kingdom when asked.
/// </summary>
/// <param name="what">Begins the refusal, for example “The date of birth”.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class DateWithinAttribute(string what) : ValidationAttribute
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public string Earliest { get; init; } = "1900-01-01";
    public bool NotInFuture { get; init; }
    public bool NotInPast { get; init; }

    protected override ValidationResult? IsValid(object? value, ValidationContext context)
    {
        if ((value as DateInput)?.Date is not { } date) return ValidationResult.Success;
        var clock = (TimeProvider?)context.GetService(typeof(TimeProvider)) ?? TimeProvider.System;
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), London).DateTime);
        var refusal = NotInFuture && date > today ? $"{what} must be today or earlier"
            : NotInPast && date < today ? $"{what} must be today or later"
            : DateInput.Outside(date, what, DateOnly.Parse(Earliest, CultureInfo.InvariantCulture));
        return refusal is null ? ValidationResult.Success
            : new ValidationResult(refusal, context.MemberName is { } name ? [name] : null);
    }
}
