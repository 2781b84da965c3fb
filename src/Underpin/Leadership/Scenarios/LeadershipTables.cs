using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Underpin.Access;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Scenarios;

internal sealed class LeadershipTables : IEntityTypeConfiguration<LeadershipScenario>, IEntityTypeConfiguration<ScenarioRevision>
{
    public void Configure(EntityTypeBuilder<LeadershipScenario> scenario)
    {
        scenario.HasOne<Organisation>().WithMany().HasForeignKey(s => s.OrganisationId).OnDelete(DeleteBehavior.Restrict);
        scenario.HasIndex(s => s.OrganisationId);
        // Two adopted from the same day: nobody could say which of them holds.
        scenario.HasIndex(s => new { s.OrganisationId, s.AdoptedFrom }).IsUnique().HasFilter("\"AdoptedFrom\" IS NOT NULL");
        scenario.Property(s => s.Title).HasMaxLength(LeadershipRules.LongestTitle);
        scenario.Property(s => s.About).HasMaxLength(LeadershipRules.LongestAbout);
        Keep(scenario.Property(s => s.Document));
    }

    public void Configure(EntityTypeBuilder<ScenarioRevision> revision)
    {
        // Whoever erases a scenario erases the names in it, whatever revision they stand in.
        revision.HasOne<LeadershipScenario>().WithMany().HasForeignKey(r => r.ScenarioId).OnDelete(DeleteBehavior.Cascade);
        revision.HasIndex(r => new { r.ScenarioId, r.Number }).IsUnique();
        revision.Property(r => r.What).HasMaxLength(LeadershipRules.LongestWhat);
        Keep(revision.Property(r => r.Document));
    }

    // A structure is never changed in place, so the same object is the same value.
    static void Keep(PropertyBuilder<SchoolStructure> document) => document.HasConversion(
        structure => StructureJson.Write(structure),
        stored => StructureJson.Read(stored),
        new ValueComparer<SchoolStructure>((a, b) => ReferenceEquals(a, b), structure => RuntimeHelpers.GetHashCode(structure), structure => structure));
}
