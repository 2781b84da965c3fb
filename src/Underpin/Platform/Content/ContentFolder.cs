using Underpin.Platform.Content.Lint;

namespace Underpin.Platform.Content;

/// <summary>A directory of content; files are named by their paths in it, with forward slashes.</summary>
internal sealed class ContentFolder(string directory)
{
    public bool Has(string file) => File.Exists(PathOf(file));

    private readonly Dictionary<string, IReadOnlyList<Allowance>> _allowances = new(StringComparer.Ordinal);

    /// <summary>The exceptions that files read so far make for themselves, by file.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Allowance>> Allowances => _allowances;

    /// <summary>The file's top map; null, with the problems told, when there is none.</summary>
    public ContentMapReader? Read(string file, ContentShape shape, ContentProblems problems)
    {
        if (ContentYaml.Read(PathOf(file), file, problems) is not { } map)
            return null;
        var reader = new ContentMapReader(file, map, shape, problems);
        _allowances[file] = Allowance.ReadAll(reader);
        return reader;
    }

    /// <summary>The file as it is written, whatever its keys; null where it is not there or cannot be read.</summary>
    public ContentMap? Nodes(string file) => Has(file) ? ContentYaml.Read(PathOf(file), file, new()) : null;

    /// <summary>The YAML files directly in a folder, by name. Anything else in it but notes (.md) and hidden files is told,
    /// so that a file with a slip in its name is not left out in silence.</summary>
    public IReadOnlyList<string> YamlFiles(string folder, ContentProblems problems)
    {
        var path = PathOf(folder);
        if (!Directory.Exists(path))
            return [];
        var files = new List<string>();
        foreach (var entry in Directory.EnumerateFileSystemEntries(path).Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(entry);
            if (name.StartsWith('.') || name.EndsWith(".md", StringComparison.Ordinal))
                continue;
            if (name.EndsWith(".yaml", StringComparison.Ordinal) && File.Exists(entry))
                files.Add($"{folder}/{name}");
            else
                problems.Add($"{folder}/{name}", 1, FileRules.Unreadable, "This is not read: expected only files whose names end in .yaml here");
        }
        return files;
    }

    private string PathOf(string file) => Path.Combine(directory, file);
}
