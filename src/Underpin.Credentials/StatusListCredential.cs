namespace Underpin.Credentials;

/// <summary>
/// A status list with the address it is published at and the body that answers for it (W3C Bitstring Status List 1.0,
/// <c>BitstringStatusListCredential</c>).
/// </summary>
public sealed record StatusListCredential
{
    /// <summary>The address the list is published at, an absolute URI without a fragment; credentials name it as their list.</summary>
    public required string Id { get; init; }

    /// <summary>The issuer's identifier, an absolute URI; the same as in the credentials that use the list.</summary>
    public required string IssuerId { get; init; }

    /// <summary>What a set bit means; see <see cref="StatusPurposes"/>.</summary>
    public string Purpose { get; init; } = StatusPurposes.Revocation;

    /// <summary>The bits.</summary>
    public required StatusList List { get; init; }

    /// <summary>When this version was published; written to the whole second.</summary>
    public required DateTimeOffset ValidFrom { get; init; }

    /// <summary>The first moment at which a newer version must be fetched; later than <see cref="ValidFrom"/>. Null when not said.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Answers for one credential.</summary>
    /// <param name="entry">The place that the credential names.</param>
    /// <returns>
    /// <see cref="StatusState.Clear"/>, <see cref="StatusState.Revoked"/> or <see cref="StatusState.Suspended"/>;
    /// <see cref="StatusState.Unknown"/> when the entry names another list or purpose, a place outside this list, or a purpose
    /// other than revocation and suspension.
    /// </returns>
    public StatusState Lookup(StatusListEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (entry.ListUrl != Id || entry.Purpose != Purpose || (uint)entry.Index >= (uint)List.Length)
            return StatusState.Unknown;

        return Purpose switch
        {
            StatusPurposes.Revocation => List[entry.Index] ? StatusState.Revoked : StatusState.Clear,
            StatusPurposes.Suspension => List[entry.Index] ? StatusState.Suspended : StatusState.Clear,
            _ => StatusState.Unknown,
        };
    }
}
