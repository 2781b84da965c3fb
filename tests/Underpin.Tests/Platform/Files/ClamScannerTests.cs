using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Underpin.Platform.Files;

namespace Underpin.Tests.Platform.Files;

public sealed class ClamScannerTests
{
    /// <summary>Speaks clamd's side of INSTREAM on a real socket: finds what contains "harmful", and has a size limit.</summary>
    sealed class Daemon : IAsyncDisposable
    {
        readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        readonly Task _serving;

        public Daemon(int limit = 30_000_000, string? answer = null)
        {
            _listener.Start();
            _serving = ServeAsync(limit, answer);
        }

        public EndPoint Address => _listener.LocalEndpoint;
        public long Received { get; private set; }

        async Task ServeAsync(int limit, string? answer)
        {
            using var client = await _listener.AcceptTcpClientAsync();
            await using var stream = client.GetStream();
            var command = new byte[10];
            await stream.ReadExactlyAsync(command);
            Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(command));
            var content = new MemoryStream();
            var length = new byte[4];
            while (true)
            {
                await stream.ReadExactlyAsync(length);
                var count = BinaryPrimitives.ReadInt32BigEndian(length);
                if (count == 0) break;
                var chunk = new byte[count];
                await stream.ReadExactlyAsync(chunk);
                content.Write(chunk);
                Received = content.Length;
                if (content.Length <= limit) continue;
                await stream.WriteAsync("INSTREAM size limit exceeded. ERROR\0"u8.ToArray());
                return;
            }

            var found = Encoding.Latin1.GetString(content.ToArray()).Contains("harmful", StringComparison.Ordinal);
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer ?? (found ? "stream: Test-Signature FOUND\0" : "stream: OK\0")));
        }

        public async ValueTask DisposeAsync()
        {
            _listener.Stop();
            await _serving.ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    static Task<ScanVerdict> ScanAsync(EndPoint daemon, byte[] content) =>
        new ClamScanner(daemon, NullLogger<ClamScanner>.Instance).ScanAsync(new MemoryStream(content), default);

    [Fact]
    public async Task A_clean_file_is_clean_and_was_sent_whole()
    {
        await using var daemon = new Daemon();
        Assert.Equal(ScanVerdict.Clean, await ScanAsync(daemon.Address, new byte[200_001]));
        Assert.Equal(200_001, daemon.Received);
    }

    [Fact]
    public async Task A_harmful_file_is_infected()
    {
        await using var daemon = new Daemon();
        Assert.Equal(ScanVerdict.Infected, await ScanAsync(daemon.Address, "very harmful"u8.ToArray()));
    }

    [Fact]
    public async Task A_file_beyond_the_scanners_limit_is_not_clean()
    {
        await using var daemon = new Daemon(limit: 1_000);
        Assert.Equal(ScanVerdict.NotScanned, await ScanAsync(daemon.Address, new byte[3_000_000]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("stream: OK but not really\0")]
    [InlineData("UNKNOWN COMMAND\0")]
    public async Task An_answer_that_is_not_a_plain_yes_is_not_clean(string answer)
    {
        await using var daemon = new Daemon(answer: answer);
        Assert.Equal(ScanVerdict.NotScanned, await ScanAsync(daemon.Address, "fine"u8.ToArray()));
    }

    [Fact]
    public async Task Without_a_daemon_nothing_is_clean()
    {
        var closed = new TcpListener(IPAddress.Loopback, 0);
        closed.Start();
        var address = closed.LocalEndpoint;
        closed.Stop();
        Assert.Equal(ScanVerdict.NotScanned, await ScanAsync(address, "fine"u8.ToArray()));
    }

    [Fact]
    public async Task Intake_keeps_only_what_the_scanner_calls_clean()
    {
        var folder = Directory.CreateTempSubdirectory("underpin-scan-").FullName;
        var home = new Underpin.Platform.Home(folder, folder);
        try
        {
            var store = new FolderFileStore(home, new FakeClock());
            async Task<string?> Refused(string text)
            {
                await using var daemon = new Daemon();
                var intake = new FileIntake(store, new TemporaryFiles(home), [new ClamScanner(daemon.Address, NullLogger<ClamScanner>.Instance)]);
                return (await intake.ReceiveAsync("notes.txt", new MemoryStream(Encoding.UTF8.GetBytes(text)), default)).Refusal?.GetType().Name;
            }

            Assert.Equal(nameof(FileIsInfected), await Refused("something harmful"));
            Assert.False(Directory.Exists(Path.Combine(folder, "data", "files")));
            Assert.Null(await Refused("something useful"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("/run/clamav/clamd.ctl", typeof(UnixDomainSocketEndPoint))]
    [InlineData("127.0.0.1:3310", typeof(IPEndPoint))]
    [InlineData("scanner.example:3310", typeof(DnsEndPoint))]
    public void The_scanner_is_named_by_a_socket_or_by_host_and_port(string setting, Type endPoint) => Assert.IsType(endPoint, ClamScanner.EndPointOf(setting));

    [Theory]
    [InlineData("scanner")]
    [InlineData("scanner:")]
    [InlineData("scanner:0")]
    [InlineData("scanner:99999")]
    public void Any_other_name_stops_the_start(string setting) => Assert.Throws<InvalidOperationException>(() => ClamScanner.EndPointOf(setting));
}
