using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Underpin.Platform.Files;

/// <summary>Asks a ClamAV daemon (clamd) by its INSTREAM command. Anything but its plain "OK" is never clean.</summary>
internal sealed class ClamScanner(EndPoint daemon, ILogger<ClamScanner> log) : IMalwareScanner
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    const int LongestReply = 1_000;

    /// <summary>"host:port", or the path of a socket.</summary>
    /// <exception cref="InvalidOperationException">The setting is neither.</exception>
    public static EndPoint EndPointOf(string setting)
    {
        if (setting.StartsWith('/')) return new UnixDomainSocketEndPoint(setting);
        if (IPEndPoint.TryParse(setting, out var address) && address.Port > 0) return address;
        var colon = setting.LastIndexOf(':');
        if (colon > 0 && ushort.TryParse(setting[(colon + 1)..], out var port) && port > 0) return new DnsEndPoint(setting[..colon], port);
        throw new InvalidOperationException($"The setting Files:Scanner is \"{setting}\"; it must be host:port or the path of clamd's socket.");
    }

    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            return Read(await AskAsync(content, patience.Token));
        }
        catch (Exception unreachable) when (unreachable is SocketException or IOException || (unreachable is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            log.LogError(unreachable, "The malware scanner at {Daemon} did not answer; files are refused until it does.", daemon);
            return ScanVerdict.NotScanned;
        }
    }

    async Task<string> AskAsync(Stream content, CancellationToken cancel)
    {
        using var socket = daemon is DnsEndPoint
            ? new Socket(SocketType.Stream, ProtocolType.Tcp)
            : new Socket(daemon.AddressFamily, SocketType.Stream, daemon is UnixDomainSocketEndPoint ? ProtocolType.Unspecified : ProtocolType.Tcp);
        await socket.ConnectAsync(daemon, cancel);
        await using var stream = new NetworkStream(socket);
        try
        {
            await SendAsync(content, stream, cancel);
        }
        catch (IOException)
        {
            // The daemon closes early when its own size limit is passed; its reply, read below, says so.
        }

        var reply = new byte[LongestReply];
        var length = await stream.ReadAtLeastAsync(reply, reply.Length, throwOnEndOfStream: false, cancel);
        return Encoding.UTF8.GetString(reply, 0, length).TrimEnd('\0', '\n');
    }

    static async Task SendAsync(Stream content, NetworkStream stream, CancellationToken cancel)
    {
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), cancel);
        var chunk = new byte[sizeof(int) + 64 * 1024];
        for (int read; (read = await content.ReadAsync(chunk.AsMemory(sizeof(int)), cancel)) > 0;)
        {
            BinaryPrimitives.WriteInt32BigEndian(chunk, read);
            await stream.WriteAsync(chunk.AsMemory(0, sizeof(int) + read), cancel);
        }

        await stream.WriteAsync(new byte[sizeof(int)], cancel);
    }

    ScanVerdict Read(string reply)
    {
        if (reply == "stream: OK") return ScanVerdict.Clean;
        if (reply.EndsWith(" FOUND", StringComparison.Ordinal))
        {
            log.LogWarning("The malware scanner refused a file: {Reply}", reply);
            return ScanVerdict.Infected;
        }

        log.LogError("The malware scanner could not scan a file: {Reply}", reply);
        return ScanVerdict.NotScanned;
    }
}
