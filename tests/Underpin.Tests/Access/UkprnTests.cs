using Underpin.Access;

namespace Underpin.Tests.Access;

public sealed class UkprnTests
{
    [Theory]
    [InlineData("10077263", "10077263")] // Abercrombie Primary
    [InlineData("1006 0309", "10060309")]
    public void A_well_formed_number_is_read(string typed, string printed)
    {
        Assert.True(Ukprn.TryParse(typed, out Ukprn number, out string problem));
        Assert.Equal("", problem);
        Assert.Equal(printed, number.ToString());
        Assert.Equal(number, Ukprn.Parse(printed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("1007726")]
    [InlineData("100772633")]
    [InlineData("20077263")]
    public void Any_other_text_is_refused_with_an_example_of_a_right_one(string? typed)
    {
        Assert.False(Ukprn.TryParse(typed, out Ukprn number, out string problem));
        Assert.Contains("10077263", problem, StringComparison.Ordinal);
        Assert.Equal(default, number);
        Assert.False(Ukprn.TryParse(typed, null, out _));
        Assert.Throws<FormatException>(() => Ukprn.Parse(typed ?? ""));
    }

    [Fact]
    public void The_default_value_is_no_number()
    {
        Assert.Equal("", default(Ukprn).ToString());
        Assert.NotEqual(default, Ukprn.Parse("10077263"));
    }

    [Fact]
    public void Numbers_are_ordered_as_numbers() =>
        Assert.True(Ukprn.Parse("10060309").CompareTo(Ukprn.Parse("10077263")) < 0);
}
