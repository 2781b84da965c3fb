using System.Globalization;
using Underpin.Platform;
using Underpin.Platform.Content;

namespace Underpin.Leadership.Scenarios;

// Who, and what
internal sealed record NotASchoolLeader(string Organisation) : Refusal($"Only a school leader of {Organisation} can do this. A school administrator names school leaders under “People and roles”.");
internal sealed record NotASchoolOrTrust(string Organisation) : Refusal($"{Organisation} is neither a school nor a trust, so it has no leadership structure here.");
internal sealed record NoSuchScenario() : Refusal("We cannot find this scenario. Somebody may have erased it: load the list of scenarios again.");
internal sealed record ScenarioIsArchived(string Title) : Refusal($"“{Title}” is archived. Bring it back from the archive before you change it.");
internal sealed record TooManyScenarios(int Most) : Refusal($"There are {Most} scenarios here already. Archive one that you no longer need, then begin another.");
internal sealed record TitleMissing() : Refusal("Give the scenario a name, such as “As it is” or “Small senior team”.");
internal sealed record TitleOverlong(int Length, int Longest) : Refusal($"The name has {Length:N0} characters; there is room for {Longest:N0}. Shorten it.");
internal sealed record AboutOverlong(int Length, int Longest) : Refusal($"What it is for has {Length:N0} characters; there is room for {Longest:N0}. Shorten it.");

// Beginning
internal sealed record NoSuchTemplate() : Refusal("There is no such template. Choose one from the list.");
internal sealed record NamesRefused(string Problem) : Refusal(Problem);
/// <param name="Problems">By file and row.</param>
/// <param name="More">How many there are beyond those.</param>
internal sealed record ImportRefused(IReadOnlyList<ContentProblem> Problems, int More) : Refusal(
    $"Nothing was loaded: {Problems.Count + More:N0} {(Problems.Count + More == 1 ? "thing does" : "things do")} not fit. Mend the text below and try again.");

// Changing
/// <param name="Who">The name of the last person who changed the same thing.</param>
/// <param name="What">What they did, as the history says it.</param>
internal sealed record ChangedMeanwhile(string Who, string What) : Refusal($"{Who} changed this while you were writing: {What}. What you typed is kept below and not saved yet. Save again to use yours.");
internal sealed record DoesNotFit(IReadOnlyList<string> Problems) : Refusal(string.Join(" ", Problems));
internal sealed record NothingToUndo() : Refusal("There is nothing before this to go back to. What you want to be different, change by hand.");
internal sealed record NoSuchRevision(int Number) : Refusal($"This scenario has no version {Number}. Load the page again and choose one from the list.");
internal sealed record GoneMeanwhile(string What) : Refusal($"There is no such {What} any more. Somebody may have taken it out: load the page again.");

internal sealed record NoSuchThreshold() : Refusal("There is no such number. Load the page again and choose one from the list.");
internal sealed record ThresholdOutside(string Title, decimal Lowest, decimal Highest) : Refusal(string.Create(CultureInfo.InvariantCulture, $"{Title}: give a number from {Lowest:0.##} to {Highest:0.##}."));

// Adopting, archiving, erasing
internal sealed record AdoptionDateOutside(DateOnly Earliest, DateOnly Latest) : Refusal(
    $"Give a first day from {Earliest.InWords()} to {Latest.InWords()}.");
internal sealed record SchoolWithoutHead(string School) : Refusal($"{School} has no head’s post in this scenario. Mark one post as the head before you adopt it.");
internal sealed record DayIsTaken(string Other, DateOnly From) : Refusal(
    $"“{Other}” is adopted from {From.InWords()} already. Choose another day, or end that adoption first.");
internal sealed record NotAdopted() : Refusal("This scenario is not adopted, so there is no adoption to end. Load the page again to see how it stands.");
internal sealed record AdoptedStaysOpen(string Title) : Refusal($"“{Title}” holds now or will hold, so it cannot be archived. Adopt another in its place, or end its adoption first.");
internal sealed record AdoptedIsKept(string Title) : Refusal($"“{Title}” is adopted, and what it says of the past would go with it. End its adoption first if it must be erased.");
internal sealed record TitleTypedWrong(string Title) : Refusal($"To erase it, type its name as it stands here: {Title}");
