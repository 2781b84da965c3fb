using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Underpin.Certificates.Issuing;
using Underpin.Platform;

namespace Underpin.Tests.Certificates.Issuing;

public sealed class IssuerIdentityTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("underpin-issuer-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    IssuerIdentity At(string address) => new(new FileSigningKey(new Home(_folder, _folder), new ConfigurationBuilder().Build()),
        Options.Create(new SiteOptions { PublicAddress = new(address) }), new FakeClock());

    [Theory]
    [InlineData("https://council.example", "did:web:council.example")]
    [InlineData("https://council.example:8443/", "did:web:council.example%3A8443")]
    [InlineData("http://127.0.0.1:5080", "did:web:localhost%3A5080")]
    public void The_public_address_names_the_issuer(string address, string did) => Assert.Equal(did, At(address).Did.Value);

    [Theory]
    [InlineData("http://council.example")]
    [InlineData("https://192.0.2.1")]
    [InlineData("https://council.example/underpin")]
    public void An_address_that_nobody_could_resolve_is_refused_by_the_name_of_its_setting(string address) =>
        Assert.Contains("Site:PublicAddress", Assert.Throws<InvalidOperationException>(() => At(address)).Message, StringComparison.Ordinal);
}
