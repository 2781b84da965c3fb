using Microsoft.Extensions.Options;
using Underpin.Credentials;
using Underpin.Platform;

namespace Underpin.Certificates.Issuing;

/// <summary>Who this installation is to those who check its certificates: a <c>did:web</c> from its public address, and its keys.</summary>
internal sealed class IssuerIdentity
{
    readonly ISigningKey _key;
    readonly Uri _address;
    readonly Lazy<CredentialSigner> _signer;

    public IssuerIdentity(ISigningKey key, IOptions<SiteOptions> site, TimeProvider clock)
    {
        _key = key;
        _address = site.Value.PublicAddress;
        Did = DidOf(_address);
        Name = site.Value.Name;
        _signer = new(() => new(key.Active, Did.Value));
        Verifier = new(() => new(new TrustedIssuer { Id = Did.Value, Name = site.Value.Name, Keys = key.Published }, clock));
    }

    public DidWeb Did { get; }

    public string Name { get; }

    public Lazy<CredentialVerifier> Verifier { get; }

    public CredentialSigner Signer => _signer.Value;

    public string Jwks => IssuerDocuments.Jwks(Did.Value, _key.Published);

    public string DidDocument => IssuerDocuments.DidDocument(Did, _key.Published);

    /// <summary>An absolute address of this site: <c>At("/certificates/UP-…")</c>.</summary>
    public Uri At(string path) => new(_address, path);

    static DidWeb DidOf(Uri address)
    {
        if (address.AbsolutePath != "/")
            throw new InvalidOperationException($"The setting Site:PublicAddress is {address}. Certificates are issued under a host of its own: give the address without a path.");
        try
        {
            return DidWeb.FromOrigin(address.GetLeftPart(UriPartial.Authority));
        }
        catch (FormatException wrong)
        {
            throw new InvalidOperationException($"The setting Site:PublicAddress cannot name an issuer of certificates. {wrong.Message}", wrong);
        }
    }
}
