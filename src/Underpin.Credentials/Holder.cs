namespace Underpin.Credentials;

/// <summary>The person who holds a credential (Open Badges 3.0 <c>AchievementSubject</c>).</summary>
public sealed record Holder
{
    /// <summary>
    /// The holder's identifier, an absolute URI. Becomes the token's <c>sub</c>. Needed to sign; null only in credentials
    /// of others that identify the holder by name alone.
    /// </summary>
    public string? Id { get; init; }

    /// <summary>
    /// The holder's name in clear, written as an <c>IdentityObject</c> of type <c>name</c> that is not hashed. Needed to
    /// sign; null in credentials of others that give only hashed identities.
    /// </summary>
    public string? Name { get; init; }

    /// <summary>A holder identified by <c>urn:uuid:</c> and a key that says nothing about the person.</summary>
    /// <param name="subject">The key. Not <see cref="Guid.Empty"/>.</param>
    /// <param name="name">The name as it stands on the certificate. Not blank.</param>
    /// <exception cref="ArgumentException">The key is empty or the name is blank.</exception>
    public static Holder Create(Guid subject, string name)
    {
        if (subject == Guid.Empty)
            throw new ArgumentException("The holder's key is empty.", nameof(subject));
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return new Holder { Id = $"urn:uuid:{subject:D}", Name = name };
    }
}
