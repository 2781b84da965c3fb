using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Underpin.Framework.Newcomers;
using Underpin.Platform.Database;

namespace Underpin.Framework;

internal sealed class FrameworkTables : IEntityTypeConfiguration<PublishedFramework>, IEntityTypeConfiguration<Area>, IEntityTypeConfiguration<Competence>, IEntityTypeConfiguration<RoleProfile>,
    IEntityTypeConfiguration<NewcomersPage>
{
    public void Configure(EntityTypeBuilder<PublishedFramework> framework)
    {
        framework.HasIndex(f => new { f.Code, f.Version }).IsUnique();
        framework.Property(f => f.Levels).HasJson();
        framework.Property(f => f.Sources).HasJson();
    }

    public void Configure(EntityTypeBuilder<Area> area)
    {
        area.HasOne<PublishedFramework>().WithMany().HasForeignKey(a => a.FrameworkId);
        area.HasIndex(a => new { a.FrameworkId, a.Code }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Competence> competence)
    {
        competence.HasOne<Area>().WithMany().HasForeignKey(c => c.AreaId);
        competence.HasIndex(c => new { c.FrameworkId, c.Code }).IsUnique();
        competence.HasIndex(c => c.Code);
        competence.Property(c => c.Levels).HasJson();
        competence.Property(c => c.Replaces).HasJson();
    }

    public void Configure(EntityTypeBuilder<RoleProfile> role)
    {
        role.ToTable("RoleProfiles").HasOne<PublishedFramework>().WithMany().HasForeignKey(r => r.FrameworkId);
        role.HasIndex(r => new { r.FrameworkId, r.Code }).IsUnique();
        role.Property(r => r.Duties).HasJson();
        role.Property(r => r.Competences).HasJson();
        role.Property(r => r.Qualifications).HasJson();
        role.Property(r => r.LeadsTo).HasJson();
        role.Property(r => r.Sources).HasJson();
    }

    public void Configure(EntityTypeBuilder<NewcomersPage> page) => page.Property(p => p.Content).HasJson();
}
