using Microsoft.EntityFrameworkCore;

namespace Underpin.Tests.Framework.Exchange;

/// <summary>What leaves one installation and enters another is the same when it leaves that one.</summary>
public sealed class RoundTripTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Our_edition_exported_imported_into_an_empty_instance_and_exported_again_is_equal()
    {
        var own = await site.OwnAsync();
        var exported = await site.ExportAsync(own.Id, "https://first.example");
        await using var empty = await Another.EmptyAsync();
        var imported = await empty.Site.ImportAsync(exported);
        Assert.Null(imported.Refusal);
        var again = await empty.Site.ExportAsync(own.Id, "https://second.example");
        Assert.Equal(CaseData.Canonical(exported), CaseData.Canonical(again));
        // Even unsorted: we write members in the order in which they came.
        Assert.Equal(exported, again);
    }

    [Fact]
    public async Task A_package_with_everything_in_it_that_another_publisher_made_comes_out_as_it_went_in()
    {
        var package = CaseData.Package();
        package["extensions"] = new System.Text.Json.Nodes.JsonObject { ["board:any"] = new System.Text.Json.Nodes.JsonArray(1, 2.50, null, true) };
        package["CFDefinitions"]!["extensions"] = new System.Text.Json.Nodes.JsonObject { ["board:x"] = "y" };
        Assert.Null((await site.ImportAsync(package.Bytes())).Refusal);
        Assert.Equal(CaseData.Canonical(package.Bytes()), CaseData.Canonical(await site.ExportAsync(package.DocumentId())));
    }

    [Fact]
    public async Task An_imported_copy_gives_way_when_the_same_edition_is_published_here()
    {
        var own = await site.OwnAsync();
        var exported = await site.ExportAsync(own.Id, "https://first.example");
        await using var empty = await Another.EmptyAsync();
        Assert.Null((await empty.Site.ImportAsync(exported)).Refusal);
        await empty.Site.DbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await Underpin.Framework.Exchange.CaseEditions.WriteMissingAsync(db, default);
            await transaction.CommitAsync();
            return true;
        });
        Assert.Equal(own.OwnVersion, (await empty.Site.OwnAsync()).OwnVersion);
        Assert.Equal(exported, await empty.Site.ExportAsync(own.Id, "https://first.example"));
    }

    /// <summary>A second installation in which no framework is kept.</summary>
    sealed class Another(TestSite site) : IAsyncDisposable
    {
        public TestSite Site => site;

        public static async Task<Another> EmptyAsync()
        {
            var site = new TestSite();
            await site.InitializeAsync();
            await site.DbAsync(db => db.CaseDocuments.ExecuteDeleteAsync());
            Assert.Equal(0, await site.RowsAsync());
            return new(site);
        }

        public async ValueTask DisposeAsync() => await ((IAsyncLifetime)site).DisposeAsync();
    }
}
