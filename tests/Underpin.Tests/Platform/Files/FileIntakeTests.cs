using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Platform;
using Underpin.Platform.Files;

namespace Underpin.Tests.Platform.Files;

public sealed class FileIntakeTests(TestSite site) : IClassFixture<TestSite>
{
    Task<Outcome<ReceivedFile>> ReceiveAsync(string name, Stream content) =>
        site.RunAsync(s => s.GetRequiredService<FileIntake>().ReceiveAsync(name, content, default));

    Task<Outcome<ReceivedFile>> ReceiveAsync(string name, byte[] content) => ReceiveAsync(name, new MemoryStream(content));

    async Task<Refusal> RefusedAsync(string name, byte[] content) =>
        (await ReceiveAsync(name, content)).Refusal ?? throw new InvalidOperationException($"{name} was taken.");

    public static TheoryData<string, byte[], string> Good => new()
    {
        { "Visit.pdf", SampleFiles.Pdf, "application/pdf" },
        { "rack.PNG", SampleFiles.Png, "image/png" },
        { "rack.jpeg", SampleFiles.Jpeg, "image/jpeg" },
        { "moving.gif", SampleFiles.Gif, "image/gif" },
        { "rack.webp", SampleFiles.Webp, "image/webp" },
        { "IMG_0042.HEIC", SampleFiles.Heic, "image/heic" },
        { "plan.docx", SampleFiles.Docx(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
        { "assets.xlsx", SampleFiles.Xlsx(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
        { "training.pptx", SampleFiles.Pptx(), "application/vnd.openxmlformats-officedocument.presentationml.presentation" },
        { "plan.odt", SampleFiles.OpenDocument("text"), "application/vnd.oasis.opendocument.text" },
        { "assets.ods", SampleFiles.OpenDocument("spreadsheet", ("Basic/script-lc.xml", [60])), "application/vnd.oasis.opendocument.spreadsheet" },
        { "training.odp", SampleFiles.OpenDocument("presentation"), "application/vnd.oasis.opendocument.presentation" },
        { "tickets.csv", "id,what\n1,Projector’s lamp\n"u8.ToArray(), "text/csv" },
        { "notes.md", "# Saturday\nMoved the ŵ drive."u8.ToArray(), "text/markdown" },
        { "notes.txt", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("Siân’s notes")], "text/plain" },
        { "notes.txt", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("Siân’s notes")], "text/plain" },
        { "no ending", SampleFiles.Pdf, "application/pdf" },
        { "Visit of 3.11", "Fixed it."u8.ToArray(), "text/plain" },
    };

    [Theory, MemberData(nameof(Good), DisableDiscoveryEnumeration = true)]
    public async Task A_file_is_known_by_its_content(string name, byte[] content, string type)
    {
        var received = (await ReceiveAsync(name, content)).Value;
        Assert.Equal((type, name, content.LongLength), (received.ContentType, received.Name, received.Size));
        await using var kept = await site.Services.GetRequiredService<IFileStore>().OpenAsync(received.Hash, default);
        var bytes = new MemoryStream();
        await kept.CopyToAsync(bytes);
        Assert.Equal(content, bytes.ToArray());
    }

    public static TheoryData<string, byte[], string> Misnamed => new()
    {
        { "report.pdf", SampleFiles.Program, "This is called “report.pdf” but what is inside is a Windows program." },
        { "report.docx", SampleFiles.Xlsx(), "what is inside is an Excel workbook" },
        { "report.docx", SampleFiles.Zip([("run.js", "go()"u8.ToArray())]), "what is inside is a zip archive" },
        { "photo.jpg", SampleFiles.Png, "what is inside is a PNG picture" },
        { "photo.jpg", "<svg onload='alert(1)'>"u8.ToArray(), "what is inside is an SVG drawing" },
        { "notes.txt", "\n <!DOCTYPE HTML><script>"u8.ToArray(), "what is inside is a web page" },
        { "notes.txt", [0xEF, 0xBB, 0xBF, .. "<html>"u8], "what is inside is a web page" },
        { "report.pdf", [0x50, 0x44, 0x46, 0, 1, 2], "what is inside is something we do not recognise" },
        { "setup.exe", SampleFiles.Pdf, "what is inside is a PDF document" },
        { "report.pdf", "Only text"u8.ToArray(), "what is inside is plain text" },
    };

    [Theory, MemberData(nameof(Misnamed), DisableDiscoveryEnumeration = true)]
    public async Task A_file_that_is_not_what_its_name_says_is_refused_with_both_said(string name, byte[] content, string words)
    {
        var refusal = Assert.IsType<FileIsNotWhatItsNameSays>(await RefusedAsync(name, content));
        Assert.Contains(name, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> NotTaken => new()
    {
        { "empty.pdf", [], "has 0 bytes" },
        { "setup.exe", SampleFiles.Program, "is a Windows program, which we do not take" },
        { "old.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], "Office document of the old kind" },
        { "all.zip", SampleFiles.Zip([("a.txt", "a"u8.ToArray())]), "is a zip archive, which we do not take" },
        { "film.mp4", [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0], "a video" },
        { "strange.bin", [0, 1, 2, 3], "We cannot tell what" },
        { "reset.ps1", "Get-ADUser"u8.ToArray(), "give it a name that ends in .txt" },
        { "tickets.csv", [.. "price,\xA3"u8[..6], 0xA3, .. "5\n"u8], "CSV UTF-8" },
        { "plan.docx", SampleFiles.MacroDocx(), "macros" },
        { "plan.docx", SampleFiles.Docx(("word/vbaProject.bin", [1])), "macros" },
        { "plan.odt", SampleFiles.OpenDocument("text", ("Basic/Standard/Module1.xml", [60])), "macros" },
        { "plan.docx", SampleFiles.Docx()[..^10], "damaged" },
        { "plan.docx", [.. "PK\u0003\u0004"u8, .. new byte[200]], "damaged" },
    };

    [Theory, MemberData(nameof(NotTaken), DisableDiscoveryEnumeration = true)]
    public async Task A_file_that_is_not_taken_is_refused_with_what_to_do(string name, byte[] content, string words) =>
        Assert.Contains(words, (await RefusedAsync(name, content)).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Every_refusal_of_a_kind_says_what_is_taken() =>
        Assert.Contains("PDF, Word, Excel", (await RefusedAsync("setup.exe", SampleFiles.Program)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData(60)]
    [InlineData(210)]
    public async Task A_zip_bomb_is_refused(int megabytes) =>
        Assert.IsType<FileUnpacksTooLarge>(await RefusedAsync("bomb.docx", SampleFiles.Bomb(megabytes)));

    [Fact]
    public async Task A_zip_bomb_that_lies_about_its_size_is_refused() =>
        Assert.True(await RefusedAsync("bomb.docx", SampleFiles.LyingAboutSizes(SampleFiles.Bomb(60))) is FileUnpacksTooLarge or FileIsDamaged);

    [Fact]
    public async Task An_archive_of_too_many_parts_is_refused() =>
        Assert.IsType<FileUnpacksTooLarge>(await RefusedAsync("many.docx", SampleFiles.Docx([.. Enumerable.Range(0, OfficeDocument.MaximumParts).Select(i => ($"p{i}", Array.Empty<byte>()))])));

    [Fact]
    public async Task Twenty_five_megabytes_are_taken_and_not_one_byte_more()
    {
        Assert.False((await ReceiveAsync("long.txt", new Letters(FileIntake.MaximumSize))).IsRefused);
        var endless = new Letters(long.MaxValue);
        Assert.IsType<FileIsTooLarge>((await ReceiveAsync("long.txt", endless)).Refusal);
        Assert.InRange(endless.Position, FileIntake.MaximumSize + 1, FileIntake.MaximumSize + 128 * 1024);
    }

    [Fact]
    public async Task Nothing_stays_behind_where_uploads_are_looked_at()
    {
        await ReceiveAsync("a.pdf", SampleFiles.Pdf);
        await ReceiveAsync("a.exe", SampleFiles.Program);
        Assert.Empty(Directory.EnumerateFiles(site.Services.GetRequiredService<TemporaryFiles>().Folder));
    }

    /// <summary>So many letters, and never more in memory than are asked for.</summary>
    sealed class Letters(long length) : Stream
    {
        public override long Position { get; set; }
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            buffer.AsSpan(offset, read).Fill((byte)'a');
            Position += read;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
