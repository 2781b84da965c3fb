using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Platform.Search;
using Underpin.Qualifications.Searching;

namespace Underpin.Bench;

/// <summary>
/// How long the search page takes beside a page that is found by its key, one request after another in turn, so that what else the machine does
/// weighs on both alike. Neither is served from the output cache. First with the content alone, then beside 100 frameworks as large.
/// </summary>
internal static class Searching
{
    const string Address = "http://127.0.0.1:5098";
    const string ByKey = "/units/EIT205";
    const int Frameworks = 100;

    static readonly string[] Questions =
    [
        "projector", "EIT205", "AVD-1", "220-1201", "wifi", "safeguarding", "backup", "school", "network", "data protection", "MIS", "how do I fix a projector",
        "asset register", "apprentice", "interactive whiteboard", "licence", "2FA", "filtering and monitoring", "exam", "printer queue", "cloud", "trust director of IT",
        "\"access arrangements\"", "safeg", "teacher training classroom technology", "safegaurding", "projecter lamp", "netwrok switch", "recovary", "zzzxq",
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var rounds = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var given) ? given : 20;
        var connection = args.FirstOrDefault(a => a.Contains('='));
        var folder = Directory.CreateTempSubdirectory("underpin-search-").FullName;
        string[] settings =
        [
            "--applicationName=Underpin", "--environment=Measurement", $"--urls={Address}", $"--Folders:Root={folder}", "--Jobs:Run=false", "--Logging:LogLevel:Default=Error",
            .. connection is null ? Array.Empty<string>() : [$"--ConnectionStrings:Underpin={connection}"],
        ];
        await using var app = Site.Build(settings, builder => builder.Services.AddSingleton<IOutputCacheStore>(new NothingKept()));
        await Site.PrepareAsync(app);
        await app.StartAsync();

        Console.WriteLine($"{Questions.Length} questions, {rounds} rounds, on {(connection is null ? "SQLite" : "PostgreSQL")}; milliseconds, and times {ByKey}:");
        Console.WriteLine("| content | things to find | page | p50 | p95 | p50 ratio | p95 ratio |\n|---|---:|---|---:|---:|---:|---:|");
        await MeasureAsync(app, "ours", rounds);
        await AddFrameworksAsync(app);
        await MeasureAsync(app, $"ours and {Frameworks} imported", rounds);
        await app.StopAsync();
        if (connection is null) Directory.Delete(folder, recursive: true);
        return 0;
    }

    static async Task MeasureAsync(WebApplication app, string content, int rounds)
    {
        using var client = new HttpClient { BaseAddress = new(Address) };
        string[] addresses = [.. Questions.Select(q => $"/search?q={Uri.EscapeDataString(q)}")];
        foreach (var address in addresses) await TimeAsync(client, address);
        for (var i = 0; i < 60; i++) await TimeAsync(client, ByKey);
        var (search, byKey) = (new List<double>(), new List<double>());
        var each = addresses.ToDictionary(a => a, _ => new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var address in addresses)
            {
                var time = await TimeAsync(client, address);
                search.Add(time);
                each[address].Add(time);
                byKey.Add(await TimeAsync(client, ByKey));
            }
        }

        await using var scope = app.Services.CreateAsyncScope();
        var things = await scope.ServiceProvider.GetRequiredService<UnderpinDb>().SearchEntries.CountAsync();
        var (key50, key95) = (Percentile(byKey, 50), Percentile(byKey, 95));
        Row(content, things, ByKey, key50, key95, 1, 1);
        Row(content, things, "/search", Percentile(search, 50), Percentile(search, 95), Percentile(search, 50) / key50, Percentile(search, 95) / key95);
        Console.WriteLine("Slowest by median: " + string.Join(", ", each.OrderByDescending(e => Percentile(e.Value, 50)).Take(6)
            .Select(e => string.Create(CultureInfo.InvariantCulture, $"{Uri.UnescapeDataString(e.Key[10..])} {Percentile(e.Value, 50):N1}"))));
    }

    static void Row(string content, int things, string page, double p50, double p95, double ratio50, double ratio95) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {content} | {things:N0} | `{page}` | {p50:N1} | {p95:N1} | {ratio50:N2} | {ratio95:N2} |"));

    static async Task<double> TimeAsync(HttpClient client, string address)
    {
        var start = Stopwatch.GetTimestamp();
        using var response = await client.GetAsync(address);
        await response.Content.ReadAsByteArrayAsync();
        response.EnsureSuccessStatusCode();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Frameworks of the size of ours and of its words, with some words that only the one has.</summary>
    static async Task AddFrameworksAsync(WebApplication app)
    {
        var start = Stopwatch.GetTimestamp();
        for (var number = 1; number <= Frameworks; number++)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<UnderpinDb>();
            var drafts = (await OurContent.ReadAsync(db, default))
                .Select((d, i) => d with { Kind = SearchKind.Item, Code = $"F{number}-{i}", Title = $"{d.Title} in region {number}", Text = $"{d.Text} Locally called {Invented(number, i)}.", Address = $"/imported/{number}/{i}", Areas = [] })
                .ToList();
            db.ChangeTracker.Clear();
            await SearchFilling.ReplaceAsync(db, $"generated-{number}", drafts, default);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"({Frameworks} frameworks made findable in {Stopwatch.GetElapsedTime(start).TotalSeconds:N0} s)"));
    }

    static string Invented(int framework, int item)
    {
        const string Syllables = "bacedifogulamenirotusavewixo";
        var number = framework * 31 + item % 50;
        return string.Concat(Enumerable.Range(0, 4).Select(i => Syllables.Substring((number >> (i * 3)) % 14 * 2, 2)));
    }

    static double Percentile(List<double> values, int percent) => values.Order().ElementAt((values.Count - 1) * percent / 100);

    sealed class NothingKept : IOutputCacheStore
    {
        public ValueTask EvictByTagAsync(string tag, CancellationToken cancel) => ValueTask.CompletedTask;
        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancel) => ValueTask.FromResult<byte[]?>(null);
        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancel) => ValueTask.CompletedTask;
    }
}
