using Underpin.Platform.Content;

namespace Underpin.Framework.Content;

/// <summary>The file and line at which each line of an edition is written, by <see cref="FrameworkLine.Path"/>.</summary>
internal sealed class LinePlaces
{
    private readonly Dictionary<string, ContentPlace> _places = new(StringComparer.Ordinal);

    /// <summary>Notes where keys of a map stand; "does" is the whole of its path.</summary>
    public void Add(string path, ContentMapReader map, params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
            if (map.Has(key))
                Add(key == "does" ? path : path == "" ? key : $"{path}.{key}", map.File, map.LineOf(key));
    }

    public void Add(string path, string file, int line) => _places[path] = new(file, line);

    /// <summary>The place, or the framework's own file for what is written nowhere.</summary>
    public ContentPlace this[string path] => _places.TryGetValue(path, out var place) ? place : new(FrameworkReader.File, 1);
}
