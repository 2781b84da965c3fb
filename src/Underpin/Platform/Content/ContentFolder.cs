namespace Underpin.Platform.Content;

/// <summary>A directory of content; files are named by their paths in it, with forward slashes.</summary>
internal sealed class ContentFolder(string directory)
{
    public bool Has(string file) => File.Exists(PathOf(file));

    /// <summary>The file's top map; null, with the problems told, when there is none.</summary>
    public ContentMapReader? Read(string file, ContentShape shape, ContentProblems problems) =>
        ContentYaml.Read(PathOf(file), file, problems) is { } map ? new(file, map, shape, problems) : null;

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
                problems.Add($"{folder}/{name}", 1, "This is not read: expected only files whose names end in .yaml here");
        }
        return files;
    }

    private string PathOf(string file) => Path.Combine(directory, file);
}
