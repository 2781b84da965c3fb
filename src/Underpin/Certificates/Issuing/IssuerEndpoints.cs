using System.Text;

namespace Underpin.Certificates.Issuing;

/// <summary>What programs fetch to check our certificates: public keys, and which certificates are revoked.</summary>
internal static class IssuerEndpoints
{
    public const string CredentialType = "application/vc+jwt";

    public static void MapIssuer(this IEndpointRouteBuilder app)
    {
        app.MapGet("/.well-known/jwks.json", (HttpContext http, IssuerIdentity issuer) => Document(http, issuer.Jwks, "application/jwk-set+json"))
            .WithSummary("The public keys of the issuer, as a JSON Web Key Set (RFC 7517)");
        app.MapGet("/.well-known/did.json", (HttpContext http, IssuerIdentity issuer) => Document(http, issuer.DidDocument, "application/did+json"))
            .WithSummary("The issuer's DID document (did:web)");
        app.MapGet("/certificates/status/{list:int}", async (int list, HttpContext http, StatusListPublisher publisher, CancellationToken cancel) =>
            list == StatusListPublisher.List ? Document(http, await publisher.PublishAsync(cancel), CredentialType, TimeSpan.FromMinutes(1)) : Results.NotFound())
            .WithSummary("Which certificates are revoked, as a signed Bitstring Status List credential");
    }

    static IResult Document(HttpContext http, string text, string type, TimeSpan? keep = null)
    {
        // Browsers may fetch these from any page: there is nothing in them that is not public.
        http.Response.Headers.AccessControlAllowOrigin = "*";
        http.Response.Headers.CacheControl = $"public, max-age={(int)(keep ?? TimeSpan.FromMinutes(5)).TotalSeconds}";
        return Results.Text(text, type, Encoding.UTF8);
    }
}
