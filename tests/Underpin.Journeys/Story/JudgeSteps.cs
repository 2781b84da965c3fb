using Underpin.Journeys.Browser;

namespace Underpin.Journeys.Story;

/// <summary>Judging and quality assurance at the centre.</summary>
internal static class JudgeSteps
{
    public static async Task OpenJudgePageAsync(this Person assessor, string learner)
    {
        await assessor.OpenAsync("/my-work");
        await assessor.FollowAsync("Estuary Training Centre");
        await assessor.FollowAsync("Assessing");
        await assessor.FollowAsync(learner);
    }

    /// <summary>Ticks all five questions of every criterion by mouse or finger, but leaves one of them wanting.</summary>
    public static async Task JudgeAsync(this Person assessor, TheUnit unit, string? wanting = null)
    {
        foreach (var code in unit.Codes)
        {
            var questions = assessor.Group($"The evidence is (for {code})");
            foreach (var question in await questions.GetByRole(Microsoft.Playwright.AriaRole.Checkbox).AllAsync()) await question.CheckAsync(new() { Force = true });
            if (code != wanting) continue;
            await questions.GetByLabel("Sufficient: there is enough of it").UncheckAsync(new() { Force = true });
            await assessor.FillAsync($"Feedback on {code}", "One day is not enough. Show a second, in another part of the school.");
        }
    }

    /// <summary>The same with the keys that the page names, never touching the mouse, up to and including the decision.</summary>
    public static async Task JudgeByKeyboardAsync(this Person assessor, TheUnit unit, string wanting)
    {
        var keys = assessor.Page.Keyboard;
        foreach (var code in unit.Codes)
        {
            await keys.PressAsync("j");
            Assert.StartsWith(code, await assessor.FocusAsync(), StringComparison.Ordinal);
            await keys.PressAsync("a");
        }

        for (var i = unit.Codes.Count - 1; unit.Codes[i] != wanting; i--) await keys.PressAsync("k");
        await assessor.TabToAsync("Sufficient: there is enough of it");
        await keys.PressAsync("Space");
        await keys.PressAsync("f");
        await keys.TypeAsync("One day is not enough. Just add a second day.");
        await assessor.TabToAsync("Accept the unit", atMost: 12 * unit.Codes.Count);
        await keys.PressAsync("ArrowDown");
        Assert.Equal("Refer it back", await assessor.FocusAsync());
        await assessor.TabToAsync("Record the decision");
        await assessor.KeyToPageAsync("Enter");
    }

    public static async Task DecideAsync(this Person assessor, string decision)
    {
        await assessor.ChooseAsync(decision);
        await assessor.PressAsync("Record the decision");
    }

    public static async Task AgreeWithJudgementAsync(this Person qualityAssurer, string learner)
    {
        await qualityAssurer.OpenAsync("/my-work");
        await qualityAssurer.FollowAsync("Estuary Training Centre");
        await qualityAssurer.FollowAsync("Sampling");
        await qualityAssurer.FollowAsync(learner);
        await qualityAssurer.SeesAsync("Would you have decided the same?");
        await qualityAssurer.ChooseAsync("I agree with it");
        await qualityAssurer.FillAsync("Your reasons", "The second day answers the question.");
        await qualityAssurer.PressAsync("Record the review");
        Assert.Contains("Where the risk is", await qualityAssurer.HeadingAsync(), StringComparison.Ordinal);
    }
}
