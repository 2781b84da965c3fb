using System.Text.RegularExpressions;
using Underpin.Journeys.Browser;

namespace Underpin.Journeys.Journeys;

public sealed partial class VisitorJourney(JourneySite site) : IClassFixture<JourneySite>
{
    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_visitor_reads_what_the_profession_is_and_finds_a_qualification(Screen screen)
    {
        await site.WalkAsync("visitor", screen, async journey =>
        {
            var visitor = await journey.PersonAsync("A visitor");

            await visitor.OpenAsync("/");
            await visitor.FollowAsync("See what the profession is");
            await visitor.SeesAsync("A day of it, hour by hour");
            await visitor.FollowAsync("What each role asks for");
            await visitor.FollowAsync("IT technician");
            await visitor.GoToAsync("Profession");
            await visitor.FollowAsync("Everything the profession does");
            await visitor.FollowAsync("Resolve requests from staff and pupils");
            await visitor.GoToAsync("Qualifications");
            await visitor.FollowAsync("Level 2 Award in School IT Support");
            await visitor.SeesAsync("Awarded by");
            await visitor.SeesAsync("Safe and at home in a school");
            await visitor.FollowAsync(ChildrenAndData());
            await visitor.SeesAsync("Level 2");
            await visitor.OpenAsync("/units");
            await visitor.GoToAsync("About");
            foreach (var page in (string[])["/accessibility", "/privacy", "/cookies"]) await visitor.OpenAsync(page);
            await visitor.OpenAsync("/no-such-page", expecting: 404);
        });
    }

    [Fact]
    public async Task A_visitor_without_a_mouse_skips_to_the_content_and_opens_a_qualification()
    {
        await site.WalkAsync("keyboard", Screen.Desktop, async journey =>
        {
            var visitor = await journey.PersonAsync("A visitor with a keyboard");

            await visitor.OpenAsync("/qualifications");
            await visitor.Page.Keyboard.PressAsync("Tab");
            Assert.Equal("Skip to main content", await visitor.FocusAsync());
            await visitor.Page.Keyboard.PressAsync("Enter");
            Assert.True(await visitor.Page.EvaluateAsync<bool>("() => document.activeElement.id === 'main-content'"));
            await visitor.TabToAsync("Level 2 Award in School IT Support");
            await visitor.KeyToPageAsync("Enter");
            Assert.Contains("Level 2 Award in School IT Support", await visitor.HeadingAsync());
        });
    }

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_visitor_without_scripts_reads_the_same_pages(Screen screen)
    {
        await site.WalkAsync("visitor-without-scripts", screen, async journey =>
        {
            var visitor = await journey.PersonWithoutScriptsAsync("A visitor without scripts");

            await visitor.OpenAsync("/");
            await visitor.FollowAsync("Find a qualification");
            await visitor.FollowAsync("Level 2 Award in School IT Support");
            await visitor.SeesAsync("Safe and at home in a school");
        });
    }

    // The picture says the code before it.
    [GeneratedRegex("Keep children and their data safe in IT work$")]
    private static partial Regex ChildrenAndData();
}
