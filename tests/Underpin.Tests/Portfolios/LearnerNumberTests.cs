using Underpin.Portfolios;

namespace Underpin.Tests.Portfolios;

public sealed class LearnerNumberTests
{
    private const string Printed = "L-7K3M-92Q5";

    [Theory]
    [InlineData("L-7K3M-92Q5")]
    [InlineData("l7k3m92q5")]
    [InlineData("L 7K3M 92Q5")]
    public void It_is_read_forgivingly_and_printed_one_way(string typed)
    {
        Assert.True(LearnerNumber.TryParse(typed, out LearnerNumber number, out string problem));
        Assert.Equal("", problem);
        Assert.Equal(Printed, number.ToString());
        Assert.Equal(LearnerNumber.Parse(Printed), number);
    }

    [Theory]
    [InlineData(null, "Enter a number such as L-7K3M-92Q5")]
    [InlineData("L-7K3M-92Q", "The number has 9 letters and digits")]
    [InlineData("L-7K3M-92", "The number has 9 letters and digits")]
    [InlineData("7K3M92Q5", "The number has 9 letters and digits")]
    [InlineData("M-7K3M-92Q5", "The number has 9 letters and digits")]
    [InlineData("L-7K3M-92!5", "The number cannot have '!' in it")]
    [InlineData("L-7K3M-92Q6", "One or more characters are wrong")]
    [InlineData("L-K73M-92Q5", "One or more characters are wrong")]
    public void Anything_else_is_refused_with_the_reason(string? typed, string reason)
    {
        Assert.False(LearnerNumber.TryParse(typed, out LearnerNumber number, out string problem));
        Assert.StartsWith(reason, problem, StringComparison.Ordinal);
        Assert.Equal(default, number);
        Assert.False(LearnerNumber.TryParse(typed, null, out _));
    }

    [Fact]
    public void Parse_throws_with_the_reason()
    {
        Assert.StartsWith("One or more", Assert.Throws<FormatException>(() => LearnerNumber.Parse("L-7K3M-92Q6")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => LearnerNumber.Parse(null!));
    }

    [Fact]
    public void A_new_number_can_be_read_back_and_is_never_the_default()
    {
        var number = LearnerNumber.Create();
        Assert.NotEqual(default, number);
        Assert.Equal(number, LearnerNumber.Parse(number.ToString()));
        Assert.NotEqual(number, LearnerNumber.Create());
    }

    [Fact]
    public void The_default_value_is_no_number()
    {
        Assert.Equal("", default(LearnerNumber).ToString());
        Assert.True(default == default(LearnerNumber));
        Assert.True(LearnerNumber.Parse(Printed) != default);
        Assert.Equal(default(LearnerNumber).GetHashCode(), default(LearnerNumber).GetHashCode());
        Assert.True(default(LearnerNumber).CompareTo(LearnerNumber.Parse(Printed)) < 0);
    }

    [Fact]
    public void Equal_numbers_have_equal_hashes_and_order()
    {
        var (one, same) = (LearnerNumber.Parse(Printed), LearnerNumber.Parse(Printed.ToLowerInvariant()));
        Assert.True(one.Equals((object)same));
        Assert.False(one.Equals(Printed));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.Equal(0, one.CompareTo(same));
    }
}
