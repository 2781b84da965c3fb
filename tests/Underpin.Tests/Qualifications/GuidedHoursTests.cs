using Underpin.Qualifications;

namespace Underpin.Tests.Qualifications;

public sealed class GuidedHoursTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData(" 12 ", 12)]
    [InlineData("9999", 9999)]
    public void A_whole_number_is_read(string typed, int value)
    {
        Assert.True(GuidedHours.TryParse(typed, out GuidedHours read, out string problem));
        Assert.Equal("", problem);
        Assert.Equal(new GuidedHours(value), read);
        Assert.Equal(read, GuidedHours.Parse(read.ToString("N", null)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("2.5")]
    [InlineData("three")]
    [InlineData("99999999999")]
    [InlineData("10000")]
    public void Anything_else_is_refused_with_the_range(string? typed)
    {
        Assert.False(GuidedHours.TryParse(typed, out GuidedHours _, out string problem));
        Assert.Equal("Guided hours are a whole number from 0 to 9,999", problem);
        Assert.False(GuidedHours.TryParse(typed, null, out _));
        Assert.Throws<FormatException>(() => GuidedHours.Parse(typed ?? ""));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10000)]
    public void A_number_outside_the_range_cannot_be_made(int value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new GuidedHours(value));

    [Fact]
    public void It_is_printed_with_its_word_in_the_right_number()
    {
        Assert.Equal("1 guided hour", new GuidedHours(1).ToString());
        Assert.Equal("3 guided hours", new GuidedHours(3).ToString());
        Assert.Equal("3", $"{new GuidedHours(3):N}");
        Assert.Throws<FormatException>(() => new GuidedHours(3).ToString("X", null));
    }

    [Fact]
    public void The_default_value_is_nought() => Assert.Equal(new GuidedHours(0), default);

    [Fact]
    public void Numbers_are_ordered()
    {
        var (two, three) = (new GuidedHours(2), new GuidedHours(3));
        Assert.True(two < three && three > two && two <= three && three >= two);
        Assert.True(two.CompareTo(three) < 0);
    }

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    [InlineData(31, false)]
    public void A_unit_of_three_credits_leaves_time_for_own_work_below_30_guided_hours(int hours, bool leavesTime) =>
        Assert.Equal(leavesTime, new GuidedHours(hours).AreLessThanAll(new Credit(3)));
}
