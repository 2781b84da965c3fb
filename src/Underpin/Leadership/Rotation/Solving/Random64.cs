namespace Underpin.Leadership.Rotation.Solving;

/// <summary>Numbers that a seed decides, alike on every machine and version of the platform (SplitMix64, after Steele, Lea and Flood, 2014).</summary>
internal sealed class Random64(int seed)
{
    ulong _state = unchecked((ulong)seed * 0x9E3779B97F4A7C15UL + 0x1234567UL);

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15UL;
        var z = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 up to the bound, which is left out.</summary>
    public int Below(int bound) => (int)(Next() % (ulong)bound);

    /// <summary>Puts items in an order that the seed decides.</summary>
    public void Shuffle<T>(IList<T> items)
    {
        for (var i = items.Count - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
