using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;
using Underpin.Platform.Pages;

namespace Underpin.Certificates.Claims;

internal sealed class AwardingClaimsModel(UnderpinDb db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true), Display(Name = "learner or certificate number", Description = "A part of the name is enough")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public string Name { get; private set; } = "";
    public Guid Id { get; private set; }
    public ClaimList List { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public bool IsSearch => !string.IsNullOrWhiteSpace(Find);
    public bool IsEmpty => List.Waiting.Count + List.Decided.Count == 0;
    public string Address => $"/awarding/{Id}/claims";
    public string? NextHref => List.Next is { } next ? Address + Query(next) : null;
    public string? PreviousHref => After is null ? null : Address + Query(null);

    public async Task OnGetAsync(Guid organisation, CancellationToken cancel)
    {
        Id = organisation;
        Today = clock.Today();
        Name = await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel);
        List = await ClaimList.ReadAsync(db, db.Claims.Where(c => c.AwardingBodyId == organisation), Find, PageKey.Read(After), cancel);
    }

    QueryBuilder Query(PageKey? after)
    {
        var query = new QueryBuilder();
        if (IsSearch) query.Add(nameof(Find), Find!);
        if (after is not null) query.Add(nameof(After), after.ToString());
        return query;
    }
}
