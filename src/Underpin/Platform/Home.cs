namespace Underpin.Platform;

/// <summary>
/// Where this installation keeps things: <c>data/</c> and <c>content/</c> stand under the repository when run from a clone, and
/// under the folder of the program when published; <c>Home</c> in the settings overrides.
/// </summary>
internal sealed record Home(string Root, string Content)
{
    public string Data => Path.Combine(Root, "data");

    public static Home Find(IConfiguration settings)
    {
        var clone = Clone(AppContext.BaseDirectory);
        var root = settings["Home"] ?? clone ?? AppContext.BaseDirectory;
        var content = settings["Content"] ?? Path.Combine(clone ?? AppContext.BaseDirectory, "content");
        return new(Path.GetFullPath(root), Path.GetFullPath(content));
    }

    static string? Clone(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Underpin.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder;
    }
}
