using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Assessment;
using Underpin.Platform.History;
using Underpin.Portfolios;
using Underpin.Tests.Portfolios;

namespace Underpin.Tests.Assessment;

/// <summary>Whoever judged others' work can go, and the others keep what was decided.</summary>
public sealed class ErasedAssessorTests(TestSite site) : IClassFixture<TestSite>
{
    readonly TestData _data = new(site);

    Task EraseAsync(Account account) => site.RunAsync(async s =>
    {
        Assert.Null((await s.GetRequiredService<ErasureService>().EraseAsync(TestData.Password, AssessmentData.By(_data, account), default)).Refusal);
        return true;
    });

    [Fact]
    public async Task What_an_erased_assessor_decided_stays_on_the_learners_record_without_their_name()
    {
        var centre = await _data.CentreAsync();
        var gone = await _data.PersonAsync(centre.Organisation, MembershipRole.Assessor, "Zebedee Quillfeather");
        var alsoGone = await _data.PersonAsync(centre.Organisation, MembershipRole.CentreAdministrator, "Araminta Vexley");
        var waiting = await _data.EnrolmentAsync(centre, active: false);
        var accepted = await site.RunAsync(s => s.GetRequiredService<EnrolmentService>().AcceptAsync(
            new() { EnrolmentId = waiting.Id, AssessorId = gone.Id, Seen = waiting.Enrolment.RowVersion }, AssessmentData.By(_data, alsoGone), default));
        Assert.Null(accepted.Refusal);
        var submission = await _data.SubmissionAsync(centre, assessor: gone);
        Assert.Null((await _data.DecideAsync(submission, accept: true, by: gone)).Refusal);
        var other = await _data.SubmissionAsync(centre, assessor: gone);
        Assert.Null((await _data.DecideAsync(other, accept: true)).Refusal);
        var learner = await site.SignedInAsync(submission.Enrolment.Learner);
        Assert.Contains("Zebedee Quillfeather accepted", (await learner.OpenAsync($"/portfolio/{submission.Enrolment.Id}/history")).Body!.TextContent, StringComparison.Ordinal);

        await EraseAsync(gone);
        await EraseAsync(alsoGone);

        Assert.Contains("Erased person accepted", (await learner.OpenAsync($"/portfolio/{submission.Enrolment.Id}/history")).Body!.TextContent, StringComparison.Ordinal);
        var entries = await site.DbAsync(db => db.History.AsNoTracking().Where(e => e.ChainId == centre.Id).ToListAsync());
        Assert.Contains(entries, e => e.Kind == nameof(SubmissionDecided) && e.ActorId == gone.Id && e.Payload != null);
        Assert.Contains(entries, e => e.Kind == nameof(EnrolmentAccepted) && e.ActorId == alsoGone.Id && e.Payload != null);
        Assert.All(entries.Where(e => e.Payload is not null), e => Assert.DoesNotContain("Quillfeather", e.Payload, StringComparison.Ordinal));
        Assert.All(entries.Where(e => e.Payload is not null), e => Assert.DoesNotContain("Vexley", e.Payload, StringComparison.Ordinal));
        Assert.DoesNotContain("Quillfeather", (await _data.NowAsync(submission)).SampledBecause ?? "", StringComparison.Ordinal);
        Assert.Empty((await site.DbAsync(db => HistoryVerifier.VerifyAsync(db))).Faults);
    }

    [Fact]
    public async Task An_erased_learner_leaves_no_words_on_record_whoever_wrote_them()
    {
        var submission = await _data.SubmissionAsync(await _data.CentreAsync());
        Assert.Null((await _data.DecideAsync(submission, accept: false)).Refusal);
        var learner = submission.Enrolment.Learner;
        var before = await site.DbAsync(db => db.History.Where(e => e.About == submission.Enrolment.Id || e.About == learner.Id).Select(e => e.Id).ToListAsync());

        await EraseAsync(learner);

        var entries = await site.DbAsync(db => db.History.AsNoTracking().Where(e => before.Contains(e.Id)).ToListAsync());
        Assert.Contains(entries, e => e.Kind == nameof(SubmissionDecided));
        Assert.All(entries, e => Assert.True(e is { Payload: null, Salt: null, ErasedAt: not null }, e.Kind));
        Assert.Empty((await site.DbAsync(db => HistoryVerifier.VerifyAsync(db))).Faults);
    }

    [Fact]
    public async Task The_history_page_names_whoever_acted()
    {
        var centre = await _data.CentreAsync();
        var submission = await _data.SubmissionAsync(centre);
        await _data.DecideAsync(submission, accept: false);
        var page = await (await site.SignedInAsync(centre.Administrator)).OpenAsync($"/portfolio/{submission.Enrolment.Id}/history");
        Assert.Contains(submission.Enrolment.Learner.Name.ToString(), page.QuerySelector(".u-history")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(centre.Assessor.Name.ToString(), page.QuerySelector(".u-history")!.TextContent, StringComparison.Ordinal);
    }
}
