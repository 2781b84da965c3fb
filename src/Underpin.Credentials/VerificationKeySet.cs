using System.Collections;
using System.Security.Cryptography;
using System.Text.Json;
using Underpin.Credentials.Tokens;

namespace Underpin.Credentials;

/// <summary>The public keys of one issuer: the one in use and those used before. Never empty.</summary>
public sealed class VerificationKeySet : IReadOnlyList<VerificationKey>
{
    private readonly VerificationKey[] _keys;

    /// <summary>Makes a set.</summary>
    /// <param name="keys">The keys, at least one, no key twice.</param>
    /// <exception cref="ArgumentException">There is no key, or one is there twice.</exception>
    public VerificationKeySet(params IEnumerable<VerificationKey> keys)
    {
        _keys = [.. keys];
        if (_keys.Length == 0)
            throw new ArgumentException("A key set needs at least one key.", nameof(keys));
        if (_keys.DistinctBy(key => key.Thumbprint).Count() != _keys.Length)
            throw new ArgumentException("The same key is in the key set twice.", nameof(keys));
    }

    /// <inheritdoc/>
    public int Count => _keys.Length;

    /// <inheritdoc/>
    public VerificationKey this[int index] => _keys[index];

    /// <summary>
    /// Reads public keys from whatever an issuer hands out: a JSON Web Key, a JSON Web Key Set, a DID document with
    /// <c>publicKeyJwk</c>, or PEM with one or more <c>PUBLIC KEY</c> blocks. Keys in a set that are not P-256 signing keys
    /// are passed over.
    /// </summary>
    /// <param name="text">The text of the file.</param>
    /// <exception cref="FormatException">No usable key is in it; the message says why.</exception>
    public static VerificationKeySet Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty)
            throw new FormatException("The key file is empty.");
        if (trimmed[0] == '{')
            return ParseJson(text);
        if (trimmed.Contains("-----BEGIN ", StringComparison.Ordinal))
            return ParsePem(trimmed);
        throw new FormatException("This is not a key: it should be a JSON Web Key, a JSON Web Key Set, a DID document, or a PEM file.");
    }

    /// <inheritdoc/>
    public IEnumerator<VerificationKey> GetEnumerator() => ((IEnumerable<VerificationKey>)_keys).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal VerificationKey? Find(string? keyId, string? embeddedThumbprint)
    {
        foreach (var key in _keys)
        {
            if ((keyId is null || key.AnswersTo(keyId)) && (embeddedThumbprint is null || key.Thumbprint == embeddedThumbprint))
                return key;
        }

        return null;
    }

    /// <summary>
    /// A single key handed over without an id may be known to its issuer by any name. A name that is a thumbprint, though, is
    /// another key's: then this is not the key.
    /// </summary>
    internal VerificationKey? OnlyNameless(string? keyId, string? embeddedThumbprint) =>
        _keys is [{ HasDeclaredId: false } only]
        && (embeddedThumbprint is null || embeddedThumbprint == only.Thumbprint)
        && !P256.EndsInThumbprint(keyId)
            ? only
            : null;

    internal bool Contains(VerificationKey other)
    {
        foreach (var key in _keys)
        {
            if (key.Thumbprint == other.Thumbprint)
                return true;
        }

        return false;
    }

    private static VerificationKeySet ParsePem(ReadOnlySpan<char> text)
    {
        var keys = new List<VerificationKey>();
        while (PemEncoding.TryFind(text, out var fields))
        {
            keys.Add(VerificationKey.FromPem(text[fields.Location]));
            text = text[fields.Location.End..];
        }

        return Collect(keys, "The PEM file is damaged: no complete block is in it.");
    }

    private static VerificationKeySet ParseJson(string text)
    {
        using var document = Json.ParseOrExplain(text, "key file");
        var root = document.RootElement;
        if (root.TryGetProperty("keys"u8, out var keys) && keys.ValueKind == JsonValueKind.Array)
            return ReadMany(keys.EnumerateArray().Select(key => (key, (string?)null)), "key set");
        if (root.TryGetProperty("verificationMethod"u8, out var methods) && methods.ValueKind == JsonValueKind.Array)
            return ReadMany(methods.EnumerateArray().Select(PublishedKey), "DID document");
        return new VerificationKeySet(Jwk.Read(root, fallbackId: null, out var fault) ?? throw new FormatException(fault));
    }

    private static (JsonElement Key, string? Id) PublishedKey(JsonElement method)
    {
        if (method.ValueKind != JsonValueKind.Object || !method.TryGetProperty("publicKeyJwk"u8, out var jwk))
            return default;
        return (jwk, method.TryGetProperty("id"u8, out var id) && id.ValueKind == JsonValueKind.String ? id.GetString() : null);
    }

    private static VerificationKeySet ReadMany(IEnumerable<(JsonElement Key, string? Id)> entries, string what)
    {
        var keys = new List<VerificationKey>();
        string? firstFault = null;
        foreach (var (element, id) in entries)
        {
            if (Jwk.Read(element, id, out var fault) is { } key)
                keys.Add(key);
            firstFault ??= fault;
        }

        return Collect(keys, firstFault is null
            ? $"The {what} holds no key."
            : $"The {what} holds no key that can be used here. The first one: {firstFault}");
    }

    private static VerificationKeySet Collect(List<VerificationKey> keys, string otherwise) =>
        keys.Count == 0
            ? throw new FormatException(otherwise)
            : new VerificationKeySet(keys.DistinctBy(key => key.Thumbprint));
}
