using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Underpin.Platform;

namespace Underpin.Framework.Exchange;

/// <summary><c>framework import FILE|-</c> and <c>framework export ID|VERSION</c>.</summary>
internal static class FrameworkCommand
{
    public static async Task<int> ImportAsync(string[] args)
    {
        await using var services = CommandLine.Services();
        await using var input = Console.OpenStandardInput();
        return await ImportAsync(args, services, input, Console.Out, Console.Error);
    }

    public static async Task<int> ExportAsync(string[] args)
    {
        await using var services = CommandLine.Services();
        await using var output = Console.OpenStandardOutput();
        return await ExportAsync(args, services, output, Console.Error);
    }

    /// <summary>Exit code 0: imported; 1: refused for what is here already; 2: the file is not a whole package.</summary>
    public static async Task<int> ImportAsync(string[] args, IServiceProvider services, Stream input, TextWriter output, TextWriter errors)
    {
        if (args is not [var name] || name.StartsWith("--", StringComparison.Ordinal)) return await BadAsync(errors, "import: give one file with a CASE package, or - to read it from standard input");
        byte[]? file;
        try
        {
            await using var content = name == "-" ? input : File.OpenRead(name);
            file = await CasePackageReader.BytesAsync(content, CancellationToken.None);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return await BadAsync(errors, $"import: {name} cannot be read: {missing.Message}");
        }

        await using var scope = services.CreateAsyncScope();
        var change = Change.BySystem(scope.ServiceProvider.GetRequiredService<TimeProvider>());
        var imported = await scope.ServiceProvider.GetRequiredService<CaseImport>().ImportAsync(new() { File = file, Organisation = null }, change, CancellationToken.None);
        if (imported.Refusal is { } refusal)
        {
            await errors.WriteLineAsync($"underpin: framework import: {refusal.Message}");
            if (refusal is not PackageIsBroken broken) return 1;
            foreach (var problem in broken.Problems) await errors.WriteLineAsync($"  {problem}");
            return 2;
        }

        var db = scope.ServiceProvider.GetRequiredService<UnderpinDb>();
        var items = await db.CaseItems.CountAsync(i => i.DocumentId == imported.Value.Id);
        var associations = await db.CaseAssociations.CountAsync(a => a.DocumentId == imported.Value.Id);
        await output.WriteLineAsync($"Imported “{imported.Value.Title}” by {imported.Value.Creator}: {items} items, {associations} associations. Its page is /frameworks/imported/{imported.Value.Id}");
        return 0;
    }

    public static async Task<int> ExportAsync(string[] args, IServiceProvider services, Stream output, TextWriter errors)
    {
        if (args is not [var which]) return await BadAsync(errors, "export: give the identifier of a framework, or the version of an edition of ours, such as 2026.1");
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnderpinDb>();
        await using var snapshot = await ReadSnapshot.BeginAsync(db, CancellationToken.None);
        var document = Guid.TryParse(which, out var id)
            ? await db.CaseDocuments.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id)
            : await db.CaseDocuments.AsNoTracking().FirstOrDefaultAsync(d => d.OwnVersion == which);
        if (document is null)
        {
            await errors.WriteLineAsync($"underpin: framework export: there is no framework {which} here");
            return 1;
        }

        var site = scope.ServiceProvider.GetRequiredService<IOptions<SiteOptions>>().Value;
        await CasePackageWriter.WriteAsync(db, document, CaseJson.Start(site.PublicAddress), output, CancellationToken.None);
        await output.WriteAsync("\n"u8.ToArray());
        return 0;
    }

    static async Task<int> BadAsync(TextWriter errors, string message)
    {
        await errors.WriteLineAsync($"underpin: framework {message}");
        return 2;
    }
}
