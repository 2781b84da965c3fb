using System.Security.Cryptography;
using System.Text;

namespace Underpin.Platform.History;

/// <summary>
/// One act on record. Entries of a chain are numbered from 1 and each carries the hash of the one before it. What the act was
/// about stands in <see cref="Payload"/>; the chain covers only a salted hash of it, so that a person's data can be erased
/// and the chain still be walked.
/// </summary>
internal sealed class HistoryEntry
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    /// <summary>The organisation whose chain this is; <see cref="HistoryChain.House"/> for acts that belong to none.</summary>
    public required Guid ChainId { get; init; }
    public required long Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Kind { get; init; }
    /// <summary>What the act is about (an enrolment, a certificate, an organisation), to list its history.</summary>
    public required Guid About { get; init; }
    /// <summary>The account that acted. Its name is read from the account, never written here.</summary>
    public required Guid? ActorId { get; init; }
    /// <summary>JSON: summary in words, reason, on whose behalf, the event, and the actor's name if they have no account. Null once erased.</summary>
    public required string? Payload { get; set; }
    public required byte[]? Salt { get; set; }
    public required byte[] PayloadHash { get; init; }
    public required byte[] PreviousHash { get; init; }
    public required byte[] Hash { get; init; }
    public DateTimeOffset? ErasedAt { get; set; }

    public static byte[] HashPayload(byte[] salt, string payload) => SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(payload)]);

    public byte[] ComputeHash() => ComputeHash(ChainId, Number, At, Kind, About, ActorId, PayloadHash, PreviousHash);

    public static byte[] ComputeHash(Guid chain, long number, DateTimeOffset at, string kind, Guid about, Guid? actor, byte[] payloadHash, byte[] previousHash)
    {
        var text = string.Join('\n', "underpin-history-1", chain.ToString("D"), number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture), kind, about.ToString("D"), actor?.ToString("D") ?? "-",
            Convert.ToHexStringLower(payloadHash), Convert.ToHexStringLower(previousHash));
        return SHA256.HashData(Encoding.UTF8.GetBytes(text));
    }
}

/// <summary>The head of an organisation's chain: the next writer locks this row, so numbers never fork.</summary>
internal sealed class HistoryChain
{
    /// <summary>The chain of acts that belong to no organisation.</summary>
    public static readonly Guid House = Guid.Empty;

    public required Guid Id { get; init; }
    public long LastNumber { get; set; }
    public byte[] LastHash { get; set; } = new byte[32];
}
