using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Leadership.Scenarios;
using Underpin.Platform;

namespace Underpin.Leadership.Review;

/// <summary>All schools of a trust in one view: by what holds today, or for school leaders by any scenario.</summary>
internal sealed class TrustModel(UnderpinDb db, LeadershipShelf shelf, TimeProvider clock) : ScenarioPage
{
    /// <summary>Shared posts that are shown.</summary>
    public const int MostPosts = 60;

    public Guid Id { get; private set; }
    public string Organisation { get; private set; } = "";
    public IReadOnlyList<ScenarioChoice> Choices { get; private set; } = [];

    /// <summary>Null where there is no scenario that this person may see.</summary>
    public TrustOverview? Overview { get; private set; }

    public bool Leads { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid organisation, Guid? scenario, CancellationToken cancel)
    {
        (Id, Organisation) = (organisation, await db.Organisations.Where(o => o.Id == organisation).Select(o => o.Name).SingleAsync(cancel));
        Leads = HttpContext.CurrentUser().Is(MembershipRole.SchoolLeader, organisation);
        var choices = await ScenarioChoice.ReadAsync(db, organisation, clock.Today(), cancel);
        Choices = [.. choices.Where(one => one.IsInForce || (Leads && !one.IsArchived))];
        if (scenario is not null && choices.All(one => one.Id != scenario)) return NotFound();
        if ((scenario ?? Choices.FirstOrDefault()?.Id) is not { } chosen) return Page();
        if (!await ReadAsync(db, shelf, clock, chosen, cancel)) return NotFound();
        Overview = TrustOverview.Of(View, LeadershipReview.Run(Structure, Day, shelf.Content, MaySeePay));
        return Page();
    }

    /// <summary>How far IT is from the decision at a school, in few words.</summary>
    public static string Voice(ItVoice it) => it switch
    {
        { Leads.Count: 0 } => "nobody leads it",
        { Sits: true } => "sits where it is decided",
        { Between: { } between } => $"{Words.Count(between, "person", "people")} between",
        _ => "no way leads there",
    };
}
