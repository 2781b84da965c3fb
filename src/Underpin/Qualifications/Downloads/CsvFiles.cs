using Microsoft.EntityFrameworkCore;
using Underpin.Framework;
using Underpin.Qualifications.Crosswalks;

namespace Underpin.Qualifications.Downloads;

/// <summary>What is published, as tables. Several values in a cell are set apart by a semicolon.</summary>
internal static class CsvFiles
{
    public static readonly IReadOnlyList<DownloadFile> All =
    [
        new CsvFile("areas.csv", "The areas of the framework", ["Area", "Title", "Summary"],
            db => Current(db, db.Areas, a => a.FrameworkId).OrderBy(a => a.Order).AsAsyncEnumerable().Select(object?[] (a) => [a.Code, a.Title, a.Summary])),
        new CsvFile("competences.csv", "The competences, with why a school depends on each", ["Competence", "Area", "Title", "Why", "Without it", "Replaces", "Address"],
            db => Current(db, db.Competences, c => c.FrameworkId).Join(db.Areas, c => c.AreaId, a => a.Id, (c, a) => new { Competence = c, a.Code, a.Order })
                .OrderBy(x => x.Order).ThenBy(x => x.Competence.Order).AsAsyncEnumerable()
                .Select(object?[] (x) => [x.Competence.Code, x.Code, x.Competence.Title, x.Competence.Why, x.Competence.Without, x.Competence.Replaces, $"/framework/{x.Competence.Code}"])),
        new CsvFile("competence-levels.csv", "What people do at each level of each competence", ["Competence", "Level", "Does"],
            db => Current(db, db.Competences, c => c.FrameworkId).OrderBy(c => c.Code).AsAsyncEnumerable().SelectMany(c => c.Levels.Select(object?[] (l) => [c.Code, l.Level, l.Does]).ToAsyncEnumerable())),
        new CsvFile("proficiency-levels.csv", "What the levels of proficiency mean", ["Level", "Title", "Meaning"],
            db => db.Frameworks.AsNoTracking().Where(f => f.IsCurrent).AsAsyncEnumerable().SelectMany(f => f.Levels.Select(object?[] (l) => [l.Level, l.Title, l.Meaning]).ToAsyncEnumerable())),
        new CsvFile("roles.csv", "The role profiles", ["Role", "Title", "Kind", "Purpose", "Duties", "Decides", "Works with", "Qualifications", "Leads to", "Address"],
            db => Current(db, db.RoleProfiles, r => r.FrameworkId).OrderBy(r => r.Order).AsAsyncEnumerable()
                .Select(object?[] (r) => [r.Code, r.Title, Small(r.Kind), r.Purpose, r.Duties, r.Decides, r.WorksWith, r.Qualifications, r.LeadsTo, $"/roles/{r.Code}"])),
        new CsvFile("role-competences.csv", "The level of each competence that each role asks for", ["Role", "Competence", "Level"],
            db => Current(db, db.RoleProfiles, r => r.FrameworkId).OrderBy(r => r.Order).AsAsyncEnumerable().SelectMany(r => r.Competences.Select(object?[] (c) => [r.Code, c.Code, c.Level]).ToAsyncEnumerable())),
        new CsvFile("units.csv", "The units", ["Unit", "Version", "Title", "Level", "Credit", "Guided hours", "Aim", "For", "Covers", "Evidence", "Assessment", "Leads to", "Address"],
            db => db.Units.AsNoTracking().Where(u => u.IsCurrent).OrderBy(u => u.Code).AsAsyncEnumerable()
                .Select(object?[] (u) => [u.Code, u.Version, u.Title, u.Level.Value, u.Credit.Value, u.GuidedHours.Value, u.Aim, u.For, u.Covers, u.Evidence, u.Assessment, u.LeadsTo, $"/units/{u.Code}"])),
        new CsvFile("criteria.csv", "The learning outcomes and assessment criteria of the units", ["Unit", "Version", "Outcome", "Outcome title", "Criterion", "Text", "Only a school", "Address"],
            db => db.Criteria.AsNoTracking().Join(db.LearningOutcomes, c => c.OutcomeId, o => o.Id, (c, o) => new { Criterion = c, Outcome = o })
                .Join(db.Units.Where(u => u.IsCurrent), x => x.Criterion.UnitId, u => u.Id, (x, u) => new { x.Criterion, x.Outcome, u.Code, u.Version })
                .OrderBy(x => x.Code).ThenBy(x => x.Criterion.Order).AsAsyncEnumerable()
                .Select(object?[] (x) => [x.Code, x.Version, x.Outcome.Code, x.Outcome.Title, x.Criterion.Code, x.Criterion.Text, x.Criterion.IsSchool, $"/units/{x.Code}/{x.Criterion.Code}"])),
        new CsvFile("unit-competences.csv", "Which competence each unit teaches, and to which level", ["Unit", "Competence", "Level"],
            db => db.Units.AsNoTracking().Where(u => u.IsCurrent).OrderBy(u => u.Code).AsAsyncEnumerable().SelectMany(u => u.Competences.Select(object?[] (c) => [u.Code, c.Code, c.Level]).ToAsyncEnumerable())),
        new CsvFile("qualifications.csv", "The qualifications", ["Qualification", "Version", "Title", "Type", "Level", "Awarding body", "Minimum credit", "Aim", "For", "Rule", "Leads to", "Address"],
            db => Qualifications(db).Select(object?[] (q) => [q.Code, q.Version, q.Title, Small(q.Type), q.Level.Value, q.AwardingBody, q.Rule.MinimumCredit.Value, q.Aim, q.For,
                string.Join(" ", RuleInWords.Sentences(q.Rule)), q.LeadsTo, $"/qualifications/{q.Code}"])),
        new CsvFile("qualification-units.csv", "Which units stand in which group of which qualification", ["Qualification", "Version", "Group", "Group title", "Asks", "Unit", "Level", "Credit"],
            db => Qualifications(db).SelectMany(q => q.Rule.Groups.SelectMany(g => g.Units.Select(object?[] (u) => [q.Code, q.Version, g.Code, g.Title, RuleInWords.Short(g), u.Code, u.Level.Value, u.Credit.Value])).ToAsyncEnumerable())),
        new CsvFile("crosswalks.csv", "What outside certificates, standards and skills cover of ours; extent is how much of ours",
            ["Crosswalk", "Reference", "Title", "Level there", "Status", "Status note", "Provisional", "Covers", "Extent", "Reason", "Checked", "Source", "Address"],
            db => db.CrosswalkMaps.AsNoTracking().Join(db.CrosswalkItems, m => m.ItemId, i => i.Id, (m, i) => new { Map = m, Item = i })
                .Join(db.Crosswalks, x => x.Item.CrosswalkId, c => c.Id, (x, c) => new { x.Map, x.Item, c.Code })
                .OrderBy(x => x.Code).ThenBy(x => x.Item.Order).ThenBy(x => x.Map.Order).AsAsyncEnumerable()
                .Select(object?[] (x) => [x.Code, x.Item.Reference, x.Item.Title, x.Item.Level, Small(x.Item.Status), x.Item.StatusNote, x.Item.IsProvisional, x.Map.To, Small(x.Map.Extent), x.Map.Reason,
                    x.Item.Checked, x.Item.Source, $"/crosswalks/{x.Code}#{CrosswalkWords.Anchor(x.Item.Reference)}"])),
    ];

    static string Small<T>(T value) where T : struct, Enum => CrosswalkDocument.InSmall(value);

    static IAsyncEnumerable<Qualification> Qualifications(UnderpinDb db) => db.Qualifications.AsNoTracking().Where(q => q.IsCurrent).OrderBy(q => q.Code).AsAsyncEnumerable();

    /// <summary>What belongs to the current edition of the framework.</summary>
    static IQueryable<T> Current<T>(UnderpinDb db, DbSet<T> all, System.Linq.Expressions.Expression<Func<T, Guid>> framework) where T : class =>
        all.AsNoTracking().Join(db.Frameworks.Where(f => f.IsCurrent), framework, f => f.Id, (thing, _) => thing);
}
