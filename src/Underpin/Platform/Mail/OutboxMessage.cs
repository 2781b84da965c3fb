using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Underpin.Platform.Mail;

/// <summary>A message to send, written in the transaction of the act that asks for it.</summary>
internal sealed class OutboxMessage
{
    /// <summary>Also the message's Message-ID, so that a second delivery after a crash can be told for what it is.</summary>
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required string To { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>Not before this moment; pushed back after a failure, and while a node is sending it.</summary>
    public required DateTimeOffset DueAt { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public int Attempts { get; set; }
    public string? LastError { get; set; }
}

internal sealed class MailTables : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> message) =>
        message.ToTable("Outbox").HasIndex(m => m.DueAt).HasFilter("\"SentAt\" IS NULL");
}
