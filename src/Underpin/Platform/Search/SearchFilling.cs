using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Underpin.Platform.Search;

/// <summary>Makes what a source publishes to be found, in place of what it had before. Whoever calls it does so in the transaction of the change itself.</summary>
internal static class SearchFilling
{
    const int RowsInOneStatement = 200;
    const int MostText = 20_000;

    /// <param name="entries">All that the source has now; none when it goes.</param>
    public static async Task ReplaceAsync(UnderpinDb db, string source, IReadOnlyList<SearchDraft> entries, CancellationToken cancel)
    {
        await using var own = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        var change = new Dictionary<string, int>();
        await foreach (var earlier in db.SearchEntries.AsNoTracking().Where(e => e.Source == source).Select(e => new { e.Code, e.Title, e.Text }).AsAsyncEnumerable().WithCancellation(cancel))
            Count(change, $"{earlier.Code} {earlier.Title} {earlier.Text}", -1);
        await db.SearchEntries.Where(e => e.Source == source).ExecuteDeleteAsync(cancel);
        foreach (var some in entries.Chunk(1000))
        {
            var rows = some.Select(draft => Entry(source, draft)).ToList();
            foreach (var row in rows) Count(change, $"{row.Code} {row.Title} {row.Text}", 1);
            db.SearchEntries.AddRange(rows);
            await db.SaveChangesAsync(cancel);
            foreach (var row in rows) db.Entry(row).State = EntityState.Detached;
        }

        await ChangeVocabularyAsync(db, change, cancel);
        if (own is not null) await own.CommitAsync(cancel);
    }

    public static async Task ForgetAllAsync(UnderpinDb db, CancellationToken cancel)
    {
        await db.SearchEntries.ExecuteDeleteAsync(cancel);
        await db.SearchTrigrams.ExecuteDeleteAsync(cancel);
        await db.SearchWords.ExecuteDeleteAsync(cancel);
    }

    static SearchEntry Entry(string source, SearchDraft draft)
    {
        var text = draft.Text.Length > MostText ? draft.Text[..MostText] : draft.Text;
        return new()
        {
            Source = source,
            Kind = draft.Kind,
            Code = draft.Code,
            Title = draft.Title,
            Text = text,
            Level = draft.Level,
            Areas = string.Join(' ', draft.Areas),
            Address = draft.Address,
            TitleWords = Wording.Words($"{draft.Code} \n {draft.Title}"),
            TextWords = Wording.Words(text),
            Tags = string.Join(' ', SearchTags.Of(source, draft)),
        };
    }

    static void Count(Dictionary<string, int> change, string text, int by)
    {
        var tokens = Wording.Tokens(text);
        foreach (var word in tokens.Select(t => t.Word).Concat(Wording.Codes(text, tokens)))
        {
            if (word.Length < 2 || !word.Any(char.IsLetter)) continue;
            change[word] = change.GetValueOrDefault(word) + by;
        }
    }

    static async Task ChangeVocabularyAsync(UnderpinDb db, Dictionary<string, int> change, CancellationToken cancel)
    {
        // In one order, so that two imports never wait for each other.
        var changed = change.Where(c => c.Value != 0).OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (Word: c.Key, Stem: Stem.Of(c.Key), By: c.Value)).ToList();
        await InsertAsync(db, """INSERT INTO "SearchWords" ("Word", "Stem", "Count") VALUES """, """ ON CONFLICT ("Word") DO UPDATE SET "Count" = "SearchWords"."Count" + excluded."Count" """,
            changed.Select(c => new object[] { c.Word, c.Stem, c.By }), cancel);
        await InsertAsync(db, """INSERT INTO "SearchTrigrams" ("Trigram", "Word") VALUES """, " ON CONFLICT DO NOTHING",
            changed.Where(c => c.By > 0).SelectMany(c => Vocabulary.TrigramsOf(c.Word).Distinct().Select(t => new object[] { t, c.Word })), cancel);
        if (!changed.Exists(c => c.By < 0)) return;
        await db.SearchTrigrams.Where(t => db.SearchWords.Any(w => w.Word == t.Word && w.Count <= 0)).ExecuteDeleteAsync(cancel);
        await db.SearchWords.Where(w => w.Count <= 0).ExecuteDeleteAsync(cancel);
    }

    static async Task InsertAsync(UnderpinDb db, string insert, string conflict, IEnumerable<object[]> rows, CancellationToken cancel)
    {
        foreach (var some in rows.Chunk(RowsInOneStatement))
        {
            var sql = new StringBuilder(insert);
            var number = 0;
            foreach (var row in some) sql.Append(number == 0 ? "(" : ", (").AppendJoin(", ", row.Select(_ => $"{{{number++}}}")).Append(')');
            await db.Database.ExecuteSqlRawAsync(sql.Append(conflict).ToString(), some.SelectMany(r => r), cancel);
        }
    }
}

/// <summary>The tags by which the full-text index itself narrows a search.</summary>
internal static class SearchTags
{
    public static string From(bool ours) => ours ? "from:ours" : "from:others";
    public static string Kind(SearchKind kind) => $"kind:{kind.ToString().ToLowerInvariant()}";
    public static string Level(int level) => $"level:{level.ToString(System.Globalization.CultureInfo.InvariantCulture)}";

    public static IEnumerable<string> Of(string source, SearchDraft draft)
    {
        yield return From(source == SearchSources.Ours);
        yield return Kind(draft.Kind);
        if (draft.Level is { } level) yield return Level(level);
    }
}
