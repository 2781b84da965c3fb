using Microsoft.EntityFrameworkCore;
using Quartz;
using Underpin.Leadership.Rotation;
using Underpin.Platform.Database;
using Underpin.Platform;

namespace Underpin.Leadership.Plans;

/// <summary>
/// Goes on with the searches that took too long to wait for, one after another. The best plan so far is kept while a search runs, so that a node
/// that stops loses little: another begins from there.
/// </summary>
[DisallowConcurrentExecution]
internal sealed class PlanRotations(FreshDb fresh, IHostApplicationLifetime house, TimeProvider clock) : IJob
{
    /// <summary>How often a search is looked at.</summary>
    static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    /// <summary>A search that gave no sign of life for so long has lost its node.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancel = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, house.ApplicationStopping);
        await RunAsync(stop.Token);
    }

    /// <returns>How many searches it went on with.</returns>
    public async Task<int> RunAsync(CancellationToken cancel, long steps = RotationSolving.InItsTime)
    {
        var done = 0;
        for (; !cancel.IsCancellationRequested && (await NextAsync()).Value is { } rotation; done++) await GoOnAsync(rotation, steps, cancel);
        return done;
    }

    Task<Outcome<RotationPlanRecord?>> NextAsync() => fresh.TryAsync<RotationPlanRecord?>(async db =>
    {
        var lost = clock.Now() - Silence;
        var next = await db.LeadershipRotations.Where(r => r.State == RotationState.Waiting || (r.State == RotationState.Running && r.SeenAt < lost)).OrderBy(r => r.ChangedAt).FirstOrDefaultAsync();
        if (next is null) return default(Outcome<RotationPlanRecord?>);
        (next.State, next.SeenAt) = (RotationState.Running, clock.Now());
        await db.SaveChangesAsync();
        return next;
    });

    async Task GoOnAsync(RotationPlanRecord rotation, long steps, CancellationToken cancel)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var latest = new Latest();
        if (rotation.StopAsked) await stop.CancelAsync();
        var search = Task.Run(() => RotationSolving.Solve(rotation.Problem, rotation.Findings?.Plan, steps, latest, stop.Token), CancellationToken.None);
        while (await Task.WhenAny(search, Task.Delay(Look, CancellationToken.None)) != search)
        {
            if (await KeepAsync(rotation, latest.Progress is { } progress ? RotationSolving.SoFar(progress) : null, state: null)) await stop.CancelAsync();
        }

        await KeepAsync(rotation, await search, cancel.IsCancellationRequested ? RotationState.Waiting : RotationState.Done);
    }

    /// <returns>Whether the search is to stop.</returns>
    async Task<bool> KeepAsync(RotationPlanRecord rotation, RotationFindings? found, RotationState? state) => (await fresh.TryAsync<bool>(async db =>
    {
        // The scenario may have been erased meanwhile, or planned anew after its node seemed lost.
        if (await db.LeadershipRotations.SingleOrDefaultAsync(r => r.Id == rotation.Id) is not { State: RotationState.Running } kept || kept.Edition != rotation.Edition) return true;
        if (found is not null && (found.IsSettled || kept.Findings?.Plan is null || found.IsBetterThan(kept.Findings) || (state is not null && !kept.Findings.IsBetterThan(found)))) kept.Findings = found;
        else if (found is not null && kept.Findings is { } before) kept.Findings = before with { Steps = found.Steps, Goal = found.Goal };
        kept.SeenAt = state is null ? clock.Now() : null;
        kept.State = state ?? kept.State;
        var stop = kept.StopAsked;
        if (state is not null) kept.StopAsked = false;
        await db.SaveChangesAsync();
        return stop;
    })).Value;

    sealed class Latest : IProgress<RotationProgress>
    {
        volatile RotationProgress? _progress;

        public RotationProgress? Progress => _progress;

        public void Report(RotationProgress value) => _progress = value;
    }
}
