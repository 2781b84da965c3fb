using Microsoft.EntityFrameworkCore;
using Underpin.Framework;

namespace Underpin.Qualifications;

/// <summary>A role that asks for a qualification.</summary>
internal sealed record LadderRole(string Code, string Title, RoleKind Kind, int Order);

/// <summary>A current qualification with the roles that it leads to.</summary>
internal sealed record LadderStep(Qualification Qualification, IReadOnlyList<LadderRole> Roles)
{
    public string Code => Qualification.Code;
    /// <summary>A step of the way from first job to director; the others stand beside it.</summary>
    public bool IsOnLadder => Roles.Any(r => r.Kind == RoleKind.Ladder);
}

/// <summary>The current qualifications from first job to director, and the short ones beside them.</summary>
internal sealed class QualificationLadder(IReadOnlyList<LadderStep> steps)
{
    /// <summary>Lowest and smallest first.</summary>
    public IReadOnlyList<LadderStep> Steps { get; } = steps;

    public IEnumerable<LadderStep> Before(Qualification qualification) => Steps.Where(s => s.Qualification.LeadsTo.Contains(qualification.Code));

    public IEnumerable<LadderStep> After(Qualification qualification) => Steps.Where(s => qualification.LeadsTo.Contains(s.Code));

    /// <summary>The ladder, with the qualification at its place even if it stands beside it.</summary>
    public IEnumerable<LadderStep> Chain(Qualification qualification) => Steps.Where(s => s.IsOnLadder || s.Code == qualification.Code);

    public IReadOnlyList<LadderRole> RolesOf(string qualification) => Steps.FirstOrDefault(s => s.Code == qualification)?.Roles ?? [];

    public static async Task<QualificationLadder> ReadAsync(UnderpinDb db, CancellationToken cancel)
    {
        var qualifications = await db.Qualifications.AsNoTracking().Where(q => q.IsCurrent).ToListAsync(cancel);
        // Which qualifications a role asks for stands in one JSON column, so the (few) roles are looked through here.
        var roles = await db.RoleProfiles.AsNoTracking().Join(db.Frameworks.Where(f => f.IsCurrent), r => r.FrameworkId, f => f.Id, (r, _) => r)
            .OrderBy(r => r.Order).Select(r => new { r.Code, r.Title, r.Kind, r.Order, r.Qualifications }).ToListAsync(cancel);
        return new([.. qualifications.OrderBy(q => q.Level).ThenBy(q => q.Rule.MinimumCredit).ThenBy(q => q.Code, StringComparer.Ordinal)
            .Select(q => new LadderStep(q, [.. roles.Where(r => r.Qualifications.Contains(q.Code)).Select(r => new LadderRole(r.Code, r.Title, r.Kind, r.Order))]))]);
    }
}
