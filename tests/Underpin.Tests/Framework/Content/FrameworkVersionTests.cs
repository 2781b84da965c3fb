using Underpin.Framework.Content;

namespace Underpin.Tests.Framework.Content;

public sealed class FrameworkVersionTests
{
    [Theory]
    [InlineData("2026.1", 2026, 1)]
    [InlineData("2999.999", 2999, 999)]
    public void A_year_and_a_number_are_read(string text, int year, int number)
    {
        Assert.True(FrameworkVersion.TryParse(text, out FrameworkVersion version, out string problem));
        Assert.Equal("", problem);
        Assert.Equal((year, number), (version.Year, version.Number));
        Assert.Equal(text, version.ToString());
        Assert.Equal(version, FrameworkVersion.Parse(text));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026.")]
    [InlineData("2026.0")]
    [InlineData("2026.01")]
    [InlineData("2026.1000")]
    [InlineData("26.1")]
    [InlineData("1999.1")]
    [InlineData("2026.1.1")]
    [InlineData("2026.-1")]
    public void Anything_else_is_refused_with_an_example(string? text)
    {
        Assert.False(FrameworkVersion.TryParse(text, out FrameworkVersion version, out string problem));
        Assert.Equal("A version is a year and a number, such as 2026.1", problem);
        Assert.Equal(default, version);
        Assert.False(FrameworkVersion.TryParse(text, null, out _));
        Assert.Throws<FormatException>(() => FrameworkVersion.Parse(text ?? ""));
    }

    [Fact]
    public void The_tenth_edition_of_a_year_comes_after_the_ninth()
    {
        Assert.True(FrameworkVersion.Parse("2026.10").CompareTo(FrameworkVersion.Parse("2026.9")) > 0);
        Assert.True(FrameworkVersion.Parse("2027.1").CompareTo(FrameworkVersion.Parse("2026.10")) > 0);
    }

    [Fact]
    public void The_default_value_is_no_edition()
    {
        Assert.Equal("", default(FrameworkVersion).ToString());
        Assert.True(default(FrameworkVersion).CompareTo(FrameworkVersion.Parse("2000.1")) < 0);
    }
}
