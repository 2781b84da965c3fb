using Underpin.Platform.Pages;

namespace Underpin.Tests.Platform.Pages;

public sealed class DateInputTests
{
    [Theory]
    [InlineData("27", "3", "2026")]
    [InlineData(" 27 ", "03", "2026 ")]
    [InlineData("27", "mar", "2026")]
    [InlineData("27", "MARCH", "2026")]
    public void A_date_is_read_however_people_write_its_month(string day, string month, string year)
    {
        var typed = new DateInput(day, month, year);

        Assert.Equal(new DateOnly(2026, 3, 27), typed.Date);
        Assert.Null(typed.Problem);
    }

    [Fact]
    public void The_29th_of_February_is_a_date_only_in_leap_years()
    {
        Assert.Equal(new DateOnly(2028, 2, 29), new DateInput("29", "2", "2028").Date);
        Assert.Null(new DateInput("29", "2", "2027").Date);
        Assert.Null(new DateInput("29", "2", "1900").Date);
    }

    [Theory]
    [InlineData("31", "4", "2026", nameof(DateParts.Day))]
    [InlineData("0", "4", "2026", nameof(DateParts.Day))]
    [InlineData("32", "1", "2026", nameof(DateParts.Day))]
    [InlineData("-1", "1", "2026", nameof(DateParts.Day))]
    [InlineData("1", "13", "2026", nameof(DateParts.Month))]
    [InlineData("1", "ma", "2026", nameof(DateParts.Month))]
    [InlineData("1", "Brumaire", "2026", nameof(DateParts.Month))]
    [InlineData("one", "soon", "2026", "Day, Month")]
    [InlineData("1", "1", "<script>", nameof(DateParts.Year))]
    public void What_is_not_a_date_is_refused_and_the_wrong_boxes_are_named(string day, string month, string year, string wrong)
    {
        var problem = new DateInput(day, month, year).Problem;

        Assert.NotNull(problem);
        Assert.Equal(Enum.Parse<DateParts>(wrong), problem.Parts);
    }

    [Fact]
    public void A_date_that_does_not_exist_is_refused_with_an_example_of_one_that_does() =>
        Assert.Equal("Enter a real date, for example 27 3 2026", new DateInput("31", "2", "2026").Problem?.Message);

    [Theory]
    [InlineData("26")]
    [InlineData("20266")]
    [InlineData("0000")]
    public void The_year_must_have_four_digits(string year) =>
        Assert.Equal("Enter the year with four digits, for example 2026", new DateInput("27", "3", year).Problem?.Message);

    [Theory]
    [InlineData("", "3", "2026", "Enter the day too. A date needs a day, a month and a year")]
    [InlineData("27", null, " ", "Enter the month and the year too. A date needs a day, a month and a year")]
    public void A_box_left_empty_is_asked_for_by_name(string? day, string? month, string? year, string words) =>
        Assert.Equal(words, new DateInput(day, month, year).Problem?.Message);

    [Theory]
    [InlineData(1899, 12, 31, "The date must be 1 January 1900 or later")]
    [InlineData(1900, 1, 1, null)]
    [InlineData(2026, 3, 27, null)]
    [InlineData(2026, 3, 28, "The date must be 27 March 2026 or earlier")]
    public void A_range_includes_both_its_ends(int year, int month, int day, string? words) =>
        Assert.Equal(words, DateInput.Outside(new(year, month, day), "The date", new(1900, 1, 1), new(2026, 3, 27)));

    [Fact]
    public void A_date_shown_for_editing_is_read_back_as_itself()
    {
        foreach (var date in (DateOnly[])[DateOnly.MaxValue, new(1000, 1, 1), new(2024, 2, 29), new(2026, 12, 31)])
            Assert.Equal(date, DateInput.From(date).Date);
    }

    [Fact]
    public void Shown_in_words_a_date_reads_as_British_people_write_it() =>
        Assert.Equal("27 March 2026", new DateInput("27", "3", "2026").ToString());
}
