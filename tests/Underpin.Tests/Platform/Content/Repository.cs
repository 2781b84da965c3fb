namespace Underpin.Tests.Platform.Content;

/// <summary>The repository that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
            if (File.Exists(Path.Combine(directory.FullName, "Underpin.slnx")))
                return directory.FullName;
        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} has Underpin.slnx in it.");
    }
}
