namespace Underpin.Platform.Mail;

/// <summary>An edge: takes a message out of the house. Delivering the same message again must be told for what it is by its Message-ID.</summary>
internal interface IMailTransport
{
    Task DeliverAsync(OutboxMessage message, CancellationToken cancel);
}
