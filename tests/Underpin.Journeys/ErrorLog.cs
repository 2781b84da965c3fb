using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Underpin.Journeys;

/// <summary>The errors that the site put in its log, so that a page that went wrong says why.</summary>
internal sealed class ErrorLog : ILoggerProvider
{
    readonly ConcurrentQueue<string> _errors = new();

    public ILogger CreateLogger(string categoryName) => new Category(categoryName, _errors);

    /// <summary>Those since the last time they were taken.</summary>
    public IEnumerable<string> Take()
    {
        while (_errors.TryDequeue(out var error)) yield return error;
    }

    public void Dispose()
    {
    }

    sealed class Category(string name, ConcurrentQueue<string> errors) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) errors.Enqueue($"the site's log, {name}: {formatter(state, exception)}\n{exception}");
        }
    }
}
