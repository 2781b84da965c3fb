using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Content;
using Underpin.Framework.Content.Lint;
using Underpin.Framework.Editions;
using Underpin.Platform;

namespace Underpin.Framework.Drafting;

/// <summary>A level of a competence that a published unit teaches.</summary>
internal sealed record TaughtCompetence(string Competence, int Level, string UnitCode, string UnitTitle);

/// <summary>Registered by the room of units, which this room may not read.</summary>
internal delegate Task<IReadOnlyList<TaughtCompetence>> FindTaughtCompetences(UnderpinDb db, CancellationToken cancel);

/// <summary>What is asked before an edition is published. The finding says what is so or, when it fails, what to do.</summary>
internal sealed record PublishCheck(string Title, bool Passed, string Finding);


internal static class PublishChecks
{
    const int MostNamed = 5;

    public static async Task<IReadOnlyList<PublishCheck>> RunAsync(UnderpinDb db, DraftReading reading, FindTaughtCompetences findTaught, DateOnly today, CancellationToken cancel)
    {
        var draft = reading.Draft;
        var unanswered = await db.DraftComments.CountAsync(c => c.DraftId == draft.Id && c.HiddenAt == null && !db.CommentReplies.Any(r => r.CommentId == c.Id), cancel);
        var versions = await db.Frameworks.Where(f => f.Code == draft.FrameworkCode).Select(f => f.Version).ToListAsync(cancel);
        // Units follow the house's framework; another that was taken in from outside has none.
        var taught = await IsTaughtAsync(db, draft.FrameworkCode, cancel) ? await findTaught(db, cancel) : [];
        return Run(reading, taught, unanswered, versions.Max(FrameworkVersion.Parse), today);
    }

    public static IReadOnlyList<PublishCheck> Run(DraftReading reading, IReadOnlyList<TaughtCompetence> taught, int unanswered, FrameworkVersion latest, DateOnly today)
    {
        var draft = reading.Draft;
        var proposed = reading.Proposed(today);
        var changed = reading.Changed.Count();
        var broken = DraftingRules.Broken(proposed).ToList();
        var findings = Forbidding(reading, proposed, today);
        var lost = Lost(proposed, taught);
        return
        [
            Check("Something differs from the edition before", changed > 0 ? null : "Nothing has been changed yet.", $"{Count(changed, "line differs", "lines differ")} from {draft.BasedOn}."),
            Check("The version is the next", FrameworkVersion.Parse(draft.Version).CompareTo(latest) > 0 ? null : $"Edition {latest} has been published in the meantime. Abandon this draft, and begin one from {latest}.", $"It will be edition {draft.Version}."),
            Check("Everything it refers to is there", broken.Count == 0 ? null : Named(broken), "Roles and competences find each other."),
            Check("The words keep to the rules", findings.Count == 0 ? null : $"{Count(findings.Count, "finding", "findings")} in changed lines: {Named([.. findings.Select(f => $"{f.Path}: {f.Message}")])} Change those lines.", "No changed line breaks a rule of the linter."),
            Check("Published units find what they teach", lost.Count == 0 ? null : $"{Named(lost)} Keep it, or publish the unit anew first.", "Each competence and level that a unit teaches is there."),
            Check("The consultation is over",
                draft.IsOpenForComment(today) ? $"People can comment until {draft.ConsultationUntil!.Value.InWords()}. Wait for that day to pass, or close the consultation early." : null,
                draft.WasConsultedOn ? $"It ended on {draft.ConsultationUntil!.Value.InWords()}." : "None was opened on this draft."),
            Check("Every comment has an answer", unanswered == 0 ? null : $"{Count(unanswered, "comment waits", "comments wait")} for an answer. Answer each, with a reason.", "No comment waits for one."),
        ];
    }

    /// <summary>Only what this draft changed is held against it: the rest stands published as it is.</summary>
    public static IReadOnlyList<LineFinding> Forbidding(DraftReading reading, FrameworkContent proposed, DateOnly today)
    {
        var changed = reading.Changed.Select(l => l.Path).ToHashSet();
        return [.. Findings(reading, proposed, today).Where(f => changed.Contains(f.Path))];
    }

    /// <summary>What the linter says of the edition to be, by the paths of the draft.</summary>
    public static IReadOnlyList<LineFinding> Findings(DraftReading reading, FrameworkContent proposed, DateOnly today)
    {
        var paths = reading.PathsInDraft;
        return [.. FrameworkLint.Check(proposed, today).Select(f => f with { Path = paths.GetValueOrDefault(f.Path, f.Path) })];
    }

    static List<string> Lost(FrameworkContent proposed, IReadOnlyList<TaughtCompetence> taught)
    {
        var levels = proposed.Areas.SelectMany(a => a.Competences).ToDictionary(c => c.Code, c => c.Levels.Select(l => l.Level).ToHashSet());
        return [.. taught.Where(t => !levels.TryGetValue(t.Competence, out var there) || !there.Contains(t.Level))
            .Select(t => levels.ContainsKey(t.Competence) ? $"{t.UnitTitle} ({t.UnitCode}) teaches {t.Competence} to level {t.Level}, which this draft does not describe." : $"{t.UnitTitle} ({t.UnitCode}) teaches {t.Competence}, which this draft takes out.")];
    }

    static async Task<bool> IsTaughtAsync(UnderpinDb db, string framework, CancellationToken cancel) =>
        await EditionList.MainCodeAsync(db, cancel) == framework;

    static string Named(IReadOnlyList<string> all) =>
        string.Join(" ", all.Take(MostNamed)) + (all.Count > MostNamed ? $" And {all.Count - MostNamed} more." : "");

    static string Count(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";

    static PublishCheck Check(string title, string? problem, string finding) => new(title, problem is null, problem ?? finding);
}
