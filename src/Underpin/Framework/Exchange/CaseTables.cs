using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Underpin.Framework.Exchange;

internal sealed class CaseTables : IEntityTypeConfiguration<CaseDocument>, IEntityTypeConfiguration<CaseItem>, IEntityTypeConfiguration<CaseAssociation>, IEntityTypeConfiguration<CaseDefinition>
{
    public void Configure(EntityTypeBuilder<CaseDocument> document)
    {
        document.ToTable("CaseDocuments").Property(d => d.Id).ValueGeneratedNever();
        document.HasIndex(d => new { d.OwnCode, d.OwnVersion }).IsUnique();
        document.Ignore(d => d.IsOwn);
    }

    public void Configure(EntityTypeBuilder<CaseItem> item)
    {
        item.ToTable("CaseItems").Property(i => i.Id).ValueGeneratedNever();
        item.HasOne<CaseDocument>().WithMany().HasForeignKey(i => i.DocumentId).OnDelete(DeleteBehavior.Cascade);
        item.HasIndex(i => new { i.DocumentId, i.Order }).IsUnique();
        item.HasIndex(i => new { i.DocumentId, i.ParentId, i.Sequence, i.Order });
    }

    public void Configure(EntityTypeBuilder<CaseAssociation> association)
    {
        association.ToTable("CaseAssociations").Property(a => a.Id).ValueGeneratedNever();
        association.HasOne<CaseDocument>().WithMany().HasForeignKey(a => a.DocumentId).OnDelete(DeleteBehavior.Cascade);
        association.HasIndex(a => new { a.DocumentId, a.Order }).IsUnique();
        association.HasIndex(a => a.OriginId);
        association.HasIndex(a => a.DestinationId);
        association.Property(a => a.AssociationType).HasMaxLength(200);
    }

    public void Configure(EntityTypeBuilder<CaseDefinition> definition)
    {
        definition.ToTable("CaseDefinitions").HasKey(d => new { d.DocumentId, d.Kind, d.Id });
        definition.HasOne<CaseDocument>().WithMany().HasForeignKey(d => d.DocumentId).OnDelete(DeleteBehavior.Cascade);
        definition.HasIndex(d => d.Id);
    }
}
