namespace Underpin.Platform.Pages;

/// <summary>Where in a list ordered by rank, moment and key a page begins: after this line.</summary>
internal sealed record PageKey(int Rank, DateTimeOffset Since, Guid Id)
{
    /// <summary>For an address.</summary>
    public override string ToString() => $"{Rank}.{Since.UtcTicks}.{Id:N}";

    /// <summary>Null when the text is none: the list then begins at its head.</summary>
    public static PageKey? Read(string? text) =>
        text?.Split('.') is [var rank, var ticks, var id] && int.TryParse(rank, out var r) && long.TryParse(ticks, out var t) && t >= 0 && t <= DateTimeOffset.MaxValue.UtcTicks && Guid.TryParse(id, out var key)
            ? new(r, new(t, TimeSpan.Zero), key) : null;
}
