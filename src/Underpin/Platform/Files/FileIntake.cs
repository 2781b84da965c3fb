using System.Security.Cryptography;

namespace Underpin.Platform.Files;

/// <summary>A file taken in: stored, its type known from its content.</summary>
internal sealed record ReceivedFile(string Hash, string Name, string ContentType, long Size);

/// <summary>Takes files in from people: size, type by content, scan, then into the store.</summary>
internal sealed class FileIntake(IFileStore store, TemporaryFiles temporary, IEnumerable<IMalwareScanner> scanners)
{
    public const long MaximumSize = 25 * 1024 * 1024;

    public async Task<Outcome<ReceivedFile>> ReceiveAsync(string name, Stream content, CancellationToken cancel)
    {
        name = FileName.Clean(name);
        await using var copy = temporary.Create();
        if (await CopyAsync(content, copy, cancel) is not { } hash) return new FileIsTooLarge(name);
        if (copy.Length == 0) return new FileIsEmpty(name);

        var found = FileContent.Look(copy, name, cancel);
        if (Refuse(found, name) is { } refusal) return refusal;
        foreach (var scanner in scanners)
        {
            copy.Position = 0;
            if (await scanner.ScanAsync(copy, cancel) is var verdict && verdict != ScanVerdict.Clean)
                return verdict == ScanVerdict.Infected ? new FileIsInfected(name) : new FileCouldNotBeScanned(name);
        }

        copy.Position = 0;
        await store.PutAsync(hash, copy, cancel);
        return new ReceivedFile(hash, name, found.Kind!.ContentType, copy.Length);
    }

    /// <summary>Copies and hashes; null, and no more read, as soon as there is more than the limit.</summary>
    static async Task<string?> CopyAsync(Stream from, FileStream to, CancellationToken cancel)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[64 * 1024];
        for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
        {
            if (to.Length + read > MaximumSize) return null;
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancel);
        }

        await to.FlushAsync(cancel);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static Refusal? Refuse(Finding found, string name)
    {
        if (found.Refusal is { } refusal) return refusal;
        var ending = FileName.Ending(name);
        if (found.Kind is { } kind)
        {
            if (kind.MayBeCalled(ending)) return null;
            return kind.IsText && !KnownEndings.Contains(ending) ? new TextUnderAnotherName(name) : new FileIsNotWhatItsNameSays(name, kind.Words);
        }

        if (found.Otherwise is not { } inside) return KnownEndings.Contains(ending) ? new FileIsNotWhatItsNameSays(name, "something we do not recognise") : new FileIsOfNoKnownKind(name);
        return KnownEndings.Contains(ending) ? new FileIsNotWhatItsNameSays(name, inside) : new FileIsOfAKindNotTaken(name, inside);
    }

    static readonly HashSet<string> KnownEndings = [.. FileKind.AcceptedEndings.Split(',').Select(e => e[1..]), "jpe", "jfif", "heif", "text", "markdown", "tsv"];
}
