using System.Globalization;
using Underpin.Platform.Search;

namespace Underpin.Qualifications.Searching;

/// <summary>A search as an address and back. What an address says that no search can mean is left out, never refused.</summary>
internal static class SearchAddress
{
    const string Path = "/search";
    const int LastPage = 1000;

    public static SearchOptions Read(string? question, string? kind, string? level, string? area, string? from, string? page) => new()
    {
        Question = SearchQuestion.Read(question),
        Kind = kind is { Length: < 20 } && !kind.Any(char.IsDigit) && Enum.TryParse<SearchKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : null,
        Level = Number(level) is >= 1 and <= 8 and var rqf ? rqf : null,
        Area = area is { Length: > 0 and <= 20 } && area.All(char.IsAsciiLetterOrDigit) ? area.ToUpperInvariant() : null,
        Others = from == "others",
        Page = Math.Clamp(Number(page) ?? 1, 1, LastPage),
    };

    public static string Of(SearchOptions options, int page = 1)
    {
        var parts = new List<string> { $"q={Uri.EscapeDataString(options.Question.Text)}" };
        if (options.Kind is { } kind) parts.Add($"kind={kind.ToString().ToLowerInvariant()}");
        if (options.Level is { } level) parts.Add($"level={level}");
        if (options.Area is { } area) parts.Add($"area={area}");
        if (options.Others) parts.Add("from=others");
        if (page > 1) parts.Add($"page={page}");
        return $"{Path}?{string.Join('&', parts)}";
    }

    static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
