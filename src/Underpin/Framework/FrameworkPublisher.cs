using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Content;
using Underpin.Platform.Content;

namespace Underpin.Framework;

/// <summary>Called after content has been published, in the same transaction: rooms bring up to date what they derive from it.</summary>
internal delegate Task WhenPublished(UnderpinDb db, CancellationToken cancel);

/// <summary>Puts an edition of the framework among the published ones, and reads one back as it was written.</summary>
internal static class FrameworkPublisher
{
    /// <summary>Adds the edition as the current one; what was published before stands beside it. The caller saves.</summary>
    public static async Task<PublishedFramework> AddAsync(UnderpinDb db, FrameworkContent content, CancellationToken cancel)
    {
        foreach (var earlier in await db.Frameworks.Where(f => f.Code == content.Code && f.IsCurrent).ToListAsync(cancel)) earlier.IsCurrent = false;
        var framework = new PublishedFramework
        {
            Code = content.Code,
            Version = content.Version.ToString(),
            Title = content.Title,
            Summary = content.Summary,
            PublishedOn = content.Published,
            AwardingBody = content.AwardingBody,
            Levels = [.. content.Levels.Select(l => new ProficiencyLevel(l.Level, l.Title, l.Meaning))],
            Sources = Sources(content.Sources),
            ContentHash = content.Hash,
            IsCurrent = true,
        };
        db.Frameworks.Add(framework);
        foreach (var area in content.Areas)
        {
            var stored = db.Areas.Add(new() { FrameworkId = framework.Id, Code = area.Code, Title = area.Title, Summary = area.Summary, Order = area.Order }).Entity;
            db.Competences.AddRange(area.Competences.Select((competence, order) => new Competence
            {
                FrameworkId = framework.Id,
                AreaId = stored.Id,
                Code = competence.Code,
                Title = competence.Title,
                Why = competence.Why,
                Without = competence.Without,
                Levels = [.. competence.Levels.Select(l => new CompetenceLevel(l.Level, l.Does))],
                Replaces = competence.Replaces,
                Order = order,
            }));
        }

        db.RoleProfiles.AddRange(content.Roles.Select(role => new RoleProfile
        {
            FrameworkId = framework.Id,
            Code = role.Code,
            Title = role.Title,
            Order = role.Order,
            Kind = role.Kind,
            Purpose = role.Purpose,
            Duties = role.Duties,
            Decides = role.Decides,
            WorksWith = role.WorksWith,
            Competences = [.. role.Competences.Select(c => new RoleCompetence(c.Code, c.Level))],
            Qualifications = role.Qualifications,
            LeadsTo = role.LeadsTo,
            Sources = Sources(role.Sources),
        }));
        return framework;
    }

    /// <summary>An edition as it was written: its hash is the one under which it was published.</summary>
    public static async Task<FrameworkContent> ReadAsync(UnderpinDb db, PublishedFramework framework, CancellationToken cancel)
    {
        var version = FrameworkVersion.Parse(framework.Version);
        var areas = await db.Areas.AsNoTracking().Where(a => a.FrameworkId == framework.Id).OrderBy(a => a.Order).ToListAsync(cancel);
        var competences = (await db.Competences.AsNoTracking().Where(c => c.FrameworkId == framework.Id).OrderBy(c => c.Order).ToListAsync(cancel)).ToLookup(c => c.AreaId);
        var roles = await db.RoleProfiles.AsNoTracking().Where(r => r.FrameworkId == framework.Id).OrderBy(r => r.Order).ToListAsync(cancel);
        return new()
        {
            Code = framework.Code,
            Title = framework.Title,
            Version = version,
            Published = framework.PublishedOn,
            AwardingBody = framework.AwardingBody,
            Summary = framework.Summary,
            Levels = [.. framework.Levels.Select(l => new ProficiencyLevelContent(l.Level, l.Title, l.Meaning))],
            Areas = [.. areas.Select(area => new AreaContent
            {
                Version = version,
                Code = area.Code,
                Title = area.Title,
                Order = area.Order,
                Summary = area.Summary,
                Competences = [.. competences[area.Id].Select(competence => new CompetenceContent
                {
                    Version = version,
                    Code = competence.Code,
                    Title = competence.Title,
                    Why = competence.Why,
                    Without = competence.Without,
                    Levels = [.. competence.Levels.Select(l => new CompetenceLevelContent(l.Level, l.Does))],
                    Replaces = competence.Replaces,
                })],
            })],
            Roles = [.. roles.Select(role => new RoleContent
            {
                Code = role.Code,
                Title = role.Title,
                Order = role.Order,
                Kind = role.Kind,
                Purpose = role.Purpose,
                Duties = role.Duties,
                Decides = role.Decides,
                WorksWith = role.WorksWith,
                Competences = [.. role.Competences.Select(c => new RoleCompetenceContent(c.Code, c.Level))],
                Qualifications = role.Qualifications,
                LeadsTo = role.LeadsTo,
                Sources = Sources(role.Sources),
            })],
            Sources = Sources(framework.Sources),
        };
    }

    public static IReadOnlyList<Source> Sources(IReadOnlyList<SourceContent> sources) =>
        [.. sources.Select(s => new Source(s.Title, s.Url?.AbsoluteUri, s.Checked, s.Confidence.ToString().ToLowerInvariant()))];

    static IReadOnlyList<SourceContent> Sources(IReadOnlyList<Source> sources) =>
        [.. sources.Select(s => new SourceContent(s.Title, s.Url is null ? null : new Uri(s.Url), s.Checked, Enum.Parse<Confidence>(s.Confidence, ignoreCase: true)))];
}
