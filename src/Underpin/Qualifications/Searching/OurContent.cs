using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Content;
using Underpin.Framework.Editions;
using Underpin.Platform.Search;
using Underpin.Qualifications.Crosswalks;

namespace Underpin.Qualifications.Searching;

/// <summary>Everything of the current edition that can be found, in words.</summary>
internal static class OurContent
{
    public static async Task WhenPublishedAsync(UnderpinDb db, CancellationToken cancel) =>
        await SearchFilling.ReplaceAsync(db, SearchSources.Ours, await ReadAsync(db, cancel), cancel);

    public static async IAsyncEnumerable<SearchableContent> SourcesAsync(UnderpinDb db, [EnumeratorCancellation] CancellationToken cancel)
    {
        yield return new(SearchSources.Ours, await ReadAsync(db, cancel));
    }

    public static async Task<IReadOnlyList<SearchDraft>> ReadAsync(UnderpinDb db, CancellationToken cancel)
    {
        var ours = await EditionList.MainCodeAsync(db, cancel);
        var frameworks = await db.Frameworks.AsNoTracking().Where(f => f.IsCurrent && f.Code == ours).Select(f => f.Id).ToListAsync(cancel);
        var areas = await db.Areas.AsNoTracking().Where(a => frameworks.Contains(a.FrameworkId)).OrderBy(a => a.Order).ToListAsync(cancel);
        var codes = areas.ToDictionary(a => a.Id, a => a.Code);
        var competences = await db.Competences.AsNoTracking().Where(c => frameworks.Contains(c.FrameworkId)).OrderBy(c => c.Order).ToListAsync(cancel);
        var areaOf = competences.ToDictionary(c => c.Code, c => codes[c.AreaId]);
        var roles = await db.RoleProfiles.AsNoTracking().Where(r => frameworks.Contains(r.FrameworkId)).OrderBy(r => r.Order).ToListAsync(cancel);
        var units = await db.Units.AsNoTracking().Where(u => u.IsCurrent).OrderBy(u => u.Code)
            .Include(u => u.Outcomes.OrderBy(o => o.Order)).ThenInclude(o => o.Criteria.OrderBy(c => c.Order)).AsSplitQuery().ToListAsync(cancel);
        var areasOfUnit = units.ToDictionary(u => u.Code, u => AreasOf(u.Competences.Select(c => c.Code)));
        var qualifications = await db.Qualifications.AsNoTracking().Where(q => q.IsCurrent).OrderBy(q => q.Code).ToListAsync(cancel);
        var crosswalks = await db.Crosswalks.AsNoTracking().OrderBy(c => c.Code).Include(c => c.Items.OrderBy(i => i.Order)).ThenInclude(i => i.Maps.OrderBy(m => m.Order)).AsSplitQuery().ToListAsync(cancel);
        var newcomers = await db.NewcomersPages.AsNoTracking().ToListAsync(cancel);
        return
        [
            .. areas.Select(a => new SearchDraft(SearchKind.Area, a.Code, a.Title, a.Summary, SearchAddresses.Area(a.Code)) { Areas = [a.Code] }),
            .. competences.Select(c => new SearchDraft(SearchKind.Competence, c.Code, c.Title, Prose([c.Why, c.Without, .. c.Levels.Select(l => l.Does)]), SearchAddresses.Competence(c.Code)) { Areas = [codes[c.AreaId]] }),
            .. roles.Select(r => new SearchDraft(SearchKind.Role, r.Code, r.Title, Prose([r.Purpose, .. r.Duties, r.Decides, r.WorksWith]), SearchAddresses.Role(r.Code))),
            .. units.SelectMany(u => OfUnit(u, areasOfUnit[u.Code])),
            .. qualifications.Select(q => new SearchDraft(SearchKind.Qualification, q.Code, q.Title, Prose([q.Aim, q.For]), SearchAddresses.Qualification(q.Code)) { Level = q.Level.Value }),
            .. newcomers.SelectMany(page => page.Content.Sections.Select((section, i) => OfNewcomers(section, i + 1))),
            .. crosswalks.SelectMany(c => c.Items.Select(i => OfCrosswalk(c, i, AreasOfMaps(i)))),
        ];

        IReadOnlyList<string> AreasOf(IEnumerable<string> codes) => [.. codes.Select(c => areaOf.GetValueOrDefault(c)).OfType<string>().Distinct()];

        IReadOnlyList<string> AreasOfMaps(CrosswalkItem item) =>
            [.. item.Maps.SelectMany(m => areasOfUnit.GetValueOrDefault(m.To) ?? AreasOf([m.To])).Distinct()];
    }

    static IEnumerable<SearchDraft> OfUnit(Unit unit, IReadOnlyList<string> areas)
    {
        var level = unit.Level.Value;
        yield return new(SearchKind.Unit, unit.Code, unit.Title,
            Prose([unit.Aim, unit.For, .. unit.Outcomes.SelectMany(o => o.Criteria.Select(c => c.Text).Prepend(o.Title)), .. unit.Covers, .. unit.Evidence, unit.Assessment]),
            SearchAddresses.Unit(unit.Code)) { Level = level, Areas = areas };
        foreach (var outcome in unit.Outcomes)
        {
            yield return new(SearchKind.Outcome, $"{unit.Code} outcome {outcome.Code}", outcome.Title, $"An outcome of {unit.Title}.", SearchAddresses.Outcome(unit.Code, outcome.Code)) { Level = level, Areas = areas };
            foreach (var criterion in outcome.Criteria)
                yield return new(SearchKind.Criterion, $"{unit.Code} criterion {criterion.Code}", criterion.Text, $"{outcome.Title}, in {unit.Title}.", SearchAddresses.Criterion(unit.Code, criterion.Code)) { Level = level, Areas = areas };
        }
    }

    static SearchDraft OfCrosswalk(Crosswalk crosswalk, CrosswalkItem item, IReadOnlyList<string> areas) =>
        new(SearchKind.Crosswalk, item.Reference, item.Title, Prose([crosswalk.Title, item.Level, item.StatusNote, .. item.Maps.Select(m => m.Reason)]), SearchAddresses.Crosswalk(crosswalk.Code, item.Reference)) { Areas = areas };

    static SearchDraft OfNewcomers(NewcomersSection section, int part) =>
        new(SearchKind.Newcomers, $"part {part}", section.Title, Prose([.. section.Intro, .. section.Items.SelectMany(i => new[] { i.Label, i.Text }), .. section.Outro]), SearchAddresses.Newcomers(section.Code));

    /// <summary>Parts as sentences, one after another.</summary>
    static string Prose(IEnumerable<string?> parts) =>
        string.Join(' ', parts.Select(p => p?.Trim()).OfType<string>().Where(p => p.Length > 0).Select(p => p[^1] is '.' or '?' or '!' ? p : p + "."));
}

/// <summary>Where each kind of thing is shown.</summary>
internal static class SearchAddresses
{
    public static string Area(string code) => $"/framework#{code}";
    public static string Competence(string code) => $"/framework/{code}";
    public static string Role(string code) => $"/roles/{code}";
    public static string Unit(string code) => $"/units/{code}";
    public static string Outcome(string unit, string code) => $"/units/{unit}#o{code}";
    public static string Criterion(string unit, string code) => $"/units/{unit}#c{code}";
    public static string Qualification(string code) => $"/qualifications/{code}";
    public static string Newcomers(string section) => $"/profession#{section}";
    public static string Crosswalk(string code, string reference) => $"/crosswalks/{code}#{CrosswalkWords.Anchor(reference)}";
}
