namespace Underpin.Platform;

/// <summary>
/// Where this installation keeps things: <c>data/</c> and <c>content/</c> stand under the repository when run from a clone, and
/// under the folder of the program when published; <c>Folders:Root</c> and <c>Folders:Content</c> in the settings override.
/// </summary>
internal sealed record Home(string Root, string Content)
{
    public string Data => Path.Combine(Root, "data");

    /// <summary>
    /// A build is for trying things out and is Development unless told otherwise; what is published is Production. (A launch
    /// profile would do the same, but <c>dotnet run</c> announces it in the output of every verb.)
    /// </summary>
    public static void ChooseEnvironment()
    {
        string[] names = ["ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT"];
        // Only a build has this file: it says where static files stand in the sources.
        var isBuild = File.Exists(Path.Combine(AppContext.BaseDirectory, "Underpin.staticwebassets.runtime.json"));
        if (isBuild && names.All(name => string.IsNullOrEmpty(Environment.GetEnvironmentVariable(name))))
            foreach (var name in names) Environment.SetEnvironmentVariable(name, Environments.Development);
    }

    public static Home Find(IConfiguration settings)
    {
        var clone = RepositoryAbove(AppContext.BaseDirectory);
        var root = settings["Folders:Root"] ?? clone ?? AppContext.BaseDirectory;
        var content = settings["Folders:Content"] ?? Path.Combine(clone ?? AppContext.BaseDirectory, "content");
        return new(Path.GetFullPath(root), Path.GetFullPath(content));
    }

    static string? RepositoryAbove(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "Underpin.slnx"))) folder = Path.GetDirectoryName(folder);
        return folder;
    }
}
