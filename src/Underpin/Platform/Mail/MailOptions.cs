namespace Underpin.Platform.Mail;

/// <summary>How mail leaves. Read from the setting <c>Mail</c>; without a server, each message is a file in <c>data/mail</c>.</summary>
internal sealed record MailOptions
{
    public string From { get; init; } = "no-reply@underpin.invalid";
    public string? Server { get; init; }
    public int Port { get; init; } = 587;
    /// <summary>STARTTLS. Turn off only for a server on the same machine.</summary>
    public bool Encrypt { get; init; } = true;
    public string? User { get; init; }
    public string? Password { get; init; }
}
