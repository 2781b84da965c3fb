namespace Underpin.Qualifications.Downloads;

/// <summary>One file of published content, written row by row from the database.</summary>
/// <param name="Name">As in its address.</param>
/// <param name="Holds">What a row or an entry is, in words.</param>
internal abstract record DownloadFile(string Name, string Holds)
{
    public abstract string ContentType { get; }

    public abstract Task WriteAsync(UnderpinDb db, Edition edition, Stream file, CancellationToken cancel);
}

internal static class DownloadFiles
{
    public static readonly IReadOnlyList<DownloadFile> All = [.. CsvFiles.All, .. JsonFiles.All];
}

/// <param name="Rows">Reads what the columns name.</param>
internal sealed record CsvFile(string Name, string Holds, string[] Columns, Func<UnderpinDb, IAsyncEnumerable<object?[]>> Rows) : DownloadFile(Name, Holds)
{
    public override string ContentType => "text/csv; charset=utf-8";

    public override Task WriteAsync(UnderpinDb db, Edition edition, Stream file, CancellationToken cancel) => Platform.Csv.WriteAsync(file, LinesAsync(db, edition), cancel);

    // A comment line would not be CSV, so edition and licence are columns.
    async IAsyncEnumerable<IReadOnlyList<string?>> LinesAsync(UnderpinDb db, Edition edition)
    {
        yield return [.. Columns, "Edition", "Licence"];
        await foreach (var row in Rows(db)) yield return [.. row.Select(Text), edition.Words, $"{Edition.Licence} {Edition.LicenceAddress}"];
    }

    static string? Text(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "yes" : "no",
        DateOnly date => Platform.Csv.Day(date),
        IEnumerable<string> several => string.Join("; ", several),
        IFormattable other => other.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };
}

/// <param name="Items">Reads the entries.</param>
internal sealed record JsonFile(string Name, string Holds, Func<UnderpinDb, IAsyncEnumerable<object>> Items) : DownloadFile(Name, Holds)
{
    static readonly System.Text.Json.JsonSerializerOptions Options = new(System.Text.Json.JsonSerializerDefaults.Web)
    {
        // The files are read as files, never as part of a page.
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter(System.Text.Json.JsonNamingPolicy.CamelCase) },
    };

    public override string ContentType => "application/json; charset=utf-8";

    public override Task WriteAsync(UnderpinDb db, Edition edition, Stream file, CancellationToken cancel) =>
        System.Text.Json.JsonSerializer.SerializeAsync(file, new Document(edition.Words, edition.PublishedOn, Edition.Licence, Edition.LicenceAddress, Items(db)), Options, cancel);

    sealed record Document(string Edition, DateOnly PublishedOn, string Licence, string LicenceAddress, IAsyncEnumerable<object> Items);
}
