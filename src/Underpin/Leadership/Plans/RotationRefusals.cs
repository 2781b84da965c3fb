using Underpin.Platform;

namespace Underpin.Leadership.Plans;

internal sealed record NothingStated() : Refusal("Nothing is stated yet. Say who and what takes part, then plan.");
internal sealed record ConditionsDoNotFit(IReadOnlyList<string> Problems) : Refusal(string.Join(" ", Problems));
/// <param name="Who">The name of whoever changed them last.</param>
internal sealed record ConditionsChangedMeanwhile(string Who) : Refusal($"{Who} changed the conditions while you were writing. What you typed is kept below and not saved yet. Save again to use yours.");
internal sealed record StillLooking() : Refusal("A plan is being looked for at this moment. Wait until it is found, or stop the search and keep the best plan so far.");
internal sealed record NotLooking() : Refusal("No search is going on, so there is nothing to stop. Load the page again to see what was found.");
internal sealed record NoPlanYet() : Refusal("There is no plan yet. Plan first, then adopt.");
internal sealed record NoSuchAlternative() : Refusal("There is no such plan any more. Somebody may have planned again: load the page and choose from what it shows.");
internal sealed record ScenarioMovedOn() : Refusal("The scenario has changed since this was planned: people, or who answers for what. Plan again, look at the result, then adopt it.");
