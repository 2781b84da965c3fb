using Microsoft.EntityFrameworkCore;

namespace Underpin.Platform.Search;

/// <summary>How many of the terms a thing must have.</summary>
internal enum SearchNeed
{
    All,
    AllButOne,
    Any,
}

/// <summary>What is read of everything that matches, to put it in order and count it.</summary>
internal sealed class SearchMatch
{
    public required long Id { get; init; }
    public required string Kind { get; init; }
    public required string Code { get; init; }
    public required string TitleWords { get; init; }
    public required int? Level { get; init; }
    public required string Areas { get; init; }
}

/// <summary>What differs between SQLite's FTS5 and PostgreSQL's tsvector: how a question is written and how it is asked.</summary>
internal abstract class FullText
{
    static readonly FullText Sqlite = new SqliteFullText(), Postgres = new PostgresFullText();

    public static FullText Of(UnderpinDb db) => db.Database.IsNpgsql() ? Postgres : Sqlite;

    /// <summary>Rows of <see cref="SearchMatch"/> by Id; takes the written question and the most rows.</summary>
    public abstract string Matches { get; }

    /// <summary>How many match, counted no further than the most; takes the same.</summary>
    public abstract string Count { get; }

    protected abstract string Or { get; }
    protected abstract string And { get; }
    protected abstract string Phrase(string[] stems);
    protected abstract string InWords(string expression);
    protected abstract string Tag(string tag);

    public string Write(IReadOnlyList<SearchTerm> terms, SearchNeed need, IEnumerable<string> tags)
    {
        List<string> each = [.. terms.Select(t => $"({string.Join(Or, t.Phrases.Select(Phrase))})")];
        var words = need switch
        {
            SearchNeed.All => string.Join(And, each),
            SearchNeed.AllButOne => string.Join(Or, each.Select(left => $"({string.Join(And, each.Where(e => e != left))})")),
            _ => string.Join(Or, each),
        };
        return string.Join(And, tags.Select(Tag).Prepend(InWords(words)));
    }

    sealed class SqliteFullText : FullText
    {
        // In the order of the rows FTS5 stops at the limit by itself; its own ranking would first look at every match.
        public override string Matches => """
            SELECT e."Id", e."Kind", e."Code", e."TitleWords", e."Level", e."Areas"
            FROM "SearchIndex" CROSS JOIN "SearchEntries" e ON e."Id" = "SearchIndex".rowid
            WHERE "SearchIndex" MATCH {0} ORDER BY "SearchIndex".rowid LIMIT {1}
            """;
        public override string Count => """SELECT count(*) AS "Value" FROM (SELECT rowid FROM "SearchIndex" WHERE "SearchIndex" MATCH {0} LIMIT {1})""";
        protected override string Or => " OR ";
        protected override string And => " AND ";
        protected override string Phrase(string[] stems) => $"\"{string.Join(' ', stems)}\"";
        protected override string InWords(string expression) => $"{{TitleWords TextWords}} : ({expression})";
        protected override string Tag(string tag) => $"Tags : \"{tag}\"";
    }

    sealed class PostgresFullText : FullText
    {
        public override string Matches => """
            SELECT "Id", "Kind", "Code", "TitleWords", "Level", "Areas" FROM "SearchEntries" WHERE "Words" @@ CAST({0} AS tsquery) ORDER BY "Id" LIMIT {1}
            """;
        public override string Count => """SELECT count(*)::int AS "Value" FROM (SELECT 1 FROM "SearchEntries" WHERE "Words" @@ CAST({0} AS tsquery) LIMIT {1}) AS found""";
        protected override string Or => " | ";
        protected override string And => " & ";
        protected override string Phrase(string[] stems) => $"({string.Join(" <-> ", stems.Select(s => $"'{s}'"))})";
        protected override string InWords(string expression) => $"({expression})";
        protected override string Tag(string tag) => $"'{tag}'";
    }
}
