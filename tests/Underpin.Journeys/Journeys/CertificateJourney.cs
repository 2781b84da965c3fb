using Underpin.Journeys.Browser;
using Underpin.Journeys.Story;
using Underpin.Platform;

namespace Underpin.Journeys.Journeys;

/// <summary>
/// The whole chain, from "what is this profession?" to a certificate that a stranger can check. One class a screen, so that both walk at once.
/// </summary>
public sealed class CertificateJourneyOnADesktop(JourneySite site) : IClassFixture<JourneySite>
{
    [Fact]
    public Task A_learner_earns_a_certificate_that_a_stranger_can_check() => CertificateJourney.WalkAsync(site, Screen.Desktop, "Joe Bright", learnerHasScripts: true);
}

public sealed class CertificateJourneyOnAPhone(JourneySite site) : IClassFixture<JourneySite>
{
    [Fact]
    public Task A_learner_without_scripts_earns_a_certificate_that_a_stranger_can_check() =>
        CertificateJourney.WalkAsync(site, Screen.Phone, "Ana Kovac", learnerHasScripts: false);

    [Fact]
    public async Task A_person_signs_in_with_a_passkey()
    {
        await site.WalkAsync("passkey", Screen.Phone, async journey =>
        {
            var sam = await journey.PersonAsync("Sam Okafor");
            await sam.CreateAccountAsync(site, "sam.okafor@example.org");
            await sam.SignInAsync("sam.okafor@example.org");
            await sam.AddPasskeyAndComeBackAsync();
        });
    }
}

static class CertificateJourney
{
    public static async Task WalkAsync(JourneySite site, Screen screen, string name, bool learnerHasScripts)
    {
        var cast = await site.CastAsync();
        var unit = await TheUnit.FindAsync(site.Site, TheUnit.Walked);
        var wanting = unit.Codes[1];
        var today = site.Site.Clock.Today();
        string Address(string person) => $"{person}.{screen}@example.org".ToLowerInvariant();
        var email = Address("learner");
        await site.WalkAsync("certificate", screen, async journey =>
        {
            var learner = await (learnerHasScripts ? journey.PersonAsync(name) : journey.PersonWithoutScriptsAsync(name));
            await learner.CreateAccountAsync(site, email);
            await learner.SignInAsync(email);
            if (learnerHasScripts) await learner.AddPasskeyAndComeBackAsync();
            await learner.SayWhereIWorkAsync(today.AddMonths(-7));
            await learner.EnrolAsync();

            var cerys = await journey.PersonAsync("Cerys Ŵyn-Jones");
            await cerys.SignInAsync(cast.Administrator.Email!);
            await cerys.AcceptAsync(name, assessor: "Ruth Delaney");

            await learner.ChooseUnitsAsync();
            var other = (await TheUnit.FindAsync(site.Site, "EIT204")).Labels[0];
            await learner.AddEvidenceOfEachKindAsync(unit, other, today.AddDays(-14), Address("helen.marsh"), Address("tom.ashworth"));
            await learner.OpenGridAsync(unit);
            await learner.SeesAsync("Not confirmed yet");

            await (await journey.PersonAsync("Dr Helen Marsh")).ConfirmStatementAsync(await site.LinkMailedToAsync(Address("helen.marsh"), "asks you to confirm"));
            await (await journey.PersonAsync("Tom Ashworth")).ConfirmStatementAsync(await site.LinkMailedToAsync(Address("tom.ashworth"), "asks you to confirm"));
            await learner.SubmitAsync(unit, "The account of the registers is the one to read first.");
            var submission = new Uri(learner.Page.Url).AbsolutePath;
            await learner.OpenAsync($"{submission}/judge", expecting: 403);
            await learner.SeesAsync($"You are signed in as {name}. This page is open to assessors");

            var ruth = await journey.PersonAsync("Ruth Delaney");
            await ruth.SignInAsync(cast.Assessor.Email!);
            await ruth.OpenJudgePageAsync(name);
            if (screen == Screen.Desktop)
            {
                await ruth.JudgeByKeyboardAsync(unit, wanting);
            }
            else
            {
                await ruth.JudgeAsync(unit, wanting);
                await ruth.DecideAsync("Refer it back");
            }

            await ruth.SeesAsync("Referred back");

            await learner.OpenAsync(submission);
            await learner.SeesAsync("enough");
            await learner.AddEvidenceAsync("My own account", "A second day, in the infants' building", today.AddDays(-2),
                () => learner.FillAsync("What did you do?", "I signed in, asked the office where I might work, and left before the hall was needed."),
                "Save and say what it shows", [unit.Labels[1]]);
            await learner.SubmitAsync(unit, "I have added a second day.");

            await ruth.OpenJudgePageAsync(name);
            await ruth.JudgeAsync(unit);
            await ruth.DecideAsync("Accept the unit");

            var owen = await journey.PersonAsync("Owen Price");
            await owen.SignInAsync(cast.QualityAssurer.Email!);
            await owen.AgreeWithJudgementAsync(name);
            await learner.OpenPortfolioAsync();
            await learner.SeesAsync("Achieved");

            await site.AchieveOtherUnitsAsync(cast, email);
            await cerys.ClaimAsync(name);

            var fatima = await journey.PersonAsync("Fatima Rahman");
            await fatima.SignInAsync(cast.Officer.Email!);
            var number = await fatima.AwardAsync(name);

            var credential = await learner.FetchMyCertificateAsync(number);
            var stranger = await journey.PersonAsync("A head teacher with a certificate in hand");
            await stranger.VerifyEveryWayAsync(number, credential);
        });
    }
}
