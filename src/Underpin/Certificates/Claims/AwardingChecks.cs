using Underpin.Assessment;
using Underpin.Platform;
using Underpin.Portfolios;
using Underpin.Qualifications;

namespace Underpin.Certificates.Claims;

/// <summary>
/// What the awarding body checks before it awards. Each finding says what is so or, when it fails, what to do. Findings are kept with the claim, so
/// they do not name the learner, who may be erased.
/// </summary>
internal static class AwardingChecks
{
    public static IReadOnlyList<ClaimCheck> Run(ClaimFacts facts) =>
    [
        Learner(facts),
        Enrolment(facts),
        Rule(facts),
        Settled(facts),
        Sampling(facts),
        OpenActions(facts),
        OwnWork(facts),
        Approval(facts),
        NotHeld(facts),
    ];

    static ClaimCheck Learner(ClaimFacts facts) => Check("The learner's name and account are in order",
        facts.AccountIsErased ? "The learner's account has been erased, so no certificate can be awarded to it."
        : !facts.EmailIsConfirmed ? "The learner has not confirmed their e-mail address, and the certificate is sent there. Ask them to open the link we sent, or to ask for a new one on their account page."
        : null,
        "The learner has an account with a confirmed address.");

    static ClaimCheck Enrolment(ClaimFacts facts) => Check("The enrolment is active",
        facts.Enrolment switch
        {
            EnrolmentStatus.Active => null,
            EnrolmentStatus.Completed => "This enrolment is completed: its certificate has been awarded.",
            EnrolmentStatus.Requested => "The centre has not accepted this enrolment yet. Accept it first.",
            EnrolmentStatus.Withdrawn => "The learner has withdrawn from this enrolment. They can enrol again.",
            _ => "The centre declined this enrolment.",
        },
        $"The learner is enrolled with {facts.CentreName}.");

    static ClaimCheck Rule(ClaimFacts facts)
    {
        var progress = Progress(facts);
        return Check("The achieved units meet the rule of combination",
            progress.IsMet ? null : $"The achieved units do not meet the rule yet. {string.Join(". ", progress.Missing.Select(m => m.Sentence))}.",
            $"{Counted(facts).Count} achieved units with {progress.Credit} meet the rule.");
    }

    static ClaimCheck Settled(ClaimFacts facts)
    {
        var waiting = facts.Units.Where(u => u.Latest == SubmissionStatus.Waiting).ToList();
        var unfounded = facts.Units.Where(u => u is { Stage: UnitStage.Achieved, Latest: null or SubmissionStatus.ReferredBack }).ToList();
        return Check("Every judgement is settled",
            unfounded.Count > 0 ? $"{Titles(unfounded)}: marked as achieved without a judgement that every criterion is met. Ask the assessor to look at it."
            : waiting.Count > 0 ? $"{Titles(waiting)}: still with an assessor. Wait for the decision."
            : null,
            "Each submitted unit has been decided.");
    }

    static ClaimCheck Sampling(ClaimFacts facts)
    {
        var sampled = facts.Units.Where(u => u.Latest == SubmissionStatus.Sampled).ToList();
        return Check("Sampling is done",
            sampled.Count > 0 ? $"{Titles(sampled)}: drawn for sampling and not looked at yet. Ask a quality assurer of the centre to finish." : null,
            "No judgement is waiting for a quality assurer.");
    }

    static ClaimCheck OpenActions(ClaimFacts facts)
    {
        var returned = facts.Units.Where(u => u.Latest == SubmissionStatus.Returned).ToList();
        var referred = facts.Units.Where(u => u.Latest == SubmissionStatus.ReferredBack && u.Stage != UnitStage.Achieved).ToList();
        return Check("No action is open",
            returned.Count > 0 ? $"{Titles(returned)}: returned to the assessor by a quality assurer. The assessor has to look again."
            : referred.Count > 0 ? $"{Titles(referred)}: referred back to the learner. The learner has to resubmit, or take the unit off the portfolio if it is not needed."
            : null,
            "Nobody has been asked to do anything more.");
    }

    static ClaimCheck OwnWork(ClaimFacts facts)
    {
        var own = facts.Units.Where(u => u.Assessors.Contains(facts.LearnerId) || u.QualityAssurers.Contains(facts.LearnerId)).ToList();
        var both = facts.Units.Where(u => u.Assessors.Intersect(u.QualityAssurers).Any()).ToList();
        return Check("Nobody judged their own work",
            own.Count > 0 ? $"{Titles(own)}: judged or quality assured by the learner. Another person at the centre has to judge it anew, and the awarding body has to be told."
            : both.Count > 0 ? $"{Titles(both)}: judged and quality assured by the same person. Another quality assurer has to look at it."
            : null,
            "The learner had no part in the judgements, and nobody quality assured their own.");
    }

    static ClaimCheck Approval(ClaimFacts facts)
    {
        var isApproved = facts.Approvals.Any(a => a.Covers(facts.Today));
        var whenEnrolled = facts.Approvals.Any(a => a.Covers(facts.EnrolledOn));
        var last = facts.Approvals.Where(a => a.Until < facts.Today).Select(a => a.Until).Max();
        var ended = last is { } day ? $"{facts.CentreName}'s approval for {facts.QualificationTitle} ended on {day.InWords()}" : null;
        return Check("The centre is approved",
            isApproved || whenEnrolled ? null
            : ended is not null ? $"{ended}, and the learner was not enrolled while it lasted. Ask the awarding body to renew it."
            : $"{facts.CentreName} is not approved for {facts.QualificationTitle} today. Ask the awarding body for approval.",
            isApproved ? $"{facts.CentreName} is approved for this qualification." : $"{ended}. The learner was enrolled while it lasted, and may finish.");
    }

    static ClaimCheck NotHeld(ClaimFacts facts) => Check("The learner does not hold it already",
        facts.Held is { } number ? $"The learner already holds {number} for this qualification." : null,
        "The learner holds no certificate of this qualification in force.");

    static RuleProgress Progress(ClaimFacts facts) => facts.Rule.Evaluate([.. Achieved(facts)]);

    /// <summary>The achieved units that count towards the rule, in its order: those that the certificate lists.</summary>
    public static IReadOnlyList<string> Counted(ClaimFacts facts) => [.. Progress(facts).Groups.SelectMany(g => g.Counted)];

    static IEnumerable<string> Achieved(ClaimFacts facts) => facts.Units.Where(u => u.Stage == UnitStage.Achieved && u.IsSettled).Select(u => u.Code);

    static string Titles(List<ClaimedUnit> units) => string.Join(", ", units.Select(u => u.Title));

    static ClaimCheck Check(string title, string? problem, string finding) => new(title, problem is null, problem ?? finding);
}
