using Underpin.Platform;

namespace Underpin.Portfolios;

// Enrolment
internal sealed record NotYourPortfolio() : Refusal("Only the learner can do this. Sign in as the person whose portfolio it is.");
internal sealed record QualificationNotOffered() : Refusal("This version of the qualification is not open to new learners. Look on the qualifications page for the current one.");
internal sealed record ApprovalHasGone(string Qualification) : Refusal($"Your centre is not approved for {Qualification} today, so it can't take new learners for it. Ask the awarding body, or decline and say where else to go.");
internal sealed record CentreNotApproved(string Centre) : Refusal($"{Centre} is not approved for this qualification today. Choose one of the centres in the list.");
internal sealed record AlreadyEnrolled(Guid Enrolment) : Refusal("You are already enrolled on this qualification, or have asked for a place. You will find it under “My portfolios”.");
internal sealed record NotYourEmployer() : Refusal("We have no record that you work there. Say where you work first, or choose “Not now”.");
internal sealed record NotThisCentresAdministrator(string Centre) : Refusal($"Only a centre administrator of {Centre} can answer this. Ask one of them.");
internal sealed record OwnEnrolment() : Refusal("You can't answer your own request. Ask another administrator of the centre.");
internal sealed record AlreadyAnswered(EnrolmentStatus Status) : Refusal($"This request no longer waits for an answer: it {PortfolioWords.Became(Status)}.");
internal sealed record NotAnAssessorHere(string Centre) : Refusal($"That person is not an assessor of {Centre} today. Choose someone from the list, or leave it open.");
internal sealed record AssessesThemselves(string Assessor) : Refusal($"{Assessor} can't assess their own work. Choose another assessor.");
internal sealed record AssessesWhomTheyManage(string Assessor, string Learner) : Refusal($"{Assessor} manages {Learner} at work, so {Assessor} can't be {Learner}'s assessor. Choose another assessor.");
internal sealed record SayWhy(string What) : Refusal(What);
internal sealed record EnrolmentClosed(EnrolmentStatus Status) : Refusal($"Nothing can be changed here: this enrolment {PortfolioWords.Became(Status)}.");
internal sealed record NotAcceptedYet(string Centre) : Refusal($"{Centre} has not accepted your enrolment yet. You can do this as soon as they have; we will write to you.");
internal sealed record UnitNotOptional() : Refusal("One of those units is not an optional unit of this qualification. Load the page again and choose from its list.");
internal sealed record UnitHasEvidence(string Unit, int Pieces) : Refusal($"{Unit} has {PortfolioWords.Count(Pieces, "piece", "pieces")} of evidence mapped to it, so it stays on your portfolio. To leave it out, first take the ticks off in its grid. The evidence itself is kept.");
internal sealed record UnitWasSubmitted(string Unit) : Refusal($"{Unit} has already been to an assessor, so it stays on your portfolio.");

// Evidence
internal sealed record TitleNeeded() : Refusal("Give the evidence a title, so that you and your assessor can tell it apart");
internal sealed record TextTooLong(string What, int Most) : Refusal($"{What} must be {Most:N0} characters or fewer");
internal sealed record UnreadableText(string What) : Refusal($"{What} has a character that cannot be shown. Type it again without it");
internal sealed record WorkDateInFuture() : Refusal("The date of the work must be today or earlier");
internal sealed record WorkDateTooEarly() : Refusal("The date of the work must be 1 January 1900 or later");
internal sealed record AccountNeeded() : Refusal("Write what you did, how, and why you did it that way");
internal sealed record StatementNeeded(bool Observed) : Refusal(Observed ? "Write what was seen, so that the observer can confirm it" : "Write what the witness saw you do, so that they can confirm it");
internal sealed record WebAddressNeeded() : Refusal("Enter a full web address that begins with https:// or http://, like https://example.org/page");
internal sealed record FileNeeded() : Refusal("Choose a file");
internal sealed record PersonNeeded(string Problem) : Refusal(Problem);
internal sealed record EmailNeeded() : Refusal("Enter their e-mail address, like name@example.org. The link to confirm goes there");
internal sealed record RelationshipNeeded() : Refusal("Say how they know your work, for example “Head of Science, whose rooms these are”");
internal sealed record OwnWitness() : Refusal("You can't be your own witness. Give the e-mail address of the person who saw the work");
internal sealed record EvidenceLocked(string Because) : Refusal($"This piece can't be changed: {Because}. Add a new piece of evidence beside it.");
internal sealed record EvidenceTakenBack() : Refusal("This piece was taken back, so nothing can be done with it. Add a new one.");
internal sealed record CriterionNotYours() : Refusal("One of those criteria belongs to a unit that is not on your portfolio. Load the page again and choose from its list.");
internal sealed record UnitWithAssessor(string Unit) : Refusal($"{Unit} is with the assessor or already accepted, so what is mapped to it stays as it is. If it comes back to you, you can map again.");
internal sealed record EvidenceNotYours() : Refusal("One of those pieces of evidence is not in this portfolio. Load the page again.");

// Statements
internal sealed record LinkUnknown() : Refusal("This link is not one of ours, or it is incomplete. Open it again from the e-mail; if it spans two lines, copy all of it.");
internal sealed record LinkUsed() : Refusal("This link has been used, or a newer one was sent. Look for the latest e-mail; if you already answered, nothing more is needed.");
internal sealed record LinkExpired() : Refusal("This link has expired: links work for 30 days. Ask the learner to send you a new one.");
internal sealed record StatementTakenBack() : Refusal("The learner has taken this statement back. You need do nothing.");
internal sealed record OwnStatement() : Refusal("This is a statement about your own work, so somebody else has to confirm it. Sign out and leave the link to the person it was sent to.");
internal sealed record NotDeclared() : Refusal("Tick the box to say that this is you and that the statement is true, or choose not to confirm it");
internal sealed record StatementChanged() : Refusal("The learner changed the statement after you opened it. Read it again below, then confirm it if it is true.");
internal sealed record NoStatementToSend() : Refusal("There is nothing to confirm here: it was confirmed, or it needs nobody's word.");
internal sealed record SentJustNow(string Name) : Refusal($"We wrote to {Name} less than ten minutes ago. Give the e-mail time to arrive, and ask them to look among unwanted mail.");
