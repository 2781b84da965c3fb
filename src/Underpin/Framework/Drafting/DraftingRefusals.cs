using Underpin.Platform;

namespace Underpin.Framework.Drafting;

// Drafts
internal sealed record NotAFrameworkEditor(string Body) : Refusal($"Only a framework editor of {Body} can do this. Ask one of them.");
internal sealed record NoSuchEdition() : Refusal("We cannot find this edition. Load the page again and choose one from the list.");
internal sealed record NotYourFramework(string Body) : Refusal($"This framework is {Body}’s, so only its framework editors can begin a draft of it.");
internal sealed record DraftAlreadyBegun(string Title, Guid Draft) : Refusal($"A draft of this framework is open already: “{Title}”. Publish or abandon it first, or work on it.");
internal sealed record VersionNotLater(string Latest, string Next) : Refusal($"The new edition needs a version later than {Latest}, such as {Next}.");
internal sealed record NotAVersion(string Next) : Refusal($"A version is a year and a number, such as {Next}.");
internal sealed record NoSuchDraft() : Refusal("We cannot find this draft. Load the list of drafts again.");
internal sealed record DraftIsSettled(string How) : Refusal($"This draft has been {How}. Nothing more can be changed in it.");
internal sealed record TextIsOut(DateOnly Until) : Refusal(
    $"The text is out for comment until {Until.InWords()}, and people comment on what they read. Change it after that day, or close the consultation first.");
internal sealed record WordsMissing(string What) : Refusal($"Write {What}.");
internal sealed record WordsOverlong(string What, int Length, int Longest) : Refusal($"There is room for {Longest:N0} characters in {What}, and this has {Length:N0}. Shorten it.");

// Lines
internal sealed record NoSuchLine() : Refusal("This draft has no such line. Somebody may have taken it out: load the page again.");
internal sealed record LineEmpty() : Refusal("Write what this line should say, or undo your change.");
internal sealed record LineOverlong(int Length, int Longest) : Refusal($"This has {Length:N0} characters; there is room for {Longest:N0}. Shorten it.");
internal sealed record LineUnprintable() : Refusal("There is a character in this that cannot be shown. Type it again by hand.");
internal sealed record NotALevel(int Levels) : Refusal($"Give the number of a level, 1 to {Levels}.");
internal sealed record NotCodes() : Refusal("Give codes of competences with commas between them, such as SUP-1, SUP-4.");
internal sealed record ChangedMeanwhile(string Theirs) : Refusal("Somebody else changed this line while you were writing. What it says now stands above the box; yours is in the box, and is not saved yet. Save again to use yours.");
internal sealed record TakenOutMeanwhile() : Refusal("Somebody else took this line out while you were writing. Bring it back first (it stands under “Taken out”), then save yours.");

// Additions and removals
internal sealed record NoSuchArea(string Code) : Refusal($"There is no area {Code} in this draft. Choose one from the list.");
internal sealed record AreaCodeWrong() : Refusal("The code of an area is three capital letters, such as SUP.");
internal sealed record CodeWasUsed(string Code) : Refusal($"{Code} is or was the code of another area. A code is never given twice: choose another.");
internal sealed record NoSuchCompetence(string Code) : Refusal($"There is no competence {Code} in this draft. Choose one from the list.");
internal sealed record AreaIsFull(string Code) : Refusal($"Area {Code} has used all its codes up to {Code}-99. Add the competence to another area.");
internal sealed record NoLevelDescribed() : Refusal("Say what a person does at one level at least.");
internal sealed record NoSuchRole() : Refusal("There is no such role in this draft. Choose one from the list.");
internal sealed record AskedAlready(string Role, string Code) : Refusal($"{Role} asks for {Code} already. Change the level there instead.");
internal sealed record LevelDescribedAlready(string Code, int Level) : Refusal($"{Code} says already what a person does at level {Level}. Change that line instead.");
internal sealed record OwnSuccessor(string Code) : Refusal($"{Code} cannot take over from itself. Choose another competence, or say that nothing takes it over.");
internal sealed record LineIsNeeded() : Refusal("The edition cannot do without this line. Change what it says instead.");
internal sealed record LastOfItsKind(string What) : Refusal($"This is the last {What} here, and one is needed. Add another before you take it out.");

// Consultation and publication
internal sealed record ConsultationDateOutside(DateOnly Earliest, DateOnly Latest) : Refusal(
    $"The last day must be from {Earliest.InWords()} to {Latest.InWords()}: people need time to answer, and an end to wait for.");
internal sealed record ConsultationIsOpen(DateOnly Until) : Refusal($"The consultation is open already, until {Until.InWords()}.");
internal sealed record NoConsultationOpen() : Refusal("No consultation is open on this draft, so there is none to close.");
internal sealed record NothingToConsultOn() : Refusal("Nothing differs from the current edition yet, so there is nothing to comment on. Change a line first.");
internal sealed record NotReadyToPublish(IReadOnlyList<PublishCheck> Failing) : Refusal($"This cannot be published yet. {string.Join(" ", Failing.Select(c => c.Finding))}");
