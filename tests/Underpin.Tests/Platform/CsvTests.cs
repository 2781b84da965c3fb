using System.Text;
using Underpin.Platform;
using Underpin.Tests.Qualifications;

namespace Underpin.Tests.Platform;

public sealed class CsvTests
{
    [Theory]
    [InlineData("a, b")]
    [InlineData("she said \"no\"")]
    [InlineData("first\nsecond")]
    [InlineData("first\r\nsecond")]
    [InlineData(" spaces about ")]
    [InlineData("Siân, Ŵyn, 教育")]
    [InlineData("'quoted'")]
    [InlineData("")]
    public async Task What_is_written_is_read_back(string value)
    {
        using var file = new MemoryStream();
        await Csv.WriteAsync(file, new IReadOnlyList<string?>[] { ["before", value, null, "after"] }.ToAsyncEnumerable(), default);
        Assert.Equal(["before", value, "", "after"], Assert.Single(CsvText.Read(Encoding.UTF8.GetString(file.ToArray()))));
        Assert.True(file.CanWrite, "Whoever opened the file closes it.");
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+44 1234")]
    [InlineData("-2")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =1+1")]
    [InlineData("\t=1")]
    [InlineData("\n=1")]
    [InlineData("＝1")]
    public void A_cell_that_a_spreadsheet_would_run_begins_with_an_apostrophe(string value) =>
        Assert.Equal([$"'{value}", "x"], Assert.Single(CsvText.Read(Csv.Line([value, "x"]))));
}
