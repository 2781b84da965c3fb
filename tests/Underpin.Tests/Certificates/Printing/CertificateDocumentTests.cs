using System.Text;
using System.Xml.Linq;
using QRCoder;
using Underpin.Certificates.Printing;

namespace Underpin.Tests.Certificates.Printing;

public sealed class CertificateDocumentTests
{
    private static readonly string[] _longName =
        ["Maria Francisca de Assis Cipriana Xavier Isabel Josefa Antonia Rita Joana Eulália do Pilar Orleans-Bragança e Wittelsbach"];

    public static TheoryData<string> Names() =>
    [
        "Siân Ŵyn-Łukasz ŷ",
        "Nguyễn Thị Ánh",
        "Ólafur Þór",
        "Олександра Їжак",
        "Ἀριστοτέλης Ὀνάσης",
        "O’Neill–Smith",
        .. _longName,
        new string('W', 120),
        string.Concat(Enumerable.Repeat("Ŵŷ ", 40)).TrimEnd(),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_name_reads_back_exactly_as_it_was_given(string name)
    {
        var pdf = Read(PrintData.Certificate(name));

        Assert.Equal(name, Assert.Single(pdf.Document.OfType("H1")).Text);
        Assert.Empty(CertificateDocument.MissingGlyphs(PrintData.Certificate(name)));
    }

    [Fact]
    public void An_accent_that_came_apart_from_its_letter_is_joined_before_it_is_printed()
    {
        var apart = "Siân Ŵyn".Normalize(NormalizationForm.FormD);
        Assert.NotEqual("Siân Ŵyn", apart);

        Assert.Equal("Siân Ŵyn", Read(PrintData.Certificate(apart)).Document.OfType("H1").Single().Text);
    }

    [Fact]
    public void The_file_opens_as_a_PDF_and_its_table_points_to_every_object()
    {
        var bytes = CertificateDocument.Create(PrintData.Certificate());
        var pdf = new ReadPdf(bytes);

        Assert.StartsWith("%PDF-1.7\n", Encoding.Latin1.GetString(bytes, 0, 9), StringComparison.Ordinal);
        Assert.True(pdf.Offsets.Count > 50);
        Assert.All(pdf.Offsets.Keys, number => Assert.NotEmpty(pdf.Object(number)));
        Assert.Contains($"/Size {pdf.Offsets.Count + 1}/", pdf.Trailer, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_awarded_is_on_the_page_in_reading_order()
    {
        var print = PrintData.Certificate(units: 2);

        var read = Read(print).Document.WholeText();

        string[] expected =
        [
            print.AwardingBodyName, print.HolderName, print.QualificationTitle, print.CentreName,
            "RQF level", "Type", "Credit", "Total time", "Date of award", "3", "Certificate", "32 credits", "320 hours", "21 November 2026",
            "Units achieved", "EIT-01", print.Units[0].Title, "EIT-02", print.Units[1].Title,
            "Check this certificate", "underpin.example/verify", print.Number, "not proof by itself",
        ];
        var from = 0;
        foreach (var text in expected)
        {
            var at = read.IndexOf(text, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"“{text}” is missing or out of order in: {read}");
            from = at + text.Length;
        }
    }

    [Fact]
    public void The_tag_tree_names_the_language_the_headings_and_the_code()
    {
        var pdf = Read(PrintData.Certificate());

        Assert.Equal("Document", pdf.Document.Type);
        Assert.Contains("/Lang<656E2D4742>", pdf.Catalogue, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo<</Marked true>>", pdf.Catalogue, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", pdf.Catalogue, StringComparison.Ordinal);
        Assert.Equal(["H1", "H2", "H2", "H2"], pdf.Document.Descendants().Select(element => element.Type).Where(type => type.StartsWith('H')));
        Assert.Equal("QR code that opens the check of certificate EITAC-2026-004217-K.", pdf.Document.OfType("Figure").Single().AlternativeText);
        Assert.Equal(9, pdf.Document.OfType("TH").Count());
        Assert.All(pdf.Document.OfType("TH"), heading => Assert.Contains("/Scope/Column", heading.Dictionary, StringComparison.Ordinal));
    }

    [Fact]
    public void Nothing_is_drawn_that_is_neither_tagged_nor_decoration()
    {
        var pages = Read(PrintData.Certificate("محمد Li", units: 30) with { IsDemonstration = true }).Pages;

        Assert.All(pages, page => Assert.Equal(0, page.Unmarked));
        Assert.All(pages, page => Assert.NotEmpty(page.Marked));
    }

    [Fact]
    public void The_metadata_holds_title_and_date_and_claims_no_conformance()
    {
        var pdf = Read(PrintData.Certificate("Siân <&> Ŵyn"));

        var xmp = Encoding.UTF8.GetString(pdf.Stream(ReadPdf.Number(pdf.Catalogue, "Metadata")));

        XNamespace rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
        XNamespace dublinCore = "http://purl.org/dc/elements/1.1/";
        var packet = XDocument.Parse(xmp.Trim('\uFEFF'));
        Assert.Equal("Level 3 Certificate in Education IT Support: Siân <&> Ŵyn", packet.Descendants(dublinCore + "title").Descendants(rdf + "li").Single().Value);
        Assert.Contains("2026-11-21", xmp, StringComparison.Ordinal);
        Assert.DoesNotContain("pdfuaid", xmp, StringComparison.Ordinal);
    }

    [Fact]
    public void The_code_on_the_page_is_the_code_of_the_address()
    {
        var print = PrintData.Certificate();
        using var expected = QRCodeGenerator.GenerateQrCode(print.CheckUrl.AbsoluteUri, QRCodeGenerator.ECCLevel.Q);

        // The code is the only content made of many rectangles that belongs to an element.
        var drawn = Read(print).Pages[0].Marked.Values.MaxBy(content => content.Rectangles.Count)!.Rectangles;

        var module = drawn[0][3];
        var left = drawn.Min(box => box[0]);
        var top = drawn.Max(box => box[1]);
        var dark = drawn
            .SelectMany(box => Enumerable.Range(0, (int)Math.Round(box[2] / module)).Select(step => (
                Row: (int)Math.Round((top - box[1]) / module),
                Column: (int)Math.Round((box[0] - left) / module) + step)))
            .ToHashSet();
        const int QuietZone = 4;
        var size = expected.ModuleMatrix.Count - 2 * QuietZone;
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < size; column++)
                Assert.Equal(expected.ModuleMatrix[row + QuietZone][column + QuietZone], dark.Contains((row, column)));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(10, 1)]
    [InlineData(30, 2)]
    [InlineData(120, 4)]
    public void Units_that_do_not_fit_go_on_to_further_pages_in_one_table(int units, int pages)
    {
        var pdf = Read(PrintData.Certificate(units: units));

        Assert.Equal(pages, pdf.Pages.Count);
        var table = pdf.Document.OfType("Table").Last();
        Assert.Equal(1 + units, table.OfType("TR").Count());
        Assert.Equal(
            Enumerable.Range(1, units).Select(number => $"EIT-{number:00}"),
            table.OfType("TR").Skip(1).Select(row => row.Children[0].Text));
        Assert.All(pdf.Pages.Select((page, index) => (page, index)), at =>
            Assert.Contains($"Page {at.index + 1} of {pages}", at.page.Artifacts.Text.ToString(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("محمد علي", "م", "ح", "د", "ع", "ل", "ي")]
    [InlineData("Li 李小龍", "李", "小", "龍")]
    [InlineData("Sam 👩‍💻", "👩‍💻")]
    [InlineData("Ann\u0001", "\u0001")]
    public void A_character_that_the_typeface_lacks_is_a_box_for_the_eye_and_itself_for_software(string name, params string[] missing)
    {
        var print = PrintData.Certificate(name);

        var heading = Read(print).Document.OfType("H1").Single();

        Assert.Equal(missing, CertificateDocument.MissingGlyphs(print));
        Assert.Equal(name, heading.Text);
        Assert.Equal(missing.Aggregate(name, (drawn, character) => drawn.Replace(character, "□", StringComparison.Ordinal)), heading.Drawn);
        Assert.Contains("A box stands for a character that could not be printed here", Read(print).Document.WholeText(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_award_gives_the_same_bytes()
    {
        Assert.Equal(CertificateDocument.Create(PrintData.Certificate()), CertificateDocument.Create(PrintData.Certificate()));
        Assert.NotEqual(CertificateDocument.Create(PrintData.Certificate()), CertificateDocument.Create(PrintData.Certificate("Ana Kovac")));
    }

    [Fact]
    public void Demonstration_data_says_so_on_every_page_and_in_the_text()
    {
        var demonstration = Read(PrintData.Certificate(units: 30) with { IsDemonstration = true });
        var real = Read(PrintData.Certificate(units: 30));

        Assert.Contains("Demonstration: this is not a real award", demonstration.Document.WholeText(), StringComparison.Ordinal);
        Assert.All(demonstration.Pages, page => Assert.Contains("Demonstration", page.Artifacts.Text.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain("Demonstration", real.Document.WholeText(), StringComparison.Ordinal);
        Assert.All(real.Pages, page => Assert.DoesNotContain("Demonstration", page.Artifacts.Text.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_as_long_as_allowed_still_leave_every_unit_and_the_check_below_them()
    {
        var wide = new string('W', CertificateDocument.LongestText);
        var print = PrintData.Certificate(wide) with { AwardingBodyName = wide, QualificationTitle = wide, CentreName = wide };

        var pages = Read(print).Pages;

        // The panel that says how to check is filled from 78 points in from the left and is the lowest box of the first page.
        var panel = pages[0].Artifacts.Rectangles.Where(box => box[0] == 78 && box[2] > 400 && box[3] > 100).MinBy(box => box[1])!;
        var facts = pages[0].Artifacts.Rectangles.Where(box => box[0] == 78 && box[2] > 400 && box[3] is > 40 and < 80).Single();
        Assert.True(facts[1] > panel[1] + panel[3], "The particulars run into the panel below them.");
    }

    [Fact]
    public void A_certificate_that_lacks_what_every_certificate_bears_is_refused()
    {
        var good = PrintData.Certificate();
        CertificatePrint[] bad =
        [
            good with { HolderName = "" },
            good with { HolderName = " \t\u200D" },
            good with { HolderName = new string('a', CertificateDocument.LongestText + 1) },
            good with { QualificationTitle = " " },
            good with { QualificationType = "" },
            good with { Number = "" },
            good with { AwardingBodyName = "" },
            good with { CentreName = "" },
            good with { Units = [] },
            good with { Units = [new PrintedUnit("EIT-01", "", 2, 3)] },
            good with { Units = [new PrintedUnit("EIT-01", "Networks", 9, 3)] },
            good with { QualificationLevel = 0 },
            good with { Credit = -1 },
            good with { TotalHours = -1 },
            good with { CheckUrl = new Uri("/certificates/1", UriKind.Relative) },
            good with { CheckUrl = new Uri("javascript:alert(1)") },
            good with { CheckUrl = new Uri("https://underpin.example/" + new string('a', CertificateDocument.LongestAddress)) },
        ];

        Assert.All(bad, print => Assert.Throws<ArgumentException>(() => CertificateDocument.Create(print)));
    }

    private static ReadPdf Read(CertificatePrint print) => new(CertificateDocument.Create(print));
}
