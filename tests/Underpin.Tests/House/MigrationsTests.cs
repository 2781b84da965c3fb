using Microsoft.EntityFrameworkCore;

namespace Underpin.Tests.House;

/// <summary>Both sets of migrations make the model of today, whichever database the other tests run on.</summary>
public sealed class MigrationsTests
{
    [Fact]
    public void The_migrations_for_SQLite_make_the_whole_model() => HasNothingPending(new SqliteUnderpinDb(
        new DbContextOptionsBuilder<SqliteUnderpinDb>().UseSqlite("Data Source=:memory:").Options));

    [Fact]
    public void The_migrations_for_PostgreSQL_make_the_whole_model() => HasNothingPending(new PostgresUnderpinDb(
        new DbContextOptionsBuilder<PostgresUnderpinDb>().UseNpgsql("Host=nowhere.invalid").Options));

    static void HasNothingPending(UnderpinDb context)
    {
        using var db = context;
        Assert.NotEmpty(db.Database.GetMigrations());
        Assert.False(db.Database.HasPendingModelChanges(), "The model changed and no migration says so. Run tools/Migrations/add NAME.");
    }
}
