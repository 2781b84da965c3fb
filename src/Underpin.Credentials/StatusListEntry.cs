namespace Underpin.Credentials;

/// <summary>
/// A credential's place in a published status list (W3C Bitstring Status List 1.0, <c>BitstringStatusListEntry</c>, one bit
/// per entry).
/// </summary>
public sealed record StatusListEntry
{
    /// <summary>The address of the status list credential, an absolute URI without a fragment.</summary>
    public required string ListUrl { get; init; }

    /// <summary>
    /// The place in the list, from 0. Give places out at random: places in order would tell in what order people were
    /// awarded.
    /// </summary>
    public required int Index { get; init; }

    /// <summary>What the bit means; see <see cref="StatusPurposes"/>.</summary>
    public string Purpose { get; init; } = StatusPurposes.Revocation;
}

/// <summary>What a set bit in a status list means (W3C Bitstring Status List 1.0, <c>statusPurpose</c>).</summary>
public static class StatusPurposes
{
    /// <summary>Withdrawn for good.</summary>
    public const string Revocation = "revocation";

    /// <summary>Withdrawn until the bit is cleared again.</summary>
    public const string Suspension = "suspension";
}

/// <summary>What is known about a credential's status.</summary>
public enum StatusState
{
    /// <summary>Nothing is known. The default.</summary>
    Unknown,

    /// <summary>It has not been withdrawn.</summary>
    Clear,

    /// <summary>It was withdrawn for good.</summary>
    Revoked,

    /// <summary>It is withdrawn for the time being.</summary>
    Suspended,
}

/// <summary>Answers whether a credential was withdrawn; for example <see cref="StatusListCredential.Lookup"/>, or a register's own table.</summary>
/// <param name="entry">The place that the credential names.</param>
/// <returns>What is known; <see cref="StatusState.Unknown"/> when the list is not at hand.</returns>
public delegate StatusState StatusLookup(StatusListEntry entry);
