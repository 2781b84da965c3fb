using System.Text.RegularExpressions;
using Underpin.Access;
using Underpin.Journeys.Browser;
using Underpin.Journeys.Story;
using Underpin.Platform;

namespace Underpin.Journeys.Journeys;

/// <summary>How the framework changes in the open: drafted, commented on, answered, published and compared.</summary>
public sealed partial class ConsultationJourney(JourneySite site) : IClassFixture<JourneySite>
{
    [Theory]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Phone, false)]
    public async Task A_draft_is_commented_on_answered_published_and_compared(Screen screen, bool commenterHasScripts)
    {
        var cast = await site.CastAsync();
        var editor = await site.Data.PersonAsync(cast.AwardingBody, MembershipRole.FrameworkEditor, "Lewis Grant");
        var tomsAccount = await site.Data.AccountAsync("Tom Ashworth");
        var anasAccount = await site.Data.AccountAsync("Ana Kovac");
        var name = $"Revision on a {screen}".ToLowerInvariant();
        var today = site.Site.Clock.Today();
        await site.WalkAsync("consultation", screen, async journey =>
        {
            var lewis = await journey.PersonAsync("Lewis Grant");
            await lewis.SignInAsync(editor.Email!);
            await lewis.FollowAsync("Education IT Accreditation Council");
            await lewis.FollowAsync("Framework drafts");
            await lewis.PressAsync("Begin the draft");
            await lewis.SeesAsync("Write what this draft is called.");
            await lewis.FillAsync("What is this draft called?", name);
            await lewis.PressAsync("Begin the draft");
            await lewis.SeesAsync("Nothing differs from the current edition yet");
            var draft = new Uri(lewis.Page.Url).AbsolutePath;

            await lewis.FollowAsync("Resolve requests from staff and pupils");
            await lewis.FillAsync("What goes wrong without it", $"Teachers stop asking for help on a {screen}. Lessons shrink to what can be done without technology.");
            await lewis.PressAsync("Save");
            await lewis.SeesAsync("One line is saved.");
            await lewis.GoToAsync(name);
            await lewis.FollowAsync("Add a competence");
            await lewis.PressAsync("Add the competence");
            await lewis.SeesAsync("There is a problem");
            await lewis.SelectAsync("Area", "AVD Classroom technology");
            await lewis.FillAsync("Title", "Keep emergency messages reaching every room");
            await lewis.FillAsync("Why a school depends on it", "When a school must clear a building, every room has to hear within seconds.");
            await lewis.FillAsync("What goes wrong without it", "A room full of pupils never hears the alarm.");
            await lewis.FillAsync("1. Follows", "Takes part in the weekly test and reports each room that heard nothing.");
            await lewis.PressAsync("Add the competence");
            await lewis.SeesAsync("is added");
            await lewis.GoToAsync(name);
            await lewis.FollowAsync("IT technician");
            await lewis.SelectAsync("Another competence that the role asks for", await lewis.Main.Locator("option", new() { HasText = "Keep emergency messages reaching every room" }).InnerTextAsync());
            await lewis.SelectAsync("At which level?", "1. Follows");
            await lewis.PressAsync("Save");
            await lewis.SeesAsync("One line is saved.");
            await lewis.GoToAsync(name);
            await lewis.FollowAsync("Changes, line by line");
            await lewis.SeesAsync("6 lines differ");
            await lewis.GoToAsync(name);
            await lewis.FollowAsync("Open for comment");
            await lewis.FillAsync("What changes, and why?", "Plainer words on help, and one competence that is new.");
            await lewis.FillAsync("What do you ask of people?", "Would this fit the work in your school?");
            await lewis.FillDateAsync("Last day to comment", today.AddDays(30));
            await lewis.PressAsync("Open for comment");
            await lewis.SeesAsync("You can comment until");

            var tom = await (commenterHasScripts ? journey.PersonAsync("Tom Ashworth") : journey.PersonWithoutScriptsAsync("Tom Ashworth"));
            await tom.OpenAsync("/consultations");
            await tom.FollowAsync(new Regex($"^{name}"));
            await tom.FollowAsync("SUP User support and service");
            await tom.FollowAsync("Sign in to comment");
            await tom.FillAsync("E-mail address", tomsAccount.Email!);
            await tom.FillAsync("Password", Underpin.Tests.TestData.Password);
            await tom.PressAsync("Sign in");
            await tom.FollowAsync(Comment());
            await tom.PressAsync("Publish your comment");
            await tom.SeesAsync("Write your comment.");
            await tom.FillAsync("Your comment", "With us they ask by chat. Please say so.");
            await tom.PressAsync("Publish your comment");
            await tom.SeesAsync("With us they ask by chat.");

            var ana = await journey.PersonAsync("Ana Kovac");
            await ana.SignInAsync(anasAccount.Email!);
            await ana.OpenAsync($"/consultations/{draft.Split('/')[^1]}?part=SUP");
            await ana.PressAsync("I support this (comment by Tom Ashworth on “What goes wrong without it”)");
            await ana.SeesAsync("1 person supports this");

            await lewis.OpenAsync("/my-work");
            await lewis.FollowAsync("1 comment waits for a reply");
            await lewis.ChooseAsync("Accept in part");
            await lewis.PressAsync("Publish the answer");
            await lewis.SeesAsync("Say why it is accepted in part only");
            await lewis.FillAsync("Reason", "We name the chat in the guide to this edition.");
            await lewis.PressAsync("Publish the answer");
            await lewis.SeesAsync("No comment waits for an answer.");
            await lewis.FollowAsync("Back to the draft");
            await lewis.PressAsync("Close the consultation now");
            await lewis.FollowAsync("Check and publish");
            await lewis.SeesAsync("Everything is in order. This can be published.");
            await lewis.PressAsync(await lewis.Main.Locator("button", new() { HasText = "Publish edition" }).InnerTextAsync());
            await lewis.SeesAsync("This is the current edition");

            var reader = await journey.PersonAsync("A head who reads what changed");
            await reader.OpenAsync("/framework/editions");
            await reader.SeesAsync("Plainer words on help, and one competence that is new.");
            await reader.FollowAsync(WhatChanged());
            await reader.SeesAsync("One competence came and none went.");
            await reader.SeesAsync("Keep emergency messages reaching every room");
            await reader.OpenAsync("/framework/editions/2026.1");
            await reader.SeesAsync("This is not the current edition.");
            await reader.OpenAsync("/consultations");
            await reader.FollowAsync(new Regex($"^{name}"));
            await reader.SeesAsync("0 accepted, 1 accepted in part, 0 declined");
            await reader.SeesAsync("We name the chat in the guide to this edition.");
        });
    }

    [GeneratedRegex("^Comment on “What goes wrong without it” of Resolve requests")]
    private static partial Regex Comment();

    [GeneratedRegex("^What changed since")]
    private static partial Regex WhatChanged();
}
