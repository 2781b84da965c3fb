using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.History;
using Underpin.Platform.Values;

namespace Underpin.Tests;

/// <summary>Makes people and organisations for a test. Other nouns stand beside their room's tests, as extensions.</summary>
internal sealed class TestData(TestSite site)
{
    public sealed record Arranged(Guid About) : HistoryEvent(About)
    {
        public override string Summary => "arranged for a test";
    }

    public TestSite Site => site;

    public Change ByNobody => new() { ActorId = null, ActorName = "Test", At = site.Clock.Now() };

    /// <summary>Saves what a test arranges, on record like everything else.</summary>
    public Task SaveAsync(Guid chain, Action<UnderpinDb> arrange) => site.DbAsync(async db =>
    {
        arrange(db);
        db.Record(ByNobody, chain, new Arranged(chain));
        return await db.SaveChangesAsync();
    });

    /// <summary>An account with a confirmed e-mail address and the password <see cref="Password"/>.</summary>
    public async Task<Account> AccountAsync(string name = "Joe Bright", bool isAdministrator = false)
    {
        var email = $"{Guid.NewGuid():N}@example.invalid";
        var account = new Account { Name = PersonName.Parse(name), UserName = email, Email = email, EmailConfirmed = true, CreatedAt = site.Clock.Now(), IsAdministrator = isAdministrator };
        await site.RunAsync(async s =>
        {
            var made = await s.GetRequiredService<UserManager<Account>>().CreateAsync(account, Password);
            Assert.True(made.Succeeded, string.Join("; ", made.Errors.Select(e => e.Description)));
            return true;
        });
        return account;
    }

    public const string Password = "copper otter lantern";

    public async Task<Organisation> OrganisationAsync(OrganisationKinds kinds, string name = "Saltmarsh Academy", string? code = null)
    {
        var organisation = new Organisation { Code = code ?? $"o-{Guid.NewGuid():N}", Name = name, Kinds = kinds };
        await SaveAsync(organisation.Id, db => db.Organisations.Add(organisation));
        return organisation;
    }

    public async Task<Membership> MemberAsync(Account account, Organisation organisation, MembershipRole role, Account? lineManager = null)
    {
        var membership = new Membership
        {
            AccountId = account.Id,
            OrganisationId = organisation.Id,
            Role = role,
            From = site.Clock.Today(),
            LineManagerId = lineManager?.Id,
            ConfirmedAt = site.Clock.Now(),
        };
        await SaveAsync(organisation.Id, db => db.Memberships.Add(membership));
        return membership;
    }

    /// <summary>A new person with one role in an organisation.</summary>
    public async Task<Account> PersonAsync(Organisation organisation, MembershipRole role, string name = "Ruth Delaney")
    {
        var account = await AccountAsync(name);
        await MemberAsync(account, organisation, role);
        return account;
    }
}
