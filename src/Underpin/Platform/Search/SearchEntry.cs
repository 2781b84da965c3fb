namespace Underpin.Platform.Search;

/// <summary>One thing that a search can find. Derived from what is published, and made anew with it.</summary>
internal sealed class SearchEntry
{
    /// <summary>A number, not a Guid: SQLite's full-text table knows its rows by number.</summary>
    public long Id { get; init; }
    /// <summary><see cref="SearchSources.Ours"/>, or whatever its importer calls an imported framework.</summary>
    public required string Source { get; init; }
    public required SearchKind Kind { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string Text { get; init; }
    /// <summary>The RQF level, of what has one.</summary>
    public required int? Level { get; init; }
    /// <summary>Codes of areas of the framework, with spaces between.</summary>
    public required string Areas { get; init; }
    public required string Address { get; init; }
    /// <summary>The words of code and title as <see cref="Wording"/> makes them, with a space before and after each: what both databases index.</summary>
    public required string TitleWords { get; init; }
    public required string TextWords { get; init; }
    /// <summary>What a search is narrowed by, kept in the full-text index beside the words: "from:ours kind:unit level:3 area:NET".</summary>
    public required string Tags { get; init; }
}

internal enum SearchKind
{
    Area,
    Competence,
    Unit,
    Qualification,
    Role,
    /// <summary>An outside certificate, standard or skill that a crosswalk maps to ours.</summary>
    Crosswalk,
    Outcome,
    Criterion,
    /// <summary>An item of an imported framework.</summary>
    Item,
    /// <summary>A part of the page for newcomers.</summary>
    Newcomers,
}

internal static class SearchSources
{
    public const string Ours = "ours";
}

/// <summary>A thing to be found, as the room that publishes it describes it.</summary>
internal sealed record SearchDraft(SearchKind Kind, string Code, string Title, string Text, string Address)
{
    public int? Level { get; init; }
    public IReadOnlyList<string> Areas { get; init; } = [];
}

/// <summary>Everything that one source has to be found: our own content, or one imported framework.</summary>
internal sealed record SearchableContent(string Source, IReadOnlyList<SearchDraft> Entries);

/// <summary>
/// Reads what a room wants found, source by source, to fill the search from nothing. Registered by each room that has such; the room also calls
/// <see cref="SearchFilling.ReplaceAsync"/> whenever one of its sources changes.
/// </summary>
internal delegate IAsyncEnumerable<SearchableContent> SearchableSource(UnderpinDb db, CancellationToken cancel);

/// <summary>A word that stands somewhere in what can be found, as it is written there but folded, and how often.</summary>
internal sealed class SearchWord
{
    public required string Word { get; init; }
    public required string Stem { get; init; }
    public required int Count { get; init; }
}

/// <summary>Three letters in a row of a word of the vocabulary, by which a misspelt word finds its neighbours on any database.</summary>
internal sealed class SearchTrigram
{
    public required string Trigram { get; init; }
    public required string Word { get; init; }
}
