using System.Net;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Tests.Assessment;
using Underpin.Tests.Certificates;
using Underpin.Tests.Framework.Exchange;
using Underpin.Tests.Framework.Drafting;
using Underpin.Tests.Leadership.Scenarios;
using Underpin.Tests.Portfolios;
using Xunit.Abstractions;

namespace Underpin.Tests.House;

/// <summary>
/// Every route of the running site, asked for by every role and by a stranger who holds every role in other organisations. What the
/// answer should be is worked out here from the table and from who the person is, not by the gate that is tested.
/// </summary>
public sealed class RolesOnRoutesTests(TestSite site, ITestOutputHelper output) : IClassFixture<TestSite>
{
    enum Answer
    {
        LetIn,
        AskedToSignIn,
        Forbidden,
        NotFound,
    }

    /// <summary>A person at the door, and what they are: nobody, or roles each in one organisation.</summary>
    sealed record Person(string Name, HttpClient Client, Guid? AccountId, bool IsAdministrator = false)
    {
        public (Role Role, Guid Organisation)[] Roles { get; init; } = [];
    }

    static readonly MembershipRole[] AllRoles = Enum.GetValues<MembershipRole>();

    // Allowed to answer "not found" to whoever is let in: the page is about something that is not there in this test.
    static readonly string[] AboutNothing = ["/setup/{token}", "/invitations/{token}", "/statements/{token}", "/error/{code:int}", "/{**path:file}", "/style"];

    readonly Dictionary<Guid, List<Person>> _people = [];

    [Fact]
    public async Task Every_route_lets_in_whom_its_table_names_and_nobody_else()
    {
        var things = await ArrangeAsync();
        var catalogue = await RouteCatalogue.ReadAsync(site.Services);
        var (asked, wrong) = (0, new List<string>());
        foreach (var route in catalogue.Routes)
        {
            var row = Assert.Single(route.Rows).Row;
            var scope = row.Subject is { } subject ? await site.DbAsync(db => subject.Find(db, things.KeyOf(row), default)) : null;
            if (row.Subject is not null) Assert.NotNull(scope);
            var address = things.AddressOf(row);
            foreach (var person in await PeopleForAsync(things, scope))
            {
                foreach (var method in route.Methods)
                {
                    asked++;
                    var expected = Expected(row, method, person, scope);
                    var response = await person.Client.SendAsync(new(new(method), address) { Content = method == "POST" ? new FormUrlEncodedContent([]) : null });
                    if (!Fits(expected, response, row)) wrong.Add($"{method} {address} ({row.Route}) by {person.Name}: expected {expected}, answered {(int)response.StatusCode} {response.Headers.Location}");
                }
            }
        }

        output.WriteLine($"{catalogue.Routes.Count} routes, {asked} requests by every role, nobody, and a stranger with every role elsewhere");
        Assert.True(asked > 1000, $"Only {asked} requests were made.");
        Assert.Equal([], wrong);
    }

    static Answer Expected(AccessRow row, string method, Person person, Scope? scope)
    {
        var allowed = method is "GET" or "HEAD" ? row.See : row.Act;
        if (allowed.Contains(Role.Anyone)) return Answer.LetIn;
        if (person.AccountId is null) return Answer.AskedToSignIn;
        if (allowed.Contains(Role.SignedIn)) return Answer.LetIn;
        var held = new HashSet<Role>();
        if (person.IsAdministrator) held.Add(Role.Administrator);
        if (scope is not null)
        {
            if (scope.Owner == person.AccountId) held.Add(Role.Owner);
            held.UnionWith(person.Roles.Where(r => scope.Organisations.Contains(r.Organisation)).Select(r => r.Role));
        }

        if (held.Any(allowed.Contains)) return Answer.LetIn;
        return scope is null || held.Count > 0 ? Answer.Forbidden : Answer.NotFound;
    }

    static bool Fits(Answer expected, HttpResponseMessage response, AccessRow row)
    {
        var toSignIn = response.StatusCode == HttpStatusCode.Redirect && response.Headers.Location?.OriginalString.Contains("/sign-in?", StringComparison.Ordinal) == true;
        return expected switch
        {
            Answer.AskedToSignIn => toSignIn,
            Answer.Forbidden => response.StatusCode == HttpStatusCode.Forbidden,
            Answer.NotFound => response.StatusCode == HttpStatusCode.NotFound,
            _ => !toSignIn && (int)response.StatusCode < 500 && response.StatusCode != HttpStatusCode.Forbidden
                && (response.StatusCode != HttpStatusCode.NotFound || AboutNothing.Contains(row.Route)),
        };
    }

    /// <summary>One of everything that an address can name.</summary>
    sealed record Things(TestEnrolment Enrolment, Guid Evidence, Guid Submission, Guid Claim, Guid Certificate, string Number, Organisation School, Guid Staff, System.Text.Json.Nodes.JsonObject Package, Guid Draft, Guid Scenario)
    {
        public Guid KeyOf(AccessRow row) => row.Subject!.RouteValue switch
        {
            "enrolment" => Enrolment.Id,
            "evidence" => Evidence,
            "submission" => Submission,
            "claim" => Claim,
            "certificate" => Certificate,
            "draft" => Draft,
            "scenario" => Scenario,
            "organisation" => row.Route.Split('/')[1] switch
            {
                "schools" or "leadership" => School.Id,
                "awarding" => Enrolment.Centre.Offer.AwardingBody.Id,
                _ => Enrolment.Centre.Id,
            },
            var other => throw new InvalidOperationException($"{row.Route} is about a kind of thing this test does not know: {other}."),
        };

        public string AddressOf(AccessRow row)
        {
            var address = row.Route;
            if (address.StartsWith("/ims/case/", StringComparison.Ordinal)) address = address.Replace("{id}", PartOf(address.Split('/')[4]).ToString(), StringComparison.Ordinal);
            if (row.Subject is { } subject) address = address.Replace($"{{{subject.RouteValue}:guid}}", KeyOf(row).ToString(), StringComparison.Ordinal);
            foreach (var (name, value) in new[]
            {
                ("{enrolment:guid}", Enrolment.Id.ToString()), ("{unit:guid}", Enrolment.Units[0].Id.ToString()), ("{membership:guid}", Staff.ToString()),
                ("{draft:guid}", Draft.ToString()), ("{part}", "AVD-1"), ("{table}", "people.csv"), ("{version}", "2026.1"),
                ("{approval:guid}", Enrolment.Centre.Approval.Id.ToString()),
                ("{kind}", "account"), ("{competence}", "AVD-1"), ("{role}", "it-technician"), ("{number}", Number), ("{token}", "not-a-token"), ("{list:int}", "1"), ("{code:int}", "404"), ("{documentName}", "v1"),
                ("{criterion}", "1.2"), ("{file}", "units.csv"),
                ("{**path:file}", "nothing.txt"), ("{framework:guid}", Package.DocumentId().ToString()),
                ("{code}", address.Contains("/units/", StringComparison.Ordinal) ? "EIT205" : address.Contains("/crosswalks/", StringComparison.Ordinal) ? "microsoft" : address.StartsWith("/content-rules", StringComparison.Ordinal) ? "W2" : address.StartsWith("/enrol", StringComparison.Ordinal) ? Enrolment.Centre.Offer.Qualification.Code : "EITQ-L2A"),
            })
                address = address.Replace(name, value, StringComparison.Ordinal);
            return address.Contains('{') ? throw new InvalidOperationException($"This test does not know what to put into {row.Route}.") : address;
        }

        /// <summary>Something of the imported framework that the CASE service keeps in the collection.</summary>
        Guid PartOf(string collection) => collection switch
        {
            "CFDocuments" or "CFPackages" => Package.DocumentId(),
            "CFItemAssociations" => Package["CFItems"]![0]!.Id(),
            "CFItems" or "CFAssociations" or "CFRubrics" => Package[collection]![0]!.Id(),
            _ => Package["CFDefinitions"]![collection]![0]!.Id(),
        };
    }

    async Task<Things> ArrangeAsync()
    {
        var package = CaseData.Package();
        Assert.Null((await site.ImportAsync(package.Bytes())).Refusal);
        var submission = await site.Data.SubmissionAsync();
        var evidence = await site.Data.EvidenceAsync(submission.Enrolment, kind: Underpin.Portfolios.EvidenceKind.File);
        var (certificate, _) = await site.Data.CertificateAsync();
        var school = await site.Data.OrganisationAsync(OrganisationKinds.School);
        var staff = await site.Data.MemberAsync(await site.Data.AccountAsync(), school, MembershipRole.Staff);
        return new(submission.Enrolment, evidence.Id, submission.Id, certificate.ClaimId, certificate.Id, certificate.Number.ToString(), school, staff.Id, package,
            await site.Data.HouseDraftAsync(submission.Enrolment.Centre.Offer.AwardingBody), (await site.Data.ScenarioAsync(school, adoptedFrom: site.Clock.Today())).Id);
    }

    /// <summary>Nobody, somebody, the administrator, the learner, a stranger, and every role in each organisation the thing belongs to.</summary>
    async Task<IEnumerable<Person>> PeopleForAsync(Things things, Scope? scope)
    {
        var people = new List<Person>(await PeopleAsync(Guid.Empty, EverybodyAsync));
        if (scope is null) return people;
        foreach (var organisation in scope.Organisations.OfType<Guid>()) people.AddRange(await PeopleAsync(organisation, () => EveryRoleInAsync(organisation)));
        if (scope.Owner is { } owner) people.AddRange(await PeopleAsync(owner, async () => [await SignInAsync("the learner", await site.DbAsync(db => db.Users.SingleAsync(u => u.Id == owner)))]));
        return people;

        async Task<List<Person>> EverybodyAsync()
        {
            var elsewhere = await site.Data.OrganisationAsync(OrganisationKinds.School | OrganisationKinds.Centre | OrganisationKinds.AwardingBody, "Somewhere else");
            var stranger = await site.Data.AccountAsync("Stranger");
            foreach (var role in AllRoles) await site.Data.MemberAsync(stranger, elsewhere, role);
            return
            [
                new("nobody", site.Visitor(), null),
                await SignInAsync("somebody", await site.Data.AccountAsync()),
                await SignInAsync("the administrator", await site.Data.AccountAsync(isAdministrator: true), isAdministrator: true),
                (await SignInAsync("a stranger with every role elsewhere", stranger)) with { Roles = [.. AllRoles.Select(r => (Enum.Parse<Role>(r.ToString()), elsewhere.Id))] },
            ];
        }
    }

    async Task<List<Person>> EveryRoleInAsync(Guid organisation)
    {
        var place = await site.DbAsync(db => db.Organisations.SingleAsync(o => o.Id == organisation));
        var people = new List<Person>();
        foreach (var role in AllRoles)
            people.Add((await SignInAsync($"{role} of {place.Name}", await site.Data.PersonAsync(place, role))) with { Roles = [(Enum.Parse<Role>(role.ToString()), organisation)] });
        return people;
    }

    async Task<List<Person>> PeopleAsync(Guid key, Func<Task<List<Person>>> make) =>
        _people.TryGetValue(key, out var made) ? made : _people[key] = await make();

    async Task<Person> SignInAsync(string name, Account account, bool isAdministrator = false) =>
        new(name, await site.SignedInAsync(account), account.Id, isAdministrator);
}
