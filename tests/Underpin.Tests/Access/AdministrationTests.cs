using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;

namespace Underpin.Tests.Access;

public sealed class AdministrationTests(TestSite site) : IClassFixture<TestSite>
{
    async Task<HttpClient> AdministratorAsync() => await site.SignedInAsync(await site.Data.AccountAsync("Lewis Grant", isAdministrator: true));

    [Fact]
    public async Task An_administrator_adds_a_school_and_invites_the_person_who_looks_after_it()
    {
        var browser = await AdministratorAsync();
        var added = await browser.SubmitAsync("/administration/organisations/add", [("Name", "Fisher's Row Infants"), ("Kinds", "School"), ("Town", "Northquay"), ("Urn", "112 670"), ("Ukprn", "10077263")]);
        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        var school = await site.DbAsync(db => db.Organisations.SingleAsync(o => o.Name == "Fisher's Row Infants"));
        Assert.Equal(("fisher-s-row-infants", "112670", "10077263"), (school.Code, school.Urn, school.Ukprn));
        var email = Letters.NewAddress();
        await browser.SubmitAsync(added.Headers.Location!.ToString(), [("Email", email), ("Role", nameof(MembershipRole.SchoolAdministrator))], "Send the invitation");
        Assert.Single(await site.LettersToAsync(email));
        Assert.Contains("Fisher's Row Infants", (await browser.OpenAsync("/administration?q=112670")).QuerySelector("table")!.TextContent);
        Assert.Null((await browser.OpenAsync("/administration?q=no-such-place")).QuerySelector("table"));
    }

    [Fact]
    public async Task Wrong_numbers_are_told_beside_their_fields_and_what_was_typed_stays()
    {
        var browser = await AdministratorAsync();
        var page = await (await browser.SubmitAsync("/administration/organisations/add", [("Name", "Northquay School"), ("Kinds", "School"), ("Urn", "12345"), ("Ukprn", "20000000")])).PageAsync();
        Assert.Equal(2, page.Errors().Count);
        Assert.Equal(("12345", "20000000"), (page.QuerySelector("#Urn")!.GetAttribute("value"), page.QuerySelector("#Ukprn")!.GetAttribute("value")));
        Assert.False(await site.DbAsync(db => db.Organisations.AnyAsync(o => o.Name == "Northquay School")));
    }

    [Fact]
    public async Task Nobody_else_opens_administration_or_adds_an_organisation()
    {
        var joe = await site.Data.AccountAsync();
        Assert.Equal(HttpStatusCode.Forbidden, (await (await site.SignedInAsync(joe)).GetAsync("/administration")).StatusCode);
        var outcome = await site.RunAsync(s => s.GetRequiredService<OrganisationService>().AddAsync(new() { Name = "Joe's", Kinds = OrganisationKinds.AwardingBody }, site.Data.By(joe), default));
        Assert.IsType<OnlyAdministratorsAddOrganisations>(outcome.Refusal);
    }

    [Theory]
    [InlineData("Saltmarsh Academy", "saltmarsh-academy")]
    [InlineData("Ysgol Llŷn", "ysgol-llyn")]
    [InlineData("  St. Mary's -- School ", "st-mary-s-school")]
    public void A_short_name_is_made_from_the_name(string name, string code) => Assert.Equal(code, OrganisationService.CodeFrom(name));
}
