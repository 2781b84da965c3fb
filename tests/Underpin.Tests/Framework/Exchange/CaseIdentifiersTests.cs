using Underpin.Framework.Exchange;

namespace Underpin.Tests.Framework.Exchange;

public sealed class CaseIdentifiersTests
{
    [Fact]
    public void A_name_gives_the_identifier_that_other_programs_work_out_too() =>
        // The namespace of domain names; the value is what Python's uuid.uuid5 gives.
        Assert.Equal(new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"), CaseIdentifiers.FromName(new("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    [Fact]
    public void The_same_edition_has_the_same_identifiers_everywhere()
    {
        // Written down: were one of them to change, every link that others keep to it would break.
        Assert.Equal(new Guid("90aa6e6b-5982-524b-a534-730c4d0d700c"), CaseIdentifiers.Of("eduit", "2026.1"));
        Assert.Equal(new Guid("bd97d5e7-bf05-557b-82ba-876bab50253d"), CaseIdentifiers.Of("eduit", "2026.1", "items/NET-1"));
        Assert.NotEqual(CaseIdentifiers.Of("eduit", "2026.1", "items/NET-1"), CaseIdentifiers.Of("eduit", "2026.2", "items/NET-1"));
    }
}
