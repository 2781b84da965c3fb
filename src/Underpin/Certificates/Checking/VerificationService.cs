using Microsoft.EntityFrameworkCore;
using Underpin.Certificates.Issuing;
using Underpin.Credentials;
using Underpin.Platform;

namespace Underpin.Certificates.Checking;

/// <summary>Answers "is it real?" from the register and from the signature. Either way in one query.</summary>
internal sealed class VerificationService(UnderpinDb db, IssuerIdentity issuer, TimeProvider clock)
{
    public async Task<VerificationAnswer> ByNumberAsync(string typed, CancellationToken cancel)
    {
        if (!CertificateNumber.TryParse(typed, out var number, out string problem))
            return new(AnswerKind.Mistyped, $"{problem}.", "Look at the certificate again: 0 and O, 1 and I, and 5 and S are easily taken for each other. You can type small or capital letters, with or without the hyphens.", null,
                [new("Number", CheckOutcome.Failed, "A certificate number ends in a character that is worked out from the others; what you typed does not fit.")]);

        var found = await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.Number == number, cancel);
        if (found is null)
            return new(AnswerKind.NotFound, $"{number} is a well-formed number, but nothing was ever awarded under it here.", "Check it against the certificate. If it is the same, do not rely on the certificate: ask the holder for the credential file, or ask the awarding body named on it.", null,
                [new("Number", CheckOutcome.Passed, "The number is well formed."), new("Register", CheckOutcome.Failed, "It is not in the register.")]);

        return Answer(issuer.Verifier.Value.Verify(found.Credential, _ => found.RevokedAt is null ? StatusState.Clear : StatusState.Revoked), found,
            [new("Number", CheckOutcome.Passed, "The number is well formed."), new("Register", CheckOutcome.Passed, "It is in the register.")]);
    }

    public async Task<VerificationAnswer> ByCredentialAsync(string token, CancellationToken cancel)
    {
        var verifier = issuer.Verifier.Value;
        var first = verifier.Verify(token);
        if (first.Credential?.Status is not { } status) return Answer(first, null, []);

        var found = status.ListUrl == StatusListPublisher.AddressOf(issuer)
            ? await db.Certificates.AsNoTracking().SingleOrDefaultAsync(c => c.StatusIndex == status.Index, cancel)
            : null;
        // The place in the list alone could be somebody else's by now; the address names the certificate.
        if (found is not null && first.Credential.Id != issuer.At($"/certificates/{found.Number}").AbsoluteUri) found = null;
        if (found is null)
            return new(AnswerKind.NotInRegister, "It carries our signature, but our register has no such certificate.", "Ask the awarding body named on it before you rely on it.", null,
                [.. Lines(first), new("Register", CheckOutcome.Failed, "It is not in the register.")]);
        return Answer(verifier.Verify(token, _ => found.RevokedAt is null ? StatusState.Clear : StatusState.Revoked), found,
            [new("Register", CheckOutcome.Passed, "It is in the register.")]);
    }

    VerificationAnswer Answer(CredentialVerification result, Certificate? found, IReadOnlyList<CheckLine> before)
    {
        List<CheckLine> lines = [.. before, .. Lines(result)];
        if (found is null) return new(KindOf(result.Verdict), Why(result), Advice(KindOf(result.Verdict)), null, lines);

        var facts = FactsOf(found);
        if (result.Credential is { } signed && (signed.Holder.Name != facts.HolderName || signed.Achievement.Name != facts.QualificationTitle || signed.CertificateNumber != facts.Number))
        {
            lines.Add(new("Agreement", CheckOutcome.Failed, "The register and the signed credential do not say the same."));
            return new(AnswerKind.Changed, "The register and the signed credential do not say the same.", Advice(AnswerKind.Changed), null, lines);
        }

        var kind = KindOf(result.Verdict);
        if (kind == AnswerKind.Valid && facts.ValidUntil < clock.Today()) kind = AnswerKind.Expired;
        var why = kind switch
        {
            AnswerKind.Valid => $"{facts.AwardingBodyName} awarded it to {facts.HolderName} on {facts.AwardedOn.InWords()}. Nothing in it has been changed.",
            AnswerKind.Revoked => $"{facts.AwardingBodyName} awarded it to {facts.HolderName} on {facts.AwardedOn.InWords()} and revoked it on {facts.RevokedOn!.Value.InWords()}.",
            AnswerKind.Expired when facts.ValidUntil is { } last => $"{facts.AwardingBodyName} awarded it to {facts.HolderName} on {facts.AwardedOn.InWords()}. Its last day was {last.InWords()}.",
            _ => Why(result),
        };
        return new(kind, why, Advice(kind), result.Credential is null ? null : facts, lines);
    }

    static string Why(CredentialVerification result) => result.Verdict switch
    {
        Verdict.Unreadable => "This is no credential, or a part of it is missing.",
        Verdict.TooLarge => "A credential is a few thousand characters long. This is far longer, so we did not read it.",
        Verdict.Changed => "The signature does not fit: at least one character is not as it was when it was signed.",
        Verdict.UnknownIssuer => "It was not signed with a key of ours. Anyone can write a certificate and sign it themselves.",
        _ => result.Summary,
    };

    static string? Advice(AnswerKind kind) => kind switch
    {
        AnswerKind.Valid => null,
        AnswerKind.Unreadable => "Ask for the whole credential file, or type the number printed on the certificate.",
        AnswerKind.TooLarge => "Type the number printed on the certificate instead.",
        AnswerKind.Changed => "Do not rely on it. Ask the holder for the number, or for the file as they received it.",
        AnswerKind.UnknownIssuer => "Do not rely on it as an award of ours. If another body is named on it, ask that body.",
        AnswerKind.NotAcceptable => "Do not rely on it. Ask the holder for the number printed on the certificate.",
        AnswerKind.Revoked => "Do not rely on it. The awarding body can say more to the holder.",
        AnswerKind.Expired => "Ask the holder whether they have renewed it.",
        _ => "Look again when its first day has come.",
    };

    static AnswerKind KindOf(Verdict verdict) => verdict switch
    {
        Verdict.Valid => AnswerKind.Valid,
        Verdict.TooLarge => AnswerKind.TooLarge,
        Verdict.Changed => AnswerKind.Changed,
        Verdict.UnknownIssuer => AnswerKind.UnknownIssuer,
        Verdict.NotAcceptable => AnswerKind.NotAcceptable,
        Verdict.Revoked or Verdict.Suspended => AnswerKind.Revoked,
        Verdict.Expired => AnswerKind.Expired,
        Verdict.NotYetValid => AnswerKind.NotYetValid,
        _ => AnswerKind.Unreadable,
    };

    public static IEnumerable<CheckLine> Lines(CredentialVerification result) =>
        result.Checks.Select(c => new CheckLine(NameOf(c.Name), c.Outcome, c.Sentence));

    static string NameOf(CheckName name) => name switch
    {
        CheckName.Form => "Form",
        CheckName.Header => "Kind of signature",
        CheckName.Issuer => "Who signed it",
        CheckName.Signature => "Signature",
        CheckName.Shape => "Contents",
        CheckName.Claims => "Consistency",
        CheckName.Dates => "Dates",
        CheckName.Status => "Revocation",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    public static CertificateFacts FactsOf(Certificate certificate) => new()
    {
        Number = certificate.Number.ToString(),
        HolderName = certificate.HolderName.ToString(),
        QualificationTitle = certificate.QualificationTitle,
        QualificationCode = certificate.QualificationCode,
        QualificationType = certificate.QualificationType.ToString(),
        Level = certificate.Level.Value,
        Credit = certificate.Credit.Value,
        AwardingBodyName = certificate.AwardingBodyName,
        CentreName = certificate.CentreName,
        AwardedOn = certificate.AwardedOn,
        ValidUntil = certificate.ValidUntil,
        RevokedOn = certificate.RevokedAt?.UkDate(),
        Units = certificate.Units,
    };
}
