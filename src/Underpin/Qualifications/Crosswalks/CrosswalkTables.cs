using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Underpin.Platform.Database;

namespace Underpin.Qualifications.Crosswalks;

internal sealed class CrosswalkTables : IEntityTypeConfiguration<Crosswalk>, IEntityTypeConfiguration<CrosswalkItem>, IEntityTypeConfiguration<CrosswalkMap>
{
    public void Configure(EntityTypeBuilder<Crosswalk> crosswalk)
    {
        // Not unique: a crosswalk is replaced in one save, in which the new one may be written before the old one goes.
        crosswalk.HasIndex(c => c.Code);
        crosswalk.Property(c => c.Sources).HasJson();
        crosswalk.HasMany(c => c.Items).WithOne().HasForeignKey(i => i.CrosswalkId);
    }

    public void Configure(EntityTypeBuilder<CrosswalkItem> item) => item.HasMany(i => i.Maps).WithOne().HasForeignKey(m => m.ItemId);

    public void Configure(EntityTypeBuilder<CrosswalkMap> map)
    {
        map.HasKey(m => new { m.ItemId, m.To });
        map.HasIndex(m => m.To);
    }
}
