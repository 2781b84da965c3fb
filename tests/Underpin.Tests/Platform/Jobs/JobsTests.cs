using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Quartz;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Jobs;

namespace Underpin.Tests.Platform.Jobs;

public sealed class JobsTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Links_go_a_month_after_they_were_used_or_ran_out()
    {
        var now = site.Clock.Now();
        OneTimeLink Link(TimeSpan expires, TimeSpan? used = null) => new()
        {
            Purpose = LinkPurpose.Invitation,
            TokenHash = OneTimeLink.Hash(OneTimeLink.NewToken()),
            ExpiresAt = now + expires,
            UsedAt = used is { } u ? now + u : null,
        };
        var month = TimeSpan.FromDays(31);
        var (open, justExpired, longExpired, justUsed, longUsed) = (Link(month), Link(-TimeSpan.FromDays(1)), Link(-month), Link(month, -TimeSpan.FromDays(1)), Link(month, -month));
        await site.DbAsync(db =>
        {
            db.OneTimeLinks.AddRange(open, justExpired, longExpired, justUsed, longUsed);
            return db.SaveChangesAsync();
        });

        Assert.Equal(2, await site.DbAsync(db => new DropSpentLinks(db, site.Clock).RunAsync(default)));
        var left = await site.DbAsync(db => db.OneTimeLinks.Select(l => l.Id).ToListAsync());
        Assert.Equal(new[] { open.Id, justExpired.Id, justUsed.Id }.Order(), left.Order());
    }

    [Fact]
    public void What_a_crash_left_half_written_goes_and_nothing_else()
    {
        var home = site.Services.GetRequiredService<Underpin.Platform.Home>();
        string Make(string name, TimeSpan age)
        {
            var path = Path.Combine(home.Data, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, "half");
            File.SetLastWriteTimeUtc(path, (site.Clock.Now() - age).UtcDateTime);
            return path;
        }

        var old = RemoveLeftovers.Age + TimeSpan.FromHours(1);
        var gone = new[] { Make("temp/a.tmp", old), Make("files/ab/abc.1.part", old), Make("mail/b.eml.2.part", old) };
        var stays = new[] { Make("temp/c.tmp", TimeSpan.FromMinutes(5)), Make("files/ab/abc", old), Make("mail/b.eml", old) };
        Assert.Equal(3, site.Services.GetRequiredService<RemoveLeftovers>().Run());
        Assert.All(gone, f => Assert.False(File.Exists(f), f));
        Assert.All(stays, f => Assert.True(File.Exists(f), f));
    }

    [Fact]
    public async Task Two_nodes_that_start_at_once_share_one_schedule()
    {
        await using var first = site.WithWebHostBuilder(b => b.UseSetting("Jobs:Run", "true"));
        await using var second = site.WithWebHostBuilder(b => b.UseSetting("Jobs:Run", "true"));
        var jobs = await Task.WhenAll(new[] { first, second }.Select(node => Task.Run(async () =>
        {
            var scheduler = await node.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
            return (await scheduler.GetJobKeys(GroupMatcher<JobKey>.AnyGroup())).Select(k => k.Name).Order().ToArray();
        })));
        Assert.All(jobs, names => Assert.Equal(["DropSentMail", "DropSpentLinks", "PlanRotations", "RemoveUnreferencedFiles"], names));
        if (TestDatabase.Postgres is null) return;
        Assert.Equal(4, await site.DbAsync(db => db.Database.SqlQuery<int>($"""SELECT count(*)::int AS "Value" FROM qrtz_triggers""").SingleAsync()));
    }
}
