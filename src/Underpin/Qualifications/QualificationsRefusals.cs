using Underpin.Platform;

namespace Underpin.Qualifications;

// Centres' approvals
internal sealed record NotTheBodysOfficer(string Body) : Refusal($"Only an awarding officer of {Body} can do this. Ask one of them.");
internal sealed record NotACentre() : Refusal("Choose a centre from the list. If it is not there, ask the people who look after this installation to add it.");
internal sealed record NotThisBodysQualification(string Body) : Refusal($"Choose a qualification that {Body} awards.");
internal sealed record ApprovingOwnCentre(string Centre) : Refusal($"You belong to {Centre}, so you can't approve it. Ask another awarding officer.");
internal sealed record AlreadyApproved(string Centre, string Qualification, DateOnly From, DateOnly? Until)
    : Refusal(Until is { } last
        ? $"{Centre} is approved for {Qualification} until {last.InWords()}. A new approval begins after that day."
        : $"{Centre} is already approved for {Qualification}, from {From.InWords()}. There is nothing more to do.");

internal sealed record ApprovalBeginsOutside(DateOnly Latest) : Refusal($"The first day must be in 1900 or later, and {Latest.InWords()} or earlier");
internal sealed record ApprovalEndsOutside(DateOnly Latest) : Refusal($"The last day must be today or later, and {Latest.InWords()} or earlier");
internal sealed record ApprovalHasEnded(string Centre, DateOnly LastDay) : Refusal($"The end of {Centre}'s approval was set already: its last day is {LastDay.InWords()}.");
internal sealed record SayWhyItEnds() : Refusal("Say why the approval ends. The reason stays on record.");
internal sealed record ReasonTooLong() : Refusal($"The reason must be {CentreApprovalRules.LongestReason} characters or fewer");
internal sealed record ReasonUnreadable() : Refusal("The reason has a character that cannot be seen; type it again");
