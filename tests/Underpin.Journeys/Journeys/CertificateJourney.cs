using Underpin.Journeys.Browser;
using Underpin.Journeys.Story;
using Underpin.Platform;

namespace Underpin.Journeys.Journeys;

/// <summary>The whole chain, from "what is this profession?" to a certificate that a stranger can check.</summary>
public sealed class CertificateJourney(JourneySite site) : IClassFixture<JourneySite>
{
    [Theory]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Phone, false)]
    public async Task A_learner_earns_a_certificate_that_a_stranger_can_check(Screen screen, bool learnerHasScripts)
    {
        var cast = await site.CastAsync();
        var unit = await TheUnit.FindAsync(site.Site, TheUnit.Walked);
        var wanting = unit.Codes[1];
        var today = site.Site.Clock.Today();
        string Address(string name) => $"{name}.{screen}@example.org".ToLowerInvariant();
        var email = Address("joe.bright");
        await site.WalkAsync("certificate", screen, async journey =>
        {
            var joe = await (learnerHasScripts ? journey.PersonAsync("Joe Bright") : journey.PersonWithoutScriptsAsync("Joe Bright"));
            await joe.CreateAccountAsync(site, email);
            await joe.SignInAsync(email);
            if (learnerHasScripts) await joe.AddPasskeyAndComeBackAsync();
            await joe.SayWhereIWorkAsync(today.AddMonths(-7));
            await joe.EnrolAsync();

            var cerys = await journey.PersonAsync("Cerys Ŵyn-Jones");
            await cerys.SignInAsync(cast.Administrator.Email!);
            await cerys.AcceptAsync("Joe Bright", assessor: "Ruth Delaney");

            await joe.ChooseUnitsAsync();
            var other = (await TheUnit.FindAsync(site.Site, "EIT204")).Labels[0];
            await joe.AddEvidenceOfEachKindAsync(unit, other, today.AddDays(-14), Address("helen.marsh"), Address("tom.ashworth"));
            await joe.OpenGridAsync(unit);
            await joe.SeesAsync("Not confirmed yet");

            await (await journey.PersonAsync("Dr Helen Marsh")).ConfirmStatementAsync(await site.LinkMailedToAsync(Address("helen.marsh"), "asks you to confirm"));
            await (await journey.PersonAsync("Tom Ashworth")).ConfirmStatementAsync(await site.LinkMailedToAsync(Address("tom.ashworth"), "asks you to confirm"));
            await joe.SubmitAsync(unit, "The account of the registers is the one to read first.");
            var submission = new Uri(joe.Page.Url).AbsolutePath;
            await joe.OpenAsync($"{submission}/judge", expecting: 403);
            await joe.SeesAsync("assessor");

            var ruth = await journey.PersonAsync("Ruth Delaney");
            await ruth.SignInAsync(cast.Assessor.Email!);
            await ruth.OpenJudgePageAsync("Joe Bright");
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

            await joe.OpenAsync(submission);
            await joe.SeesAsync("enough");
            await joe.AddEvidenceAsync("My own account", "A second day, in the infants' building", today.AddDays(-2),
                () => joe.FillAsync("What did you do?", "I signed in, asked the office where I might work, and left before the hall was needed."),
                "Save and say what it shows", [unit.Labels[1]]);
            await joe.SubmitAsync(unit, "I have added a second day.");

            await ruth.OpenJudgePageAsync("Joe Bright");
            await ruth.JudgeAsync(unit);
            await ruth.DecideAsync("Accept the unit");

            var owen = await journey.PersonAsync("Owen Price");
            await owen.SignInAsync(cast.QualityAssurer.Email!);
            await owen.AgreeWithJudgementAsync("Joe Bright");
            await joe.OpenPortfolioAsync();
            await joe.SeesAsync("Achieved");

            await site.AchieveOtherUnitsAsync(cast, email);
            await cerys.ClaimAsync("Joe Bright");

            var fatima = await journey.PersonAsync("Fatima Rahman");
            await fatima.SignInAsync(cast.Officer.Email!);
            var number = await fatima.AwardAsync("Joe Bright");

            var credential = await joe.FetchMyCertificateAsync(number);
            var stranger = await journey.PersonAsync("A head teacher with a certificate in hand");
            await stranger.VerifyEveryWayAsync(number, credential);
        });
    }

    [Fact]
    public async Task A_person_signs_in_with_a_passkey_on_a_phone()
    {
        await site.WalkAsync("passkey", Screen.Phone, async journey =>
        {
            var mei = await journey.PersonAsync("Mei Lin");
            await mei.CreateAccountAsync(site, "mei.lin@example.org");
            await mei.SignInAsync("mei.lin@example.org");
            await mei.AddPasskeyAndComeBackAsync();
        });
    }
}
