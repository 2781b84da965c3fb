using System.Text.Json.Nodes;

namespace Underpin.Credentials.Tests;

public sealed class DidWebTests
{
    [Theory]
    [InlineData("https://w3c-ccg.github.io", "did:web:w3c-ccg.github.io", "https://w3c-ccg.github.io/.well-known/did.json")]
    [InlineData("https://w3c-ccg.github.io/user/alice", "did:web:w3c-ccg.github.io:user:alice", "https://w3c-ccg.github.io/user/alice/did.json")]
    [InlineData("https://example.com:3000/user/alice/", "did:web:example.com%3A3000:user:alice", "https://example.com:3000/user/alice/did.json")]
    [InlineData("https://Example.COM:443/", "did:web:example.com", "https://example.com/.well-known/did.json")]
    [InlineData("https://ysgol.cymru/a:b", "did:web:ysgol.cymru:a%3Ab", "https://ysgol.cymru/a:b/did.json")]
    [InlineData("https://siân.example", "did:web:xn--sin-jla.example", "https://xn--sin-jla.example/.well-known/did.json")]
    [InlineData("http://localhost:5080", "did:web:localhost%3A5080", "http://localhost:5080/.well-known/did.json")]
    [InlineData("http://127.0.0.1:5080", "did:web:localhost%3A5080", "http://localhost:5080/.well-known/did.json")]
    public void A_web_address_has_one_identifier_and_one_document(string origin, string identifier, string document)
    {
        var did = DidWeb.FromOrigin(origin);

        Assert.Equal(identifier, did.Value);
        Assert.Equal(document, did.DocumentUrl.AbsoluteUri);
    }

    [Theory]
    [InlineData("")]
    [InlineData("example.com")]
    [InlineData("ftp://example.com")]
    [InlineData("http://example.com")]
    [InlineData("https://192.0.2.7")]
    [InlineData("https://[2001:db8::1]")]
    [InlineData("https://me@example.com")]
    [InlineData("https://example.com/?a=1")]
    [InlineData("https://example.com/#a")]
    [InlineData("https://example.com/a//b")]
    public void An_address_that_cannot_be_an_identifier_is_refused(string origin) =>
        Assert.Throws<FormatException>(() => DidWeb.FromOrigin(origin));

    [Theory]
    [InlineData("did:web:w3c-ccg.github.io:user:alice", "https://w3c-ccg.github.io/user/alice/did.json")]
    [InlineData("did:web:example.com%3A3000:user:alice", "https://example.com:3000/user/alice/did.json")]
    [InlineData("did:web:localhost%3A5080", "http://localhost:5080/.well-known/did.json")]
    public void An_identifier_leads_to_its_document(string identifier, string document) =>
        Assert.Equal(document, DidWeb.Parse(identifier).DocumentUrl.AbsoluteUri);

    [Theory]
    [InlineData("did:key:zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv")]
    [InlineData("did:web:")]
    [InlineData("did:web:Example.com")]
    [InlineData("did:web:example.com:")]
    [InlineData("did:web:example.com:a:..:b")]
    [InlineData("did:web:192.0.2.7")]
    public void Text_that_is_no_identifier_is_refused(string text) =>
        Assert.Throws<FormatException>(() => DidWeb.Parse(text));

    [Fact]
    public void The_document_lists_every_key_with_whole_addresses()
    {
        var did = DidWeb.Parse(Given.IssuerId);
        var keys = new VerificationKeySet(Given.Key.PublicKey, Given.StrangersKey.PublicKey);
        var document = JsonNode.Parse(IssuerDocuments.DidDocument(did, keys))!;
        var ids = keys.Select(key => $"{Given.IssuerId}#{key.Thumbprint}").ToArray();

        Assert.Equal(Given.IssuerId, document["id"]!.GetValue<string>());
        Assert.Equal(ids, document["assertionMethod"]!.AsArray().Select(id => id!.GetValue<string>()));
        Assert.Equal(ids, document["verificationMethod"]!.AsArray().Select(method => method!["id"]!.GetValue<string>()));
        Assert.All(document["verificationMethod"]!.AsArray(), method =>
        {
            Assert.Equal("JsonWebKey", method!["type"]!.GetValue<string>());
            Assert.Equal(Given.IssuerId, method["controller"]!.GetValue<string>());
            Assert.False(method["publicKeyJwk"]!.AsObject().ContainsKey("d"));
        });
    }

    [Fact]
    public void The_key_set_names_keys_as_tokens_do()
    {
        var jwks = JsonNode.Parse(IssuerDocuments.Jwks(Given.IssuerId, Given.Keys))!;
        var key = Assert.Single(jwks["keys"]!.AsArray())!;

        Assert.Equal(Given.Signer.KeyId, key["kid"]!.GetValue<string>());
        Assert.Equal("ES256", key["alg"]!.GetValue<string>());
    }
}
