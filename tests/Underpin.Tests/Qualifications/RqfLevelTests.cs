using Underpin.Qualifications;

namespace Underpin.Tests.Qualifications;

public sealed class RqfLevelTests
{
    [Theory]
    [InlineData("1", 1)]
    [InlineData("8", 8)]
    [InlineData("L3", 3)]
    [InlineData("Level 3", 3)]
    [InlineData(" level3 ", 3)]
    public void A_level_is_read_in_the_ways_people_write_it(string typed, int value)
    {
        Assert.True(RqfLevel.TryParse(typed, out RqfLevel level, out string problem));
        Assert.Equal("", problem);
        Assert.Equal(value, level.Value);
        Assert.Equal(level, RqfLevel.Parse(level.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("9")]
    [InlineData("33")]
    [InlineData("E1")]
    [InlineData("-3")]
    public void Anything_but_1_to_8_is_refused_with_the_range(string? typed)
    {
        Assert.False(RqfLevel.TryParse(typed, out RqfLevel _, out string problem));
        Assert.Equal("A level is a whole number from 1 to 8", problem);
        Assert.False(RqfLevel.TryParse(typed, null, out _));
        Assert.Throws<FormatException>(() => RqfLevel.Parse(typed ?? ""));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(9)]
    public void A_level_outside_the_range_cannot_be_made(int value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RqfLevel(value));

    [Fact]
    public void The_default_value_is_level_1() => Assert.Equal(new RqfLevel(1), default);

    [Fact]
    public void It_is_printed_with_or_without_the_word()
    {
        Assert.Equal("Level 3", new RqfLevel(3).ToString());
        Assert.Equal("3 of Level 3", $"{new RqfLevel(3):N} of {new RqfLevel(3):G}");
        Assert.Throws<FormatException>(() => new RqfLevel(3).ToString("X", null));
    }

    [Fact]
    public void Levels_are_ordered()
    {
        var (two, three) = (new RqfLevel(2), new RqfLevel(3));
        Assert.True(two < three && three > two && two <= three && three >= two);
        Assert.True(two.CompareTo(three) < 0);
        Assert.Equal((2, 6), (RqfLevel.LowestAwarded.Value, RqfLevel.HighestAwarded.Value));
    }
}
