using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Content;
using Underpin.Platform.Database;
using Underpin.Platform;

namespace Underpin.Framework.Drafting;

internal sealed record AddAreaOptions
{
    public required Guid DraftId { get; init; }
    public required string Code { get; init; }
    public required string Title { get; init; }
    public required string Summary { get; init; }
}

internal sealed record AddCompetenceOptions
{
    public required Guid DraftId { get; init; }
    public required string Area { get; init; }
    public required string Title { get; init; }
    public required string Why { get; init; }
    public required string Without { get; init; }
    /// <summary>What a person does, by level; empty ones are left out.</summary>
    public required IReadOnlyDictionary<int, string> Levels { get; init; }
}

internal sealed record RemoveCompetenceOptions
{
    public required Guid DraftId { get; init; }
    public required string Code { get; init; }
    /// <summary>The competence that takes it over; null when nothing does.</summary>
    public required string? Successor { get; init; }
}

internal sealed record AddDutyOptions
{
    public required Guid DraftId { get; init; }
    public required string Role { get; init; }
    public required string Text { get; init; }
}

internal sealed record AskForOptions
{
    public required Guid DraftId { get; init; }
    public required string Role { get; init; }
    public required string Competence { get; init; }
    public required int Level { get; init; }
}

internal sealed record AddLevelOptions
{
    public required Guid DraftId { get; init; }
    public required string Competence { get; init; }
    public required int Level { get; init; }
    public required string Text { get; init; }
}

/// <summary>A text that was refused, by the name of its field in the form.</summary>
internal sealed record FieldRefused(string Field, Refusal Why) : Refusal(Why.Message);

/// <summary>Adds to a draft what it has not, and takes competences out of it.</summary>
internal sealed class DraftAdditions(FreshDb fresh, TimeProvider clock)
{
    public Task<Outcome<string>> AddAreaAsync(AddAreaOptions options, Change change, CancellationToken cancel) => AtDeskAsync<string>(options.DraftId, change, async (db, desk) =>
    {
        var code = (options.Code ?? "").Trim();
        if (!DraftingRules.IsAreaCode(code)) return new FieldRefused(nameof(options.Code), new AreaCodeWrong());
        if (await WasUsedAsync(db, desk, code, cancel)) return new FieldRefused(nameof(options.Code), new CodeWasUsed(code));
        var (title, summary) = (DraftingRules.Tidy(options.Title), DraftingRules.Tidy(options.Summary));
        if ((Bad(desk, nameof(options.Title), LineKind.Title, title) ?? Bad(desk, nameof(options.Summary), LineKind.ForHeads, summary)) is { } bad) return bad;
        await desk.AddAsync($"{code}.title", title, cancel);
        await desk.AddAsync($"{code}.summary", summary, cancel);
        await desk.SaveAsync(change, $"added the area {code}, {title}", cancel);
        return code;
    }, cancel);

    /// <returns>The new competence's code.</returns>
    public Task<Outcome<string>> AddCompetenceAsync(AddCompetenceOptions options, Change change, CancellationToken cancel) => AtDeskAsync<string>(options.DraftId, change, async (db, desk) =>
    {
        if (desk.Reading.Areas.FirstOrDefault(a => a.Code == options.Area && !a.IsRemoved) is not { } area) return new NoSuchArea(options.Area);
        var (title, why, without) = (DraftingRules.Tidy(options.Title), DraftingRules.Tidy(options.Why), DraftingRules.Tidy(options.Without));
        var levels = options.Levels.Select(l => (Level: l.Key, Text: DraftingRules.Tidy(l.Value))).Where(l => l.Text.Length > 0).OrderBy(l => l.Level).ToList();
        if ((Bad(desk, nameof(options.Title), LineKind.Title, title) ?? Bad(desk, nameof(options.Why), LineKind.ForHeads, why) ?? Bad(desk, nameof(options.Without), LineKind.ForHeads, without)) is { } bad) return bad;
        if (levels.Count == 0) return new FieldRefused("Level1", new NoLevelDescribed());
        foreach (var (level, text) in levels)
        {
            if (level < 1 || level > desk.Reading.Basis.Levels.Count) return new NotALevel(desk.Reading.Basis.Levels.Count);
            if (Bad(desk, $"Level{level}", LineKind.Does, text) is { } badLevel) return badLevel;
        }

        if (await NextNumberAsync(db, desk, area.Code, cancel) is var number && number > 99) return new AreaIsFull(area.Code);
        var code = $"{area.Code}-{number}";
        await desk.AddAsync($"{code}.title", title, cancel);
        await desk.AddAsync($"{code}.why", why, cancel);
        await desk.AddAsync($"{code}.without", without, cancel);
        foreach (var (level, text) in levels) await desk.AddAsync($"{code}.level.{level}", text, cancel);
        await desk.SaveAsync(change, $"added the competence {code}, {title}", cancel);
        return code;
    }, cancel);

    /// <summary>Takes a competence out. Its successor says so, and roles that asked for it ask for the successor at the same level.</summary>
    public Task<Outcome<bool>> RemoveCompetenceAsync(RemoveCompetenceOptions options, Change change, CancellationToken cancel) => AtDeskAsync<bool>(options.DraftId, change, async (_, desk) =>
    {
        var live = desk.Reading.Competences.Where(c => !c.IsRemoved).ToDictionary(c => c.Code);
        if (!live.TryGetValue(options.Code, out var removed)) return new NoSuchCompetence(options.Code);
        if (options.Successor == options.Code) return new OwnSuccessor(options.Code);
        if (options.Successor is { } named && !live.ContainsKey(named)) return new NoSuchCompetence(named);

        var isNew = removed.IsNew;
        var before = removed.Lines.Where(l => !l.Removed).Select(l => (Line: l, At: LinePath.Parse(l.Path))).ToList();
        if (options.Successor is { } successor)
        {
            // What it had taken over passes on; a competence that was never published leaves nothing to take over.
            string[] own = isNew ? [] : [options.Code];
            var inherited = before.Where(l => l.At.Field == "replaces").SelectMany(l => FrameworkLines.Codes(l.Line.Text));
            var replaces = live[successor].Lines.FirstOrDefault(l => l.Path == $"{successor}.replaces" && !l.Removed);
            var codes = (replaces is null ? [] : FrameworkLines.Codes(replaces.Text)).Concat(own).Concat(inherited).Distinct().ToList();
            if (codes.Count > 0 && replaces is not null) desk.Change(replaces, string.Join(", ", codes));
            else if (codes.Count > 0) await desk.AddAsync($"{successor}.replaces", string.Join(", ", codes), cancel);
        }

        foreach (var asked in desk.Reading.Lines.Where(l => !l.Removed).Select(l => (Line: l, At: LinePath.Parse(l.Path))).Where(l => l.At.Field == "competence" && l.At.Key == options.Code).ToList())
        {
            desk.Remove(asked.Line);
            var path = $"{asked.At.Part}.competence.{options.Successor}";
            if (options.Successor is not null && desk.Reading.Line(path) is null or { Removed: true }) await desk.AddAsync(path, asked.Line.Text, cancel);
        }

        foreach (var (line, _) in before) desk.Remove(line);
        await desk.SaveAsync(change, options.Successor is null ? $"took out {options.Code}" : $"took out {options.Code}; {options.Successor} takes it over", cancel);
        return true;
    }, cancel);

    public Task<Outcome<string>> AddDutyAsync(AddDutyOptions options, Change change, CancellationToken cancel) => AtDeskAsync<string>(options.DraftId, change, async (db, desk) =>
    {
        if (Role(desk, options.Role) is not { } role) return new NoSuchRole();
        var text = DraftingRules.Tidy(options.Text);
        if (Bad(desk, nameof(options.Text), LineKind.Does, text) is { } bad) return bad;
        var prefix = $"{role.Code}.duty.";
        var used = await db.DraftLines.Where(l => l.DraftId == options.DraftId && l.Path.StartsWith(prefix)).Select(l => l.Path).ToListAsync(cancel);
        var path = $"{prefix}{used.Select(p => LinePath.Parse(p).Number).DefaultIfEmpty().Max() + 1}";
        await desk.AddAsync(path, text, cancel);
        await desk.SaveAsync(change, $"added a duty to {role.Title}", cancel);
        return path;
    }, cancel);

    public Task<Outcome<string>> AskForAsync(AskForOptions options, Change change, CancellationToken cancel) => AtDeskAsync<string>(options.DraftId, change, async (_, desk) =>
    {
        if (Role(desk, options.Role) is not { } role) return new NoSuchRole();
        if (desk.Reading.Competences.All(c => c.Code != options.Competence || c.IsRemoved)) return new FieldRefused(nameof(options.Competence), new NoSuchCompetence(options.Competence));
        if (options.Level < 1 || options.Level > desk.Reading.Basis.Levels.Count) return new FieldRefused(nameof(options.Level), new NotALevel(desk.Reading.Basis.Levels.Count));
        var path = $"{role.Code}.competence.{options.Competence}";
        if (desk.Reading.Line(path) is { Removed: false }) return new FieldRefused(nameof(options.Competence), new AskedAlready(role.Title, options.Competence));
        await desk.AddAsync(path, options.Level.ToString(CultureInfo.InvariantCulture), cancel);
        await desk.SaveAsync(change, $"asked {role.Title} for {options.Competence} at level {options.Level}", cancel);
        return path;
    }, cancel);

    public Task<Outcome<string>> AddLevelAsync(AddLevelOptions options, Change change, CancellationToken cancel) => AtDeskAsync<string>(options.DraftId, change, async (_, desk) =>
    {
        if (desk.Reading.Competences.FirstOrDefault(c => c.Code == options.Competence && !c.IsRemoved) is not { } competence) return new NoSuchCompetence(options.Competence);
        if (options.Level < 1 || options.Level > desk.Reading.Basis.Levels.Count) return new FieldRefused(nameof(options.Level), new NotALevel(desk.Reading.Basis.Levels.Count));
        var path = $"{competence.Code}.level.{options.Level}";
        if (desk.Reading.Line(path) is { Removed: false }) return new FieldRefused(nameof(options.Level), new LevelDescribedAlready(competence.Code, options.Level));
        var text = DraftingRules.Tidy(options.Text);
        if (Bad(desk, nameof(options.Text), LineKind.Does, text) is { } bad) return bad;
        await desk.AddAsync(path, text, cancel);
        await desk.SaveAsync(change, $"added level {options.Level} to {competence.Code}", cancel);
        return path;
    }, cancel);

    Task<Outcome<T>> AtDeskAsync<T>(Guid draftId, Change change, Func<UnderpinDb, DraftDesk, Task<Outcome<T>>> act, CancellationToken cancel) => fresh.TryAsync<T>(async db =>
        await DraftDesk.OpenAsync(db, draftId, change, clock.Today(), cancel) is var desk && desk.IsRefused ? desk.Refusal! : await act(db, desk.Value));

    static DraftPart? Role(DraftDesk desk, string code) => desk.Reading.Roles.FirstOrDefault(r => r.Code == LinePath.RolePrefix + code);

    static FieldRefused? Bad(DraftDesk desk, string field, LineKind kind, string text) =>
        DraftingRules.Line(kind, text, desk.Reading.Basis.Levels.Count) is { } bad ? new(field, bad) : null;

    /// <summary>Whether a code has ever been given, in an edition or in this draft.</summary>
    static async Task<bool> WasUsedAsync(UnderpinDb db, DraftDesk desk, string code, CancellationToken cancel)
    {
        var (framework, draftId, prefix) = (desk.Reading.Draft.FrameworkCode, desk.Reading.Draft.Id, $"{code}.");
        return await db.Areas.AnyAsync(a => a.Code == code && db.Frameworks.Any(f => f.Id == a.FrameworkId && f.Code == framework), cancel)
            || await db.DraftLines.AnyAsync(l => l.DraftId == draftId && l.Path.StartsWith(prefix), cancel);
    }

    // A code is never given to another competence: those of earlier editions and those taken back count too.
    static async Task<int> NextNumberAsync(UnderpinDb db, DraftDesk desk, string area, CancellationToken cancel)
    {
        var (framework, draftId, prefix) = (desk.Reading.Draft.FrameworkCode, desk.Reading.Draft.Id, $"{area}-");
        var published = await db.Competences.Where(c => c.Code.StartsWith(prefix) && db.Frameworks.Any(f => f.Id == c.FrameworkId && f.Code == framework)).Select(c => c.Code).Distinct().ToListAsync(cancel);
        var drafted = await db.DraftLines.Where(l => l.DraftId == draftId && l.Path.StartsWith(prefix)).Select(l => l.Path).ToListAsync(cancel);
        return published.Concat(drafted.Select(path => LinePath.Parse(path).Part)).Select(code => int.Parse(code[prefix.Length..], CultureInfo.InvariantCulture)).DefaultIfEmpty().Max() + 1;
    }
}
