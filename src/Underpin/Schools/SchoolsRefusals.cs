using Underpin.Platform;

namespace Underpin.Schools;

internal sealed record NotASchool() : Refusal("Choose a school or trust from the list. If yours is not there, ask the people who look after this installation to add it.");
internal sealed record JobTitleNeeded() : Refusal("Enter your job title, as your school calls it");
internal sealed record JobTitleTooLong() : Refusal($"The job title must be {EmploymentRules.LongestJobTitle} characters or fewer");
internal sealed record JobTitleUnreadable() : Refusal("The job title has a character that cannot be seen; type it again");
internal sealed record StartOutside() : Refusal("The date you started must be today or earlier, and not before 1900");
internal sealed record WorksThereAlready(string School) : Refusal($"You have already said that you work at {School}. There is nothing more to do.");
internal sealed record NotTheSchoolsAdministrator(string School) : Refusal($"Only a school administrator of {School} can do this. Ask one of them.");
internal sealed record OnlyStaffAreEmployed() : Refusal("This is not an employment. Roles are ended on the people page.");
internal sealed record EmploymentHasEnded(string Person) : Refusal($"{Person}'s employment here has ended already. Load the page again to see how things stand.");
internal sealed record NotYourOwnConfirmation() : Refusal("You can't confirm your own employment. Ask another school administrator.");
internal sealed record ManagerIsElsewhere(string School) : Refusal($"A line manager is confirmed staff of {School} or of its trust. Confirm that person first, or choose someone else.");

internal sealed record LastDayOutside(DateOnly From) : Refusal($"The last day must be {From.InWords()}, the first day, or later, and not in the future");
