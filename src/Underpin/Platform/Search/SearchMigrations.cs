using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Underpin.Platform.Search;

// The full-text part of the schema, which EF cannot describe. It is written by hand and stands outside the folder that tools/Migrations/remake
// deletes, so that it survives a remake; being a migration, it is there wherever MigrateAsync was called, and in the same history. Its number
// puts it after every migration that a tool will ever make. A migration that rebuilds SearchEntries must make the triggers (SQLite) or the
// column (PostgreSQL) again.

[DbContext(typeof(SqliteUnderpinDb))]
[Migration(Id)]
internal sealed class SqliteSearchMigration : Migration
{
    public const string Id = "99990101000000_Search";

    // The words are already folded and stemmed (Wording), so the tokenizer only has to split at spaces. ':' belongs to tags.
    protected override void Up(MigrationBuilder migration) => migration.Sql("""
        CREATE VIRTUAL TABLE "SearchIndex" USING fts5("TitleWords", "TextWords", "Tags",
            content='SearchEntries', content_rowid='Id', tokenize="unicode61 remove_diacritics 0 tokenchars ':'");
        CREATE TRIGGER "SearchEntries_added" AFTER INSERT ON "SearchEntries" BEGIN
            INSERT INTO "SearchIndex"(rowid, "TitleWords", "TextWords", "Tags") VALUES (new."Id", new."TitleWords", new."TextWords", new."Tags");
        END;
        CREATE TRIGGER "SearchEntries_removed" AFTER DELETE ON "SearchEntries" BEGIN
            INSERT INTO "SearchIndex"("SearchIndex", rowid, "TitleWords", "TextWords", "Tags") VALUES ('delete', old."Id", old."TitleWords", old."TextWords", old."Tags");
        END;
        CREATE TRIGGER "SearchEntries_changed" AFTER UPDATE ON "SearchEntries" BEGIN
            INSERT INTO "SearchIndex"("SearchIndex", rowid, "TitleWords", "TextWords", "Tags") VALUES ('delete', old."Id", old."TitleWords", old."TextWords", old."Tags");
            INSERT INTO "SearchIndex"(rowid, "TitleWords", "TextWords", "Tags") VALUES (new."Id", new."TitleWords", new."TextWords", new."Tags");
        END;
        """);

    protected override void Down(MigrationBuilder migration) => migration.Sql("""
        DROP TRIGGER "SearchEntries_added";
        DROP TRIGGER "SearchEntries_removed";
        DROP TRIGGER "SearchEntries_changed";
        DROP TABLE "SearchIndex";
        """);
}

[DbContext(typeof(PostgresUnderpinDb))]
[Migration(SqliteSearchMigration.Id)]
internal sealed class PostgresSearchMigration : Migration
{
    // 'simple' neither stems nor drops words: that is done (Wording), alike for both databases. Tags are taken whole, colons and all.
    protected override void Up(MigrationBuilder migration) => migration.Sql("""
        ALTER TABLE "SearchEntries" ADD COLUMN "Words" tsvector GENERATED ALWAYS AS (
            to_tsvector('simple', "TitleWords") || to_tsvector('simple', "TextWords") || array_to_tsvector(string_to_array("Tags", ' '))) STORED;
        CREATE INDEX "IX_SearchEntries_Words" ON "SearchEntries" USING gin ("Words") WITH (fastupdate = off);
        """);

    protected override void Down(MigrationBuilder migration) => migration.Sql("""
        DROP INDEX "IX_SearchEntries_Words";
        ALTER TABLE "SearchEntries" DROP COLUMN "Words";
        """);
}
