using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;

namespace Underpin.Platform.Mail;

/// <summary>
/// Hands messages to an SMTP server. SMTP itself cannot promise "once": if the connection breaks after the server took a message and before
/// it said so, the message goes again, under the same Message-ID.
/// </summary>
internal sealed class SmtpTransport(IOptions<MailOptions> mail, IOptions<SiteOptions> site) : IMailTransport
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public async Task DeliverAsync(OutboxMessage message, CancellationToken cancel)
    {
        var options = mail.Value;
        using var letter = new MailMessage(new MailAddress(options.From, site.Value.Name, Encoding.UTF8), new MailAddress(message.To))
        {
            Subject = message.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = message.Text,
            BodyEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        letter.Headers.Add("Message-ID", MessageId.Of(message, site.Value));
        using var client = new SmtpClient(options.Server, options.Port) { EnableSsl = options.Encrypt };
        if (options.User is { Length: > 0 } user) client.Credentials = new NetworkCredential(user, options.Password);
        // The client's own time-out does not hold for asynchronous sending.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        await client.SendMailAsync(letter, patience.Token);
    }
}
