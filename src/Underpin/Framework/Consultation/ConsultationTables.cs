using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Underpin.Access;
using Underpin.Framework.Content;
using Underpin.Framework.Drafting;

namespace Underpin.Framework.Consultation;

internal sealed class ConsultationTables : IEntityTypeConfiguration<DraftComment>, IEntityTypeConfiguration<CommentSupport>, IEntityTypeConfiguration<CommentReply>
{
    public void Configure(EntityTypeBuilder<DraftComment> comment)
    {
        comment.HasOne<Draft>().WithMany().HasForeignKey(c => c.DraftId).OnDelete(DeleteBehavior.Restrict);
        comment.HasOne<Account>().WithMany().HasForeignKey(c => c.AuthorId).OnDelete(DeleteBehavior.Restrict);
        comment.HasIndex(c => new { c.DraftId, c.Path });
        comment.HasIndex(c => new { c.AuthorId, c.At });
        comment.Property(c => c.Path).HasMaxLength(LinePath.LongestPath);
    }

    public void Configure(EntityTypeBuilder<CommentSupport> support)
    {
        support.HasOne<DraftComment>().WithMany().HasForeignKey(s => s.CommentId).OnDelete(DeleteBehavior.Restrict);
        support.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId).OnDelete(DeleteBehavior.Restrict);
        support.HasIndex(s => new { s.CommentId, s.AccountId }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<CommentReply> reply)
    {
        reply.HasOne<DraftComment>().WithMany().HasForeignKey(r => r.CommentId).OnDelete(DeleteBehavior.Restrict);
        reply.HasOne<Account>().WithMany().HasForeignKey(r => r.EditorId).OnDelete(DeleteBehavior.Restrict);
        reply.HasIndex(r => r.CommentId).IsUnique();
    }
}
