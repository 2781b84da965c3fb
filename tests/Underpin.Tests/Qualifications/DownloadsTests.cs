using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Underpin.Qualifications.Downloads;
using Underpin.Tests.Assessment;

namespace Underpin.Tests.Qualifications;

public sealed class DownloadsTests(TestSite site) : IClassFixture<TestSite>
{
    public static TheoryData<string> CsvNames => [.. CsvFiles.All.Select(f => f.Name)];
    public static TheoryData<string> JsonNames => [.. JsonFiles.All.Select(f => f.Name)];

    [Fact]
    public async Task The_page_leads_to_every_file_and_says_edition_and_licence()
    {
        var page = await site.Visitor().OpenAsync("/downloads");
        foreach (var file in DownloadFiles.All) Assert.NotNull(page.QuerySelector($"a[href='/downloads/{file.Name}']"));
        Assert.NotNull(page.QuerySelector("a[href='/downloads/everything.zip']"));
        Assert.NotNull(page.QuerySelector($"a[href='{Edition.LicenceAddress}']"));
        Assert.NotNull((await site.Visitor().OpenAsync("/units")).QuerySelector("footer a[href='/downloads']"));
    }

    [Theory]
    [MemberData(nameof(CsvNames))]
    public async Task A_table_has_rows_of_one_length_and_states_edition_and_licence(string name)
    {
        var response = await site.Visitor().GetAsync($"/downloads/{name}");
        Assert.Equal("text/csv", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(name, response.Content.Headers.ContentDisposition?.FileName);
        var bytes = await response.Content.ReadAsByteArrayAsync();
        Assert.False(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble));
        var rows = CsvText.Read(Encoding.UTF8.GetString(bytes));
        Assert.True(rows.Count > 1, $"{name} holds no rows.");
        Assert.Single(rows.Select(r => r.Count).Distinct());
        Assert.Equal(["Edition", "Licence"], rows[0].TakeLast(2));
        Assert.All(rows.Skip(1), r => Assert.Contains("CC BY 4.0", r[^1], StringComparison.Ordinal));
        Assert.All(rows.Skip(1), r => Assert.Matches("edition [0-9]{4}\\.[0-9]+$", r[^2]));
    }

    [Theory]
    [MemberData(nameof(JsonNames))]
    public async Task A_file_for_programs_is_json_and_states_edition_and_licence(string name)
    {
        var json = JsonDocument.Parse(await site.Visitor().GetStringAsync($"/downloads/{name}")).RootElement;
        Assert.Equal("CC BY 4.0", json.GetProperty("licence").GetString());
        Assert.Contains("edition", json.GetProperty("edition").GetString(), StringComparison.Ordinal);
        Assert.True(json.GetProperty("items").GetArrayLength() > 0);
    }

    [Fact]
    public async Task The_files_hold_all_that_is_published()
    {
        var visitor = site.Visitor();
        async Task<int> RowsAsync(string name) => CsvText.Read(await visitor.GetStringAsync($"/downloads/{name}")).Count - 1;
        var (units, criteria, maps, competences) = await site.DbAsync(async db => (await db.Units.CountAsync(u => u.IsCurrent), await db.Criteria.CountAsync(), await db.CrosswalkMaps.CountAsync(), await db.Competences.CountAsync()));
        Assert.Equal(units, await RowsAsync("units.csv"));
        Assert.Equal(criteria, await RowsAsync("criteria.csv"));
        Assert.Equal(maps, await RowsAsync("crosswalks.csv"));
        Assert.Equal(competences, await RowsAsync("competences.csv"));
        Assert.Equal(units, JsonDocument.Parse(await visitor.GetStringAsync("/downloads/units.json")).RootElement.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task One_zip_holds_every_file_as_it_is_alone()
    {
        var visitor = site.Visitor();
        var response = await visitor.GetAsync("/downloads/everything.zip");
        Assert.Equal("application/zip", response.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(await response.Content.ReadAsStreamAsync());
        Assert.Equal(["README.txt", .. DownloadFiles.All.Select(f => f.Name)], zip.Entries.Select(e => e.FullName));
        foreach (var entry in zip.Entries.Where(e => e.Name != "README.txt")) Assert.Equal(await visitor.GetStringAsync($"/downloads/{entry.Name}"), await TextAsync(entry));
        var about = await TextAsync(zip.GetEntry("README.txt")!);
        Assert.Contains(Edition.LicenceAddress, about, StringComparison.Ordinal);
        Assert.Contains("edition", about, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/downloads/nothing.csv")]
    [InlineData("/downloads/..%2Fappsettings.json")]
    [InlineData("/downloads/UNITS.CSV")]
    public async Task A_file_that_is_not_offered_is_not_found(string address) =>
        Assert.Equal(HttpStatusCode.NotFound, (await site.Visitor().GetAsync(address)).StatusCode);

    [Fact]
    public async Task A_file_costs_a_few_queries_however_many_rows_it_has()
    {
        using var queries = await QueryCount.OfAsync(site);
        var visitor = site.Visitor();
        foreach (var file in DownloadFiles.All) Assert.InRange(await queries.DuringAsync(() => visitor.GetStringAsync($"/downloads/{file.Name}")), 2, 4);
    }

    static async Task<string> TextAsync(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
