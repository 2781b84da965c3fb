using Underpin.Portfolios;

namespace Underpin.Tests.Portfolios;

public sealed class UlnTests
{
    [Theory]
    [InlineData("9276308686")] // HESA's worked example
    [InlineData("1000000043")]
    [InlineData("1000000051")]
    [InlineData("1234567899")]
    [InlineData("3000000002")]
    [InlineData("4268935710")]
    [InlineData("7000123450")]
    [InlineData("5555555554")]
    [InlineData("9182736455")]
    public void A_number_whose_check_digit_fits_is_read(string typed)
    {
        Assert.True(Uln.TryParse(typed, out Uln uln, out string problem));
        Assert.Equal("", problem);
        Assert.Equal(typed, uln.ToString());
        Assert.Equal(uln, Uln.Parse($" {typed[..3]} {typed[3..6]}-{typed[6..]}"));
    }

    [Theory]
    [InlineData("1234567890", "This is not a Unique Learner Number")]
    [InlineData("9999999999", "This is not a Unique Learner Number")]
    [InlineData("0000000043", "A Unique Learner Number does not begin with 0")]
    [InlineData("927630868", "A Unique Learner Number has 10 digits")]
    [InlineData("92763086866", "A Unique Learner Number has 10 digits")]
    [InlineData("927630868X", "A Unique Learner Number has 10 digits")]
    [InlineData("٩٢٧٦٣٠٨٦٨٦", "A Unique Learner Number has 10 digits")]
    [InlineData("", "A Unique Learner Number has 10 digits")]
    [InlineData(null, "A Unique Learner Number has 10 digits")]
    public void Any_other_text_is_refused_with_the_reason(string? typed, string reason)
    {
        Assert.False(Uln.TryParse(typed, out Uln _, out string problem));
        Assert.StartsWith(reason, problem, StringComparison.Ordinal);
        Assert.False(Uln.TryParse(typed, null, out _));
    }

    [Fact]
    public void No_check_digit_fits_a_base_that_leaves_nothing_over() =>
        Assert.All(Enumerable.Range(0, 10), digit => Assert.False(Uln.TryParse($"987654321{digit}", null, out _)));

    [Fact]
    public void Every_change_of_one_digit_is_caught()
    {
        const string number = "9276308686";
        for (var position = 0; position < 10; position++)
            foreach (var digit in "0123456789".Where(digit => digit != number[position]))
                Assert.False(Uln.TryParse(number[..position] + digit + number[(position + 1)..], null, out _));
    }

    [Fact]
    public void The_default_value_is_no_number()
    {
        Assert.Equal("", default(Uln).ToString());
        Assert.NotEqual(default, Uln.Parse("9276308686"));
        Assert.Throws<FormatException>(() => Uln.Parse(default(Uln).ToString()));
    }

    [Fact]
    public void Numbers_are_ordered_as_numbers() =>
        Assert.True(Uln.Parse("1000000043").CompareTo(Uln.Parse("9276308686")) < 0);
}
