using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Files;
using Underpin.Platform.History;

namespace Underpin.Framework.Exchange;

/// <summary>What importing a file would do.</summary>
internal sealed record ImportPreview
{
    public required CasePackage Package { get; init; }
    /// <summary>When the one that stands here now had been changed; null when the framework is new here.</summary>
    public required DateTimeOffset? Before { get; init; }
    public required IReadOnlyList<CaseItem> Added { get; init; }
    public required int Changed { get; init; }
    public required int Gone { get; init; }
}

internal sealed record ImportOptions
{
    public required byte[]? File { get; init; }
    /// <summary>For whom; null by the command line, whose user looks after the whole installation.</summary>
    public required Guid? Organisation { get; init; }
}

/// <summary>Takes in frameworks that others publish, whole or not at all.</summary>
internal sealed class CaseImport(UnderpinDb db, IFileStore files)
{
    /// <summary>Looks at an uploaded package and keeps its file, so that it can be imported after its counts were seen. A broken one is not kept.</summary>
    /// <returns>The hash under which it is kept.</returns>
    public async Task<Outcome<string>> KeepAsync(ImportOptions options, Change change, CancellationToken cancel)
    {
        var looked = await CheckAsync(options, change, cancel);
        if (looked.Refusal is { } refusal) return refusal;
        var hash = HashOf(options.File!);
        using var content = new MemoryStream(options.File!);
        await files.PutAsync(hash, content, cancel);
        return hash;
    }

    /// <summary>The file that was kept; null when it is no more.</summary>
    public async Task<byte[]?> KeptAsync(string hash, CancellationToken cancel)
    {
        try
        {
            await using var content = await files.OpenAsync(hash, cancel);
            return await CasePackageReader.BytesAsync(content, cancel);
        }
        catch (Exception gone) when (gone is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    /// <summary>What importing it would do, or why that is refused. Changes nothing.</summary>
    public async Task<Outcome<ImportPreview>> CheckAsync(ImportOptions options, Change change, CancellationToken cancel)
    {
        if (await RefuseActorAsync(options, change, cancel) is { } notTheirs) return notTheirs;
        var reading = CasePackageReader.Read(options.File);
        if (reading.Package is not { } package) return new PackageIsBroken(reading.Problems.Count, reading.Problems.Shown);
        var document = package.Document;
        var here = await db.CaseDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == document.Id, cancel);
        if (here is not null && await RefuseDocumentAsync(here, document, options.Organisation, cancel) is { } refusal) return refusal;
        if (await TakenAsync(package, cancel) is { } taken) return taken;
        return await CompareAsync(package, here, cancel);
    }

    public async Task<Outcome<CaseDocument>> ImportAsync(ImportOptions options, Change change, CancellationToken cancel)
    {
        var looked = await CheckAsync(options, change, cancel);
        if (looked.Refusal is { } refusal) return refusal;
        var (package, before) = (looked.Value.Package, looked.Value.Before);
        var document = new CaseDocument
        {
            Id = package.Document.Id,
            Uri = package.Document.Uri,
            Title = package.Document.Title,
            Creator = package.Document.Creator,
            AdoptionStatus = package.Document.AdoptionStatus,
            LastChange = package.Document.LastChange,
            Json = package.Document.Json,
            PackageExtensions = package.Document.PackageExtensions,
            DefinitionExtensions = package.Document.DefinitionExtensions,
            ImportedFor = options.Organisation,
            ImportedBy = change.ActorName,
            ImportedAt = change.At,
        };
        try
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            if (before is not null) await db.CaseDocuments.Where(d => d.Id == document.Id).ExecuteDeleteAsync(cancel);
            await CaseStore.AddAsync(db, package with { Document = document }, cancel);
            db.Record(change, options.Organisation ?? HistoryChain.House, new FrameworkImported(document.Id, document.Title, document.Creator, document.LastChange,
                package.Items.Count, package.Associations.Count, HashOf(options.File!), before));
            await db.SaveChangesAsync(cancel);
            await CaseSearch.FindAsync(db, document, package.Items, cancel);
            await transaction.CommitAsync(cancel);
            return document;
        }
        catch (DbUpdateException race) when (race is not DbUpdateConcurrencyException)
        {
            return new PackageHasChanged();
        }
    }

    static string HashOf(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    async Task<Refusal?> RefuseActorAsync(ImportOptions options, Change change, CancellationToken cancel)
    {
        if (options.Organisation is not { } organisation) return null;
        return (await db.RolesInAsync(change, organisation, cancel)).Contains(Role.FrameworkEditor) ? null : new NotAFrameworkEditor();
    }

    async Task<Refusal?> RefuseDocumentAsync(CaseDocument here, CaseDocument coming, Guid? organisation, CancellationToken cancel)
    {
        if (here.IsOwn) return new FrameworkIsOurs(here.Title);
        if (coming.LastChange <= here.LastChange) return new FrameworkIsHereAlready(here.Title, here.LastChange);
        if (organisation is null || here.ImportedFor == organisation) return null;
        var name = here.ImportedFor is { } whose ? await db.Organisations.Where(o => o.Id == whose).Select(o => o.Name).SingleAsync(cancel) : "whoever runs this installation";
        return new FrameworkIsAnothers(here.Title, name);
    }

    /// <summary>Identifiers of the package that are something else's here.</summary>
    async Task<Refusal?> TakenAsync(CasePackage package, CancellationToken cancel)
    {
        var (count, first, owner) = (0, Guid.Empty, Guid.Empty);
        foreach (var ids in package.Items.Select(i => i.Id).Append(package.Document.Id).Chunk(1000))
        {
            Take(await db.CaseItems.Where(i => ids.Contains(i.Id) && i.DocumentId != package.Document.Id).Select(i => new Taken(i.Id, i.DocumentId)).ToListAsync(cancel));
            Take(await db.CaseDocuments.Where(d => ids.Contains(d.Id) && d.Id != package.Document.Id).Select(d => new Taken(d.Id, d.Id)).ToListAsync(cancel));
        }

        foreach (var ids in package.Associations.Select(a => a.Id).Chunk(1000))
            Take(await db.CaseAssociations.Where(a => ids.Contains(a.Id) && a.DocumentId != package.Document.Id).Select(a => new Taken(a.Id, a.DocumentId)).ToListAsync(cancel));
        if (count == 0) return null;
        return new IdentifiersAreTaken(count, first.ToString(), await db.CaseDocuments.Where(d => d.Id == owner).Select(d => d.Title).SingleAsync(cancel));

        void Take(List<Taken> found)
        {
            if (found.Count == 0) return;
            if (count == 0) (first, owner) = (found[0].Id, found[0].Document);
            count += found.Count;
        }
    }

    sealed record Taken(Guid Id, Guid Document);

    async Task<ImportPreview> CompareAsync(CasePackage package, CaseDocument? here, CancellationToken cancel)
    {
        if (here is null) return new() { Package = package, Before = null, Added = package.Items, Changed = 0, Gone = 0 };
        var coming = package.Items.ToDictionary(i => i.Id);
        var (changed, gone) = (0, 0);
        await foreach (var item in db.CaseItems.Where(i => i.DocumentId == here.Id).Select(i => new { i.Id, i.Json }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (!coming.Remove(item.Id, out var same)) gone++;
            else if (same.Json != item.Json) changed++;
        }

        return new() { Package = package, Before = here.LastChange, Added = [.. package.Items.Where(i => coming.ContainsKey(i.Id))], Changed = changed, Gone = gone };
    }
}
