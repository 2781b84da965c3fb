using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Underpin.Platform.Database;

/// <summary>What two people may edit at once: the second to save is told, and nothing of theirs overwrites the first.</summary>
internal interface IVersioned
{
    int RowVersion { get; set; }
}

internal static class RowVersions
{
    public static void Map(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes().Where(e => typeof(IVersioned).IsAssignableFrom(e.ClrType)))
            model.Entity(entity.ClrType).Property(nameof(IVersioned.RowVersion)).IsConcurrencyToken();
    }

    public static void Raise(ChangeTracker changes)
    {
        foreach (var entry in changes.Entries<IVersioned>().Where(e => e.State == EntityState.Modified))
            entry.Entity.RowVersion++;
    }

    /// <summary>Checks the save against the version the person was looking at, not the one just read.</summary>
    public static void SeenAs(this UnderpinDb db, IVersioned entity, int seen) =>
        db.Entry(entity).Property(nameof(IVersioned.RowVersion)).OriginalValue = seen;
}
