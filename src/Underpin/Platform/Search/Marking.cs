using System.Text.Encodings.Web;

namespace Underpin.Platform.Search;

/// <summary>
/// Shows where the words asked for stand. What comes out is HTML in which every character of the text is encoded and only the <c>mark</c> elements
/// are ours.
/// </summary>
internal sealed class Marking(IReadOnlyList<SearchTerm> terms)
{
    const int SnippetLength = 230;
    const int MostSpans = 40;

    readonly record struct Span(int Start, int End, int Term);

    // Phrases by their first stem: looked up at every word of a text.
    readonly ILookup<string, (string[] Stems, int Term)> _phrases = terms
        .SelectMany((term, number) => term.Phrases.Select(stems => (Stems: stems, Term: number)))
        .OrderByDescending(p => p.Stems.Length)
        .ToLookup(p => p.Stems[0]);

    public string Whole(string text) => Render(text, 0, text.Length, Spans(text, int.MaxValue));

    /// <summary>The stretch of a text that has most of the terms, marked; its beginning when none is in it.</summary>
    public string Snippet(string text)
    {
        var spans = Spans(text, MostSpans);
        var (from, best) = (0, 0);
        foreach (var first in spans)
        {
            var within = spans.Where(s => s.Start >= first.Start && s.End <= first.Start + SnippetLength - 60).ToList();
            var worth = within.DistinctBy(s => s.Term).Count() * 10 + Math.Min(within.Count, 9);
            if (worth > best) (from, best) = (first.Start, worth);
        }

        from = StartOf(text, from);
        var to = EndOf(text, Math.Min(text.Length, from + SnippetLength));
        return (from > 0 ? "… " : "") + Render(text, from, to, spans) + (to < text.Length ? " …" : "");
    }

    /// <summary>Back to the beginning of the sentence when it is near, otherwise a few words.</summary>
    static int StartOf(string text, int place)
    {
        if (place < 60) return 0;
        var sentence = text.LastIndexOfAny(['.', ';', ':', '?'], place - 1, 60);
        if (sentence >= 0 && sentence + 2 < place) return sentence + 2;
        var space = text.IndexOf(' ', place - 50);
        return space < 0 || space >= place ? place : space + 1;
    }

    static int EndOf(string text, int place)
    {
        if (place >= text.Length) return text.Length;
        var space = text.LastIndexOf(' ', place, 40);
        if (space > 0) return space;
        return char.IsLowSurrogate(text[place]) ? place - 1 : place;
    }

    List<Span> Spans(string text, int most)
    {
        var spans = new List<Span>();
        var tokens = Wording.Tokens(text);
        var stems = new string?[tokens.Count];
        for (var i = 0; i < tokens.Count && spans.Count < most; i++)
        {
            foreach (var (phrase, term) in _phrases[StemAt(i)])
            {
                var length = 1;
                while (length < phrase.Length && i + length < tokens.Count && StemAt(i + length) == phrase[length]) length++;
                if (length < phrase.Length) continue;
                spans.Add(new(tokens[i].Start, tokens[i + length - 1].End, term));
                i += length - 1;
                break;
            }
        }

        return spans;

        string StemAt(int i) => stems[i] ??= Stem.Of(tokens[i].Word);
    }

    static string Render(string text, int from, int to, List<Span> spans)
    {
        var html = new System.Text.StringBuilder(to - from + 64);
        var place = from;
        foreach (var span in spans.Where(s => s.Start >= from && s.End <= to))
        {
            html.Append(HtmlEncoder.Default.Encode(text[place..span.Start])).Append("<mark>").Append(HtmlEncoder.Default.Encode(text[span.Start..span.End])).Append("</mark>");
            place = span.End;
        }

        return html.Append(HtmlEncoder.Default.Encode(text[place..to])).ToString();
    }
}
