using Underpin.Qualifications;

namespace Underpin.Tests.Qualifications;

public sealed class CreditTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData(" 12 ", 12)]
    [InlineData("999", 999)]
    public void A_whole_number_is_read(string typed, int value)
    {
        Assert.True(Credit.TryParse(typed, out Credit read, out string problem));
        Assert.Equal("", problem);
        Assert.Equal(new Credit(value), read);
        Assert.Equal(read, Credit.Parse(read.ToString("N", null)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("2.5")]
    [InlineData("three")]
    [InlineData("99999999999")]
    [InlineData("1000")]
    public void Anything_else_is_refused_with_the_range(string? typed)
    {
        Assert.False(Credit.TryParse(typed, out Credit _, out string problem));
        Assert.Equal("Credit is a whole number from 0 to 999", problem);
        Assert.False(Credit.TryParse(typed, null, out _));
        Assert.Throws<FormatException>(() => Credit.Parse(typed ?? ""));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(1000)]
    public void A_number_outside_the_range_cannot_be_made(int value) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Credit(value));

    [Fact]
    public void It_is_printed_with_its_word_in_the_right_number()
    {
        Assert.Equal("1 credit", new Credit(1).ToString());
        Assert.Equal("3 credits", new Credit(3).ToString());
        Assert.Equal("3", $"{new Credit(3):N}");
        Assert.Throws<FormatException>(() => new Credit(3).ToString("X", null));
    }

    [Fact]
    public void The_default_value_is_nought() => Assert.Equal(new Credit(0), default);

    [Fact]
    public void Numbers_are_ordered()
    {
        var (two, three) = (new Credit(2), new Credit(3));
        Assert.True(two < three && three > two && two <= three && three >= two);
        Assert.True(two.CompareTo(three) < 0);
    }

    [Fact]
    public void One_credit_is_ten_hours_in_all() => Assert.Equal(30, new Credit(3).TotalHours);

    [Fact]
    public void Credit_adds_up_and_says_when_it_no_longer_can()
    {
        Assert.Equal(new Credit(5), new Credit(2) + new Credit(3));
        Assert.Throws<OverflowException>(() => new Credit(999) + new Credit(1));
    }
}
