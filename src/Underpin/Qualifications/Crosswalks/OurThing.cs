using Microsoft.EntityFrameworkCore;

namespace Underpin.Qualifications.Crosswalks;

/// <summary>A unit, competence or qualification of ours that an outside thing covers.</summary>
internal sealed record OurThing(string Title, string Kind, string Address)
{
    /// <summary>Those with the codes, by code; one that is no longer current is missing.</summary>
    public static async Task<IReadOnlyDictionary<string, OurThing>> FindAsync(UnderpinDb db, IReadOnlyCollection<string> codes, CancellationToken cancel)
    {
        var found = new Dictionary<string, OurThing>();
        var competences = db.Competences.Where(c => codes.Contains(c.Code)).Join(db.Frameworks.Where(f => f.IsCurrent), c => c.FrameworkId, f => f.Id, (c, _) => new { c.Code, c.Title });
        foreach (var c in await competences.ToListAsync(cancel)) found[c.Code] = new(c.Title, "competence", $"/framework/{c.Code}");
        foreach (var u in await db.Units.Where(u => u.IsCurrent && codes.Contains(u.Code)).Select(u => new { u.Code, u.Title }).ToListAsync(cancel))
            found[u.Code] = new(u.Title, "unit", $"/units/{u.Code}");
        foreach (var q in await db.Qualifications.Where(q => q.IsCurrent && codes.Contains(q.Code)).Select(q => new { q.Code, q.Title }).ToListAsync(cancel))
            found[q.Code] = new(q.Title, "qualification", $"/qualifications/{q.Code}");
        return found;
    }
}
