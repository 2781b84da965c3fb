using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Underpin.Platform.Content;

/// <summary>
/// Writes data in the one way from which its hash is taken, so that a published version can be told from a changed one.
/// </summary>
/// <remarks>
/// The hash follows what a file says, not how it is written: comments, quotes, line folding, the order of keys and defaults
/// written out change nothing. A value that is absent or empty is not written, so that a key added to the format later leaves
/// older hashes alone. Every text carries its length: no text can pass for a structure.
/// </remarks>
internal sealed class CanonicalForm
{
    private readonly StringBuilder _written = new();

    public CanonicalForm Add(string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
            _written.Append(CultureInfo.InvariantCulture, $"{key}={value.Length}:{value}\n");
        return this;
    }

    public CanonicalForm Add(string key, int? value) => Add(key, value?.ToString(CultureInfo.InvariantCulture));

    public CanonicalForm Add(string key, bool value) => Add(key, value ? "true" : null);

    public CanonicalForm Add(string key, DateOnly value) => Add(key, value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    public CanonicalForm Add(string key, IReadOnlyList<string> values) => Add(key, values, (form, value) => form.Add("", value));

    public CanonicalForm Add<T>(string key, IReadOnlyList<T> values, Action<CanonicalForm, T> write)
    {
        if (values.Count == 0)
            return this;
        _written.Append(CultureInfo.InvariantCulture, $"{key}[{values.Count}\n");
        foreach (var value in values)
        {
            _written.Append("{\n");
            write(this, value);
            _written.Append("}\n");
        }
        return this;
    }

    /// <summary>SHA-256 of the form in UTF-8, as 64 lower-case hexadecimal digits.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(_written.ToString())));
}
