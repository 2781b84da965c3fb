using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Underpin.Platform.Mail;

/// <summary>Tells the pump when a message is really in the outbox: after the save, or after the commit where there is a transaction.</summary>
internal sealed class MailWakeUp(MailSignal signal) : SaveChangesInterceptor, IDbTransactionInterceptor
{
    bool _queued;

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData saving, InterceptionResult<int> result, CancellationToken cancel = default)
    {
        _queued |= saving.Context!.ChangeTracker.Entries<OutboxMessage>().Any(e => e.State == EntityState.Added);
        return base.SavingChangesAsync(saving, result, cancel);
    }

    public override ValueTask<int> SavedChangesAsync(SaveChangesCompletedEventData saved, int result, CancellationToken cancel = default)
    {
        if (saved.Context!.Database.CurrentTransaction is null) Wake();
        return base.SavedChangesAsync(saved, result, cancel);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData committed, CancellationToken cancel = default)
    {
        Wake();
        return Task.CompletedTask;
    }

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData rolledBack, CancellationToken cancel = default)
    {
        _queued = false;
        return Task.CompletedTask;
    }

    void Wake()
    {
        if (_queued) signal.Wake();
        _queued = false;
    }
}
