using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Leadership.Editing;
using Underpin.Leadership.Files;
using Underpin.Leadership.Structure;
using Underpin.Platform;
using Underpin.Platform.Content;
using Underpin.Platform.Database;

namespace Underpin.Leadership.Scenarios;

internal sealed record BeginFromTemplate
{
    public required Guid Organisation { get; init; }
    /// <summary>The code of a template.</summary>
    public required string Template { get; init; }
    public required TemplateAnswers Answers { get; init; }
}

internal sealed record BeginFromCsv
{
    public required Guid Organisation { get; init; }
    public required string Title { get; init; }
    public required IReadOnlyList<School> Schools { get; init; }
    public required CsvFiles Files { get; init; }
}

internal sealed record BeginFromPaste
{
    public required Guid Organisation { get; init; }
    public required string Title { get; init; }
    public required School School { get; init; }
    public required string Text { get; init; }
}

/// <summary>A structure that is ready: from a file, or from a plan.</summary>
internal sealed record BeginFromStructure
{
    public required Guid Organisation { get; init; }
    public required SchoolStructure Structure { get; init; }
    /// <summary>What it came from: "a file".</summary>
    public required string From { get; init; }
}

internal sealed record CopyScenario
{
    public required Guid Scenario { get; init; }
    public required string Title { get; init; }
}

internal sealed record ChangeScenario
{
    public required Guid Scenario { get; init; }
    /// <summary>The number of the revision that the person was looking at.</summary>
    public required int Seen { get; init; }
    public required StructureEdit Edit { get; init; }
}

internal sealed record GoBack
{
    public required Guid Scenario { get; init; }
    public required int Seen { get; init; }
    /// <summary>The number of a revision; null for the one before the last change.</summary>
    public int? To { get; init; }
}

internal sealed record AdoptScenario
{
    public required Guid Scenario { get; init; }
    public required DateOnly From { get; init; }
}

internal sealed record EraseScenario
{
    public required Guid Scenario { get; init; }
    /// <summary>The title, typed again.</summary>
    public required string Title { get; init; }
}

/// <summary>What came of beginning: the scenario, and what was taken to be meant where a list left it open.</summary>
internal sealed record Begun(LeadershipScenario Scenario, IReadOnlyList<string> Notes);

/// <summary>
/// Everything that can be done with scenarios, for school leaders of their organisation. Each act works on a context of its own and is tried again
/// when another act was first, so that the second sees what the first did.
/// </summary>
internal sealed class LeadershipService(FreshDb fresh, LeadershipShelf shelf)
{
    public Task<Outcome<Begun>> BeginFromTemplateAsync(BeginFromTemplate options, Change change, CancellationToken cancel)
    {
        if (shelf.Templates.FirstOrDefault(t => t.Code == options.Template) is not { } template) return Refused<Begun>(new NoSuchTemplate());
        SchoolStructure structure;
        try
        {
            structure = template.Fill(options.Answers, shelf.Content);
        }
        catch (Exception problem) when (problem is FormatException or ArgumentException)
        {
            return Refused<Begun>(new NamesRefused(problem.Message));
        }

        return BeginAsync(options.Organisation, structure, $"the template “{template.Structure.Title}”", [], change, cancel);
    }

    public Task<Outcome<Begun>> BeginFromCsvAsync(BeginFromCsv options, Change change, CancellationToken cancel) =>
        ImportAsync(options.Organisation, StructureCsv.Read(LeadershipRules.Tidy(options.Title), options.Schools, options.Files, shelf.Content), "files", change, cancel);

    public Task<Outcome<Begun>> BeginFromPasteAsync(BeginFromPaste options, Change change, CancellationToken cancel) =>
        ImportAsync(options.Organisation, StaffListPaste.Read(LeadershipRules.Tidy(options.Title), options.School, options.Text, shelf.Content), "a pasted list", change, cancel);

    public Task<Outcome<Begun>> BeginFromStructureAsync(BeginFromStructure options, Change change, CancellationToken cancel) =>
        BeginAsync(options.Organisation, options.Structure, options.From, [], change, cancel);

    Task<Outcome<Begun>> ImportAsync(Guid organisation, StructureImport import, string from, Change change, CancellationToken cancel) =>
        import.Structure is { } structure
            ? BeginAsync(organisation, structure, from, import.Notes, change, cancel)
            : Refused<Begun>(new ImportRefused(import.Problems, import.MoreProblems));

    Task<Outcome<Begun>> BeginAsync(Guid organisationId, SchoolStructure structure, string from, IReadOnlyList<string> notes, Change change, CancellationToken cancel) => fresh.TryAsync<Begun>(async db =>
    {
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Id == organisationId, cancel) is not { } organisation) return new NoSuchScenario();
        if (await MayAsync(db, organisation, change, cancel) is { } refusal) return refusal;
        var title = LeadershipRules.Tidy(structure.Title);
        var about = LeadershipRules.Tidy(structure.About);
        if ((LeadershipRules.Title(title) ?? LeadershipRules.About(about) ?? await RoomAsync(db, organisationId, cancel)) is { } unfit) return unfit;
        var scenario = Add(db, organisationId, title, about, structure, $"began from {from}", change);
        db.Record(change, organisationId, new ScenarioBegun(organisationId, scenario.Id, from));
        await db.SaveChangesAsync(cancel);
        return new Begun(scenario, notes);
    });

    public Task<Outcome<LeadershipScenario>> CopyAsync(CopyScenario options, Change change, CancellationToken cancel) => OpenAsync(options.Scenario, change, evenArchived: true, cancel, async (db, original) =>
    {
        var title = LeadershipRules.Tidy(options.Title);
        if ((LeadershipRules.Title(title) ?? await RoomAsync(db, original.OrganisationId, cancel)) is { } refusal) return refusal;
        var copy = Add(db, original.OrganisationId, title, original.About, original.Document, $"copied “{original.Title}”", change);
        db.Record(change, original.OrganisationId, new ScenarioBegun(original.OrganisationId, copy.Id, "a copy"));
        return copy;
    });

    /// <summary>Applies an edit. One that somebody else's change has overtaken is refused, with who and what; an edit that changes nothing is no change.</summary>
    public Task<Outcome<LeadershipScenario>> ChangeAsync(ChangeScenario options, Change change, CancellationToken cancel) => OpenAsync(options.Scenario, change, evenArchived: false, cancel, (db, scenario) => EditAsync(db, scenario, options, change, cancel));

    /// <summary>The same within a change that does more: on a tracked scenario, by somebody who may, and not saved yet.</summary>
    public async Task<Outcome<LeadershipScenario>> EditAsync(UnderpinDb db, LeadershipScenario scenario, ChangeScenario options, Change change, CancellationToken cancel)
    {
        var edit = options.Edit;
        if (await ChangedSinceAsync(db, scenario, options.Seen, edit.Touches, cancel) is { } changed) return changed;
        var applied = edit.Apply(scenario.Document, shelf.Content);
        if (applied.Refusal is { } refusal) return refusal;
        if (StructureJson.Write(applied.Value) == StructureJson.Write(scenario.Document)) return scenario;
        if (EditChecks.NewProblems(scenario.Document, applied.Value, shelf.Content) is { Count: > 0 } problems) return new DoesNotFit(problems);
        Revise(db, scenario, applied.Value, edit.Words(scenario.Document), null, change);
        db.Record(change, scenario.OrganisationId, new ScenarioChanged(scenario.OrganisationId, scenario.Id, scenario.Revision, edit.GetType().Name));
        return scenario;
    }

    /// <summary>Goes back to a revision, or to the one before the last change: going back again goes further back. What was left stays among the revisions.</summary>
    public Task<Outcome<LeadershipScenario>> GoBackAsync(GoBack options, Change change, CancellationToken cancel) => OpenAsync(options.Scenario, change, evenArchived: false, cancel, async (db, scenario) =>
    {
        if (await ChangedSinceAsync(db, scenario, options.Seen, structure => structure, cancel) is { } changed) return changed;
        var revisions = await db.ScenarioRevisions.Where(r => r.ScenarioId == scenario.Id).OrderBy(r => r.Number).Select(r => new { r.Number, r.GoesBackTo }).ToListAsync(cancel);
        var stands = revisions[^1].GoesBackTo ?? revisions[^1].Number;
        var before = revisions.LastOrDefault(r => r.Number < stands);
        if (options.To is null && before is null) return new NothingToUndo();
        var number = options.To ?? before!.GoesBackTo ?? before!.Number;
        if (await db.ScenarioRevisions.AsNoTracking().SingleOrDefaultAsync(r => r.ScenarioId == scenario.Id && r.Number == number, cancel) is not { } back) return new NoSuchRevision(number);
        if (number == stands) return scenario;
        Revise(db, scenario, back.Document, $"went back to version {number}", back.GoesBackTo ?? number, change);
        db.Record(change, scenario.OrganisationId, new ScenarioTakenBack(scenario.OrganisationId, scenario.Id, scenario.Revision, number));
        return scenario;
    });

    /// <summary>Makes the scenario hold from a day on, until another is adopted. A day that it was to hold from before is replaced.</summary>
    public Task<Outcome<LeadershipScenario>> AdoptAsync(AdoptScenario options, Change change, CancellationToken cancel) => OpenAsync(options.Scenario, change, evenArchived: false, cancel, async (db, scenario) =>
    {
        if (LeadershipRules.Adopting(scenario.Document, options.From, change.At.UkDate()) is { } refusal) return refusal;
        var other = await db.LeadershipScenarios.Where(s => s.OrganisationId == scenario.OrganisationId && s.Id != scenario.Id && s.AdoptedFrom == options.From).Select(s => s.Title).FirstOrDefaultAsync(cancel);
        if (other is not null) return new DayIsTaken(other, options.From);
        if (scenario.AdoptedFrom == options.From) return scenario;
        db.Record(change, scenario.OrganisationId, new ScenarioAdopted(scenario.OrganisationId, scenario.Id, scenario.AdoptedFrom, options.From));
        scenario.AdoptedFrom = options.From;
        return scenario;
    });

    public Task<Outcome<LeadershipScenario>> EndAdoptionAsync(Guid scenarioId, Change change, CancellationToken cancel) => OpenAsync(scenarioId, change, evenArchived: true, cancel, (db, scenario) =>
    {
        if (scenario.AdoptedFrom is not { } from) return Answer<LeadershipScenario>(new NotAdopted());
        scenario.AdoptedFrom = null;
        db.Record(change, scenario.OrganisationId, new AdoptionEnded(scenario.OrganisationId, scenario.Id, from));
        return Answer<LeadershipScenario>(scenario);
    });

    /// <summary>Puts a scenario out of the way. One that has held and holds no longer can be archived; it still says who led then.</summary>
    public Task<Outcome<LeadershipScenario>> ArchiveAsync(Guid scenarioId, Change change, CancellationToken cancel) => OpenAsync(scenarioId, change, evenArchived: false, cancel, async (db, scenario) =>
    {
        if (scenario.AdoptedFrom is { } from)
        {
            var today = change.At.UkDate();
            var next = await db.LeadershipScenarios.AnyAsync(s => s.OrganisationId == scenario.OrganisationId && s.AdoptedFrom > from && s.AdoptedFrom <= today, cancel);
            if (!next) return new AdoptedStaysOpen(scenario.Title);
        }

        scenario.ArchivedAt = change.At;
        db.Record(change, scenario.OrganisationId, new ScenarioArchived(scenario.OrganisationId, scenario.Id));
        return scenario;
    });

    public Task<Outcome<LeadershipScenario>> BringBackAsync(Guid scenarioId, Change change, CancellationToken cancel) => OpenAsync(scenarioId, change, evenArchived: true, cancel, async (db, scenario) =>
    {
        if (!scenario.IsArchived) return scenario;
        if (await RoomAsync(db, scenario.OrganisationId, cancel) is { } refusal) return refusal;
        scenario.ArchivedAt = null;
        db.Record(change, scenario.OrganisationId, new ScenarioBroughtBack(scenario.OrganisationId, scenario.Id));
        return scenario;
    });

    /// <summary>Erases a scenario with all its revisions, and so every name in them. The history keeps that there was one.</summary>
    public Task<Outcome<LeadershipScenario>> EraseAsync(EraseScenario options, Change change, CancellationToken cancel) => OpenAsync(options.Scenario, change, evenArchived: true, cancel, (db, scenario) =>
    {
        if (scenario.AdoptedFrom is not null) return Answer<LeadershipScenario>(new AdoptedIsKept(scenario.Title));
        if (LeadershipRules.Tidy(options.Title) != scenario.Title) return Answer<LeadershipScenario>(new TitleTypedWrong(scenario.Title));
        db.LeadershipScenarios.Remove(scenario);
        db.Record(change, scenario.OrganisationId, new ScenarioErased(scenario.OrganisationId, scenario.Id, scenario.Revision, scenario.AdoptedFrom));
        return Answer<LeadershipScenario>(scenario);
    });

    Task<Outcome<LeadershipScenario>> OpenAsync(Guid id, Change change, bool evenArchived, CancellationToken cancel, Func<UnderpinDb, LeadershipScenario, Task<Outcome<LeadershipScenario>>> act) => fresh.TryAsync<LeadershipScenario>(async db =>
    {
        if (await db.LeadershipScenarios.SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } scenario) return new NoSuchScenario();
        var organisation = await db.Organisations.SingleAsync(o => o.Id == scenario.OrganisationId, cancel);
        if (await MayAsync(db, organisation, change, cancel) is { } refusal) return refusal;
        if (scenario.IsArchived && !evenArchived) return new ScenarioIsArchived(scenario.Title);
        var done = await act(db, scenario);
        if (!done.IsRefused) await db.SaveChangesAsync(cancel);
        return done;
    });

    static async Task<Refusal?> MayAsync(UnderpinDb db, Organisation organisation, Change change, CancellationToken cancel)
    {
        if (!organisation.Kinds.HasFlag(OrganisationKinds.School) && !organisation.Kinds.HasFlag(OrganisationKinds.Trust)) return new NotASchoolOrTrust(organisation.Name);
        return (await db.RolesInAsync(change, organisation.Id, cancel)).Contains(Role.SchoolLeader) ? null : new NotASchoolLeader(organisation.Name);
    }

    static async Task<Refusal?> RoomAsync(UnderpinDb db, Guid organisation, CancellationToken cancel) =>
        await db.LeadershipScenarios.CountAsync(s => s.OrganisationId == organisation && s.ArchivedAt == null, cancel) >= LeadershipRules.MostScenarios ? new TooManyScenarios(LeadershipRules.MostScenarios) : null;

    /// <summary>Who changed a part last, and how, since the person looked; null when it is as they saw it.</summary>
    static async Task<Refusal?> ChangedSinceAsync(UnderpinDb db, LeadershipScenario scenario, int seen, Func<SchoolStructure, object?> part, CancellationToken cancel)
    {
        if (seen == scenario.Revision) return null;
        var since = await db.ScenarioRevisions.AsNoTracking().Where(r => r.ScenarioId == scenario.Id && r.Number >= seen).OrderBy(r => r.Number).ToListAsync(cancel);
        if (since is not [{ } first, ..] || first.Number != seen) return new NoSuchRevision(seen);
        if (StructureJson.WritePart(part(first.Document)) == StructureJson.WritePart(part(scenario.Document))) return null;
        var last = since.Zip(since.Skip(1)).Last(pair => StructureJson.WritePart(part(pair.First.Document)) != StructureJson.WritePart(part(pair.Second.Document))).Second;
        var who = await db.Users.Where(a => a.Id == last.ById).Select(a => a.Name).SingleAsync(cancel);
        return new ChangedMeanwhile(who.ToString(), last.What);
    }

    static LeadershipScenario Add(UnderpinDb db, Guid organisation, string title, string about, SchoolStructure structure, string what, Change change)
    {
        var by = change.ActorId ?? throw new InvalidOperationException("A scenario is begun by somebody with an account.");
        var scenario = new LeadershipScenario
        {
            OrganisationId = organisation,
            Title = title,
            About = about,
            CreatedAt = change.At,
            CreatedById = by,
            ChangedAt = change.At,
            ChangedById = by,
            Revision = 1,
            Document = structure with { Title = title, About = about },
        };
        db.LeadershipScenarios.Add(scenario);
        AddRevision(db, scenario, what, null, change);
        return scenario;
    }

    static void Revise(UnderpinDb db, LeadershipScenario scenario, SchoolStructure structure, string what, int? goesBackTo, Change change)
    {
        scenario.Document = structure;
        (scenario.Title, scenario.About) = (LeadershipRules.Tidy(structure.Title), LeadershipRules.Tidy(structure.About));
        scenario.Revision++;
        scenario.ChangedAt = change.At;
        scenario.ChangedById = change.ActorId ?? throw new InvalidOperationException("A scenario is changed by somebody with an account.");
        AddRevision(db, scenario, what, goesBackTo, change);
    }

    static void AddRevision(UnderpinDb db, LeadershipScenario scenario, string what, int? goesBackTo, Change change) => db.ScenarioRevisions.Add(new()
    {
        ScenarioId = scenario.Id,
        Number = scenario.Revision,
        At = change.At,
        ById = scenario.ChangedById,
        What = what.Length <= LeadershipRules.LongestWhat ? what : $"{what[..(LeadershipRules.LongestWhat - 3)]}...",
        GoesBackTo = goesBackTo,
        Document = scenario.Document,
    });

    static Task<Outcome<T>> Refused<T>(Refusal refusal) => Task.FromResult<Outcome<T>>(refusal);

    static Task<Outcome<T>> Answer<T>(Outcome<T> outcome) => Task.FromResult(outcome);
}
