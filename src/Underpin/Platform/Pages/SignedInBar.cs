namespace Underpin.Platform.Pages;

/// <summary>One of the places a signed-in person can be: their own work, or an organisation by its name.</summary>
internal sealed record BarLink(string Name, string Address);

internal sealed record SignedInBar(string PersonName, IReadOnlyList<BarLink> Places);

/// <summary>
/// Says whose bar to show, or null for a visitor. The layout belongs to no one room, so the room that knows people and
/// their organisations registers this.
/// </summary>
internal delegate ValueTask<SignedInBar?> FindSignedInBar(HttpContext http);
