using Underpin.Access;

namespace Underpin.Tests.Access;

public sealed class UrnTests
{
    [Theory]
    [InlineData("112670", "112670")] // Abercrombie Primary
    [InlineData(" 139 340 ", "139340")] // Asfordby Hill Primary
    [InlineData("400001", "400001")]
    public void A_well_formed_number_is_read(string typed, string printed)
    {
        Assert.True(Urn.TryParse(typed, out Urn number, out string problem));
        Assert.Equal("", problem);
        Assert.Equal(printed, number.ToString());
        Assert.Equal(number, Urn.Parse(printed));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("11267")]
    [InlineData("1126700")]
    [InlineData("000000")]
    [InlineData("373/4000")]
    public void Any_other_text_is_refused_with_an_example_of_a_right_one(string? typed)
    {
        Assert.False(Urn.TryParse(typed, out Urn number, out string problem));
        Assert.Contains("112670", problem, StringComparison.Ordinal);
        Assert.Equal(default, number);
        Assert.False(Urn.TryParse(typed, null, out _));
        Assert.Throws<FormatException>(() => Urn.Parse(typed ?? ""));
    }

    [Fact]
    public void The_default_value_is_no_number()
    {
        Assert.Equal("", default(Urn).ToString());
        Assert.NotEqual(default, Urn.Parse("112670"));
    }

    [Fact]
    public void Numbers_are_ordered_as_numbers() =>
        Assert.True(Urn.Parse("100000").CompareTo(Urn.Parse("112670")) < 0);
}
