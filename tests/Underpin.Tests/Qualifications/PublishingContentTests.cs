using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Platform;
using Underpin.Qualifications;

namespace Underpin.Tests.Qualifications;

/// <summary>What happens to a directory of content when the site starts. Each test has a site of its own: it spoils what is published.</summary>
public sealed class PublishingContentTests : IAsyncLifetime
{
    readonly TestSite _site = new();
    readonly string _content = Directory.CreateTempSubdirectory("underpin-content-").FullName;

    string OneFile => Path.Combine(_content, "units", "EIT201.yaml");

    public async Task InitializeAsync()
    {
        await ((IAsyncLifetime)_site).InitializeAsync();
        var published = _site.Services.GetRequiredService<Home>().Content;
        foreach (var file in Directory.EnumerateFiles(published, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_content, Path.GetRelativePath(published, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public async Task DisposeAsync()
    {
        await ((IAsyncLifetime)_site).DisposeAsync();
        Directory.Delete(_content, recursive: true);
    }

    [Fact]
    public async Task What_was_published_last_is_not_read_again()
    {
        await ChangeWhatIsPublishedAsync();
        Assert.Empty(await PublishAsync());
    }

    [Fact]
    public async Task Another_remark_in_a_file_has_everything_read_again_and_other_words_under_one_version_are_refused()
    {
        await ChangeWhatIsPublishedAsync();
        await File.AppendAllTextAsync(OneFile, "\n# a remark\n");
        for (var start = 0; start < 2; start++)
        {
            var refused = Assert.Single(await PublishAsync());
            Assert.Contains("EIT201", refused, StringComparison.Ordinal);
            Assert.Contains("raise the version", refused, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Publishing_the_same_words_again_changes_nothing()
    {
        await File.AppendAllTextAsync(OneFile, "\n# a remark\n");
        var before = await _site.DbAsync(async db => (await db.Units.CountAsync(), await db.History.CountAsync()));
        Assert.Empty(await PublishAsync());
        Assert.Equal(before, await _site.DbAsync(async db => (await db.Units.CountAsync(), await db.History.CountAsync())));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_named_with_its_line_and_named_again_until_it_is_mended()
    {
        var written = await File.ReadAllTextAsync(OneFile);
        await File.WriteAllTextAsync(OneFile, "code: [\n");
        for (var start = 0; start < 2; start++) Assert.StartsWith("units/EIT201.yaml:", Assert.Single(await PublishAsync(), p => p.Contains("EIT201.yaml", StringComparison.Ordinal)), StringComparison.Ordinal);
        await File.WriteAllTextAsync(OneFile, written);
        Assert.Empty(await PublishAsync());
    }

    Task<IReadOnlyList<string>> PublishAsync() => _site.RunAsync(s => s.GetRequiredService<ContentPublisher>().PublishAsync(_content, Change.BySystem(_site.Clock)));

    Task<int> ChangeWhatIsPublishedAsync() =>
        _site.DbAsync(db => db.Units.Where(u => u.Code == "EIT201").ExecuteUpdateAsync(u => u.SetProperty(x => x.ContentHash, "of other words")));
}
