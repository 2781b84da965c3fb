using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.Database;
using Underpin.Platform.Pages;

namespace Underpin.Access.Organisations;

internal sealed class PeopleModel(UnderpinDb db, InvitationService invitations, MembershipService memberships, TimeProvider clock) : PageModel
{
    const int RowsOnAPage = 50;

    internal sealed record Person(Guid Id, string Name, MembershipRole Role, DateOnly From, bool IsInForce, int RowVersion);

    [BindProperty(SupportsGet = true, Name = "organisation")]
    public Guid OrganisationId { get; set; }

    [BindProperty(SupportsGet = true, Name = "q"), Display(Name = "name")]
    public string? Search { get; set; }

    /// <summary>The last line of the page before.</summary>
    [BindProperty(SupportsGet = true, Name = "after")]
    public Guid? After { get; set; }

    [BindProperty, Display(Name = "e-mail address", Description = "They get a link there, good for 14 days")]
    public string? Email { get; set; }

    [BindProperty, Display(Name = "role")]
    public MembershipRole? Role { get; set; }

    public Organisation Organisation { get; private set; } = null!;
    public bool IsMember { get; private set; }
    public IReadOnlyList<MembershipRole> Offered { get; private set; } = [];
    public IReadOnlyList<Person> People { get; private set; } = [];
    public string? NextHref { get; private set; }
    public string Address => $"/organisations/{OrganisationId}/people";
    public string ListAddress => string.IsNullOrWhiteSpace(Search) ? Address : Address + new QueryBuilder { { "q", Search } };
    public IReadOnlyList<OneTimeLink> Invitations { get; private set; } = [];

    Change Change => HttpContext.CurrentUser().Change(clock);

    public Task OnGetAsync(CancellationToken cancel) => ReadAsync(cancel);

    public async Task<IActionResult> OnPostInviteAsync(CancellationToken cancel)
    {
        var email = ModelState.Email(Email, nameof(Email));
        if (Role is null && ModelState[nameof(Role)]?.Errors.Count is null or 0) ModelState.AddModelError(nameof(Role), "Choose a role");
        if (!ModelState.IsValid) return await AgainAsync(cancel);
        if (await invitations.InviteAsync(new() { Organisation = OrganisationId, Email = email, Role = Role!.Value }, Change, cancel) is not { } outcome) return NotFound();
        if (outcome.Refusal is { } refusal)
        {
            ModelState.Refuse(refusal, refusal is AlreadyInvited ? nameof(Email) : nameof(Role));
            return await AgainAsync(cancel);
        }

        return Done($"An invitation is on its way to {email}.");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid membership, int seen, CancellationToken cancel)
    {
        if (await memberships.EndAsync(new() { Organisation = OrganisationId, Membership = membership, Seen = seen }, Change, cancel) is not { } outcome) return NotFound();
        return outcome.Refusal is { } refusal ? await RefusedAsync(refusal, cancel) : Done("The role has ended.");
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid invitation, CancellationToken cancel)
    {
        if (await invitations.WithdrawAsync(new() { Organisation = OrganisationId, Invitation = invitation }, Change, cancel) is not { } outcome) return NotFound();
        return outcome.Refusal is { } refusal ? await RefusedAsync(refusal, cancel) : Done("The invitation is withdrawn. Its link no longer works.");
    }

    public static string Label(MembershipRole role) => char.ToUpperInvariant(role.Words()[0]) + role.Words()[1..];

    public static string Hint(MembershipRole role) => role switch
    {
        MembershipRole.Staff => "Works here",
        MembershipRole.SchoolAdministrator => "Confirms who works here and who manages whom",
        MembershipRole.SchoolLeader => "Plans who leads and who answers for what; sees what leaders earn",
        MembershipRole.CentreAdministrator => "Accepts learners, names assessors, claims certificates",
        MembershipRole.Assessor => "Judges learners' evidence",
        MembershipRole.QualityAssurer => "Samples and reviews assessors' judgements",
        MembershipRole.AwardingOfficer => "Decides claims and looks after certificates",
        MembershipRole.ExternalQualityAssurer => "Watches over the standard at centres",
        MembershipRole.FrameworkEditor => "Writes the framework and the qualifications",
        _ => "",
    };

    RedirectToPageResult Done(string message)
    {
        this.Say(message);
        return RedirectToPage(new { organisation = OrganisationId });
    }

    Task<IActionResult> RefusedAsync(Refusal refusal, CancellationToken cancel)
    {
        ModelState.Clear();
        ModelState.Refuse(refusal);
        return AgainAsync(cancel);
    }

    async Task<IActionResult> AgainAsync(CancellationToken cancel)
    {
        await ReadAsync(cancel);
        return Page();
    }

    async Task ReadAsync(CancellationToken cancel)
    {
        var user = HttpContext.CurrentUser();
        Organisation = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == OrganisationId, cancel);
        IsMember = user.Places.Any(p => p.OrganisationId == OrganisationId);
        Offered = Granting.Offered(AccessGate.RolesIn(user, new(null, OrganisationId)), Organisation.Kinds);
        await ReadPeopleAsync(cancel);
        var now = clock.Now();
        Invitations = await db.OneTimeLinks.AsNoTracking().Where(l => l.Purpose == LinkPurpose.Invitation && l.SubjectId == OrganisationId && l.UsedAt == null && l.ExpiresAt > now).OrderBy(l => l.Email).ToListAsync(cancel);
    }

    // Names are kept as text by a conversion, so they are ordered and compared as that text.
    async Task ReadPeopleAsync(CancellationToken cancel)
    {
        var people =
            from m in db.Memberships
            where m.OrganisationId == OrganisationId
            join account in db.Users on m.AccountId equals account.Id
            select new { Membership = m, account.Name };
        var last = After is { } after ? await people.Where(p => p.Membership.Id == after).Select(p => p.Name).ToListAsync(cancel) : [];
        var listed = people.Where(p => p.Membership.Until == null);
        if (!string.IsNullOrWhiteSpace(Search))
        {
            var pattern = LikePattern.Holding(Search);
            listed = listed.Where(p => EF.Functions.Like(((string)(object)p.Name).ToLower(), pattern, LikePattern.Escape));
        }

        if (last is [var name])
        {
            var (key, text) = (After!.Value, name.ToString());
            listed = listed.Where(p => ((string)(object)p.Name).CompareTo(text) > 0 || ((string)(object)p.Name == text && p.Membership.Id.CompareTo(key) > 0));
        }

        var read = await listed.OrderBy(p => p.Name).ThenBy(p => p.Membership.Id).Take(RowsOnAPage + 1)
            .Select(p => new { p.Membership.Id, p.Name, p.Membership.Role, p.Membership.From, IsInForce = p.Membership.Role != MembershipRole.Staff || p.Membership.ConfirmedAt != null, p.Membership.RowVersion })
            .AsNoTracking().ToListAsync(cancel);
        People = [.. read.Take(RowsOnAPage).Select(p => new Person(p.Id, p.Name.ToString(), p.Role, p.From, p.IsInForce, p.RowVersion))];
        if (read.Count <= RowsOnAPage) return;
        var query = new QueryBuilder();
        if (!string.IsNullOrWhiteSpace(Search)) query.Add("q", Search);
        query.Add("after", People[^1].Id.ToString());
        NextHref = Address + query;
    }
}
