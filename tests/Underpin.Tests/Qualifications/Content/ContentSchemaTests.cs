using System.Text.Json;
using Underpin.Framework.Content;
using Underpin.Leadership.Catalogue;
using Underpin.Platform.Content;
using Underpin.Qualifications.Content;
using Underpin.Tests.Platform.Content;

namespace Underpin.Tests.Qualifications.Content;

/// <summary>The written schemas, by which an editor checks while one types, and the reader know the same keys.</summary>
public sealed class ContentSchemaTests
{
    private static readonly Dictionary<string, ContentShape> Shapes = new()
    {
        ["framework"] = FrameworkReader.FrameworkShape,
        ["framework level"] = FrameworkReader.ProficiencyLevelShape,
        ["framework source"] = SourceContent.Shape,
        ["framework allowance"] = Allowance.Shape,
        ["area"] = FrameworkReader.AreaShape,
        ["area competence"] = FrameworkReader.CompetenceShape,
        ["area level"] = FrameworkReader.CompetenceLevelShape,
        ["area allowance"] = Allowance.Shape,
        ["role"] = RoleReader.RoleShape,
        ["role asked"] = RoleReader.AskedShape,
        ["role source"] = SourceContent.Shape,
        ["role allowance"] = Allowance.Shape,
        ["newcomers"] = NewcomersReader.PageShape,
        ["newcomers picture"] = NewcomersReader.PictureShape,
        ["newcomers section"] = NewcomersReader.SectionShape,
        ["newcomers item"] = NewcomersReader.ItemShape,
        ["coverage"] = CoverageReader.CoverageShape,
        ["coverage hole"] = CoverageReader.HoleShape,
        ["crosswalk"] = CrosswalkReader.CrosswalkShape,
        ["crosswalk item"] = CrosswalkReader.ItemShape,
        ["crosswalk map"] = CrosswalkReader.MapShape,
        ["crosswalk source"] = SourceContent.Shape,
        ["crosswalk allowance"] = Allowance.Shape,
        ["unit"] = UnitReader.UnitShape,
        ["unit taught"] = UnitReader.TaughtShape,
        ["unit outcome"] = UnitReader.OutcomeShape,
        ["unit criterion"] = UnitReader.CriterionShape,
        ["unit source"] = SourceContent.Shape,
        ["unit allowance"] = Allowance.Shape,
        ["qualification"] = QualificationReader.QualificationShape,
        ["qualification rule"] = RuleReader.RuleShape,
        ["qualification at-level"] = RuleReader.AtLevelShape,
        ["qualification group"] = RuleReader.GroupShape,
        ["qualification source"] = SourceContent.Shape,
        ["qualification allowance"] = Allowance.Shape,
        ["responsibilities"] = CatalogueReader.FileShape,
        ["responsibilities group"] = CatalogueReader.GroupShape,
        ["responsibilities qualification"] = CatalogueReader.QualificationShape,
        ["responsibilities responsibility"] = CatalogueReader.ResponsibilityShape,
        ["responsibilities separation"] = CatalogueReader.SeparationShape,
        ["responsibilities source"] = SourceContent.Shape,
        ["responsibilities allowance"] = Allowance.Shape,
        ["thresholds"] = ThresholdReader.FileShape,
        ["thresholds threshold"] = ThresholdReader.ThresholdShape,
        ["thresholds source"] = SourceContent.Shape,
        ["thresholds allowance"] = Allowance.Shape,
    };

    [Fact]
    public void The_schemas_describe_every_map_that_the_reader_knows_and_no_other()
    {
        var described = Directory.GetFiles(Path.Combine(Repository.Root, "content", "schema")).SelectMany(path =>
        {
            var name = Path.GetFileName(path).Replace(".schema.json", "", StringComparison.Ordinal);
            return Load(name).GetProperty("$defs").EnumerateObject().Select(definition => $"{name} {definition.Name}").Append(name);
        });
        Assert.Equal(Shapes.Keys.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Each_schema_lists_exactly_the_keys_that_the_reader_knows() => Assert.All(Shapes, pair =>
    {
        var parts = pair.Key.Split(' ', 2);
        var schema = parts.Length == 1 ? Load(parts[0]) : Load(parts[0]).GetProperty("$defs").GetProperty(parts[1]);
        Assert.Equal(pair.Value.Keys.Select(key => key.Name), schema.GetProperty("properties").EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            pair.Value.Keys.Where(key => key.Required).Select(key => key.Name),
            schema.GetProperty("required").EnumerateArray().Select(key => key.GetString()));
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    });

    [Fact]
    public void Every_reference_inside_a_schema_leads_somewhere() => Assert.All(Shapes.Keys.Where(key => !key.Contains(' ')), name =>
    {
        var schema = Load(name);
        var text = schema.GetRawText();
        var references = text.Split("\"$ref\": \"#/$defs/").Skip(1).Select(rest => rest[..rest.IndexOf('"', StringComparison.Ordinal)]).Distinct();
        Assert.Equal(
            schema.GetProperty("$defs").EnumerateObject().Select(definition => definition.Name).Order(StringComparer.Ordinal),
            references.Order(StringComparer.Ordinal));
    });

    private static JsonElement Load(string name) =>
        JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "content", "schema", $"{name}.schema.json"))).RootElement;
}
