using System.Net.Mail;

namespace Underpin.Platform.Mail;

internal static class Mail
{
    /// <summary>Puts a message in the outbox. It is sent only if the act that asks for it is saved.</summary>
    /// <exception cref="ArgumentException">The address is not one plain address, or the subject has more than one line.</exception>
    public static void Send(this UnderpinDb db, string to, string subject, string text, DateTimeOffset now)
    {
        // A line end in a header would let whoever typed it write headers of their own.
        if (to.Any(char.IsControl) || !MailAddress.TryCreate(to, out var address) || address.Address != to)
            throw new ArgumentException("A message goes to one plain e-mail address.", nameof(to));
        if (subject.Any(char.IsControl)) throw new ArgumentException("The subject of a message is one line without control characters.", nameof(subject));
        db.Outbox.Add(new() { To = to, Subject = subject, Text = text, CreatedAt = now, DueAt = now });
    }
}
