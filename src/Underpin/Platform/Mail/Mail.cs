namespace Underpin.Platform.Mail;

internal static class Mail
{
    /// <summary>Puts a message in the outbox. It is sent only if the act that asks for it is saved.</summary>
    public static void Send(this UnderpinDb db, string to, string subject, string text, DateTimeOffset now) =>
        db.Outbox.Add(new() { To = to, Subject = subject, Text = text, CreatedAt = now, DueAt = now });
}
