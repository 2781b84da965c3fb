using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Editing;

/// <summary>What people and posts are called in forms: by name or title where that is nobody else's, otherwise with the code behind it.</summary>
internal sealed class HolderNames
{
    readonly Dictionary<string, string> _labels = new(StringComparer.Ordinal);
    readonly Dictionary<string, string> _codes = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Names the people and posts of a structure. O(people and posts).</summary>
    public HolderNames(SchoolStructure structure)
    {
        var all = structure.People.Select(p => (p.Code, Name: p.Name)).Concat(structure.Posts.Select(p => (p.Code, Name: p.Title))).ToList();
        var often = all.CountBy(one => one.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(StringComparer.OrdinalIgnoreCase);
        foreach (var (code, name) in all)
        {
            var label = often[name] == 1 ? name : $"{name} ({code})";
            _labels[code] = label;
            _codes.TryAdd(label, code);
        }

        People = [.. structure.People.Select(p => _labels[p.Code])];
        Posts = [.. structure.Posts.Select(p => _labels[p.Code])];
    }

    /// <summary>The labels of the people, in their order.</summary>
    public IReadOnlyList<string> People { get; }

    /// <summary>The labels of the posts, in their order.</summary>
    public IReadOnlyList<string> Posts { get; }

    /// <summary>The label; the code itself where nothing has it.</summary>
    public string Of(string code) => _labels.GetValueOrDefault(code, code);

    /// <summary>The code of what somebody typed; null where nobody and nothing is called so.</summary>
    public string? Find(string typed) => _codes.GetValueOrDefault(typed) ?? (_labels.ContainsKey(typed) ? typed : null);
}
