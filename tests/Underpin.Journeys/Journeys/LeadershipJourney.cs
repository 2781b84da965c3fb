using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Underpin.Access;
using Underpin.Journeys.Browser;
using Underpin.Journeys.Story;
using Underpin.Platform;
using Underpin.Tests.Leadership;
using Underpin.Tests.Leadership.Scenarios;

namespace Underpin.Journeys.Journeys;

/// <summary>How a head looks at the way the school is led, weighs another way against it, and decides.</summary>
public sealed partial class LeadershipJourney(JourneySite site) : IClassFixture<JourneySite>
{
    const string AsItIs = "As it is", Small = "Small senior team";

    static readonly string[] FirstNames = ["Ada", "Bilal", "Carys", "Dev", "Elin", "Farah", "Gwen", "Hassan", "Iris", "Jamal", "Kit", "Leela"];
    static readonly string[] LastNames = ["Abara", "Brook", "Cane", "Dunmore"];

    [Theory]
    [InlineData(Screen.Desktop, true)]
    [InlineData(Screen.Phone, false)]
    public async Task A_head_sees_how_the_school_is_led_weighs_another_way_and_adopts_it(Screen screen, bool hasScripts)
    {
        var school = await site.Data.OrganisationAsync(OrganisationKinds.School, "Saltmarsh Academy");
        var head = await site.Data.PersonAsync(school, MembershipRole.SchoolLeader, "Dr Helen Marsh");
        var apprentice = await site.Data.PersonAsync(school, MembershipRole.Staff, "Joe Bright");
        var today = site.Site.Clock.Today();
        await site.WalkAsync("leadership", screen, async journey =>
        {
            var helen = await (hasScripts ? journey.PersonAsync("Dr Helen Marsh") : journey.PersonWithoutScriptsAsync("Dr Helen Marsh"));
            await helen.SignInAsync(head.Email!);
            await helen.FollowAsync("Saltmarsh Academy");
            await helen.FollowAsync("Leadership");
            await helen.SeesAsync("There is no scenario yet.");

            await BeginAsync(helen, "A wide senior team round a small core", AsItIs, ("Headteacher", "Dr Helen Marsh"), ("Director of business", "Graham Teale"), ("Network manager", "Tom Ashworth"));
            await helen.GoToAsync("Posts");
            await helen.FollowAsync("Network manager");
            await helen.FillAsync("Salary", "forty");
            await helen.PressAsync("Save");
            await helen.SeesAsync("There is a problem");
            await helen.FillAsync("Salary", "41,500");
            await helen.PressAsync("Save");
            await helen.SeesAsync("Network manager is saved.");

            await helen.GoToAsync("Findings");
            await helen.SeesAsync("is top-heavy");
            await helen.FollowAsync(MostPeople());
            await helen.FillAsync("Most people in a meeting that decides (people)", "many");
            await helen.PressAsync("Save the number");
            await helen.SeesAsync("give a number from 3 to 30");
            await helen.FillAsync("Most people in a meeting that decides (people)", "9");
            await helen.PressAsync("Save the number");
            await helen.SeesAsync("set by you");
            await helen.GoToAsync("Overlap");
            await helen.SeesAsync("The same as a table");
            await helen.GoToAsync("Matrix");
            await helen.SelectAsync("Person", "Tom Ashworth");
            await helen.PressAsync("Show");
            await helen.SeesAsync("Show all duties");

            await helen.GoToAsync("Leadership");
            await BeginAsync(helen, "A small senior team over a strong middle", Small, ("Headteacher", "Dr Helen Marsh"), ("Business manager", "Graham Teale"), ("IT manager", "Priya Nair"));
            await helen.GoToAsync("Leadership");
            await helen.FollowAsync("Compare two");
            await ChooseAsync(helen, "What we have", AsItIs);
            await ChooseAsync(helen, "What it might be", Small);
            await helen.PressAsync("Compare");
            await helen.SeesAsync("It gains");
            await helen.SeesAsync("It gives up");
            await helen.SeesAsync("IT’s voice");

            await helen.GoToAsync("Leadership");
            var (duty, holder) = await RotateAsync(helen);

            await helen.GoToAsync("Leadership");
            await AdoptAsync(helen, AsItIs, today.AddYears(-1));
            await AdoptAsync(helen, Small, today.AddDays(200));
            await AskAsync(helen, today, "Graham Teale answers for the IT service");
            await AskAsync(helen, today.AddDays(210), "Priya Nair will answer");
            await AskAsync(helen, new(SecondYear, 9, 15), holder, duty);

            await helen.GoToAsync("Leadership");
            await helen.FollowAsync(Small);
            await helen.GoToAsync("Governors’ paper");
            await helen.SeesAsync("4. What is proposed");
            await helen.SeesAsync("Governors are asked");
            Assert.Equal(2, Sides(await helen.Page.PdfAsync(new() { Format = "A4" })));

            var joe = await journey.PersonAsync("Joe Bright");
            await joe.SignInAsync(apprentice.Email!);
            await joe.OpenAsync($"/leadership/{school.Id}");
            await joe.FollowAsync(AsItIs);
            await joe.DoesNotSeeAsync("41,500");
            await joe.GoToAsync("Findings");
            await joe.DoesNotSeeAsync("Change it");
            await joe.OpenAsync(new Uri(joe.Page.Url).AbsolutePath.Replace("/findings", "/paper", StringComparison.Ordinal), expecting: 403);
        });

        async Task AskAsync(Person person, DateOnly day, string answer, string duty = "IT service")
        {
            await person.OpenAsync($"/leadership/{school.Id}/who");
            await person.FillAsync("A duty, a post or a name", duty);
            await person.FillAsync("On", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            await person.PressAsync("Find");
            await person.SeesAsync(answer);
        }
    }

    [Theory]
    [InlineData(Screen.Desktop)]
    [InlineData(Screen.Phone)]
    public async Task A_trust_looks_at_all_its_schools_and_then_closer_at_one(Screen screen)
    {
        var trust = await site.Data.OrganisationAsync(OrganisationKinds.Trust, "Harbourside Learning Trust");
        var priya = await site.Data.PersonAsync(trust, MembershipRole.SchoolLeader, "Priya Nair");
        var today = site.Site.Clock.Today();
        await site.Data.ScenarioAsync(trust, LeadershipData.Read("leadership-trust.yaml"), today.AddYears(-1));
        var saltmarsh = await site.Data.ScenarioAsync(trust, LeadershipData.Read("leadership-saltmarsh.yaml"));
        await site.Data.ScenarioAsync(trust, LeadershipData.Read("leadership-northquay.yaml"));
        await site.WalkAsync("leadership-trust", screen, async journey =>
        {
            var leader = await journey.PersonAsync("Priya Nair");
            await leader.SignInAsync(priya.Email!);
            await leader.OpenAsync($"/leadership/{trust.Id}");
            await leader.FollowAsync("All schools in one view");
            await leader.SeesAsync("Lantern Street Primary");
            await leader.SeesAsync("Director of IT");
            await leader.FollowAsync(FindingsOfNorthquay());
            await leader.SeesAsync("Northquay School");
            await leader.GoToAsync("Matrix");
            await leader.SelectAsync("School", "Lantern Street Primary");
            await leader.PressAsync("Show");
            await leader.SeesAsync("Duties and people of Lantern Street Primary");
            await leader.OpenAsync($"/scenarios/{saltmarsh.Id}/findings");
            await leader.GoToAsync("Overlap");
            await leader.GoToAsync("Matrix");
            await leader.SelectAsync("Duties", "IT");
            await leader.PressAsync("Show");
            await leader.OpenAsync($"/leadership/{trust.Id}/compare?a={saltmarsh.Id}");
            await leader.SeesAsync("There is no total");
            await leader.OpenAsync($"/scenarios/{saltmarsh.Id}/paper");
            Assert.Equal(2, Sides(await leader.Page.PdfAsync(new() { Format = "A4" })));
        });
    }

    /// <summary>From a template, with a name beside every post.</summary>
    static async Task BeginAsync(Person person, string template, string title, params (string Post, string Name)[] named)
    {
        await person.PressAsync("Begin a scenario");
        await person.FollowAsync(template);
        await person.FillAsync("Name of the scenario", title);
        await person.ChooseAsync("Secondary");
        var names = person.Main.Locator("tbody input.govuk-input");
        var count = await names.CountAsync();
        for (var i = 0; i < count; i++) await names.Nth(i).FillAsync($"{FirstNames[i % FirstNames.Length]} {LastNames[i / FirstNames.Length]}");
        foreach (var (post, name) in named)
            await person.Main.GetByRole(AriaRole.Textbox, new() { NameRegex = new Regex($"^{Regex.Escape(post)}") }).First.FillAsync(name);
        await person.PressAsync("Make the scenario");
        await person.SeesAsync($"“{title}” is made.");
    }

    static async Task AdoptAsync(Person person, string title, DateOnly from)
    {
        await person.FollowAsync(title);
        await person.GoToAsync("Adopt");
        await person.FillDateAsync("From which day?", from);
        await person.PressAsync($"Adopt “{title}”");
        await person.SeesAsync($"“{title}” ");
    }

    /// <summary>The second school year of a rotation that begins on the next 1 September.</summary>
    const int SecondYear = 2028;

    /// <summary>States who and what rotates in the small team, mends what was typed wrong, is told what makes it impossible, lets one go, plans, and writes the plan into the scenario.</summary>
    /// <returns>A duty that moves, and who holds it in the second year.</returns>
    static async Task<(string Duty, string Holder)> RotateAsync(Person person)
    {
        await person.FollowAsync(Small);
        await person.GoToAsync("Rotation");
        await person.PressAsync("State the conditions");
        var duties = person.Page.Locator("input[name=duty]");
        for (var (i, taken) = (0, 0); i < await duties.CountAsync(); i++)
            if (await duties.Nth(i).IsCheckedAsync() && ++taken > MostRotated) await duties.Nth(i).UncheckAsync(new() { Force = true });
        await person.FillAsync("How many years", "none");
        await person.PressAsync("Save");
        await person.SeesAsync("There is a problem");
        await person.FillAsync("How many years", "2");
        await person.PressAsync("Save");
        await person.PressAsync("Plan it");
        await person.SeesAsync("There is no plan. These 4 cannot all be kept");
        await person.SeesAsync("Without it there is a plan");
        await person.PressAsync("Change the conditions");
        await OneEachAsync(person);
        await person.PressAsync("Save");
        await person.PressAsync("Plan it");
        await person.SeesAsync("proved that none is better");
        await person.SeesAsync("Who holds what, year by year");
        var moved = person.Page.Locator(".u-rotation-table tbody tr").Filter(new() { Has = person.Page.Locator("td:nth-of-type(4)", new() { HasText = "new" }) }).First;
        var duty = await moved.Locator("th").InnerTextAsync();
        var holder = await moved.Locator("td:nth-of-type(4) a").EvaluateAsync<string>("link => link.firstChild.textContent");
        await person.PressAsync("Adopt this plan");
        await person.PressAsync("Write it into the scenario");
        await person.SeesAsync("Adopted on");
        return (duty, holder);
    }

    /// <summary>The first duties of the list belong to some of the team only: the others have nothing to pass on.</summary>
    const int MostRotated = 8;

    /// <summary>Lets one duty of each who takes part take part, of those that nothing speaks against.</summary>
    static async Task OneEachAsync(Person person)
    {
        var people = await person.Page.Locator("tr:has(input[name=person]:checked) label").AllInnerTextsAsync();
        var without = people.Select(name => name.Trim()).ToHashSet(StringComparer.Ordinal);
        var rows = person.Page.Locator("tr:has(input[name=duty])");
        for (var i = 0; i < await rows.CountAsync(); i++)
        {
            var row = rows.Nth(i);
            var takes = await row.Locator(".govuk-checkboxes__hint").CountAsync() == 0 && without.Remove((await row.Locator("td").Last.InnerTextAsync()).Trim());
            await row.Locator("input[name=duty]").SetCheckedAsync(takes, new() { Force = true });
        }
    }

    /// <summary>In a list whose choices say more than the title.</summary>
    static async Task ChooseAsync(Person person, string label, string title)
    {
        var list = person.Main.GetByLabel(label, new() { Exact = true });
        await list.SelectOptionAsync(new SelectOptionValue { Label = await list.Locator("option", new() { HasText = title }).First.InnerTextAsync() });
    }

    static int Sides(byte[] pdf) => PageOfPdf().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageOfPdf();

    [GeneratedRegex("findings at Northquay School$")]
    private static partial Regex FindingsOfNorthquay();

    [GeneratedRegex("^Change “Most people in a meeting that decides")]
    private static partial Regex MostPeople();
}
