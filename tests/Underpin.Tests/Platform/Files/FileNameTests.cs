using Underpin.Platform.Files;

namespace Underpin.Tests.Platform.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Report.pdf", "Report.pdf", "a plain name stays")]
    [InlineData("C:\\Users\\Ana\\Report.pdf", "Report.pdf", "a Windows path goes")]
    [InlineData("../../etc/passwd", "passwd", "a path goes")]
    [InlineData("invoice\u202Efdp.exe", "invoicefdp.exe", "a direction override goes")]
    [InlineData("a\r\nSet-Cookie: b.txt", "aSet-Cookie: b.txt", "line ends go")]
    [InlineData("Ŵyn-Łukasz 報告 отчёт.pdf", "Ŵyn-Łukasz 報告 отчёт.pdf", "any script stays")]
    [InlineData("lamp\u00A0💡.png", "lamp 💡.png", "odd spaces become spaces, pictures stay")]
    [InlineData("\uD800.txt", "txt", "half a character goes")]
    [InlineData("  ..  ", "file", "nothing left")]
    [InlineData("", "file", "nothing given")]
    public void A_name_is_shown_as_given_without_what_could_deceive(string given, string clean, string why) => Assert.True(FileName.Clean(given) == clean, $"{why}: {FileName.Clean(given)}");

    [Fact]
    public void A_long_name_keeps_its_ending()
    {
        var clean = FileName.Clean(new string('x', 500) + ".docx");
        Assert.Equal(FileName.MaximumLength, clean.Length);
        Assert.EndsWith("x.docx", clean, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Report.PDF", "pdf")]
    [InlineData("Visit of 3.11", "")]
    [InlineData("notes", "")]
    [InlineData("backup.tar.gz", "gz")]
    public void The_ending_is_what_says_a_kind(string name, string ending) => Assert.Equal(ending, FileName.Ending(name));
}
