using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Underpin.Tests.Portfolios;

public sealed class PortfolioQueriesTests(TestSite site) : IClassFixture<TestSite>
{
    /// <summary>Counts the commands that reach this site's own database; other tests run beside it on theirs.</summary>
    sealed class Counter(string database) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
    {
        readonly List<IDisposable> _subscriptions = [];
        int _commands;

        public int Commands => _commands;

        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == DbLoggerCategory.Name) lock (_subscriptions) _subscriptions.Add(value.Subscribe(this));
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandEventData command && value.Key == RelationalEventId.CommandExecuting.Name && command.Command.Connection!.ConnectionString == database) Interlocked.Increment(ref _commands);
        }

        public void OnCompleted() { }
        public void OnError(Exception error) => throw error;

        public void Dispose()
        {
            lock (_subscriptions) _subscriptions.ForEach(s => s.Dispose());
        }
    }

    async Task<int> CommandsAsync(HttpClient browser, string address)
    {
        var database = await site.DbAsync(db => Task.FromResult(db.Database.GetDbConnection().ConnectionString));
        using var counter = new Counter(database);
        using var all = DiagnosticListener.AllListeners.Subscribe(counter);
        await browser.OpenAsync(address);
        return counter.Commands;
    }

    [Theory]
    [InlineData("/portfolio/{0}")]
    [InlineData("/portfolio/{0}/grid/{1}")]
    [InlineData("/portfolio/{0}/evidence")]
    [InlineData("/evidence/{2}")]
    [InlineData("/evidence/{2}/criteria")]
    public async Task A_page_costs_the_same_few_queries_for_5_pieces_and_for_60(string template)
    {
        var counts = new List<int>();
        foreach (var (pieces, criteria) in new[] { (5, 4), (60, 24) })
        {
            var made = await site.Data.EnrolmentAsync(await site.Data.CentreAsync(await site.Data.QualificationAsync(criteria: criteria)));
            var piece = await site.Data.EvidenceAsync(made, made.Units[0]);
            for (var i = 1; i < pieces; i++) await site.Data.EvidenceAsync(made, made.Units[0]);
            var browser = await site.SignedInAsync(made.Learner);
            var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, template, made.Id, made.Units[0].Id, piece.Id);
            await browser.OpenAsync(address);
            counts.Add(await CommandsAsync(browser, address));
        }

        Assert.Equal(counts[0], counts[1]);
        Assert.InRange(counts[0], 3, 12);
    }
}
