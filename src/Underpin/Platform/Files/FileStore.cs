namespace Underpin.Platform.Files;

/// <summary>Where evidence files are kept, by the SHA-256 of their content. An edge: a folder by default.</summary>
internal interface IFileStore
{
    /// <summary>Stores the content under its hash; storing the same content again only makes it new again.</summary>
    Task PutAsync(string hash, Stream content, CancellationToken cancel);

    /// <summary>Makes what is stored new again, so that what removes old files leaves it. False when nothing is stored under the hash.</summary>
    Task<bool> RenewAsync(string hash, CancellationToken cancel);

    /// <exception cref="FileNotFoundException">Nothing is stored under the hash.</exception>
    Task<Stream> OpenAsync(string hash, CancellationToken cancel);

    /// <summary>The hashes of what was stored, or made new, before a moment.</summary>
    IEnumerable<string> StoredBefore(DateTimeOffset before);

    /// <summary>Deletes what was stored before a moment. False, and nothing happens, when it was stored or made new since.</summary>
    Task<bool> DeleteAsync(string hash, DateTimeOffset storedBefore, CancellationToken cancel);
}

internal sealed class FolderFileStore(Home home, TimeProvider clock) : IFileStore
{
    string Folder => Path.Combine(home.Data, "files");

    public async Task PutAsync(string hash, Stream content, CancellationToken cancel)
    {
        if (await RenewAsync(hash, cancel)) return;
        var path = PathOf(hash);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // A crash while writing leaves a stray temporary file, never half of a file under its hash.
        var part = PartOf(path);
        await using (var file = File.Create(part)) await content.CopyToAsync(file, cancel);
        File.SetLastWriteTimeUtc(part, clock.GetUtcNow().UtcDateTime);
        File.Move(part, path, overwrite: true);
    }

    public Task<bool> RenewAsync(string hash, CancellationToken cancel)
    {
        try
        {
            File.SetLastWriteTimeUtc(PathOf(hash), clock.GetUtcNow().UtcDateTime);
            return Task.FromResult(true);
        }
        catch (IOException missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult(false);
        }
    }

    public Task<Stream> OpenAsync(string hash, CancellationToken cancel) => Task.FromResult<Stream>(File.OpenRead(PathOf(hash)));

    public IEnumerable<string> StoredBefore(DateTimeOffset before) =>
        !Directory.Exists(Folder) ? [] : Directory.EnumerateFiles(Folder, "*", SearchOption.AllDirectories)
            .Where(path => IsHash(Path.GetFileName(path)) && File.GetLastWriteTimeUtc(path) < before.UtcDateTime).Select(path => Path.GetFileName(path));

    public Task<bool> DeleteAsync(string hash, DateTimeOffset storedBefore, CancellationToken cancel)
    {
        var path = PathOf(hash);
        if (!File.Exists(path) || File.GetLastWriteTimeUtc(path) >= storedBefore.UtcDateTime) return Task.FromResult(false);
        // Taken aside first: whoever stores the same content at this moment either made it new before, which shows here, or writes it anew.
        var aside = PartOf(path);
        File.Move(path, aside);
        if (File.GetLastWriteTimeUtc(aside) >= storedBefore.UtcDateTime)
        {
            File.Move(aside, path, overwrite: true);
            return Task.FromResult(false);
        }

        File.Delete(aside);
        return Task.FromResult(true);
    }

    string PathOf(string hash)
    {
        if (!IsHash(hash)) throw new ArgumentException("A stored file is named by 64 lower-case hexadecimal digits.", nameof(hash));
        return Path.Combine(Folder, hash[..2], hash);
    }

    static string PartOf(string path) => $"{path}.{Guid.NewGuid():N}.part";

    static bool IsHash(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);
}
