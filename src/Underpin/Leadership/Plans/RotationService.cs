using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Leadership.Rotation;
using Underpin.Leadership.Scenarios;
using Underpin.Platform.Database;
using Underpin.Platform;

namespace Underpin.Leadership.Plans;

internal sealed record StateRotation
{
    public required Guid Scenario { get; init; }
    /// <summary>The edition of the conditions that the person was looking at; 0 where there were none yet.</summary>
    public required int Seen { get; init; }
    public required RotationProblem Problem { get; init; }
}

internal sealed record PlanRotation
{
    public required Guid Scenario { get; init; }
    /// <summary>The work to do before answering; what it does not finish goes on in the background.</summary>
    public long Steps { get; init; } = RotationSolving.AtOnce;
}

internal sealed record FixCell
{
    public required Guid Scenario { get; init; }
    public required string Duty { get; init; }
    public required int Year { get; init; }
    /// <summary>Code of a person; null to let go of a cell that was fixed.</summary>
    public required string? Person { get; init; }
    public long Steps { get; init; } = RotationSolving.AtOnce;
}

internal sealed record TakeAlternative
{
    public required Guid Scenario { get; init; }
    /// <summary>Which of <see cref="RotationFindings.Alternatives"/>, from 0.</summary>
    public required int Index { get; init; }
    public required int Seen { get; init; }
}

internal sealed record AdoptPlan
{
    public required Guid Scenario { get; init; }
    /// <summary>The row version of the plan that the person was looking at.</summary>
    public required int Seen { get; init; }
}

/// <summary>Everything that school leaders do with the rotation of a scenario.</summary>
internal sealed class RotationService(FreshDb fresh, LeadershipShelf shelf, LeadershipService scenarios)
{
    /// <summary>Keeps what is asked. A plan found for something else is kept only to stay near to.</summary>
    public Task<Outcome<RotationPlanRecord>> StateAsync(StateRotation options, Change change, CancellationToken cancel) => OpenAsync(options.Scenario, change, cancel, async (db, scenario, rotation) =>
    {
        if (rotation?.IsLooking == true) return new StillLooking();
        if (rotation is not null && rotation.Edition != options.Seen)
            return new ConditionsChangedMeanwhile((await db.Users.Where(a => a.Id == rotation.ChangedById).Select(a => a.Name).SingleAsync(cancel)).ToString());
        var problem = RotationStatement.Renew(options.Problem, scenario.Document, shelf.Content.Catalogue);
        if (RotationStatement.ProblemsOf(problem, scenario.Document) is { Count: > 0 } problems) return new ConditionsDoNotFit(problems);
        if (rotation is not null && RotationStatement.Same(rotation.Problem, problem)) return rotation;
        return State(db, scenario, rotation, problem, change);
    });

    /// <summary>Looks for a plan: at once where that takes little, otherwise in the background.</summary>
    public Task<Outcome<RotationPlanRecord>> PlanAsync(PlanRotation options, Change change, CancellationToken cancel) => OpenAsync(options.Scenario, change, cancel, (_, scenario, rotation) =>
        rotation is null ? Answer(new NothingStated()) : Answer(Plan(scenario, rotation, rotation.Problem, options.Steps, change, cancel)));

    /// <summary>Fixes who holds a duty in a year, or lets it go, and plans the rest again.</summary>
    public Task<Outcome<RotationPlanRecord>> FixAsync(FixCell options, Change change, CancellationToken cancel) => OpenAsync(options.Scenario, change, cancel, (_, scenario, rotation) =>
    {
        if (rotation is null) return Answer(new NothingStated());
        var others = rotation.Problem.Fixed.Where(f => f.Duty != options.Duty || f.Year != options.Year);
        var problem = rotation.Problem with { Fixed = options.Person is null ? [.. others] : [.. others, new(options.Duty, options.Year, options.Person)] };
        return Answer(Plan(scenario, rotation, problem, options.Steps, change, cancel));
    });

    /// <summary>Asks a running search to stop; it keeps the best plan it has.</summary>
    public Task<Outcome<RotationPlanRecord>> StopAsync(Guid scenarioId, Change change, CancellationToken cancel) => OpenAsync(scenarioId, change, cancel, (_, _, rotation) =>
    {
        if (rotation?.IsLooking != true) return Answer(new NotLooking());
        if (rotation.State == RotationState.Waiting) rotation.State = RotationState.Done;
        else rotation.StopAsked = true;
        return Answer(rotation);
    });

    public Task<Outcome<RotationPlanRecord>> TakeAsync(TakeAlternative options, Change change, CancellationToken cancel) => OpenAsync(options.Scenario, change, cancel, (_, _, rotation) =>
    {
        if (rotation?.Findings is not { Plan: { } plan } found || rotation.RowVersion != options.Seen || options.Index < 0 || options.Index >= found.Alternatives.Count) return Answer(new NoSuchAlternative());
        var taken = found.Alternatives[options.Index];
        rotation.Findings = found with { Plan = taken, Alternatives = [.. found.Alternatives.Select(one => one == taken ? plan : one)] };
        return Answer(rotation);
    });

    /// <summary>Writes the plan into the scenario, from where everybody reads who answers for what on a day.</summary>
    public Task<Outcome<RotationPlanRecord>> AdoptAsync(AdoptPlan options, Change change, CancellationToken cancel) => OpenAsync(options.Scenario, change, cancel, async (db, scenario, rotation) =>
    {
        if (rotation is { IsLooking: true }) return new StillLooking();
        // A plan found for earlier conditions is not one for these.
        if (rotation is not { State: RotationState.Done, Findings.Plan: { } plan }) return new NoPlanYet();
        var problem = rotation.Problem;
        if (rotation.RowVersion != options.Seen || !RotationStatement.Same(problem, RotationStatement.Renew(problem, scenario.Document, shelf.Content.Catalogue))) return new ScenarioMovedOn();
        var written = await scenarios.EditAsync(db, scenario, new() { Scenario = scenario.Id, Seen = scenario.Revision, Edit = new AdoptRotation(problem, plan) }, change, cancel);
        if (written.Refusal is { } refusal) return refusal;
        (rotation.Adopted, rotation.Revision) = (new(problem, plan, change.At), scenario.Revision);
        db.Record(change, scenario.OrganisationId, new RotationTakenOver(scenario.OrganisationId, scenario.Id, problem.FirstYear, problem.Years, problem.Duties.Count));
        return rotation;
    });

    Outcome<RotationPlanRecord> Plan(LeadershipScenario scenario, RotationPlanRecord rotation, RotationProblem asked, long steps, Change change, CancellationToken cancel)
    {
        if (rotation.IsLooking) return new StillLooking();
        var problem = RotationStatement.Renew(asked, scenario.Document, shelf.Content.Catalogue);
        if (RotationStatement.ProblemsOf(problem, scenario.Document) is { Count: > 0 } problems) return new ConditionsDoNotFit(problems);
        var findings = RotationSolving.Solve(problem, rotation.Findings?.Plan, steps, null, cancel);
        Change(rotation, problem, change);
        rotation.Revision = scenario.Revision;
        rotation.Findings = findings;
        rotation.State = findings.IsSettled ? RotationState.Done : RotationState.Waiting;
        rotation.StopAsked = false;
        return rotation;
    }

    static RotationPlanRecord State(UnderpinDb db, LeadershipScenario scenario, RotationPlanRecord? rotation, RotationProblem problem, Change change)
    {
        if (rotation is null)
        {
            rotation = new()
            {
                ScenarioId = scenario.Id,
                Problem = problem,
                Edition = 1,
                Revision = scenario.Revision,
                State = RotationState.Stated,
                ChangedAt = change.At,
                ChangedById = change.ActorId ?? throw new InvalidOperationException("Conditions are stated by somebody with an account."),
            };
            db.LeadershipRotations.Add(rotation);
            return rotation;
        }

        Change(rotation, problem, change);
        (rotation.State, rotation.Revision) = (RotationState.Stated, scenario.Revision);
        return rotation;
    }

    static void Change(RotationPlanRecord rotation, RotationProblem problem, Change change)
    {
        if (!RotationStatement.Same(rotation.Problem, problem)) rotation.Edition++;
        rotation.Problem = problem;
        rotation.ChangedAt = change.At;
        rotation.ChangedById = change.ActorId ?? throw new InvalidOperationException("A rotation is planned by somebody with an account.");
    }

    Task<Outcome<RotationPlanRecord>> OpenAsync(Guid id, Change change, CancellationToken cancel, Func<UnderpinDb, LeadershipScenario, RotationPlanRecord?, Task<Outcome<RotationPlanRecord>>> act) => fresh.TryAsync<RotationPlanRecord>(async db =>
    {
        if (await db.LeadershipScenarios.SingleOrDefaultAsync(s => s.Id == id, cancel) is not { } scenario) return new NoSuchScenario();
        if (!(await db.RolesInAsync(change, scenario.OrganisationId, cancel)).Contains(Role.SchoolLeader))
            return new NotASchoolLeader(await db.Organisations.Where(o => o.Id == scenario.OrganisationId).Select(o => o.Name).SingleAsync(cancel));
        if (scenario.IsArchived) return new ScenarioIsArchived(scenario.Title);
        var done = await act(db, scenario, await db.LeadershipRotations.SingleOrDefaultAsync(r => r.ScenarioId == id, cancel));
        if (!done.IsRefused) await db.SaveChangesAsync(cancel);
        return done;
    });

    static Task<Outcome<RotationPlanRecord>> Answer(Outcome<RotationPlanRecord> outcome) => Task.FromResult(outcome);
}
