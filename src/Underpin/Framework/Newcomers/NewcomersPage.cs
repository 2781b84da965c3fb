using Underpin.Framework.Content;

namespace Underpin.Framework.Newcomers;

/// <summary>The page for newcomers. There is one; it is replaced when its file changes, as figures of pay and the like do.</summary>
internal sealed class NewcomersPage
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required NewcomersContent Content { get; init; }
    public required string ContentHash { get; init; }
}
