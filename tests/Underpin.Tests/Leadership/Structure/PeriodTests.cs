using Underpin.Leadership.Structure;

namespace Underpin.Tests.Leadership.Structure;

public sealed class PeriodTests
{
    static readonly DateOnly First = new(2026, 9, 1), Last = new(2027, 8, 31);

    [Fact]
    public void Both_its_first_and_its_last_day_belong_to_it()
    {
        var year = new Period(First, Last);
        Assert.True(year.Contains(First) && year.Contains(Last));
        Assert.False(year.Contains(First.AddDays(-1)) || year.Contains(Last.AddDays(1)));
    }

    [Fact]
    public void An_open_end_has_no_end()
    {
        Assert.True(Period.Always.Contains(DateOnly.MinValue) && Period.Always.Contains(DateOnly.MaxValue));
        Assert.True(new Period(First, null).Contains(DateOnly.MaxValue));
        Assert.True(new Period(null, Last).Contains(DateOnly.MinValue));
    }

    [Fact]
    public void A_period_that_begins_on_the_day_after_another_does_not_overlap_it()
    {
        Assert.False(new Period(First, Last).Overlaps(new(Last.AddDays(1), null)));
        Assert.True(new Period(First, Last).Overlaps(new(Last, null)));
    }

    [Fact]
    public void It_is_reversed_when_it_ends_before_it_begins_and_not_when_it_lasts_one_day()
    {
        Assert.True(new Period(Last, First).IsReversed);
        Assert.False(new Period(First, First).IsReversed);
    }

    [Theory]
    [InlineData("2026-09-01", "2027-08-31", "from 1 September 2026 to 31 August 2027")]
    [InlineData("2026-09-01", null, "from 1 September 2026")]
    [InlineData(null, "2027-08-31", "to 31 August 2027")]
    [InlineData(null, null, "at all times")]
    public void It_is_written_as_people_say_it(string? from, string? until, string expected) =>
        Assert.Equal(expected, new Period(from is null ? null : DateOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), until is null ? null : DateOnly.Parse(until, System.Globalization.CultureInfo.InvariantCulture)).ToString());
}
