using System.Globalization;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;

namespace Underpin.Platform.Mail;

/// <summary>
/// Writes each message to <c>data/mail</c> under its own id, so that a message written again after a crash is the same file. The
/// body is left as it is typed: links can be read and followed from the file.
/// </summary>
internal sealed class FolderTransport(Home home, IOptions<MailOptions> mail, IOptions<SiteOptions> site) : IMailTransport
{
    public string Folder => Path.Combine(home.Data, "mail");

    public async Task DeliverAsync(OutboxMessage message, CancellationToken cancel)
    {
        Directory.CreateDirectory(Folder);
        var path = Path.Combine(Folder, $"{message.Id:D}.eml");
        var part = $"{path}.{Guid.NewGuid():N}.part";
        await File.WriteAllTextAsync(part, Write(message), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancel);
        File.Move(part, path, overwrite: true);
    }

    string Write(OutboxMessage message) => string.Join("\r\n",
        $"From: {Encoded(site.Value.Name)} <{new MailAddress(mail.Value.From).Address}>",
        $"To: {message.To}",
        $"Subject: {Encoded(message.Subject)}",
        $"Date: {message.CreatedAt.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss", CultureInfo.InvariantCulture)} +0000",
        $"Message-ID: {MessageId.Of(message, site.Value)}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: 8bit",
        "",
        message.Text.ReplaceLineEndings("\r\n"),
        "");

    // RFC 2047: one encoded word has at most 75 characters, so longer text becomes several, cut between characters.
    static string Encoded(string text)
    {
        if (Ascii.IsValid(text)) return text;
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
        {
            if (Encoding.UTF8.GetByteCount(word.ToString()) + rune.Utf8SequenceLength > 45) Flush();
            word.Append(rune);
        }

        Flush();
        return string.Join("\r\n ", words);

        void Flush()
        {
            words.Add($"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(word.ToString()))}?=");
            word.Clear();
        }
    }
}

internal static class MessageId
{
    /// <summary>The same for every delivery of one message, so that a receiver can drop the second.</summary>
    public static string Of(OutboxMessage message, SiteOptions site) => $"<{message.Id:N}@{site.PublicAddress.IdnHost}>";
}
