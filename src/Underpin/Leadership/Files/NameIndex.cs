namespace Underpin.Leadership.Files;

/// <summary>Finds codes by code or, where it is the only one, by name.</summary>
internal sealed class NameIndex
{
    private readonly HashSet<string> _codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _ambiguous = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Adds something under its code, or under one made of its name that nothing else has.</summary>
    /// <returns>The code.</returns>
    public string Add(string code, string name)
    {
        if (code == "")
            code = Free(StructureText.CodeOf(name));
        _codes.Add(code);
        if (!_byName.TryAdd(name, code))
            _ambiguous.Add(name);
        return code;
    }

    /// <summary>The code that a text stands for; null where nothing has that code or name.</summary>
    public string? Find(string text) => _codes.Contains(text) ? text : _byName.GetValueOrDefault(text);

    /// <summary>Whether several things have this name, and none has it as a code.</summary>
    public bool IsAmbiguous(string text) => !_codes.Contains(text) && _ambiguous.Contains(text);

    /// <summary>The code itself, or with the first number that makes it free.</summary>
    private string Free(string code)
    {
        if (!_codes.Contains(code))
            return code;
        var next = _next.GetValueOrDefault(code, 2);
        while (_codes.Contains($"{code}-{next}"))
            next++;
        _next[code] = next + 1;
        return $"{code}-{next}";
    }

    private readonly Dictionary<string, int> _next = new(StringComparer.Ordinal);

    /// <summary>Keeps codes of something else from being made.</summary>
    public void Reserve(IEnumerable<string> codes) => _codes.UnionWith(codes);
}
