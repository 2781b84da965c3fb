using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Underpin.Platform;
using Underpin.Platform.Mail;

namespace Underpin.Tests.Platform.Mail;

public sealed class MailTests : IAsyncLifetime
{
    readonly TestSite _site = new();

    public Task InitializeAsync() => _site.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_site).DisposeAsync();

    Task QueueAsync(string subject = "Your account", int count = 1) => _site.DbAsync(db =>
    {
        for (var i = 0; i < count; i++) db.Send("joe@example.invalid", subject, "Hello Joe,\n\nfollow this link.\n", _site.Clock.Now());
        return db.SaveChangesAsync();
    });

    Task<int> SendAsync(IMailTransport? transport = null) => _site.RunAsync(s =>
        new MailSender(s.GetRequiredService<UnderpinDb>(), transport ?? s.GetRequiredService<IMailTransport>(), _site.Clock, NullLogger<MailSender>.Instance).SendDueAsync(default));

    Task<OutboxMessage> OnlyMessageAsync() => _site.DbAsync(db => db.Outbox.AsNoTracking().SingleAsync());

    FolderTransport Folder => (FolderTransport)_site.Services.GetRequiredService<IMailTransport>();

    [Fact]
    public async Task Without_a_server_a_message_becomes_a_file_named_by_its_id()
    {
        await QueueAsync("Croeso, Siân: your account is ready");
        Assert.Equal(1, await SendAsync());
        var message = await OnlyMessageAsync();
        Assert.Equal(_site.Clock.Now(), message.SentAt);
        var text = await File.ReadAllTextAsync(Path.Combine(Folder.Folder, $"{message.Id:D}.eml"));
        Assert.Contains("To: joe@example.invalid\r\n", text, StringComparison.Ordinal);
        Assert.Contains("Subject: =?utf-8?B?", text, StringComparison.Ordinal);
        Assert.Contains($"Message-ID: <{message.Id:N}@localhost>", text, StringComparison.Ordinal);
        Assert.EndsWith("Hello Joe,\r\n\r\nfollow this link.\r\n\r\n", text, StringComparison.Ordinal);
        Assert.Equal(0, await SendAsync());
    }

    [Fact]
    public async Task A_crash_between_writing_and_marking_leaves_one_message()
    {
        await QueueAsync();
        await SendAsync();
        await _site.DbAsync(db => db.Outbox.ExecuteUpdateAsync(m => m.SetProperty(x => x.SentAt, (DateTimeOffset?)null)));
        Assert.Equal(0, await SendAsync());
        _site.Clock.Advance(MailSender.Claim);
        Assert.Equal(1, await SendAsync());
        Assert.Single(Directory.EnumerateFileSystemEntries(Folder.Folder));
    }

    [Fact]
    public async Task A_crash_while_sending_loses_nothing()
    {
        await QueueAsync();
        using var crash = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _site.RunAsync(s => new MailSender(
            s.GetRequiredService<UnderpinDb>(), new Crashing(crash), _site.Clock, NullLogger<MailSender>.Instance).SendDueAsync(crash.Token)));
        Assert.Equal(0, await SendAsync());
        _site.Clock.Advance(MailSender.Claim);
        Assert.Equal(1, await SendAsync());
    }

    [Fact]
    public async Task Several_nodes_at_once_send_each_message_once()
    {
        await QueueAsync(count: 20);
        var delivered = new Counting();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SendAsync(delivered))));
        Assert.Equal(20, delivered.Ids.Count);
        Assert.Equal(20, delivered.Ids.Distinct().Count());
    }

    [Fact]
    public async Task A_server_gets_the_message_with_a_Message_ID_that_stays()
    {
        await using var server = new SmtpSink();
        await QueueAsync("Croeso, Siân");
        Assert.Equal(1, await SendAsync(Smtp(server)));
        var (to, data) = Assert.Single(server.Messages);
        Assert.Equal("joe@example.invalid", to);
        Assert.Contains($"Message-ID: <{(await OnlyMessageAsync()).Id:N}@localhost>", data, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("=?utf-8?", data, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_server_that_refuses_is_tried_again_later_and_later()
    {
        await using var server = new SmtpSink(refusals: 2);
        await QueueAsync();
        for (var failure = 1; failure <= 2; failure++)
        {
            Assert.Equal(0, await SendAsync(Smtp(server)));
            var waiting = await OnlyMessageAsync();
            Assert.Equal((failure, _site.Clock.Now() + MailSender.WaitAfter(failure)), (waiting.Attempts, waiting.DueAt));
            Assert.NotNull(waiting.LastError);
            Assert.Equal(0, await SendAsync(Smtp(server)));
            _site.Clock.Advance(MailSender.WaitAfter(failure));
        }

        Assert.Equal(1, await SendAsync(Smtp(server)));
        Assert.Null((await OnlyMessageAsync()).LastError);
    }

    [Fact]
    public async Task A_message_that_never_goes_is_given_up_and_stays_to_be_looked_into()
    {
        await QueueAsync();
        var broken = new Broken();
        for (var i = 0; i < MailSender.MaximumAttempts + 3; i++)
        {
            await SendAsync(broken);
            _site.Clock.Advance(TimeSpan.FromHours(6));
        }

        Assert.Equal(MailSender.MaximumAttempts, broken.Tries);
        Assert.Null((await OnlyMessageAsync()).SentAt);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(9, 256)]
    [InlineData(10, 360)]
    [InlineData(2_000, 360)]
    public void The_wait_doubles_up_to_six_hours(int failures, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), MailSender.WaitAfter(failures));

    [Theory]
    [InlineData("joe@example.invalid\r\nBcc: all@example.invalid", "Hello")]
    [InlineData("joe@example.invalid, ana@example.invalid", "Hello")]
    [InlineData("Joe <joe@example.invalid>", "Hello")]
    [InlineData("not an address", "Hello")]
    [InlineData("", "Hello")]
    [InlineData("joe@example.invalid", "Hello\r\nBcc: all@example.invalid")]
    [InlineData("joe@example.invalid", "Hello\nthere")]
    public async Task An_address_or_subject_that_would_write_headers_is_refused(string to, string subject) =>
        await Assert.ThrowsAsync<ArgumentException>(() => _site.DbAsync(db =>
        {
            db.Send(to, subject, "text", _site.Clock.Now());
            return Task.FromResult(0);
        }));

    [Fact]
    public async Task The_pump_is_woken_by_a_save_that_queued_a_message()
    {
        var signal = _site.Services.GetRequiredService<MailSignal>();
        await QueueAsync();
        Assert.True(await signal.WaitAsync(TimeSpan.Zero, default));
        await _site.DbAsync(db => db.SaveChangesAsync());
        Assert.False(await signal.WaitAsync(TimeSpan.Zero, default));
    }

    [Fact]
    public async Task The_pump_is_woken_only_when_the_transaction_is_committed()
    {
        var signal = _site.Services.GetRequiredService<MailSignal>();
        await _site.DbAsync(async db =>
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            db.Send("joe@example.invalid", "Hello", "text", _site.Clock.Now());
            await db.SaveChangesAsync();
            Assert.False(await signal.WaitAsync(TimeSpan.Zero, default));
            await transaction.CommitAsync();
            return true;
        });
        Assert.True(await signal.WaitAsync(TimeSpan.Zero, default));
    }

    [Fact]
    public async Task Sent_mail_goes_after_a_month_and_unsent_mail_stays()
    {
        await QueueAsync();
        await SendAsync();
        await QueueAsync();
        Assert.Equal(0, await DropAsync());
        _site.Clock.Advance(DropSentMail.Kept + TimeSpan.FromMinutes(1));
        Assert.Equal(1, await DropAsync());
        Assert.Null((await OnlyMessageAsync()).SentAt);

        Task<int> DropAsync() => _site.DbAsync(db => new DropSentMail(db, _site.Clock).RunAsync(default));
    }

    static SmtpTransport Smtp(SmtpSink server) => new(
        Options.Create(new MailOptions { Server = "127.0.0.1", Port = server.Port, Encrypt = false }),
        Options.Create(new SiteOptions { PublicAddress = new("http://localhost") }));

    sealed class Counting : IMailTransport
    {
        public ConcurrentBag<Guid> Ids { get; } = [];

        public Task DeliverAsync(OutboxMessage message, CancellationToken cancel)
        {
            Ids.Add(message.Id);
            return Task.CompletedTask;
        }
    }

    sealed class Broken : IMailTransport
    {
        public int Tries { get; private set; }

        public Task DeliverAsync(OutboxMessage message, CancellationToken cancel)
        {
            Tries++;
            throw new IOException("The server is away.");
        }
    }

    sealed class Crashing(CancellationTokenSource crash) : IMailTransport
    {
        public Task DeliverAsync(OutboxMessage message, CancellationToken cancel)
        {
            crash.Cancel();
            throw new OperationCanceledException(cancel);
        }
    }
}
