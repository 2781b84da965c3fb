using System.Globalization;
using System.Text;
using Underpin.Certificates.Printing.TrueType;

namespace Underpin.Certificates.Printing.Text;

/// <summary>
/// Prepares text for print. Accents are composed (NFC), every kind of white space becomes a single space, and characters
/// that only steer layout (joiners, direction marks, soft hyphens) are not drawn. A character that the font lacks is never
/// left blank: a box is drawn in its place and the cluster keeps the true text.
/// </summary>
internal static class PrintableText
{
    private const string Box = "□";
    private const int NoBreakSpace = 0x00A0;
    private const int NarrowNoBreakSpace = 0x202F;

    /// <summary>Composes accents, tidies white space and replaces broken surrogates by U+FFFD.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var spacePending = false;
        // Enumerating runes replaces unpaired surrogates, on which normalising would throw.
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) && rune.Value is not (NoBreakSpace or NarrowNoBreakSpace))
            {
                spacePending = clean.Length > 0;
                continue;
            }

            if (spacePending)
                clean.Append(' ');
            spacePending = false;
            clean.Append(rune.ToString());
        }

        return clean.ToString().Normalize(NormalizationForm.FormC);
    }

    public static IReadOnlyList<TextCluster> Split(string text, TrueTypeFont font)
    {
        var clusters = new List<TextCluster>();
        var elements = StringInfo.GetTextElementEnumerator(Clean(text));
        while (elements.MoveNext())
        {
            var element = elements.GetTextElement();
            var visible = string.Concat(element.EnumerateRunes().Where(rune => !OnlySteersLayout(rune)));
            if (visible.Length == 0)
                continue;
            var covered = visible.EnumerateRunes().All(font.Covers);
            clusters.Add(covered ? new TextCluster(visible, visible, true) : new TextCluster(element, Box, false));
        }

        return clusters;
    }

    private static bool OnlySteersLayout(Rune rune) =>
        Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format || rune.Value is >= 0xFE00 and <= 0xFE0F;
}
