using Microsoft.EntityFrameworkCore;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Scenarios;

/// <summary>A scenario in a list to choose from.</summary>
internal sealed record ScenarioChoice(Guid Id, string Title, DateOnly? AdoptedFrom, bool IsArchived, bool IsInForce, DateTimeOffset ChangedAt)
{
    /// <summary>The scenarios of an organisation: the one that holds today first, then those changed last, archived ones at the end. One query.</summary>
    public static async Task<IReadOnlyList<ScenarioChoice>> ReadAsync(UnderpinDb db, Guid organisation, DateOnly today, CancellationToken cancel)
    {
        var all = await db.LeadershipScenarios.AsNoTracking().Where(s => s.OrganisationId == organisation)
            .Select(s => new { s.Id, s.Title, s.AdoptedFrom, s.ArchivedAt, s.ChangedAt }).ToListAsync(cancel);
        var holds = LeadershipRules.InForce(all, s => s.AdoptedFrom, today);
        return [.. all.Select(s => new ScenarioChoice(s.Id, s.Title, s.AdoptedFrom, s.ArchivedAt is not null, s == holds, s.ChangedAt))
            .OrderByDescending(s => s.IsInForce).ThenBy(s => s.IsArchived).ThenByDescending(s => s.ChangedAt)];
    }

    public string InWords => $"{Title}{(IsInForce ? " (holds today)" : IsArchived ? " (archived)" : AdoptedFrom is { } from ? $" (adopted from {from.InWords()})" : "")}";

    /// <summary>The day on which its document is looked at, as its own pages do.</summary>
    public DateOnly DayOf(SchoolStructure document, DateOnly today) => document.Date ?? (AdoptedFrom > today ? AdoptedFrom.Value : today);
}
