using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework;
using Underpin.Framework.Content;
using Underpin.Framework.Exchange;

namespace Underpin.Tests.Framework.Exchange;

/// <summary>What becomes of our own edition: checked against the standard's schema and against what was published.</summary>
public sealed class OwnEditionTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_package_of_our_edition_is_valid_by_the_official_schema()
    {
        var own = await site.OwnAsync();
        var answer = await site.Visitor().GetAsync($"/ims/case/v1p1/CFPackages/{own.Id}");
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        var package = JsonDocument.Parse(await answer.Content.ReadAsByteArrayAsync()).RootElement;
        Assert.True(package.GetProperty("CFItems").GetArrayLength() > 100, "Too few items to believe the rest.");
        Assert.Equal([], SchemaCheck.OfPackages().Errors(package));
    }

    [Fact]
    public async Task Every_area_competence_level_role_and_duty_is_an_item_and_stands_where_it_belongs()
    {
        var own = await site.OwnAsync();
        var (edition, items) = await site.DbAsync(async db =>
        {
            var framework = await db.Frameworks.SingleAsync(f => f.Version == own.OwnVersion);
            return (await FrameworkPublisher.ReadAsync(db, framework, default), await db.CaseItems.Where(i => i.DocumentId == own.Id).OrderBy(i => i.Order).ToListAsync());
        });
        var competences = edition.Areas.SelectMany(a => a.Competences).ToList();
        Assert.Equal(edition.Areas.Count, items.Count(i => i.ItemType == "Area" && i.ParentId is null));
        Assert.Equal(competences.Count, items.Count(i => i.ItemType == "Competence"));
        Assert.Equal(competences.Sum(c => c.Levels.Count), items.Count(i => i.ItemType == "Proficiency level"));
        Assert.Equal(edition.Roles.Count, items.Count(i => i.ItemType == "Role profile" && i.ParentId is null));
        Assert.Equal(edition.Roles.Sum(r => r.Duties.Count), items.Count(i => i.ItemType == "Duty"));
        var level = items.First(i => i.ItemType == "Proficiency level");
        var competence = items.Single(i => i.Id == level.ParentId);
        Assert.StartsWith($"{competence.HumanCodingScheme}.", level.HumanCodingScheme);
        Assert.Equal("Area", items.Single(i => i.Id == competence.ParentId).ItemType);
    }

    [Fact]
    public async Task A_role_points_to_each_level_of_competence_that_it_asks_for_and_to_the_roles_that_come_next()
    {
        var own = await site.OwnAsync();
        var (roles, items, associations) = await site.DbAsync(async db => (
            await db.RoleProfiles.Join(db.Frameworks.Where(f => f.Version == own.OwnVersion), r => r.FrameworkId, f => f.Id, (r, f) => r).ToListAsync(),
            await db.CaseItems.Where(i => i.DocumentId == own.Id).ToDictionaryAsync(i => i.Id),
            await db.CaseAssociations.Where(a => a.DocumentId == own.Id).ToListAsync()));
        Assert.NotEmpty(roles);
        foreach (var role in roles)
        {
            var id = items.Values.Single(i => i.ItemType == "Role profile" && i.HumanCodingScheme == role.Code).Id;
            var asked = associations.Where(a => a.OriginId == id && a.AssociationType == "isRelatedTo").Select(a => items[a.DestinationId!.Value].HumanCodingScheme).ToHashSet();
            Assert.All(role.Competences, c => Assert.True(asked.Contains($"{c.Code}.{c.Level}") || asked.Contains(c.Code), $"{role.Code} does not point to {c.Code} at level {c.Level}."));
            Assert.Equal(role.LeadsTo.Order(), associations.Where(a => a.OriginId == id && a.AssociationType == "precedes").Select(a => items[a.DestinationId!.Value].HumanCodingScheme!).Order());
        }
    }

    [Fact]
    public async Task Writing_the_editions_again_changes_nothing()
    {
        var before = await site.ExportAsync((await site.OwnAsync()).Id);
        var rows = await site.RowsAsync();
        await site.DbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            await CaseEditions.WriteMissingAsync(db, default);
            await transaction.CommitAsync();
            return true;
        });
        Assert.Equal(rows, await site.RowsAsync());
        Assert.Equal(before, await site.ExportAsync((await site.OwnAsync()).Id));
    }

    [Fact]
    public async Task What_is_kept_says_nothing_of_the_site_and_what_is_served_has_whole_addresses()
    {
        var own = await site.OwnAsync();
        Assert.StartsWith("/", own.Uri);
        var package = JsonNode.Parse(await site.ExportAsync(own.Id, "https://frameworks.example"))!;
        Assert.Equal($"https://frameworks.example/ims/case/v1p1/CFDocuments/{own.Id}", (string?)package["CFDocument"]!["uri"]);
        Assert.Equal("https://frameworks.example/framework", (string?)package["CFDocument"]!["officialSourceURL"]);
        Assert.All(package["CFItems"]!.AsArray(), i => Assert.StartsWith("https://frameworks.example/ims/case/v1p1/CFItems/", (string?)i!["uri"]));
    }

    [Fact]
    public void A_replaced_competence_points_to_the_one_that_takes_its_place()
    {
        var package = EditionPackage.Of(Edition(replaces: ["NET-9", "NET-8"]), new Dictionary<string, EarlierCompetence> { ["NET-9"] = new("NET-9", "Old cables", "2025.1") });
        var replaced = package.Associations.Where(a => a.AssociationType == "replacedBy").ToList();
        var competence = package.Items.Single(i => i.HumanCodingScheme == "NET-1").Id;
        Assert.All(replaced, a => Assert.Equal(competence, a.DestinationId));
        Assert.Equal([CaseIdentifiers.Of("test", "2025.1", "items/NET-9"), null], replaced.Select(a => a.OriginId));
        // The one whose edition was never published here is named by its page, which is at the same address everywhere.
        Assert.Contains("\"uri\":\"/framework/NET-8\",\"targetType\":\"ext:page\"", replaced[1].Json);
    }

    [Fact]
    public void Words_that_look_like_an_address_are_left_alone()
    {
        var package = EditionPackage.Of(Edition(why: "Write \"uri\":\"/x\" and nothing else"), new Dictionary<string, EarlierCompetence>());
        var item = package.Items.Single(i => i.HumanCodingScheme == "NET-1");
        var served = JsonNode.Parse(CaseJson.WithSite(item.Json, "https://site.example"))!;
        Assert.StartsWith("Write \"uri\":\"/x\" and nothing else", (string?)served["notes"]);
        Assert.StartsWith("https://site.example/ims/", (string?)served["uri"]);
    }

    static FrameworkContent Edition(IReadOnlyList<string>? replaces = null, string why = "Because.") => new()
    {
        Code = "test",
        Title = "Test framework",
        Version = FrameworkVersion.Parse("2026.1"),
        Published = new(2026, 11, 21),
        AwardingBody = "EITAC",
        Summary = "For a test.",
        Levels = [new(1, "Follows", "Does set tasks.")],
        Areas =
        [
            new()
            {
                Version = FrameworkVersion.Parse("2026.1"),
                Code = "NET",
                Title = "Networks",
                Order = 1,
                Summary = "Wires.",
                Competences = [new() { Version = FrameworkVersion.Parse("2026.1"), Code = "NET-1", Title = "Cables", Why = why, Without = "Nothing works.", Levels = [new(1, "Plugs it in")], Replaces = replaces ?? [] }],
            },
        ],
        Roles = [],
        Sources = [],
    };
}
