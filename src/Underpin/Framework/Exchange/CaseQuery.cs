using System.Globalization;

namespace Underpin.Framework.Exchange;

/// <param name="Code">Of the standard's minor codes.</param>
internal sealed record CaseQueryProblem(string Code, string Description);

/// <summary>What a list of frameworks is asked for.</summary>
internal sealed record CaseQuery
{
    public const int UsualLimit = 100;
    public const int MostLimit = 500;

    public required int Limit { get; init; }
    public required int Offset { get; init; }
    public required string? Sort { get; init; }
    public required bool Descending { get; init; }
    public required CaseFilter? Filter { get; init; }
    /// <summary>Null for all.</summary>
    public required IReadOnlyList<string>? Fields { get; init; }

    /// <summary>Members of a CFDocument that hold one value or a list of texts: what can be compared.</summary>
    public static readonly IReadOnlyList<string> Comparable =
    [
        "identifier", "uri", "frameworkType", "caseVersion", "creator", "title", "lastChangeDateTime", "officialSourceURL", "publisher", "description", "subject", "language", "version",
        "adoptionStatus", "statusStartDate", "statusEndDate", "notes",
    ];

    static readonly HashSet<string> Sortable = [.. Comparable.Where(f => f != "subject")];
    static readonly HashSet<string> Selectable = [.. CaseShape.Document.Members, "CFPackageURI"];

    public static (CaseQuery? Query, CaseQueryProblem? Problem) Read(IQueryCollection asked)
    {
        if (!Number(asked, "limit", UsualLimit, 1, out var limit)) return Bad("limit is a whole number from 1 up");
        if (!Number(asked, "offset", 0, 0, out var offset)) return Bad("offset is a whole number from 0 up");
        var (sort, order) = (One(asked, "sort"), One(asked, "orderBy"));
        if (sort is not null && !Sortable.Contains(sort)) return (null, new(CaseError.InvalidSortField, $"sort: a CFDocument cannot be sorted by “{Short(sort)}”. It can by {string.Join(", ", Sortable)}."));
        if (order is not (null or "asc" or "desc")) return (null, new(CaseError.InvalidSortField, $"orderBy is asc or desc, and not “{Short(order)}”."));
        IReadOnlyList<string>? fields = null;
        if (One(asked, "fields") is { } names)
        {
            fields = [.. names.Split(',', StringSplitOptions.TrimEntries).Distinct()];
            if (fields.FirstOrDefault(f => !Selectable.Contains(f)) is { } unknown) return Bad($"fields: a CFDocument has no field “{Short(unknown)}”. It has {string.Join(", ", Selectable)}.");
        }

        CaseFilter? filter = null;
        if (One(asked, "filter") is { } text && !CaseFilter.TryParse(text, out filter, out var problem)) return Bad($"filter: {problem}");
        return (new() { Limit = Math.Min(limit, MostLimit), Offset = offset, Sort = sort, Descending = order == "desc", Filter = filter, Fields = fields }, null);
    }

    static (CaseQuery?, CaseQueryProblem?) Bad(string description) => (null, new(CaseError.InvalidSelectionField, description));

    static bool Number(IQueryCollection asked, string name, int usual, int least, out int number)
    {
        number = usual;
        return One(asked, name) is not { } text || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= least);
    }

    // Given twice, the two stand joined by a comma, which no field, number or filter takes.
    static string? One(IQueryCollection asked, string name) => asked.TryGetValue(name, out var values) ? values.ToString() : null;

    static string Short(string text) => text.Length <= 60 ? text : text[..60] + "…";
}
