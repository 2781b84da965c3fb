using Microsoft.AspNetCore.Identity;
using Underpin.Platform.Values;

namespace Underpin.Access;

/// <summary>A person who can sign in. One person, one account, several hats.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    public Account() => Id = Guid.CreateVersion7();

    /// <summary>As it is to stand on a certificate.</summary>
    public required PersonName Name { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    /// <summary>Runs this installation: makes organisations and their first members.</summary>
    public bool IsAdministrator { get; set; }
    public DateTimeOffset? ErasedAt { get; set; }
}
