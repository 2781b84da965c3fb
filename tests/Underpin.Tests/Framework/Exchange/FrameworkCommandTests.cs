using Underpin.Framework.Exchange;

namespace Underpin.Tests.Framework.Exchange;

public sealed class FrameworkCommandTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_package_comes_in_from_standard_input_and_goes_out_as_it_came()
    {
        var package = CaseData.Package("By the command line");
        var (code, output, errors) = await ImportAsync(["-"], package.Bytes());
        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith("Imported “By the command line” by Lantern Bay Board: 3 items, 4 associations.", output);
        var (exported, text, _) = await ExportAsync(package.DocumentId().ToString());
        Assert.Equal(0, exported);
        Assert.Equal(CaseData.Canonical(package.Bytes()), CaseData.Canonical(text));
        Assert.Equal(1, (await ImportAsync(["-"], package.Bytes())).Code);
    }

    [Fact]
    public async Task A_broken_package_is_named_line_by_line_with_exit_code_2()
    {
        var package = CaseData.Package();
        package["CFDocument"]!.AsObject().Remove("creator");
        var (code, output, errors) = await ImportAsync(["-"], package.Bytes());
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("  CFDocument: “creator” is missing", errors);
    }

    [Fact]
    public async Task An_edition_of_ours_is_exported_by_its_version()
    {
        var own = await site.OwnAsync();
        var (code, text, _) = await ExportAsync(own.OwnVersion!);
        Assert.Equal(0, code);
        Assert.Equal(CaseData.Canonical(await site.ExportAsync(own.Id)), CaseData.Canonical(text));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(2, "one.json", "two.json")]
    [InlineData(2, "--help")]
    [InlineData(2, "/no/such/file.json")]
    public async Task Import_says_what_it_needs(int expected, params string[] args) => Assert.Equal(expected, (await ImportAsync(args, [])).Code);

    [Fact]
    public async Task A_framework_that_is_not_here_is_a_clear_no()
    {
        var (code, _, errors) = await ExportAsync("1999.1");
        Assert.Equal(1, code);
        Assert.Contains("there is no framework 1999.1 here", errors);
    }

    async Task<(int Code, string Output, string Errors)> ImportAsync(string[] args, byte[] input)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        using var stream = new MemoryStream(input);
        return (await FrameworkCommand.ImportAsync(args, site.Services, stream, output, errors), output.ToString(), errors.ToString());
    }

    async Task<(int Code, byte[] Output, string Errors)> ExportAsync(params string[] args)
    {
        using var output = new MemoryStream();
        using var errors = new StringWriter();
        return (await FrameworkCommand.ExportAsync(args, site.Services, output, errors), output.ToArray(), errors.ToString());
    }
}
