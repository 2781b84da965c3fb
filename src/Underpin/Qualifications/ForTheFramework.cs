using Microsoft.EntityFrameworkCore;
using Underpin.Framework;
using Underpin.Framework.Drafting;
using Underpin.Qualifications.Crosswalks;

namespace Underpin.Qualifications;

/// <summary>What the framework's pages ask of this room, which they may not read.</summary>
internal static class ForTheFramework
{
    public static void AddAnswersForTheFramework(this IServiceCollection services)
    {
        services.AddSingleton<FindTeachingUnits>(FindUnitsTeachingAsync);
        services.AddSingleton<FindTaughtCompetences>(FindTaughtAsync);
        services.AddSingleton<ListQualifications>(ListQualificationsAsync);
        services.AddSingleton<FindOutsideMatches>(FindOutsideMatchesAsync);
    }

    // Competences of a unit stand in one JSON column, so the (few) current units are looked through here.
    static async Task<IReadOnlyList<TeachingUnit>> FindUnitsTeachingAsync(UnderpinDb db, IReadOnlyCollection<string> competences, CancellationToken cancel) =>
        [.. (await db.Units.AsNoTracking().Where(u => u.IsCurrent).OrderBy(u => u.Code).Select(u => new { u.Code, u.Title, u.Level, u.Competences }).ToListAsync(cancel))
            .SelectMany(u => u.Competences.Where(c => competences.Contains(c.Code)).Select(c => new TeachingUnit(c.Code, u.Code, u.Title, u.Level.Value, c.Level)))];

    static async Task<IReadOnlyList<NamedQualification>> ListQualificationsAsync(UnderpinDb db, CancellationToken cancel)
    {
        var rows = await db.Qualifications.AsNoTracking().Where(q => q.IsCurrent)
            .Join(db.QualificationUnits, q => q.Id, u => u.QualificationId, (q, u) => new { q.Code, q.Title, q.Level, Unit = u.Unit!.Code })
            .ToListAsync(cancel);
        return [.. rows.GroupBy(r => r.Code).Select(q => new NamedQualification(q.Key, q.First().Title, q.First().Level.Value, [.. q.Select(r => r.Unit)]))
            .OrderBy(q => q.Level).ThenBy(q => q.Code, StringComparer.Ordinal)];
    }

    static async Task<IReadOnlyList<OutsideMatch>> FindOutsideMatchesAsync(UnderpinDb db, string competence, CancellationToken cancel)
    {
        var rows = await db.CrosswalkMaps.AsNoTracking().Where(m => m.To == competence)
            .Join(db.CrosswalkItems, m => m.ItemId, i => i.Id, (map, item) => new { Map = map, Item = item })
            .Join(db.Crosswalks, x => x.Item.CrosswalkId, c => c.Id, (x, c) => new { x.Map, x.Item, c.Code, c.Title, c.Kind })
            .ToListAsync(cancel);
        return [.. rows.OrderBy(r => r.Kind).ThenBy(r => r.Title, StringComparer.OrdinalIgnoreCase).ThenBy(r => r.Item.Order).Select(r => new OutsideMatch(
            InWords(r.Kind), r.Title, $"/crosswalks/{r.Code}", r.Item.Reference, r.Item.Title, InWords(r.Map.Extent), r.Map.Reason, Warning(r.Item.Status), r.Item.IsProvisional, r.Item.Checked))];
    }

    static string InWords(CrosswalkKind kind) => kind switch
    {
        CrosswalkKind.Vendor => "Certificates of makers and suppliers",
        CrosswalkKind.Apprenticeship => "Apprenticeships",
        CrosswalkKind.Skills => "Frameworks of skills",
        CrosswalkKind.Standard => "Standards that schools are asked to meet",
        CrosswalkKind.Leadership => "Leadership programmes",
        _ => "Other qualifications and registration",
    };

    static string InWords(Extent extent) => extent switch
    {
        Extent.Full => "Covers all of it",
        Extent.Most => "Covers most of it",
        _ => "Covers part of it",
    };

    static string? Warning(OutsideStatus status) => status switch
    {
        OutsideStatus.Closing => "closing",
        OutsideStatus.Superseded => "superseded",
        OutsideStatus.Retired => "retired",
        OutsideStatus.Unconfirmed => "status not confirmed",
        _ => null,
    };

    static async Task<IReadOnlyList<TaughtCompetence>> FindTaughtAsync(UnderpinDb db, CancellationToken cancel) =>
        [.. (await db.Units.AsNoTracking().Where(u => u.IsCurrent).OrderBy(u => u.Code).Select(u => new { u.Code, u.Title, u.Competences }).ToListAsync(cancel))
            .SelectMany(u => u.Competences.Select(c => new TaughtCompetence(c.Code, c.Level, u.Code, u.Title)))];
}
