using Underpin.Platform.Files;

namespace Underpin.Platform.Jobs;

/// <summary>
/// Removes what a crash left half-written: uploads being looked at, files and messages not yet under their names. The folders may belong to
/// one node, so every node does it at its start; only a crash leaves anything, and after a crash comes a start.
/// </summary>
internal sealed class RemoveLeftovers(Home home, TemporaryFiles temporary, TimeProvider clock)
{
    /// <summary>Longer than any upload takes, so that nothing another node is writing is touched.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromDays(1);

    public int Run()
    {
        var before = (clock.GetUtcNow() - Age).UtcDateTime;
        var removed = 0;
        foreach (var file in Candidates().Where(f => File.GetLastWriteTimeUtc(f) < before))
        {
            File.Delete(file);
            removed++;
        }

        return removed;
    }

    IEnumerable<string> Candidates() =>
    [
        .. FilesIn(temporary.Folder, "*.tmp"),
        .. FilesIn(Path.Combine(home.Data, "files"), "*.part"),
        .. FilesIn(Path.Combine(home.Data, "mail"), "*.part"),
    ];

    static IEnumerable<string> FilesIn(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories) : [];
}

internal sealed class LeftoversAtStart(RemoveLeftovers leftovers) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stopping) => Task.Run(leftovers.Run, stopping);
}
