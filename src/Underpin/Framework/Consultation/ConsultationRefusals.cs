using Underpin.Platform;

namespace Underpin.Framework.Consultation;

// Comments
internal sealed record NotSignedIn() : Refusal("Sign in to take part in a consultation. Anyone can make an account.");
internal sealed record ConfirmYourAddress() : Refusal("Confirm your e-mail address first: open the link we sent you, or ask for a new one on your account page. Then your comment can stand.");
internal sealed record NoSuchConsultation() : Refusal("We cannot find this consultation. Look for it in the list of consultations.");
internal sealed record NotOpenForComment() : Refusal("This draft is not open for comment.");
internal sealed record ConsultationIsOver(DateOnly Ended) : Refusal($"This consultation ended on {Ended.InWords()}. Nothing can be added, and every comment stays to be read.");
internal sealed record NoSuchLineToComment() : Refusal("This draft has no such line, or has it no more. Load the page again and choose a line.");
internal sealed record CommentEmpty() : Refusal("Write your comment.");
internal sealed record CommentOverlong(int Length) : Refusal($"Your comment has {Length:N0} characters; there is room for {ConsultationRules.LongestComment:N0}. Shorten it, or make two of it.");
internal sealed record CommentUnprintable() : Refusal("There is a character in this that cannot be shown. Type it again by hand.");
internal sealed record TooManyComments() : Refusal($"You have made {ConsultationRules.CommentsAnHour} comments within an hour. Take a break and come back; what you have typed stays in the box while this page is open.");
internal sealed record NoSuchComment() : Refusal("We cannot find this comment. Load the page again.");

// Support
internal sealed record OwnComment() : Refusal("This comment is your own, so it has your support already.");
internal sealed record CommentIsHidden() : Refusal("This comment has been hidden by the editors.");
internal sealed record SupportedAlready() : Refusal("You support this comment already.");
internal sealed record NotSupported() : Refusal("You do not support this comment, so there is nothing to take back.");

// Editors
internal sealed record NotTheEditor(string Body) : Refusal($"Only a framework editor of {Body} can do this. Ask one of them.");
internal sealed record AnsweredAlready(string Editor) : Refusal($"{Editor} has answered this comment in the meantime. One answer stands.");
internal sealed record HiddenAlready() : Refusal("This comment is hidden already. Nothing more is needed.");
internal sealed record ReasonNeeded(string What) : Refusal($"Say why {What}, so that the person who wrote it understands.");
internal sealed record ReasonTooLong(int Length) : Refusal($"The reason has {Length:N0} characters; there is room for {ConsultationRules.LongestReason:N0}. Shorten it.");
internal sealed record DraftIsDone(string How) : Refusal($"This draft has been {How}. Its comments and answers stand as they are.");
