using System.Net;
using System.Text;

namespace Underpin.Credentials;

/// <summary>
/// An issuer's identifier that anyone can resolve over the web (the <c>did:web</c> method, W3C Credentials Community Group):
/// a host, a port if it is not 443, and the parts of a path.
/// </summary>
/// <remarks>The default value is null; every instance holds a valid identifier. Two are equal when their text is.</remarks>
public sealed record DidWeb
{
    private const string Prefix = "did:web:";

    private DidWeb(string value, Uri documentUrl) => (Value, DocumentUrl) = (value, documentUrl);

    /// <summary>The identifier, such as <c>did:web:example.org%3A8443:body</c>.</summary>
    public string Value { get; }

    /// <summary>Where the DID document must be served: <c>/.well-known/did.json</c>, or <c>did.json</c> under the path.</summary>
    public Uri DocumentUrl { get; }

    /// <summary>The identifier that belongs to a web address.</summary>
    /// <param name="origin">
    /// An absolute address <c>https://host[:port][/path]</c>; a closing slash makes no difference. For development,
    /// <c>http</c> is accepted for this machine only, and its address (<c>127.0.0.1</c>, <c>[::1]</c>) is written <c>localhost</c>,
    /// because the method allows no IP addresses.
    /// </param>
    /// <exception cref="FormatException">The address is not of that form; the message says why.</exception>
    public static DidWeb FromOrigin(string origin)
    {
        ArgumentNullException.ThrowIfNull(origin);
        if (!Uri.TryCreate(origin, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            throw new FormatException($"'{origin}' is not a web address such as https://example.org.");
        if (uri.Scheme == "http" && !uri.IsLoopback)
            throw new FormatException($"'{origin}' must begin with https://; only this machine itself may use http.");
        if (uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
            throw new FormatException($"'{origin}' may hold a host, a port and a path, and nothing else.");
        if (!uri.IsLoopback && IPAddress.TryParse(uri.DnsSafeHost, out _))
            throw new FormatException($"'{origin}' names a machine by its IP address; did:web needs a host name.");

        var host = uri.IsLoopback ? "localhost" : uri.IdnHost.ToLowerInvariant();
        var authority = uri.IsDefaultPort && uri.Scheme == "https" ? host : $"{host}:{uri.Port}";
        var path = uri.AbsolutePath.Trim('/');
        if (path.Split('/').Any(part => part.Length == 0) && path.Length > 0)
            throw new FormatException($"'{origin}' has an empty part in its path.");

        var value = new StringBuilder(Prefix).Append(authority.Replace(":", "%3A"));
        foreach (var part in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
            value.Append(':').Append(part.Replace(":", "%3A"));
        var documentPath = path.Length == 0 ? ".well-known/did.json" : $"{path}/did.json";
        return new DidWeb(value.ToString(), new Uri($"{uri.Scheme}://{authority}/{documentPath}"));
    }

    /// <summary>Reads an identifier.</summary>
    /// <param name="text">Text such as <c>did:web:example.com%3A3000:user:alice</c>.</param>
    /// <exception cref="FormatException">It is not a <c>did:web</c> identifier in its usual form.</exception>
    public static DidWeb Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.StartsWith(Prefix, StringComparison.Ordinal))
            throw new FormatException($"'{text}' does not begin with {Prefix}");
        var parts = text[Prefix.Length..].Split(':');
        var authority = parts[0].Replace("%3A", ":", StringComparison.OrdinalIgnoreCase);
        var scheme = authority.Split(':')[0] == "localhost" ? "http" : "https";
        var did = FromOrigin($"{scheme}://{string.Join('/', [authority, .. parts[1..]])}");
        return did.Value.Equals(text, StringComparison.Ordinal)
            ? did
            : throw new FormatException($"'{text}' is not in the usual form, which would be {did.Value}");
    }

    /// <summary>The id of one of the issuer's keys as a whole address: the identifier, <c>#</c>, and the key's thumbprint.</summary>
    /// <param name="key">The key.</param>
    public string VerificationMethod(VerificationKey key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return $"{Value}#{key.Thumbprint}";
    }

    /// <summary>The identifier.</summary>
    public override string ToString() => Value;
}
