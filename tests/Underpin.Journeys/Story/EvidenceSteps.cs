using Underpin.Journeys.Browser;

namespace Underpin.Journeys.Story;

/// <summary>Adding evidence of each kind, saying what it shows, and putting the unit forward.</summary>
internal static class EvidenceSteps
{
    public static async Task AddEvidenceAsync(this Person learner, string kind, string title, DateOnly workDate, Func<Task> particulars, string save, IEnumerable<string> shows)
    {
        if (await learner.HeadingAsync() != Cast.QualificationTitle) await learner.OpenPortfolioAsync();
        await learner.PressAsync("Add evidence");
        await learner.ChooseAsync(kind);
        await learner.PressAsync("Continue");
        await learner.FillAsync("Title", title);
        await learner.FillDateAsync("When was the work done?", workDate);
        await particulars();
        await learner.PressAsync(save);
        Assert.Contains("What does it show?", await learner.HeadingAsync(), StringComparison.Ordinal);
        foreach (var criterion in shows) await learner.ChooseAsync(criterion);
        await learner.PressAsync("Save");
        await learner.SeesAsync(title);
        await learner.GoToAsync(Cast.QualificationTitle);
    }

    /// <summary>A piece of each kind, which together claim every criterion of the unit; two of them wait for somebody's word.</summary>
    public static async Task AddEvidenceOfEachKindAsync(this Person learner, TheUnit unit, string otherUnitsCriterion, DateOnly workDate, string witness, string observer)
    {
        const string saveAndShow = "Save and say what it shows", saveAndAsk = "Save and ask them to confirm";
        var pdf = await Props.PdfAsync(learner);
        var photograph = await Props.PhotographAsync(learner);
        await learner.AddEvidenceAsync("A file", "Visitors and keys: my sheet for May", workDate, async () =>
        {
            await learner.AttachAsync("The file", "visitors.pdf", "application/pdf", pdf);
            await learner.FillAsync("What does the file show? (optional)", "The sheet I fill in whenever a contractor comes.");
        }, saveAndShow, unit.Labels.Take(3));
        await learner.AddEvidenceAsync("A file", "The network cupboard after I tidied it", workDate,
            () => learner.AttachAsync("The file", "cupboard.png", "image/png", photograph), saveAndShow, [unit.Labels[3]]);
        await learner.AddEvidenceAsync("Something on the web", "Our term calendar with the exam weeks", workDate, async () =>
        {
            await learner.FillAsync("Web address", "https://saltmarsh.example/calendar");
        }, saveAndShow, unit.Labels.Skip(4).Take(2));
        await learner.AddEvidenceAsync("My own account", "The morning the registers would not open", workDate,
            () => learner.FillAsync("What did you do?", "I asked the office which year groups were affected.\nThen I moved them to the paper registers while I restarted the service."),
            saveAndShow, [.. unit.Labels.Skip(6).Take(2), otherUnitsCriterion]);
        await learner.AddEvidenceAsync("The word of someone who saw my work", "Assembly in the main hall", workDate,
            () => learner.NameAsync("the witness", "Dr Helen Marsh", witness, "What did they see you do?"), saveAndAsk, unit.Labels.Skip(8).Take(3));
        await learner.AddEvidenceAsync("A record of someone observing me", "Working in a classroom during a lesson", workDate,
            () => learner.NameAsync("the observer", "Tom Ashworth", observer, "What was seen?"), saveAndAsk, unit.Labels.Skip(11));
    }

    static async Task NameAsync(this Person learner, string role, string name, string email, string question)
    {
        await learner.FillAsync($"Name of {role}", name);
        await learner.FillAsync("Their e-mail address", email);
        await learner.FillAsync("How do they know your work?", "They work beside me at Saltmarsh");
        await learner.FillAsync("Where was it? (optional)", "Saltmarsh Academy");
        await learner.FillAsync(question, "Joe arrived before the bell, asked the teacher first, and left the room as it was.");
    }

    public static async Task ConfirmStatementAsync(this Person witness, string link)
    {
        await witness.OpenAsync(link);
        await witness.PressAsync("Confirm the statement");
        await witness.SeesAsync("There is a problem");
        await witness.FillAsync("Anything to add or correct? (optional)", "He was calm, and the children hardly noticed.");
        await witness.ChooseAsync("I am the person named above, I saw this work myself, and the statement is true");
        await witness.PressAsync("Confirm the statement");
        await witness.SeesAsync("has been told");
        await witness.OpenAsync(link);
        await witness.SeesAsync("There is nothing to confirm here");
    }

    public static async Task SubmitAsync(this Person learner, TheUnit unit, string comment)
    {
        await learner.OpenGridAsync(unit);
        await learner.PressAsync("Submit this unit");
        await learner.FillAsync("Is there anything the assessor should know? (optional)", comment);
        await learner.PressAsync("Submit the unit");
        await learner.SeesAsync("There is a problem");
        Assert.Equal(comment, await learner.Main.GetByLabel("Is there anything the assessor should know? (optional)").InputValueAsync());
        await learner.ChooseAsync("The evidence is my own work, and I have named everyone who helped");
        await learner.PressAsync("Submit the unit");
        await learner.SeesAsync("has gone to the assessor");
    }
}
