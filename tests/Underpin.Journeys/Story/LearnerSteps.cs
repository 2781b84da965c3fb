using Underpin.Journeys.Browser;

namespace Underpin.Journeys.Story;

/// <summary>From the qualification to a portfolio with its units chosen.</summary>
internal static class LearnerSteps
{
    public static async Task SayWhereIWorkAsync(this Person learner, DateOnly since)
    {
        await learner.OpenAsync("/work");
        await learner.FillAsync("Find your school", "Saltmarsh");
        await learner.PressAsync("Find my school");
        await learner.FollowAsync("Saltmarsh Academy");
        await learner.FillAsync("Your job title", "Apprentice IT technician");
        await learner.FillDateAsync("When did you start?", since);
        await learner.PressAsync("I work here");
        await learner.SeesAsync("Waiting for the school");
    }

    public static async Task EnrolAsync(this Person learner)
    {
        await learner.OpenAsync("/qualifications");
        await learner.FollowAsync(Cast.QualificationTitle);
        await learner.PressAsync("Enrol");
        await learner.PressAsync("Start");
        await learner.PressAsync("Continue");
        await learner.SeesAsync("There is a problem");
        await learner.ChooseAsync("Estuary Training Centre");
        await learner.PressAsync("Continue");
        await learner.ChooseAsync("Saltmarsh Academy");
        await learner.PressAsync("Continue");
        await learner.SeesAsync("Check your answers");
        await learner.PressAsync("Ask for a place");
        await learner.SeesAsync("Estuary Training Centre has your request");
    }

    public static async Task ChooseUnitsAsync(this Person learner)
    {
        await learner.OpenPortfolioAsync();
        await learner.FollowAsync("Choose optional units");
        await learner.SeesAsync("Not yet: these units do not make the qualification.");
        await learner.ChooseAsync("Support users in a school");
        await learner.HearAsync("Not yet: these units do not make the qualification.");
        await learner.ChooseAsync("Keep a true register of equipment");
        await learner.HearAsync("Yes: these units make the qualification.");
        await learner.PressAsync("Save my units");
        await learner.SeesAsync("Keep a true register of equipment");
    }

    public static async Task OpenPortfolioAsync(this Person learner)
    {
        await learner.OpenAsync("/portfolio");
        await learner.FollowAsync(Cast.QualificationTitle);
    }

    public static async Task OpenGridAsync(this Person learner, TheUnit unit)
    {
        await learner.OpenPortfolioAsync();
        await learner.FollowAsync(unit.Title);
    }

    /// <summary>What the rule says of the units ticked so far: by itself, or when asked where no script runs.</summary>
    static async Task HearAsync(this Person learner, string answer)
    {
        if (!learner.HasScripts) await learner.PressAsync("Check my choice");
        await learner.SeesAsync(answer);
        if (learner.HasScripts) await learner.LookAgainAsync();
    }
}
