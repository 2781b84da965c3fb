using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Underpin;

return;

internal sealed class SqliteFactory : IDesignTimeDbContextFactory<SqliteUnderpinDb>
{
    public SqliteUnderpinDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteUnderpinDb>().UseSqlite("Data Source=:memory:").Options);
}

internal sealed class PostgresFactory : IDesignTimeDbContextFactory<PostgresUnderpinDb>
{
    public PostgresUnderpinDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresUnderpinDb>().UseNpgsql("Host=127.0.0.1").Options);
}
