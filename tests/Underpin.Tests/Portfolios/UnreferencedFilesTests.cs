using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Files;
using Underpin.Portfolios;
using Underpin.Tests.Access;

namespace Underpin.Tests.Portfolios;

public sealed class UnreferencedFilesTests : IAsyncLifetime
{
    readonly TestSite site = new();

    public Task InitializeAsync() => ((IAsyncLifetime)site).InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)site).DisposeAsync();

    Task<int> RunAsync() => site.RunAsync(s => ActivatorUtilities.CreateInstance<RemoveUnreferencedFiles>(s).RunAsync(default));

    bool IsStored(StoredFile file) => File.Exists(Path.Combine(site.Services.GetRequiredService<Home>().Data, "files", file.Hash[..2], file.Hash));

    async Task<StoredFile> EvidenceWithFileAsync(TestEnrolment enrolment, string text)
    {
        var file = await site.Data.StoredFileAsync(text: text);
        await site.Data.SaveAsync(enrolment.Centre.Id, db => db.Evidence.Add(new()
        {
            EnrolmentId = enrolment.Id,
            Kind = EvidenceKind.File,
            Title = "Ticket log",
            WorkDate = site.Clock.Today(),
            File = file with { },
            AddedAt = site.Clock.Now(),
            AddedById = enrolment.Learner.Id,
        }));
        return file;
    }

    [Fact]
    public async Task The_files_of_an_erased_learner_go_but_not_one_that_another_learner_also_sent()
    {
        var (joe, mei) = (await site.Data.EnrolmentAsync(), await site.Data.EnrolmentAsync());
        var onlyJoes = await EvidenceWithFileAsync(joe, "only Joe's");
        var shared = await EvidenceWithFileAsync(joe, "a handout that both sent");
        Assert.Equal(shared.Hash, (await EvidenceWithFileAsync(mei, "a handout that both sent")).Hash);
        var erased = await site.RunAsync(s => s.GetRequiredService<ErasureService>().EraseAsync(TestData.Password, AccessData.By(site.Data, joe.Learner), default));
        Assert.Null(erased.Refusal);

        site.Clock.Advance(RemoveUnreferencedFiles.Age + TimeSpan.FromHours(1));
        Assert.Equal(1, await RunAsync());

        Assert.False(IsStored(onlyJoes));
        Assert.True(IsStored(shared));
        Assert.Equal(0, await RunAsync());
    }

    [Fact]
    public async Task A_file_that_nobody_refers_to_yet_is_left_alone_for_a_day()
    {
        var sent = await site.Data.StoredFileAsync(text: "sent a moment ago");
        site.Clock.Advance(RemoveUnreferencedFiles.Age - TimeSpan.FromHours(1));
        Assert.Equal(0, await RunAsync());
        Assert.True(IsStored(sent));
    }

    [Fact]
    public async Task A_file_that_is_sent_again_is_new_again()
    {
        var sent = await site.Data.StoredFileAsync(text: "sent twice");
        site.Clock.Advance(RemoveUnreferencedFiles.Age + TimeSpan.FromHours(1));
        await site.Data.StoredFileAsync(text: "sent twice");
        Assert.Equal(0, await RunAsync());
        Assert.True(IsStored(sent));
        Assert.False(await site.Services.GetRequiredService<IFileStore>().DeleteAsync(sent.Hash, site.Clock.Now() - RemoveUnreferencedFiles.Age, default));
        Assert.True(IsStored(sent));
    }

    [Fact]
    public async Task A_form_that_lay_open_until_its_file_was_removed_asks_for_the_file_again()
    {
        var joe = await site.Data.EnrolmentAsync();
        var browser = await site.SignedInAsync(joe.Learner);
        var address = $"/portfolio/{joe.Id}/evidence/add/file";
        var today = site.Clock.Today();
        (string, string)[] date = [("Input.WorkDate.Day", $"{today.Day}"), ("Input.WorkDate.Month", $"{today.Month}"), ("Input.WorkDate.Year", $"{today.Year}")];
        var refused = await (await browser.SubmitAsync(address, date, files: [("Input.File", "tickets.txt", Encoding.UTF8.GetBytes("Ticket 4711\n"))])).PageAsync();
        var kept = refused.QuerySelector("input[name='Input.KeptFile']")!.GetAttribute("value")!;
        Assert.NotEmpty(kept);
        site.Clock.Advance(RemoveUnreferencedFiles.Age + TimeSpan.FromHours(1));
        Assert.Equal(1, await RunAsync());

        browser = await site.SignedInAsync(joe.Learner);
        var again = await (await browser.SubmitAsync(address, [("Input.Title", "Ticket log"), ("Input.KeptFile", kept), .. date], files: [])).PageAsync();

        Assert.Equal([new FileNeeded().Message], again.Errors());
        Assert.Empty(await site.DbAsync(db => db.Evidence.Where(e => e.EnrolmentId == joe.Id).ToListAsync()));
    }
}
