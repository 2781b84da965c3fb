using Microsoft.EntityFrameworkCore;

namespace Underpin.Qualifications;

/// <summary>Units by their address: the current version, or the one that is asked for.</summary>
internal static class UnitVersions
{
    /// <summary>With outcomes and criteria in order, read apart so that no line comes twice.</summary>
    public static Task<Unit?> FindAsync(UnderpinDb db, string code, int? version, CancellationToken cancel) =>
        db.Units.AsNoTracking().WithParts().SingleOrDefaultAsync(u => u.Code == code && (version == null ? u.IsCurrent : u.Version == version), cancel);

    public static IQueryable<Unit> WithParts(this IQueryable<Unit> units) =>
        units.Include(u => u.Outcomes.OrderBy(o => o.Order)).ThenInclude(o => o.Criteria.OrderBy(c => c.Order)).AsSplitQuery();

    /// <summary>What stands after "?version=" in an address.</summary>
    /// <returns>False for what is no version.</returns>
    public static bool TryRead(string? asked, out int? version)
    {
        version = int.TryParse(asked, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
        return asked is null || version is not null;
    }
}
