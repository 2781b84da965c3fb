namespace Underpin.Platform.Mail;

/// <summary>Wakes the pump when something was queued by this node.</summary>
internal sealed class MailSignal : IDisposable
{
    readonly SemaphoreSlim _queued = new(0);

    public void Wake()
    {
        // More than one pending wake-up would only make the pump look twice at an empty box.
        if (_queued.CurrentCount == 0) _queued.Release();
    }

    /// <returns>Whether something was queued before the time was over.</returns>
    public Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancel) => _queued.WaitAsync(atMost, cancel);

    public void Dispose() => _queued.Dispose();
}

/// <summary>Sends mail in the background on every node: right after a save that queued some, and every few seconds.</summary>
internal sealed partial class MailPump(IServiceScopeFactory scopes, MailSignal signal, ILogger<MailPump> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await using (var scope = scopes.CreateAsyncScope())
                {
                    await scope.ServiceProvider.GetRequiredService<MailSender>().SendDueAsync(stopping);
                }

                await signal.WaitAsync(Pause, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // A database that is away for a moment must not end the sending for good.
                LogFailure(log, failure);
                await Task.Delay(Pause, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The outbox could not be read; it will be tried again.")]
    static partial void LogFailure(ILogger log, Exception failure);
}
