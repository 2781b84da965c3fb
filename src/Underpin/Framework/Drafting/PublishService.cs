using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Underpin.Framework.Content;
using Underpin.Platform.Database;
using Underpin.Platform;

namespace Underpin.Framework.Drafting;

internal sealed record OpenConsultationOptions
{
    public required Guid DraftId { get; init; }
    public required DateOnly Until { get; init; }
    public required string Question { get; init; }
    public required string Summary { get; init; }
}

internal sealed record PublishOptions
{
    public required Guid DraftId { get; init; }
    /// <summary>What changes, and why.</summary>
    public required string Summary { get; init; }
    /// <summary>What the draft said when the person looked: <see cref="PublishService.SeenOf"/>.</summary>
    public required string Seen { get; init; }
}

internal sealed record TextChangedMeanwhile() : Refusal("Somebody changed the draft while you were looking at it. Here is how it stands now: look again, then publish.");

/// <summary>Puts a draft before the public: for comment, and as an edition.</summary>
internal sealed class PublishService(FreshDb fresh, FindTaughtCompetences findTaught, IEnumerable<WhenPublished> steps, IOutputCacheStore keptPages, TimeProvider clock)
{
    public async Task<Outcome<bool>> OpenConsultationAsync(OpenConsultationOptions options, Change change, CancellationToken cancel) => await EvictAsync(await fresh.TryAsync<bool>(async db =>
    {
        var desk = await DraftDesk.OpenAsync(db, options.DraftId, change, today: null, cancel);
        if (desk.IsRefused) return desk.Refusal!;
        var (draft, today) = (desk.Value.Reading.Draft, clock.Today());
        if (draft.IsOpenForComment(today)) return new ConsultationIsOpen(draft.ConsultationUntil!.Value);
        if (!desk.Value.Reading.Changed.Any()) return new NothingToConsultOn();
        if (DraftingRules.Until(options.Until, today) is { } badDate) return new FieldRefused(nameof(options.Until), badDate);
        var (question, summary) = (DraftingRules.Tidy(options.Question), DraftingRules.Tidy(options.Summary));
        if (DraftingRules.Words(question, DraftingRules.LongestQuestion, "what you ask of people") is { } badQuestion) return new FieldRefused(nameof(options.Question), badQuestion);
        if (DraftingRules.Words(summary, DraftingRules.LongestSummary, "what changes and why") is { } badSummary) return new FieldRefused(nameof(options.Summary), badSummary);
        draft.Consult(change.At, options.Until, question, summary);
        db.Record(change, draft.OrganisationId, new ConsultationOpened(draft.Id, options.Until, question));
        await db.SaveChangesAsync(cancel);
        return true;
    }), cancel);

    public async Task<Outcome<bool>> CloseConsultationAsync(Guid draftId, Change change, CancellationToken cancel) => await EvictAsync(await fresh.TryAsync<bool>(async db =>
    {
        var desk = await DraftDesk.OpenAsync(db, draftId, change, today: null, cancel);
        if (desk.IsRefused) return desk.Refusal!;
        var (draft, today) = (desk.Value.Reading.Draft, clock.Today());
        if (!draft.IsOpenForComment(today)) return new NoConsultationOpen();
        var until = draft.ConsultationUntil!.Value;
        draft.CloseConsultation(today);
        db.Record(change, draft.OrganisationId, new ConsultationClosed(draft.Id, until));
        await db.SaveChangesAsync(cancel);
        return true;
    }), cancel);

    /// <summary>Publishes the draft as the current edition, in one transaction with all that follows from it. Earlier editions stay as they are.</summary>
    /// <returns>The version of the edition.</returns>
    public async Task<Outcome<string>> PublishAsync(PublishOptions options, Change change, CancellationToken cancel)
    {
        var outcome = await fresh.TryAsync<string>(async db =>
        {
            await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
            var desk = await DraftDesk.OpenAsync(db, options.DraftId, change, today: null, cancel);
            if (desk.IsRefused) return desk.Refusal!;
            var (reading, today) = (desk.Value.Reading, clock.Today());
            var summary = DraftingRules.Tidy(options.Summary);
            if (DraftingRules.Words(summary, DraftingRules.LongestSummary, "what changes and why") is { } bad) return new FieldRefused(nameof(options.Summary), bad);
            if (SeenOf(reading) != options.Seen) return new TextChangedMeanwhile();
            var checks = await PublishChecks.RunAsync(db, reading, findTaught, today, cancel);
            if (checks.Any(c => !c.Passed)) return new NotReadyToPublish([.. checks.Where(c => !c.Passed)]);

            var draft = reading.Draft;
            var edition = await FrameworkPublisher.AddAsync(db, reading.Proposed(today), cancel);
            draft.Publish(summary, change.At);
            db.Record(change, draft.OrganisationId, new DraftPublished(draft.Id, edition.Id, draft.FrameworkCode, draft.Version, edition.ContentHash, summary));
            await db.SaveChangesAsync(cancel);
            foreach (var step in steps) await step(db, cancel);
            if (transaction is not null) await transaction.CommitAsync(cancel);
            return draft.Version;
        });
        if (!outcome.IsRefused) await keptPages.EvictByTagAsync(FrameworkRoom.ContentTag, cancel);
        return await EvictAsync(outcome, cancel);
    }

    /// <summary>Stands for all that the draft says, to tell whether it is still what somebody saw.</summary>
    public static string SeenOf(DraftReading reading) => reading.Proposed(DateOnly.MinValue).Hash;

    async Task<Outcome<T>> EvictAsync<T>(Outcome<T> outcome, CancellationToken cancel)
    {
        if (!outcome.IsRefused) await keptPages.EvictByTagAsync(FrameworkRoom.ConsultationTag, cancel);
        return outcome;
    }
}
