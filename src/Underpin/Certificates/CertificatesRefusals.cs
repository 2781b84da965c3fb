using Underpin.Certificates.Claims;
using Underpin.Platform;

namespace Underpin.Certificates;

// Claims
internal sealed record NoSuchEnrolment() : Refusal("We cannot find this learner's enrolment. Load the list of learners again.");
internal sealed record NotTheCentresAdministrator(string Centre) : Refusal($"Only an administrator of {Centre} claims certificates for its learners. Ask one of them to claim this one.");
internal sealed record CannotClaimForYourself() : Refusal("You cannot claim a certificate for yourself. Ask another administrator of the centre to make this claim.");
internal sealed record AlreadyClaimed(string Learner) : Refusal($"A certificate has already been claimed for {Learner} on this enrolment. Open the claim in the centre's list to see how it stands.");
internal sealed record ChecksNotPassed(IReadOnlyList<ClaimCheck> Failing)
    : Refusal($"This cannot go ahead yet. {string.Join(" ", Failing.Select(c => c.Finding))}");

// Decisions
internal sealed record NoSuchClaim() : Refusal("We cannot find this claim. Load the list of claims again.");
internal sealed record NotTheAwardingOfficer(string Body) : Refusal($"Only an awarding officer of {Body} can do this. Ask one of them.");
internal sealed record OfficerIsTheLearner() : Refusal("This certificate would be your own, so the decision cannot be yours. Ask another awarding officer.");
internal sealed record OfficerBelongsToTheCentre(string Centre) : Refusal($"You belong to {Centre}, which made this claim, so the decision cannot be yours. Ask an awarding officer who has no part in the centre.");
internal sealed record ClaimIsDecided(string How) : Refusal($"This claim was {How} in the meantime. Nothing more is needed.");
internal sealed record ReasonMissing(string What) : Refusal($"Say why {What}, so that the people concerned know what to do.");
internal sealed record ReasonOverlong(int Length) : Refusal($"The reason has {Length:N0} characters; there is room for {CertificateRules.LongestReason:N0}. Shorten it.");

// Revocation
internal sealed record NoSuchCertificate() : Refusal("We cannot find this certificate. Load the register again.");
internal sealed record CertificateIsRevoked(string Number) : Refusal($"{Number} is revoked already. Nothing more is needed.");
internal sealed record OwnCertificate() : Refusal("This certificate is your own, so you cannot revoke it. Ask another awarding officer.");
