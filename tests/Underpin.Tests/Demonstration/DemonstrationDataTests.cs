using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Assessment;
using Underpin.Certificates;
using Underpin.Certificates.Checking;
using Underpin.Certificates.Claims;
using Underpin.Demonstration;
using Underpin.Framework.Consultation;
using Underpin.Framework.Drafting;
using Underpin.Platform;
using Underpin.Platform.Files;
using Underpin.Platform.History;
using Underpin.Portfolios;
using Xunit.Abstractions;

namespace Underpin.Tests.Demonstration;

/// <summary>A site that has been started with the demonstration.</summary>
public sealed class DemonstratedSite : IAsyncLifetime
{
    public TestSite Site { get; } = new();
    internal IReadOnlyList<DemonstrationPerson> People { get; private set; } = [];
    internal string Took { get; private set; } = "";

    public async Task InitializeAsync()
    {
        await Site.InitializeAsync();
        _ = Site.Services;
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        People = await DemonstrationData.AddAsync(Site.Services, Site.Clock);
        Took = $"Added in {watch.Elapsed.TotalSeconds:0.0} s, {(Environment.CpuUsage.TotalTime - before).TotalSeconds:0.0} s of them at work";
    }

    public Task DisposeAsync() => ((IAsyncLifetime)Site).DisposeAsync();
}

public sealed partial class DemonstrationDataTests(DemonstratedSite demonstrated, ITestOutputHelper output) : IClassFixture<DemonstratedSite>
{
    TestSite Site => demonstrated.Site;

    [Fact]
    public async Task A_second_start_adds_nothing_and_names_the_same_people()
    {
        output.WriteLine(demonstrated.Took);
        var before = await Site.DbAsync(CountsAsync);
        var people = await DemonstrationData.AddAsync(Site.Services, Site.Clock);

        Assert.Equal(before, await Site.DbAsync(CountsAsync));
        Assert.Equal(demonstrated.People, people);
        Assert.Equal(19, people.Count);
    }

    [Fact]
    public async Task It_is_not_added_where_somebody_already_has_an_account()
    {
        await using var site = new LivedInSite();
        await site.Site.InitializeAsync();
        await site.Site.Data.AccountAsync();

        Assert.Empty(await DemonstrationData.AddAsync(site.Site.Services, site.Site.Clock));
        Assert.Equal(0, await site.Site.DbAsync(db => db.Organisations.CountAsync()));
    }

    sealed class LivedInSite : IAsyncDisposable
    {
        public TestSite Site { get; } = new();

        public async ValueTask DisposeAsync() => await ((IAsyncLifetime)Site).DisposeAsync();
    }

    [Fact]
    public async Task The_next_edition_is_open_for_comment_with_three_changed_lines_a_new_competence_and_four_comments()
    {
        var draft = await Site.DbAsync(db => db.Drafts.AsNoTracking().SingleAsync());
        var reading = (await Site.DbAsync(db => DraftReading.ReadAsync(db, draft.Id, tracked: false, default)))!;
        Assert.True(draft.IsOpenForComment(Site.Clock.Today()));
        Assert.Equal(3, reading.Changed.Count(l => !l.IsNew));
        Assert.Equal("Keep emergency messages reaching every room", Assert.Single(reading.Competences, c => c.IsNew).Title);
        Assert.Empty(PublishChecks.Forbidding(reading, reading.Proposed(Site.Clock.Today()), Site.Clock.Today()));
        var comments = await Site.DbAsync(db => ShownComment.ReadAsync(db, db.DraftComments, null, default));
        Assert.Equal(4, comments.Count);
        Assert.Equal(2, Assert.Single(comments, c => c.Supports > 0).Supports);
        Assert.Equal("Lewis Grant", Assert.Single(comments, c => c.Reply is not null).Reply!.Editor);
    }

    [Fact]
    public async Task Its_history_is_whole_in_order_and_reaches_back_three_years()
    {
        var report = await Site.DbAsync(db => HistoryVerifier.VerifyAsync(db));
        var entries = await Site.DbAsync(db => db.History.AsNoTracking().OrderBy(e => e.ChainId).ThenBy(e => e.Number).Select(e => new { e.ChainId, e.At, e.Kind }).ToListAsync());

        Assert.Empty(report.Faults);
        Assert.True(report.Entries > 300, $"{report.Entries} entries");
        // The house's own chain begins with the content, which is published when the site starts.
        Assert.All(entries.Zip(entries.Skip(1)).Where(p => p.First.ChainId != HistoryChain.House && p.First.ChainId == p.Second.ChainId), p => Assert.True(p.First.At <= p.Second.At, $"{p.First.At} before {p.Second.At}"));
        Assert.True(entries.Min(e => e.At) < Site.Clock.Now().AddYears(-3), $"The first entry is of {entries.Min(e => e.At)}");
        Assert.DoesNotContain(entries, e => e.At > Site.Clock.Now());
    }

    [Fact]
    public async Task No_message_waits_to_be_sent() => Assert.Equal(0, await Site.DbAsync(db => db.Outbox.CountAsync()));

    [Fact]
    public async Task Everyone_can_sign_in_with_what_is_printed()
    {
        foreach (var person in demonstrated.People)
        {
            var outcome = await Site.RunAsync(s => s.GetRequiredService<PasswordService>().CheckAsync(new() { Email = person.Email, Password = person.Password }, default));
            Assert.Null(outcome.Refusal);
            Assert.EndsWith(".example", person.Email, StringComparison.Ordinal);
            Assert.NotEmpty(person.Role);
        }
    }

    [Fact]
    public async Task Joe_has_a_unit_in_each_state_and_a_witness_who_has_not_answered()
    {
        var stages = await StagesAsync("Joe Bright");

        Assert.Equal(UnitStage.Achieved, stages["EIT203"]);
        Assert.Equal(UnitStage.ReferredBack, stages["EIT204"]);
        Assert.Equal(UnitStage.Submitted, stages["EIT205"]);
        Assert.Equal(UnitStage.Working, stages["EIT202"]);
        Assert.Equal(SubmissionStatus.Agreed, await Site.DbAsync(async db => (await OfAsync(db, "Joe Bright")).Single(s => s.Unit == "EIT203").Submission.Status));
        var witness = await Site.DbAsync(db => db.Evidence.SingleAsync(e => e.Statement != null && e.Statement.ConfirmedAt == null));
        Assert.Equal("Amir Saleh", witness.Statement!.Name);
        Assert.True(await Site.DbAsync(db => db.OneTimeLinks.AnyAsync(l => l.SubjectId == witness.Id && l.UsedAt == null && l.ExpiresAt > Site.Clock.Now())));
    }

    [Fact]
    public async Task Meis_certificate_can_be_claimed()
    {
        Assert.All(await StagesAsync("Mei Lin"), s => Assert.Equal(UnitStage.Achieved, s.Value));
        var enrolment = await Site.DbAsync(async db => (await EnrolmentOfAsync(db, "Mei Lin")).Id);
        var found = await Site.DbAsync(db => ClaimCase.ReadAsync(db, enrolment, Site.Clock.Today(), default));
        Assert.True(found!.IsReady, string.Join("; ", found.Checks.Where(c => !c.Passed).Select(c => c.Finding)));
        Assert.False(await Site.DbAsync(db => db.Claims.AnyAsync(c => c.EnrolmentId == enrolment)));
    }

    [Fact]
    public async Task One_claim_waits_at_the_awarding_body()
    {
        var waiting = await Site.DbAsync(db => db.Claims.SingleAsync(c => c.Status == ClaimStatus.Waiting));
        Assert.Equal((await Site.DbAsync(db => EnrolmentOfAsync(db, "Grace Muller"))).Id, waiting.EnrolmentId);
    }

    [Fact]
    public async Task Two_certificates_are_in_force_and_one_is_revoked_and_verification_tells_them_apart()
    {
        var certificates = await Site.DbAsync(db => db.Certificates.AsNoTracking().OrderBy(c => c.AwardedAt).ToListAsync());

        Assert.Equal(["Sam Okafor", "Callum Reid", "Aisha Bello"], certificates.Select(c => c.HolderName.ToString()));
        Assert.Equal(["Callum Reid"], certificates.Where(c => c.RevokedAt is not null).Select(c => c.HolderName.ToString()));
        Assert.All(certificates, c => Assert.Equal(4, c.Units.Count));
        foreach (var certificate in certificates)
        {
            var expected = certificate.RevokedAt is null ? AnswerKind.Valid : AnswerKind.Revoked;
            Assert.Equal(expected, (await Site.RunAsync(s => s.GetRequiredService<VerificationService>().ByNumberAsync(certificate.Number.ToString(), default))).Kind);
            Assert.Equal(expected, (await Site.RunAsync(s => s.GetRequiredService<VerificationService>().ByCredentialAsync(certificate.Credential, default))).Kind);
        }

        Assert.Equal([EnrolmentStatus.Completed], await Site.DbAsync(db => db.Enrolments.Where(e => db.Certificates.Any(c => c.EnrolmentId == e.Id)).Select(e => e.Status).Distinct().ToListAsync()));
    }

    [Fact]
    public async Task One_judgement_was_returned_and_decided_again_by_an_assessor_in_training()
    {
        var ana = await Site.DbAsync(db => AccountOfAsync(db, "Ana Kovac"));
        var reviews = await Site.DbAsync(db => db.QualityReviews.Where(r => !r.Agreed).ToListAsync());
        var returned = Assert.Single(reviews);
        var decisions = await Site.DbAsync(db => db.Set<Decision>().Where(d => d.SubmissionId == returned.SubmissionId).ToListAsync());

        Assert.Equal(2, decisions.Count);
        Assert.All(decisions, d => Assert.Equal(ana, d.AssessorId));
    }

    [Fact]
    public async Task Tom_waits_for_the_centres_answer() =>
        Assert.Equal(EnrolmentStatus.Requested, (await Site.DbAsync(db => EnrolmentOfAsync(db, "Tom Ashworth"))).Status);

    [Fact]
    public async Task Tom_manages_Joe_and_Mei_and_Priya_manages_Tom()
    {
        var (tom, joe, mei, priya) = (await IdAsync("Tom Ashworth"), await IdAsync("Joe Bright"), await IdAsync("Mei Lin"), await IdAsync("Priya Nair"));

        Assert.True(await Site.DbAsync(db => LineManagement.IsManagerOf(db, tom, joe)));
        Assert.True(await Site.DbAsync(db => LineManagement.IsManagerOf(db, tom, mei)));
        Assert.True(await Site.DbAsync(db => LineManagement.IsManagerOf(db, priya, joe)));
    }

    [Fact]
    public async Task Every_evidence_file_opens_and_is_what_it_says()
    {
        var files = await Site.DbAsync(db => db.Evidence.AsNoTracking().Where(e => e.File != null).Select(e => e.File!).ToListAsync());
        Assert.Equal(StoryFiles.Names, files.Select(f => f.Name).Distinct().Order(StringComparer.Ordinal));
        foreach (var file in files)
        {
            await using var stored = await Site.RunAsync(s => s.GetRequiredService<IFileStore>().OpenAsync(file.Hash, default));
            using var copy = new MemoryStream();
            await stored.CopyToAsync(copy);
            var bytes = copy.ToArray();
            Assert.Equal(file.Size, bytes.Length);
            switch (Path.GetExtension(file.Name))
            {
                case ".pdf":
                    Assert.Equal("%PDF-", Encoding.ASCII.GetString(bytes, 0, 5));
                    Assert.Contains("%%EOF", Encoding.Latin1.GetString(bytes[^16..]), StringComparison.Ordinal);
                    break;
                case ".jpg":
                    Assert.Equal([0xFF, 0xD8, 0xFF], bytes[..3]);
                    Assert.Equal([0xFF, 0xD9], bytes[^2..]);
                    Assert.True(bytes.Length < 90_000, file.Name);
                    break;
                case ".docx" or ".xlsx":
                    await using (var archive = new ZipArchive(copy, ZipArchiveMode.Read)) Assert.Contains(archive.Entries, e => e.FullName == "[Content_Types].xml");
                    break;
                default:
                    Assert.Equal(".csv", Path.GetExtension(file.Name));
                    Assert.DoesNotMatch(@"\{\d", Encoding.UTF8.GetString(bytes));
                    break;
            }
        }
    }

    [Fact]
    public void Each_story_file_is_carried_in_the_program_and_all_of_them_are_small()
    {
        Assert.Equal(19, StoryFiles.Names.Count);
        Assert.True(StoryFiles.Names.Sum(n => StoryFiles.Read(n, new(2026, 11, 23)).Length) < 1_200_000);
    }

    [Fact]
    public void Times_in_tables_are_working_days_before_the_day_of_use()
    {
        var text = Encoding.UTF8.GetString(StoryFiles.Read("helpdesk-tickets.csv", new(2026, 11, 24)));
        var days = Dates().Matches(text).Select(m => DateOnly.ParseExact(m.Value, "dd/MM/yyyy")).ToList();

        Assert.True(days.Count > 20);
        Assert.All(days, d => Assert.True(d < new DateOnly(2026, 11, 24) && d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)));
    }

    [Theory]
    [InlineData("2026-11-23T00:05:00Z", "a Monday just after midnight")]
    [InlineData("2027-03-28T12:00:00Z", "the Sunday when clocks go forward")]
    [InlineData("2028-02-29T18:00:00Z", "29 February")]
    public void Last_week_is_past_and_nine_in_the_morning_is_nine_on_the_wall(string now, string because)
    {
        var clock = new StoryClock(new StandingClock(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
        var friday = clock.Ago(1, DayOfWeek.Friday, "09:00");

        Assert.True(friday < clock.Now(), because);
        Assert.Equal((DayOfWeek.Friday, 9), (friday.UkLocal().DayOfWeek, friday.UkLocal().Hour));
        Assert.Equal(TimeSpan.FromDays(7), friday.UkLocal() - clock.Ago(2, DayOfWeek.Friday, "09:00").UkLocal());
    }

    sealed class StandingClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    static async Task<string> CountsAsync(UnderpinDb db) =>
        $"{await db.Users.CountAsync()} {await db.Organisations.CountAsync()} {await db.Evidence.CountAsync()} {await db.Submissions.CountAsync()} {await db.Certificates.CountAsync()} {await db.History.CountAsync()}";

    Task<Guid> IdAsync(string name) => Site.DbAsync(db => AccountOfAsync(db, name));

    static async Task<Guid> AccountOfAsync(UnderpinDb db, string name) => (await db.Users.ToListAsync()).Single(u => u.Name.ToString() == name).Id;

    static async Task<Enrolment> EnrolmentOfAsync(UnderpinDb db, string name)
    {
        var id = await AccountOfAsync(db, name);
        return await db.Enrolments.AsNoTracking().SingleAsync(e => e.LearnerId == id);
    }

    async Task<Dictionary<string, UnitStage>> StagesAsync(string name) => await Site.DbAsync(async db =>
    {
        var enrolment = (await EnrolmentOfAsync(db, name)).Id;
        return await db.EnrolmentUnits.Where(u => u.EnrolmentId == enrolment).Join(db.Units, u => u.UnitId, u => u.Id, (place, unit) => new { unit.Code, place.Stage }).ToDictionaryAsync(u => u.Code, u => u.Stage);
    });

    static async Task<List<(string Unit, Submission Submission)>> OfAsync(UnderpinDb db, string name)
    {
        var enrolment = (await EnrolmentOfAsync(db, name)).Id;
        var found = await db.Submissions.Where(s => s.EnrolmentId == enrolment).Join(db.Units, s => s.UnitId, u => u.Id, (submission, unit) => new { unit.Code, submission }).ToListAsync();
        return [.. found.Select(f => (f.Code, f.submission))];
    }

    [GeneratedRegex(@"\d\d/\d\d/\d{4}")]
    private static partial Regex Dates();
}
