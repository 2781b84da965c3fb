using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Underpin.Leadership.Scenarios;
using Underpin.Platform.Database;

namespace Underpin.Leadership.Plans;

internal sealed class RotationTables : IEntityTypeConfiguration<RotationPlanRecord>
{
    public void Configure(EntityTypeBuilder<RotationPlanRecord> rotation)
    {
        rotation.ToTable("LeadershipRotations");
        rotation.HasOne<LeadershipScenario>().WithMany().HasForeignKey(r => r.ScenarioId).OnDelete(DeleteBehavior.Cascade);
        rotation.HasIndex(r => r.ScenarioId).IsUnique();
        rotation.HasIndex(r => new { r.State, r.ChangedAt });
        rotation.Property(r => r.Problem).HasJson();
        rotation.Property(r => r.Findings).HasJson();
        rotation.Property(r => r.Adopted).HasJson();
        rotation.Ignore(r => r.IsLooking);
    }
}
