using System.Diagnostics.CodeAnalysis;
using Underpin.Platform.Mail;

namespace Underpin.Access;

/// <summary>
/// An address that a message can be sent to: up to <see cref="MaximumLength"/> visible ASCII characters, one @, a name before it
/// and a domain with a dot after it. Kept as typed, without the spaces around it; two addresses are equal whatever their
/// capitals. Whether anybody reads what arrives there only a message can show. The default value is empty and never valid.
/// </summary>
internal readonly record struct EmailAddress : IParsable<EmailAddress>
{
    /// <summary>RFC 5321, 4.5.3.1.3: a path has 256 octets, two of them the angle brackets.</summary>
    public const int MaximumLength = 254;

    readonly string? _text;

    EmailAddress(string text) => _text = text;

    public override string ToString() => _text ?? "";

    /// <summary>The one form by which addresses are compared, here and in the database: in small letters. All letters are ASCII, so that every database folds them alike.</summary>
    public string Normal => ToString().ToLowerInvariant();

    public bool Equals(EmailAddress other) => Normal == other.Normal;

    public override int GetHashCode() => Normal.GetHashCode(StringComparison.Ordinal);

    /// <summary>Reads an address, and says in words why the text cannot be one.</summary>
    public static bool TryParse(string? text, out EmailAddress address, out string problem)
    {
        address = default;
        problem = "";
        var typed = (text ?? "").Trim();
        if (typed.Length == 0) problem = "Enter an e-mail address";
        else if (typed.Length > MaximumLength) problem = $"An e-mail address has at most {MaximumLength} characters";
        else if (typed.Any(c => c is <= ' ' or > '~' or '<' or '>' or '"' or ',' or ';' or '\\' or '(' or ')')) problem = "The e-mail address has a character that we cannot send to, such as a space, an accent or a comma";
        else if (!HasShape(typed)) problem = "Enter an e-mail address, like name@example.org";
        else address = new(typed);
        return problem.Length == 0;
    }

    static bool HasShape(string typed) =>
        typed.Split('@') is [{ Length: > 0 and <= 64 }, { Length: > 3 } domain] &&
        domain.Contains('.') && domain.Split('.').All(part => part.Length is > 0 and <= 63 && part.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'));

    /// <exception cref="FormatException">The text is no address; the message says why.</exception>
    public static EmailAddress Parse(string text, IFormatProvider? provider = null) =>
        TryParse(text, out var address, out var problem) ? address : throw new FormatException(problem);

    public static bool TryParse([NotNullWhen(true)] string? text, IFormatProvider? provider, out EmailAddress result) => TryParse(text, out result, out _);
}

internal static class ByAddress
{
    /// <summary>Links that were sent to an address, however it was typed.</summary>
    public static IQueryable<OneTimeLink> SentTo(this IQueryable<OneTimeLink> links, EmailAddress address)
    {
        var normal = address.Normal;
        return links.Where(l => l.Email!.ToLower() == normal);
    }

    /// <summary>Messages to an address, however it was typed.</summary>
    public static IQueryable<OutboxMessage> SentTo(this IQueryable<OutboxMessage> messages, EmailAddress address)
    {
        var normal = address.Normal;
        return messages.Where(m => m.To.ToLower() == normal);
    }
}
