using Underpin.Platform;

namespace Underpin.Access;

// Accounts
internal sealed record PasswordRefused(string Why) : Refusal(Why);
internal sealed record NotTheirPassword() : Refusal("That is not your present password. Try again, or sign out and use \"I forgot my password\".");
internal sealed record CannotSignIn() : Refusal("We could not sign you in with that e-mail address and password. Check both. After 10 wrong tries an account rests for 10 minutes: if that may be why, wait, or choose a new password by e-mail.");
internal sealed record LinkIsSpent() : Refusal("This link has been used already, or has run out. Ask for a new one.");
internal sealed record AddressIsTaken() : Refusal("Another account uses this e-mail address. Choose another address.");
internal sealed record EmailIsUnconfirmed(string Who) : Refusal($"{Who} has not confirmed their e-mail address yet. They do it with the link we sent them; they can ask for a new one on their account page.");
internal sealed record PasskeyRefused() : Refusal("That passkey could not be used here. Try again, or sign in with your password.");
internal sealed record NoSuchPasskey() : Refusal("That passkey is not on your account any more.");

// Erasure
internal sealed record LastPlatformAdministrator() : Refusal("You are the only person who looks after this installation. Make someone else an administrator first.");

// Organisations and memberships
internal sealed record CodeIsTaken(string Code) : Refusal($"Another organisation has the short name \"{Code}\". Choose another.");
internal sealed record NumberIsTaken(string Number, string Holder) : Refusal($"{Holder} has the number {Number}. Check the number, or look for the organisation in the list: it may be here already.");
internal sealed record NotATrust() : Refusal("The trust you chose is not a trust here. Choose one from the list.");
internal sealed record OrganisationNeedsAKind() : Refusal("Choose at least one: school, trust, centre or awarding body.");
internal sealed record OnlySchoolsBelongToATrust() : Refusal("Only a school belongs to a trust. Choose \"school\" too, or leave the trust empty.");
internal sealed record OnlyAdministratorsAddOrganisations() : Refusal("Only those who look after this installation add organisations. Ask them to add it.");
internal sealed record RoleIsNotYoursToGive(string Role) : Refusal($"Your role here does not let you give or end the role {Role}. Ask an administrator of the organisation who can.");
internal sealed record RoleDoesNotFit(string Role, string Organisation) : Refusal($"{Organisation} is not the kind of organisation that has the role {Role}.");
internal sealed record AlreadyInvited(string Email, string Role) : Refusal($"{Email} already has an open invitation as {Role}. Withdraw that one first if it should be sent again.");
internal sealed record AlreadyHasRole(string Role) : Refusal($"You already have the role {Role} here. There is nothing left to accept.");
internal sealed record InvitationIsClosed() : Refusal("This invitation has been used, was withdrawn, or has run out. Ask the organisation to invite you again.");
internal sealed record MembershipHasEnded() : Refusal("This role has ended already. Load the page again to see how things stand.");
internal sealed record LastAdministrator(string Organisation, string Role)
    : Refusal($"{Organisation} would be left without a {Role}, and nobody could look after its people. Invite another {Role} first; when they have accepted, this role can end.");

// Line management
internal sealed record NobodyManagesThemselves(string Person) : Refusal($"{Person} can't be their own line manager. Choose someone else, or nobody.");
internal sealed record ManagersInACircle(string Person, string Manager) : Refusal($"{Person} already manages {Manager}, directly or through others, so {Manager} can't manage {Person}. Change that first.");
