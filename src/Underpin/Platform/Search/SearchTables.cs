using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Underpin.Platform.Search;

/// <summary>The plain part of the search's tables; what only one database knows is made by <see cref="SqliteSearchMigration"/> and <see cref="PostgresSearchMigration"/>.</summary>
internal sealed class SearchTables : IEntityTypeConfiguration<SearchEntry>, IEntityTypeConfiguration<SearchWord>, IEntityTypeConfiguration<SearchTrigram>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.ToTable("SearchEntries").HasIndex(e => e.Source);
        entry.Property(e => e.Source).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<SearchWord> word)
    {
        word.ToTable("SearchWords").HasKey(w => w.Word);
        word.Property(w => w.Word).HasMaxLength(Wording.LongestWord);
        word.Property(w => w.Stem).HasMaxLength(Wording.LongestWord);
        word.HasIndex(w => w.Stem);
    }

    public void Configure(EntityTypeBuilder<SearchTrigram> trigram)
    {
        trigram.ToTable("SearchTrigrams").HasKey(t => new { t.Trigram, t.Word });
        trigram.Property(t => t.Trigram).HasMaxLength(3);
        trigram.Property(t => t.Word).HasMaxLength(Wording.LongestWord);
    }
}
