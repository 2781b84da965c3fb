using System.Globalization;
using System.Net.Mail;
using System.Text;
using Underpin.Platform;
using Underpin.Platform.Values;

namespace Underpin.Portfolios;

/// <summary>What a learner says about a piece of evidence, as typed.</summary>
internal sealed record EvidenceDraft
{
    public required EvidenceKind Kind { get; init; }
    public string? Title { get; init; }
    public required DateOnly WorkDate { get; init; }
    public string? Text { get; init; }
    public string? Url { get; init; }
    public string? PersonName { get; init; }
    public string? PersonEmail { get; init; }
    public string? Relationship { get; init; }
    public string? Place { get; init; }

    public bool NeedsStatement => Kind is EvidenceKind.Witness or EvidenceKind.Observation;

    /// <summary>Line ends made one kind, surrounding space gone, text composed (NFC).</summary>
    public EvidenceDraft Tidied() => this with
    {
        Title = Tidy(Title), Text = Tidy(Text), Url = Tidy(Url), PersonName = Tidy(PersonName), PersonEmail = Tidy(PersonEmail), Relationship = Tidy(Relationship), Place = Tidy(Place),
    };

    static string Tidy(string? text)
    {
        var trimmed = (text ?? "").ReplaceLineEndings("\n").Trim();
        return EvidenceRules.IsReadable(trimmed) ? trimmed.Normalize(NormalizationForm.FormC) : trimmed;
    }
}

internal static class EvidenceRules
{
    public const int LongestTitle = 200;
    public const int LongestText = 20_000;
    public const int LongestUrl = 2_000;
    public const int LongestLine = 200;

    static readonly DateOnly Earliest = new(1900, 1, 1);

    /// <summary>Everything that is wrong with a draft, each with the field it belongs to.</summary>
    public static IEnumerable<(string Field, Refusal Refusal)> Faults(EvidenceDraft draft, DateOnly today, string? learnersEmail)
    {
        if (string.IsNullOrEmpty(draft.Title)) yield return (nameof(draft.Title), new TitleNeeded());
        if (Line(draft.Title, "The title", LongestTitle) is { } title) yield return (nameof(draft.Title), title);
        if (draft.WorkDate > today) yield return (nameof(draft.WorkDate), new WorkDateInFuture());
        if (draft.WorkDate < Earliest) yield return (nameof(draft.WorkDate), new WorkDateTooEarly());
        if (Block(draft.Text, "The text", LongestText) is { } text) yield return (nameof(draft.Text), text);
        if (string.IsNullOrEmpty(draft.Text))
        {
            if (draft.Kind == EvidenceKind.Account) yield return (nameof(draft.Text), new AccountNeeded());
            if (draft.NeedsStatement) yield return (nameof(draft.Text), new StatementNeeded(draft.Kind == EvidenceKind.Observation));
        }

        if (draft.Kind == EvidenceKind.Link && !IsWebAddress(draft.Url)) yield return (nameof(draft.Url), new WebAddressNeeded());
        if (!draft.NeedsStatement) yield break;
        if (!PersonName.TryParse(draft.PersonName, out _, out var problem)) yield return (nameof(draft.PersonName), new PersonNeeded(problem));
        if (!IsEmail(draft.PersonEmail)) yield return (nameof(draft.PersonEmail), new EmailNeeded());
        else if (string.Equals(draft.PersonEmail, learnersEmail, StringComparison.OrdinalIgnoreCase)) yield return (nameof(draft.PersonEmail), new OwnWitness());
        if (string.IsNullOrEmpty(draft.Relationship)) yield return (nameof(draft.Relationship), new RelationshipNeeded());
        if (Line(draft.Relationship, "How they know your work", LongestLine) is { } relationship) yield return (nameof(draft.Relationship), relationship);
        if (Line(draft.Place, "The place", LongestLine) is { } place) yield return (nameof(draft.Place), place);
    }

    /// <summary>Whether a piece still is the learner's to change: nothing that somebody has relied on is edited.</summary>
    /// <param name="unitsNotWithLearner">It is mapped to a unit that is with an assessor, or accepted.</param>
    public static Refusal? CannotChange(Evidence evidence, bool unitsNotWithLearner) => evidence switch
    {
        { WithdrawnAt: not null } => new EvidenceTakenBack(),
        { SubmittedAt: not null } => new EvidenceLocked($"it was submitted on {evidence.SubmittedAt.Value.InWords()} and stays as the assessor saw it"),
        _ when unitsNotWithLearner => new EvidenceLocked("it is part of a unit that is with the assessor or accepted"),
        { Statement.ConfirmedAt: not null } => new EvidenceLocked($"{evidence.Statement.Name} confirmed it as it stands"),
        _ => null,
    };

    /// <summary>A piece can be taken back until it is submitted, even when its statement was confirmed.</summary>
    public static Refusal? CannotTakeBack(Evidence evidence, bool unitsNotWithLearner) =>
        CannotChange(evidence, unitsNotWithLearner) is { } refusal && !(evidence is { Statement.ConfirmedAt: not null, SubmittedAt: null, WithdrawnAt: null } && !unitsNotWithLearner) ? refusal : null;

    public static bool IsWebAddress(string? text) =>
        text is { Length: > 0 and <= LongestUrl } && !text.Any(char.IsWhiteSpace) && !text.Any(char.IsControl)
        && Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.Host.Length > 0 && uri.UserInfo.Length == 0;

    public static bool IsEmail(string? text) =>
        text is { Length: > 0 and <= 254 } && !text.Any(char.IsControl) && MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.');

    static Refusal? Line(string? text, string what, int most) =>
        text is not null && text.Contains('\n') ? new UnreadableText(what) : Block(text, what, most);

    static Refusal? Block(string? text, string what, int most) =>
        text is null ? null : text.Length > most ? new TextTooLong(what, most) : !IsReadable(text) ? new UnreadableText(what) : null;

    /// <summary>No control characters but line ends and tabs, no direction overrides, no half characters.</summary>
    public static bool IsReadable(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar && !text.Contains('\uFFFD')) return false;
            if (rune.Value is '\n' or '\t') continue;
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control || rune.Value is >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069) return false;
        }

        return true;
    }
}
