using Microsoft.EntityFrameworkCore;
using Underpin.Framework;
using Underpin.Framework.Content;
using Underpin.Framework.Newcomers;
using Underpin.Platform;
using Underpin.Platform.Content;
using Underpin.Platform.History;
using Underpin.Qualifications.Content;
using Underpin.Qualifications.Crosswalks;

namespace Underpin.Qualifications;

/// <summary>
/// Publishes checked content into the database, version by version. What is already published is left alone; a file whose text changed under an
/// unchanged version is refused, for learners enrolled on what was published.
/// </summary>
internal sealed class ContentPublisher(UnderpinDb db, IEnumerable<WhenPublished> steps)
{
    /// <summary>Reads, checks and publishes a content directory. One that is, byte for byte, what was published last is not read again.</summary>
    /// <returns>What was refused, in words; empty when all is published.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public async Task<IReadOnlyList<string>> PublishAsync(string directory, Change change, CancellationToken cancel = default)
    {
        var fingerprint = ContentFingerprint.Of(directory);
        var last = await db.PublishedContent.SingleOrDefaultAsync(cancel);
        if (last?.Fingerprint == fingerprint) return [];
        var reading = ContentSet.Read(directory, change.At.UkDate());
        if (reading.Content is not { } content) return [.. reading.Problems.Select(problem => problem.ToString())];
        var problems = await PublishAsync(content, change, cancel);
        if (problems.Count > 0) return problems;
        // On its own: were the program to end before it, the next start only reads once more.
        if (last is null) db.PublishedContent.Add(new() { Fingerprint = fingerprint });
        else last.Fingerprint = fingerprint;
        await db.SaveChangesAsync(cancel);
        return [];
    }

    /// <summary>Publishes what is new, all of it or none.</summary>
    /// <returns>What was refused, in words; empty when all is published.</returns>
    public async Task<IReadOnlyList<string>> PublishAsync(ContentSet content, Change change, CancellationToken cancel = default)
    {
        var problems = new List<string>();
        var added = new List<string>();
        await PublishFrameworkAsync(content.Framework, problems, added, cancel);
        var units = await PublishUnitsAsync(content, problems, added, cancel);
        await PublishQualificationsAsync(content, units, problems, added, cancel);
        await PublishCrosswalksAsync(content, added, cancel);
        await PublishNewcomersPageAsync(content.Newcomers, added, cancel);
        if (problems.Count > 0 || added.Count == 0) return problems;
        db.Record(change, HistoryChain.House, new ContentPublished(HistoryChain.House, added));
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        foreach (var step in steps) await step(db, cancel);
        await transaction.CommitAsync(cancel);
        return problems;
    }

    async Task PublishFrameworkAsync(FrameworkContent content, List<string> problems, List<string> added, CancellationToken cancel)
    {
        var version = content.Version.ToString();
        var published = await db.Frameworks.Where(f => f.Code == content.Code).ToListAsync(cancel);
        if (published.Find(f => f.Version == version) is { } same)
        {
            if (same.ContentHash != content.Hash) problems.Add(Changed($"The framework {content.Code} {version}"));
            return;
        }

        if (published.Exists(f => FrameworkVersion.Parse(f.Version).CompareTo(content.Version) > 0))
        {
            problems.Add($"The framework {content.Code} {version} is older than an edition that is already published: give the new edition a later version.");
            return;
        }

        await FrameworkPublisher.AddAsync(db, content, cancel);
        added.Add($"{content.Code} {version}");
    }

    async Task<Dictionary<string, Unit>> PublishUnitsAsync(ContentSet content, List<string> problems, List<string> added, CancellationToken cancel)
    {
        var published = (await db.Units.ToListAsync(cancel)).ToLookup(u => u.Code);
        var current = new Dictionary<string, Unit>();
        foreach (var unit in content.Units)
        {
            var same = published[unit.Code].FirstOrDefault(u => u.Version == unit.Version);
            if (same is not null && same.ContentHash != unit.Hash) problems.Add(Changed($"Unit {unit.Code} version {unit.Version}"));
            if (same is null)
            {
                foreach (var earlier in published[unit.Code]) earlier.IsCurrent = false;
                same = db.Units.Add(ToUnit(unit)).Entity;
                added.Add($"{unit.Code} version {unit.Version}");
            }

            current[unit.Code] = same;
        }

        return current;
    }

    async Task PublishQualificationsAsync(ContentSet content, Dictionary<string, Unit> units, List<string> problems, List<string> added, CancellationToken cancel)
    {
        var published = (await db.Qualifications.ToListAsync(cancel)).ToLookup(q => q.Code);
        foreach (var qualification in content.Qualifications)
        {
            var same = published[qualification.Code].FirstOrDefault(q => q.Version == qualification.Version);
            if (same is not null)
            {
                if (same.ContentHash != qualification.Hash) problems.Add(Changed($"Qualification {qualification.Code} version {qualification.Version}"));
                continue;
            }

            foreach (var earlier in published[qualification.Code]) earlier.IsCurrent = false;
            var stored = db.Qualifications.Add(new()
            {
                Code = qualification.Code,
                Version = qualification.Version,
                Title = qualification.Title,
                Type = qualification.Type,
                Level = qualification.Level,
                AwardingBody = qualification.AwardingBody,
                Aim = qualification.Aim,
                For = qualification.For,
                Rule = content.RuleOf(qualification),
                LeadsTo = qualification.LeadsTo,
                Sources = FrameworkPublisher.Sources(qualification.Sources),
                ContentHash = qualification.Hash,
                IsCurrent = true,
            }).Entity;
            var order = 0;
            foreach (var group in qualification.Rule.Groups)
                foreach (var code in group.Units)
                    db.QualificationUnits.Add(new() { QualificationId = stored.Id, UnitId = units[code].Id, GroupCode = group.Code, Order = order++ });
            added.Add($"{qualification.Code} version {qualification.Version}");
        }
    }

    // A crosswalk states what was found outside on a date: it is replaced when that changes, and goes when its file goes.
    async Task PublishCrosswalksAsync(ContentSet content, List<string> added, CancellationToken cancel)
    {
        var published = await db.Crosswalks.ToListAsync(cancel);
        foreach (var crosswalk in content.Crosswalks)
        {
            var earlier = published.Find(c => c.Code == crosswalk.Code);
            if (earlier?.ContentHash == crosswalk.Hash) continue;
            if (earlier is not null) db.Crosswalks.Remove(earlier);
            db.Crosswalks.Add(ToCrosswalk(crosswalk));
            added.Add($"the crosswalk {crosswalk.Code}");
        }

        foreach (var gone in published.Where(c => content.Crosswalks.All(kept => kept.Code != c.Code)))
        {
            db.Crosswalks.Remove(gone);
            added.Add($"the end of the crosswalk {gone.Code}");
        }
    }

    // Like a crosswalk: pay and rules outside change, and the page with them.
    async Task PublishNewcomersPageAsync(NewcomersContent content, List<string> added, CancellationToken cancel)
    {
        var published = await db.NewcomersPages.ToListAsync(cancel);
        if (published is [{ ContentHash: var hash }] && hash == content.Hash) return;
        db.NewcomersPages.RemoveRange(published);
        db.NewcomersPages.Add(new() { Content = content, ContentHash = content.Hash });
        added.Add("the newcomers' page");
    }

    static Crosswalk ToCrosswalk(CrosswalkContent content) => new()
    {
        Code = content.Code,
        Title = content.Title,
        Kind = content.Kind,
        About = content.About,
        Sources = FrameworkPublisher.Sources(content.Sources),
        ContentHash = content.Hash,
        Items = [.. content.Items.Select((item, order) => new CrosswalkItem
        {
            Order = order,
            Reference = item.Reference,
            Title = item.Title,
            Level = item.Level,
            Status = item.Status,
            StatusNote = item.StatusNote,
            Confidence = item.Confidence.ToString().ToLowerInvariant(),
            Checked = item.Checked,
            Source = item.Source,
            Maps = [.. item.Maps.Select((map, place) => new CrosswalkMap { To = map.To, Extent = map.Extent, Reason = map.Reason, Order = place })],
        })],
    };

    static Unit ToUnit(UnitContent content)
    {
        var unit = new Unit
        {
            Code = content.Code,
            Version = content.Version,
            Title = content.Title,
            Level = content.Level,
            Credit = content.Credit,
            GuidedHours = content.GuidedHours,
            Aim = content.Aim,
            For = content.For,
            Competences = [.. content.Competences.Select(c => new UnitCompetence(c.Code, c.Level))],
            Covers = content.Covers,
            Evidence = content.Evidence,
            Assessment = content.Assessment,
            LeadsTo = content.LeadsTo,
            Sources = FrameworkPublisher.Sources(content.Sources),
            ContentHash = content.Hash,
            IsCurrent = true,
        };
        var order = 0;
        foreach (var (outcome, number) in content.Outcomes.Select((o, i) => (o, i)))
        {
            unit.Outcomes.Add(new()
            {
                Code = outcome.Code,
                Title = outcome.Title,
                Order = number,
                Criteria = [.. outcome.Criteria.Select(c => new Criterion { UnitId = unit.Id, Code = c.Code, Text = c.Text, IsSchool = c.School, Order = order++ })],
            });
        }

        return unit;
    }

    static string Changed(string what) => $"{what} was published with other words. What is published never changes: raise the version in the file.";
}

internal sealed record ContentPublished(Guid Chain, IReadOnlyList<string> Added) : HistoryEvent(Chain)
{
    public override string Summary => $"published {string.Join(", ", Added)}";
}
