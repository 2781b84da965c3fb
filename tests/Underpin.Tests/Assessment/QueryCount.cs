using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Underpin.Tests.Assessment;

/// <summary>Counts the commands that one site sends to its database.</summary>
internal sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    readonly string _database;
    readonly List<IDisposable> _subscriptions = [];
    int _count;

    QueryCount(string database)
    {
        _database = database;
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public static async Task<QueryCount> OfAsync(TestSite site) =>
        new(await site.DbAsync(db => Task.FromResult(NameOf(db))));

    public async Task<int> DuringAsync(Func<Task> act)
    {
        _count = 0;
        await act();
        return _count;
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (listener.Name == DbLoggerCategory.Name) _subscriptions.Add(listener.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> happened)
    {
        if (happened.Key == RelationalEventId.CommandExecuted.Name && happened.Value is CommandExecutedEventData { Context: UnderpinDb db } && NameOf(db) == _database)
            Interlocked.Increment(ref _count);
    }

    static string NameOf(UnderpinDb db) => db.Database.IsNpgsql() ? db.Database.GetDbConnection().Database : db.Database.GetDbConnection().DataSource;

    public void OnCompleted()
    {
    }

    public void OnError(Exception error) => throw error;

    public void Dispose() => _subscriptions.ForEach(s => s.Dispose());
}
