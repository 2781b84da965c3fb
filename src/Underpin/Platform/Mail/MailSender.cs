using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Telemetry;

namespace Underpin.Platform.Mail;

/// <summary>
/// Sends what is due. A message is claimed by pushing its due moment forward in one conditional update, so of several nodes one sends it; a
/// node that dies while sending leaves it to be claimed again when the claim has run out.
/// </summary>
internal sealed partial class MailSender(UnderpinDb db, IMailTransport transport, TimeProvider clock, ILogger<MailSender> log)
{
    public const int MaximumAttempts = 12;
    public static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);
    static readonly TimeSpan LongestWait = TimeSpan.FromHours(6);
    const int AtOnce = 50;

    static readonly Counter<long> Sent = House.Meter.CreateCounter<long>("underpin.mail.sent", description: "Messages handed over.");
    static readonly Counter<long> Failed = House.Meter.CreateCounter<long>("underpin.mail.failed", description: "Attempts to hand a message over that failed.");
    static readonly Counter<long> GivenUp = House.Meter.CreateCounter<long>("underpin.mail.given_up", description: "Messages that will not be tried again.");

    /// <returns>How many messages were sent.</returns>
    public async Task<int> SendDueAsync(CancellationToken cancel)
    {
        var now = clock.Now();
        var due = await db.Outbox.AsNoTracking()
            .Where(m => m.SentAt == null && m.Attempts < MaximumAttempts && m.DueAt <= now)
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(AtOnce).ToListAsync(cancel);
        var sent = 0;
        foreach (var message in due)
        {
            if (await ClaimAsync(message, cancel) && await TrySendAsync(message, cancel)) sent++;
        }

        return sent;
    }

    /// <summary>How long after the given number of failures a message waits: a minute, then twice as long each time, up to six hours.</summary>
    public static TimeSpan WaitAfter(int failures)
    {
        var minutes = Math.Pow(2, failures - 1);
        return minutes < LongestWait.TotalMinutes ? TimeSpan.FromMinutes(minutes) : LongestWait;
    }

    async Task<bool> ClaimAsync(OutboxMessage message, CancellationToken cancel)
    {
        var until = clock.Now() + Claim;
        return await db.Outbox.Where(m => m.Id == message.Id && m.SentAt == null && m.DueAt == message.DueAt)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.DueAt, until), cancel) == 1;
    }

    async Task<bool> TrySendAsync(OutboxMessage message, CancellationToken cancel)
    {
        try
        {
            await transport.DeliverAsync(message, cancel);
        }
        catch (Exception failure) when (!cancel.IsCancellationRequested)
        {
            await PutBackAsync(message, failure, cancel);
            return false;
        }

        var at = clock.Now();
        // Once handed over it must be marked, even while the program is stopping.
        await db.Outbox.Where(m => m.Id == message.Id)
            .ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, at).SetProperty(x => x.LastError, (string?)null), CancellationToken.None);
        Sent.Add(1);
        return true;
    }

    async Task PutBackAsync(OutboxMessage message, Exception failure, CancellationToken cancel)
    {
        var failures = message.Attempts + 1;
        var due = clock.Now() + WaitAfter(failures);
        await db.Outbox.Where(m => m.Id == message.Id).ExecuteUpdateAsync(m => m
            .SetProperty(x => x.Attempts, failures).SetProperty(x => x.DueAt, due).SetProperty(x => x.LastError, failure.Message), cancel);
        Failed.Add(1);
        if (failures < MaximumAttempts)
        {
            LogFailed(log, message.Id, failures, failure.GetType().Name, due);
            return;
        }

        GivenUp.Add(1);
        LogGivenUp(log, message.Id, failures, failure.GetType().Name);
    }

    // A server's answer may quote the person's address, so it stands in the outbox and not in the log.
    [LoggerMessage(LogLevel.Warning, "Message {Id} could not be sent ({Failure}, failure {Failures}); it will be tried again at {Due:u}.")]
    static partial void LogFailed(ILogger log, Guid id, int failures, string failure, DateTimeOffset due);

    [LoggerMessage(LogLevel.Error, "Message {Id} could not be sent ({Failure}) and is given up after {Failures} failures. Its row in the outbox says why.")]
    static partial void LogGivenUp(ILogger log, Guid id, int failures, string failure);
}
