using Underpin.Certificates;

namespace Underpin.Tests.Certificates;

public sealed class CertificateNumberTests
{
    private const string Printed = "UP-4T7W-X2M9-KDR";

    [Theory]
    [InlineData("UP-4T7W-X2M9-KDR")]
    [InlineData("up4t7wx2m9kdr")]
    [InlineData("  UP 4T7W X2M9 KDR\n")]
    [InlineData("4T7W-X2M9-KDR")]
    [InlineData("UP\u20134T7W\u2013X2M9\u2013KDR")]
    public void It_is_read_forgivingly_and_printed_one_way(string typed)
    {
        Assert.True(CertificateNumber.TryParse(typed, out CertificateNumber number, out string problem));
        Assert.Equal("", problem);
        Assert.Equal(Printed, number.ToString());
        Assert.Equal(CertificateNumber.Parse(Printed), number);
    }

    [Theory]
    [InlineData(null, "Enter a number such as UP-4T7W-X2M9-KDR")]
    [InlineData(" - ", "Enter a number such as UP-4T7W-X2M9-KDR")]
    [InlineData("UP-4T7W-X2M9-KD", "The number has 13 letters and digits")]
    [InlineData("UP-4T7W-X2M9-KDRR", "The number has 13 letters and digits")]
    [InlineData("XP-4T7W-X2M9-KDR", "The number has 13 letters and digits")]
    [InlineData("UP-4T7W-X2M9-K?R", "The number cannot have '?' in it")]
    [InlineData("UP-4T7W-X2M9-KUR", "The number cannot have 'U' in it")]
    [InlineData("UP-4T7W-X2M9-KDS", "One or more characters are wrong")]
    [InlineData("UP-T47W-X2M9-KDR", "One or more characters are wrong")]
    [InlineData("UP-RT7W-X2M9-KD4", "One or more characters are wrong")]
    public void Anything_else_is_refused_with_the_reason(string? typed, string reason)
    {
        Assert.False(CertificateNumber.TryParse(typed, out CertificateNumber number, out string problem));
        Assert.StartsWith(reason, problem, StringComparison.Ordinal);
        Assert.Equal(default, number);
        Assert.False(CertificateNumber.TryParse(typed, null, out _));
    }

    [Fact]
    public void Parse_throws_with_the_reason()
    {
        Assert.StartsWith("One or more", Assert.Throws<FormatException>(() => CertificateNumber.Parse("UP-4T7W-X2M9-KDS")).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => CertificateNumber.Parse(null!));
    }

    [Fact]
    public void A_new_number_can_be_read_back_and_is_never_the_default()
    {
        var number = CertificateNumber.Create();
        Assert.NotEqual(default, number);
        Assert.Equal(number, CertificateNumber.Parse(number.ToString()));
        Assert.NotEqual(number, CertificateNumber.Create());
    }

    [Fact]
    public void The_default_value_is_no_number()
    {
        Assert.Equal("", default(CertificateNumber).ToString());
        Assert.True(default == default(CertificateNumber));
        Assert.True(CertificateNumber.Parse(Printed) != default);
        Assert.Equal(default(CertificateNumber).GetHashCode(), default(CertificateNumber).GetHashCode());
        Assert.True(default(CertificateNumber).CompareTo(CertificateNumber.Parse(Printed)) < 0);
    }

    [Fact]
    public void Equal_numbers_have_equal_hashes_and_order()
    {
        var (one, same) = (CertificateNumber.Parse(Printed), CertificateNumber.Parse(Printed.ToLowerInvariant()));
        Assert.True(one.Equals((object)same));
        Assert.False(one.Equals(Printed));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.Equal(0, one.CompareTo(same));
    }
}
