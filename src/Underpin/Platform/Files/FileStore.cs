namespace Underpin.Platform.Files;

/// <summary>Where evidence files are kept, by the SHA-256 of their content. An edge: a folder by default.</summary>
internal interface IFileStore
{
    /// <summary>Stores the content under its hash; storing the same content again changes nothing.</summary>
    Task PutAsync(string hash, Stream content, CancellationToken cancel);

    /// <exception cref="FileNotFoundException">Nothing is stored under the hash.</exception>
    Task<Stream> OpenAsync(string hash, CancellationToken cancel);
}

internal sealed class FolderFileStore(Home home) : IFileStore
{
    public async Task PutAsync(string hash, Stream content, CancellationToken cancel)
    {
        var path = PathOf(hash);
        if (File.Exists(path)) return;
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        // A crash while writing leaves a stray temporary file, never half of a file under its hash.
        var part = $"{path}.{Guid.NewGuid():N}.part";
        await using (var file = File.Create(part)) await content.CopyToAsync(file, cancel);
        File.Move(part, path, overwrite: true);
    }

    public Task<Stream> OpenAsync(string hash, CancellationToken cancel) => Task.FromResult<Stream>(File.OpenRead(PathOf(hash)));

    string PathOf(string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower)) throw new ArgumentException("A stored file is named by 64 lower-case hexadecimal digits.", nameof(hash));
        return Path.Combine(home.Data, "files", hash[..2], hash);
    }
}
