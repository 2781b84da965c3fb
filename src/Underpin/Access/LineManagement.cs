using Microsoft.EntityFrameworkCore;

namespace Underpin.Access;

/// <summary>Who manages whom. Somebody may not assess a person they manage, however far below them that person works.</summary>
internal static class LineManagement
{
    /// <summary>
    /// Whether one person manages another, directly or through others, in any school: all memberships that have not ended count, the
    /// unconfirmed ones too. Nobody manages themselves.
    /// </summary>
    public static async Task<bool> IsManagerOf(UnderpinDb db, Guid managerId, Guid personId, CancellationToken cancel = default) =>
        managerId != personId && Above(personId, await EdgesAboveAsync(db, personId, cancel)).Contains(managerId);

    /// <summary>Everybody above a person. A circle, should one ever stand in the data, ends the walk.</summary>
    /// <param name="managers">Each person's direct managers.</param>
    public static IReadOnlySet<Guid> Above(Guid person, ILookup<Guid, Guid> managers)
    {
        var above = new HashSet<Guid>();
        var open = new Queue<Guid>([person]);
        while (open.TryDequeue(out var next))
            foreach (var manager in managers[next])
                if (above.Add(manager)) open.Enqueue(manager);
        return above;
    }

    /// <summary>The management lines that lead up from a person: one query for each step of the way.</summary>
    public static async Task<ILookup<Guid, Guid>> EdgesAboveAsync(UnderpinDb db, Guid personId, CancellationToken cancel)
    {
        var edges = new List<(Guid Person, Guid Manager)>();
        var asked = new HashSet<Guid>();
        List<Guid> level = [personId];
        while (level.Count > 0)
        {
            asked.UnionWith(level);
            var found = await db.Memberships.AsNoTracking()
                .Where(m => level.Contains(m.AccountId) && m.Until == null && m.LineManagerId != null)
                .Select(m => new { m.AccountId, Manager = m.LineManagerId!.Value }).ToListAsync(cancel);
            edges.AddRange(found.Select(f => (f.AccountId, f.Manager)));
            level = [.. found.Select(f => f.Manager).Distinct().Where(m => !asked.Contains(m))];
        }

        return edges.ToLookup(e => e.Person, e => e.Manager);
    }
}
