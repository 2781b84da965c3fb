using System.Text.Json;

namespace Underpin.Tests.Framework.Exchange;

/// <summary>The validator itself: a check that passes everything would prove nothing.</summary>
public sealed class SchemaCheckTests
{
    [Theory]
    [InlineData("""{"type":"object","minProperties":1}""")]
    [InlineData("""{"properties":{"a":{"anyOf":[]}}}""")]
    [InlineData("""{"items":{"format":"email"}}""")]
    [InlineData("""{"additionalProperties":{"type":"string"}}""")]
    [InlineData("""{"$ref":"https://example.org/other.json"}""")]
    public void A_schema_with_something_it_does_not_know_is_refused(string schema) => Assert.Throws<NotSupportedException>(() => SchemaCheck.Of(schema));

    [Theory]
    [InlineData("{}", "lacks CFDocument")]
    [InlineData("""{"CFDocument":[]}""", "is not of type object")]
    [InlineData("""{"CFDocument":{"identifier":"x","uri":"u","creator":"c","title":"t","lastChangeDateTime":"2026-01-01T00:00:00Z"}}""", "is no uuid")]
    [InlineData("""{"CFDocument":{"identifier":"99a905d2-8670-5850-abb4-a9297eeaca1c","uri":"u","creator":"c","title":"t","lastChangeDateTime":"yesterday"}}""", "is no date-time")]
    [InlineData("""{"CFDocument":{"identifier":"99a905d2-8670-5850-abb4-a9297eeaca1c","uri":"u","creator":"c","title":"t","lastChangeDateTime":"2026-01-01T00:00:00Z","colour":"red"}}""", "colour is not allowed")]
    [InlineData("""{"CFDocument":{"identifier":"99a905d2-8670-5850-abb4-a9297eeaca1c","uri":"u","creator":"c","title":"t","lastChangeDateTime":"2026-01-01T00:00:00Z","caseVersion":"2.0"}}""", "is not one of")]
    public void What_the_official_schema_forbids_is_found(string package, string error) =>
        Assert.Contains(SchemaCheck.OfPackages().Errors(JsonDocument.Parse(package).RootElement), e => e.Contains(error, StringComparison.Ordinal));
}
