namespace Underpin.Certificates.Printing.TrueType;

/// <summary>Reads which other glyphs a composed glyph is drawn from: é from e and an acute, for one.</summary>
internal static class CompositeGlyph
{
    private const int ArgumentsAreWords = 0x0001;
    private const int HasOneScale = 0x0008;
    private const int MoreComponents = 0x0020;
    private const int HasTwoScales = 0x0040;
    private const int HasMatrix = 0x0080;

    public static IEnumerable<int> ComponentsOf(FontData outline)
    {
        // A count of contours below zero is what marks a glyph as composed.
        if (outline.Length == 0 || outline.Int16(0) >= 0)
            yield break;

        var at = 10;
        int flags;
        do
        {
            flags = outline.UInt16(at);
            yield return outline.UInt16(at + 2);
            at += 4 + ((flags & ArgumentsAreWords) != 0 ? 4 : 2) + ScaleLength(flags);
        }
        while ((flags & MoreComponents) != 0);
    }

    private static int ScaleLength(int flags) =>
        (flags & HasOneScale) != 0 ? 2
        : (flags & HasTwoScales) != 0 ? 4
        : (flags & HasMatrix) != 0 ? 8
        : 0;
}
