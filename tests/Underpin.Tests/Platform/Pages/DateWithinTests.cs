using System.ComponentModel.DataAnnotations;
using Underpin.Platform.Pages;

namespace Underpin.Tests.Platform.Pages;

public sealed class DateWithinTests
{
    // 23:30 in UTC on 27 June is half past midnight on the 28th in London, where it is summer time.
    private static readonly DateTimeOffset JustAfterMidnightInLondon = new(2026, 6, 27, 23, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Today_is_today_in_London() =>
        Assert.Null(Refusal(new DateWithinAttribute("The date") { NotInFuture = true, NotInPast = true }, new("28", "6", "2026")));

    [Fact]
    public void Tomorrow_is_refused_where_the_date_must_have_happened() =>
        Assert.Equal("The date must be today or earlier", Refusal(new("The date") { NotInFuture = true }, new("29", "6", "2026")));

    [Fact]
    public void Yesterday_is_refused_where_the_date_must_be_to_come() =>
        Assert.Equal("The date must be today or later", Refusal(new("The date") { NotInPast = true }, new("27", "6", "2026")));

    [Fact]
    public void A_date_before_1900_is_refused_unless_said_otherwise()
    {
        Assert.Equal("The date must be 1 January 1900 or later", Refusal(new("The date"), new("31", "12", "1899")));
        Assert.Null(Refusal(new("The date") { Earliest = "1800-01-01" }, new("31", "12", "1899")));
    }

    [Fact]
    public void What_is_not_a_date_is_left_to_the_message_it_already_has() =>
        Assert.Null(Refusal(new("The date") { NotInFuture = true }, new("31", "2", "2026")));

    private static string? Refusal(DateWithinAttribute rule, DateInput typed)
    {
        var context = new ValidationContext(typed, new Clock(), items: null) { MemberName = "Date" };
        return rule.GetValidationResult(typed, context)?.ErrorMessage;
    }

    private sealed class Clock : TimeProvider, IServiceProvider
    {
        public override DateTimeOffset GetUtcNow() => JustAfterMidnightInLondon;

        public object? GetService(Type type) => type == typeof(TimeProvider) ? this : null;
    }
}
