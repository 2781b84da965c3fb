using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Framework.Exchange;
using Underpin.Platform;

namespace Underpin.Tests.Framework.Exchange;

/// <summary>Who may import what, and what becomes of what is here already.</summary>
public sealed class ImportTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task An_import_is_on_record_with_who_did_it_and_which_file_it_was()
    {
        var (organisation, editor) = await EditorAsync();
        var package = CaseData.Package();
        var imported = await site.ImportAsync(package.Bytes(), organisation.Id, By(editor));
        Assert.Null(imported.Refusal);
        var (kept, entry) = await site.DbAsync(async db => (
            await db.CaseDocuments.SingleAsync(d => d.Id == package.DocumentId()),
            await db.History.SingleAsync(h => h.About == package.DocumentId())));
        Assert.Equal((organisation.Id, editor.Name.ToString(), null), (kept.ImportedFor!.Value, kept.ImportedBy, kept.OwnVersion));
        Assert.Equal((organisation.Id, nameof(FrameworkImported), editor.Id), (entry.ChainId, entry.Kind, entry.ActorId!.Value));
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(package.Bytes())), entry.Payload);
    }

    [Fact]
    public async Task Somebody_who_is_no_framework_editor_of_the_organisation_is_refused()
    {
        var (organisation, _) = await EditorAsync();
        var officer = await site.Data.PersonAsync(organisation, MembershipRole.AwardingOfficer);
        var (_, elsewhere) = await EditorAsync();
        foreach (var person in new[] { officer, elsewhere })
            Assert.IsType<NotAFrameworkEditor>((await site.ImportAsync(CaseData.Package().Bytes(), organisation.Id, By(person))).Refusal);
    }

    [Fact]
    public async Task The_same_file_again_is_told_to_be_here_already()
    {
        var package = CaseData.Package().Bytes();
        Assert.Null((await site.ImportAsync(package)).Refusal);
        var rows = await site.RowsAsync();
        Assert.IsType<FrameworkIsHereAlready>((await site.ImportAsync(package)).Refusal);
        Assert.Equal(rows, await site.RowsAsync());
    }

    [Fact]
    public async Task A_later_one_takes_the_place_of_the_earlier_and_says_what_is_new()
    {
        var package = CaseData.Package();
        Assert.Null((await site.ImportAsync(package.Bytes())).Refusal);
        package["CFDocument"]!["lastChangeDateTime"] = "2026-06-01T09:00:00+01:00";
        package["CFItems"]![1]!["fullStatement"] = "Data and what it says";
        var added = Guid.NewGuid();
        package["CFItems"]!.AsArray().Add(CaseData.Item(added, "Robots", "C"));
        package["CFItems"]!.AsArray().RemoveAt(2);
        package["CFAssociations"]!.AsArray().RemoveAt(2);
        var preview = await site.RunAsync(s => s.GetRequiredService<CaseImport>().CheckAsync(new() { File = package.Bytes(), Organisation = null }, site.Data.ByNobody, default));
        Assert.Equal((1, 1, 1), (preview.Value.Added.Count, preview.Value.Changed, preview.Value.Gone));
        Assert.Null((await site.ImportAsync(package.Bytes())).Refusal);
        Assert.Equal(CaseData.Canonical(package.Bytes()), CaseData.Canonical(await site.ExportAsync(package.DocumentId())));
    }

    [Fact]
    public async Task Our_own_edition_cannot_be_imported_over()
    {
        var own = await site.OwnAsync();
        var package = JsonNode.Parse(await site.ExportAsync(own.Id))!;
        package["CFDocument"]!["lastChangeDateTime"] = "2030-01-01T00:00:00Z";
        Assert.IsType<FrameworkIsOurs>((await site.ImportAsync(package.Bytes())).Refusal);
    }

    [Fact]
    public async Task A_framework_that_another_organisation_imported_is_theirs_to_bring_up_to_date()
    {
        var (first, editor) = await EditorAsync();
        var (second, other) = await EditorAsync();
        var package = CaseData.Package();
        Assert.Null((await site.ImportAsync(package.Bytes(), first.Id, By(editor))).Refusal);
        package["CFDocument"]!["lastChangeDateTime"] = "2026-06-01T09:00:00Z";
        var refusal = Assert.IsType<FrameworkIsAnothers>((await site.ImportAsync(package.Bytes(), second.Id, By(other))).Refusal);
        Assert.Contains(first.Name, refusal.Message);
    }

    [Theory]
    [InlineData("CFItems")]
    [InlineData("CFAssociations")]
    public async Task An_identifier_that_is_something_else_s_here_is_refused(string list)
    {
        var here = CaseData.Package("The one that is here");
        Assert.Null((await site.ImportAsync(here.Bytes())).Refusal);
        var coming = CaseData.Package();
        // An item nobody else points to, so that nothing but its identifier is wrong.
        if (list == "CFItems") coming["CFItems"]!.AsArray().Add(CaseData.Item(here["CFItems"]![0]!.Id(), "Taken"));
        else coming["CFAssociations"]![3]!["identifier"] = here["CFAssociations"]![0]!["identifier"]!.DeepClone();
        var rows = await site.RowsAsync();
        var refusal = Assert.IsType<IdentifiersAreTaken>((await site.ImportAsync(coming.Bytes())).Refusal);
        Assert.Contains("The one that is here", refusal.Message);
        Assert.Equal(rows, await site.RowsAsync());
    }

    [Fact]
    public async Task Definitions_may_be_shared_by_frameworks_of_one_publisher()
    {
        var (one, two) = (CaseData.Package(), CaseData.Package());
        two["CFDefinitions"]!["CFLicenses"] = one["CFDefinitions"]!["CFLicenses"]!.DeepClone();
        Assert.Null((await site.ImportAsync(one.Bytes())).Refusal);
        Assert.Null((await site.ImportAsync(two.Bytes())).Refusal);
    }

    [Fact]
    public async Task An_import_that_fails_at_its_last_row_leaves_nothing_behind()
    {
        var package = CaseData.Package();
        var rows = await site.RowsAsync();
        // The same package twice at once: both pass the checks, one is first.
        var both = await Task.WhenAll(site.ImportAsync(package.Bytes()), site.ImportAsync(package.Bytes()));
        Assert.Single(both, o => o.Refusal is null);
        Assert.All(both.Where(o => o.IsRefused), o => Assert.True(o.Refusal is PackageHasChanged or FrameworkIsHereAlready, o.Refusal!.Message));
        Assert.Equal(rows + 1 + 3 + 4 + 8, await site.RowsAsync());
    }

    async Task<(Organisation, Account)> EditorAsync()
    {
        var organisation = await site.Data.OrganisationAsync(OrganisationKinds.AwardingBody, $"Council {Guid.NewGuid():N}");
        return (organisation, await site.Data.PersonAsync(organisation, MembershipRole.FrameworkEditor, "Lewis Grant"));
    }

    Change By(Account account) => new() { ActorId = account.Id, ActorName = account.Name.ToString(), At = site.Clock.Now() };
}
