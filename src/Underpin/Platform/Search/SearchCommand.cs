namespace Underpin.Platform.Search;

internal static class SearchCommand
{
    /// <summary><c>underpin search rebuild</c>: makes everything to be found anew, as after a change of how words are cut.</summary>
    public static async Task<int> RebuildAsync(string[] args)
    {
        if (args.Length > 0) return CommandLine.BadInput($"search rebuild takes no arguments, and was given \"{args[0]}\".");
        await using var services = CommandLine.Services();
        await using var scope = services.CreateAsyncScope();
        var counts = await RebuildAsync(scope.ServiceProvider.GetRequiredService<UnderpinDb>(), services.GetServices<SearchableSource>(), default);
        Console.WriteLine($"{counts.Things} things of {counts.Sources} {(counts.Sources == 1 ? "source" : "sources")} can be found.");
        return 0;
    }

    public static async Task<(int Sources, int Things)> RebuildAsync(UnderpinDb db, IEnumerable<SearchableSource> rooms, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await SearchFilling.ForgetAllAsync(db, cancel);
        var (sources, things) = (0, 0);
        foreach (var room in rooms)
        {
            await foreach (var content in room(db, cancel))
            {
                await SearchFilling.ReplaceAsync(db, content.Source, content.Entries, cancel);
                sources++;
                things += content.Entries.Count;
            }
        }

        await transaction.CommitAsync(cancel);
        return (sources, things);
    }
}
