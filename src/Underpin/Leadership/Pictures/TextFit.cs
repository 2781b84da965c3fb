using System.Globalization;
using System.Text;

namespace Underpin.Leadership.Pictures;

/// <summary>Breaks text into lines for a picture, in which nothing flows. Widths are counted in letters; a letter of a wide script counts as two.</summary>
internal static class TextFit
{
    /// <summary>At most some lines of at most some letters; the last ends with an ellipsis where more was to come.</summary>
    public static IReadOnlyList<string> Lines(string text, int letters, int atMost)
    {
        var (lines, line, width) = (new List<string>(), new StringBuilder(), 0);
        foreach (var word in Words(text, letters))
        {
            var wide = Width(word);
            if (width > 0 && width + 1 + wide > letters)
            {
                lines.Add(line.ToString());
                line.Clear();
                width = 0;
            }
            if (width > 0)
                line.Append(' ');
            line.Append(word);
            width += wide + (width > 0 ? 1 : 0);
        }
        if (width > 0)
            lines.Add(line.ToString());
        if (lines.Count <= atMost)
            return lines;
        var kept = lines[atMost - 1];
        while (Width(kept) > letters - 1 && kept.Length > 0)
            kept = StringInfo.GetTextElementEnumerator(kept) is var elements && LastElement(elements) is { } last ? kept[..last] : "";
        return [.. lines.Take(atMost - 1), kept.TrimEnd(' ', ',') + "…"];
    }

    /// <summary>Letters, wide ones twice, marks not at all.</summary>
    public static int Width(string text) => text.EnumerateRunes().Sum(rune => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        _ => rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3 or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0x1F300 and <= 0x1F9FF or >= 0x20000 and <= 0x3FFFD ? 2 : 1,
    });

    // A word that is longer than a line is cut between letters as they are seen.
    private static IEnumerable<string> Words(string text, int letters)
    {
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
        {
            if (Width(word) <= letters)
            {
                yield return word;
                continue;
            }
            var (part, elements) = (new StringBuilder(), StringInfo.GetTextElementEnumerator(word));
            while (elements.MoveNext())
            {
                var element = elements.GetTextElement();
                if (part.Length > 0 && Width(part.ToString()) + Width(element) > letters)
                {
                    yield return part.ToString();
                    part.Clear();
                }
                part.Append(element);
            }
            yield return part.ToString();
        }
    }

    private static int? LastElement(TextElementEnumerator elements)
    {
        int? last = null;
        while (elements.MoveNext())
            last = elements.ElementIndex;
        return last;
    }
}
