namespace Underpin.Framework.Editions;

internal enum RunKind
{
    Same,
    Removed,
    Added,
}

/// <summary>Words that stand in both texts, or in one of them only.</summary>
internal sealed record WordRun(RunKind Kind, string Text);

/// <summary>What was taken out of a text and put into it, word by word.</summary>
internal static class WordDifference
{
    /// <summary>Beyond this the table of the comparison would grow too large, and a text is shown as wholly new.</summary>
    const int MostWords = 1500;

    /// <summary>Runs in the order in which they are read: the kept and the removed ones make up the text before, the kept and the added ones the text after.</summary>
    public static IReadOnlyList<WordRun> Of(string? before, string? after)
    {
        var (old, now) = (Words(before), Words(after));
        if (old.Length == 0 || now.Length == 0 || old.Length > MostWords || now.Length > MostWords)
            return [.. new[] { new WordRun(RunKind.Removed, string.Join(' ', old)), new WordRun(RunKind.Added, string.Join(' ', now)) }.Where(run => run.Text.Length > 0)];

        // longest[i, j]: how many words the two have in common, in order, from i and j on.
        var longest = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
            for (var j = now.Length - 1; j >= 0; j--)
                longest[i, j] = old[i] == now[j] ? longest[i + 1, j + 1] + 1 : Math.Max(longest[i + 1, j], longest[i, j + 1]);

        var words = new List<(RunKind Kind, string Word)>();
        var (at, to) = (0, 0);
        while (at < old.Length || to < now.Length)
        {
            if (at < old.Length && to < now.Length && old[at] == now[to])
            {
                words.Add((RunKind.Same, old[at++]));
                to++;
            }
            else if (at < old.Length && (to == now.Length || longest[at + 1, to] >= longest[at, to + 1])) words.Add((RunKind.Removed, old[at++]));
            else words.Add((RunKind.Added, now[to++]));
        }

        return Runs(words);
    }

    static List<WordRun> Runs(List<(RunKind Kind, string Word)> words)
    {
        var runs = new List<WordRun>();
        for (var i = 0; i < words.Count;)
        {
            // Between two kept words, what goes is read before what comes.
            var end = i;
            while (end < words.Count && (words[end].Kind == RunKind.Same) == (words[i].Kind == RunKind.Same)) end++;
            foreach (var kind in new[] { RunKind.Same, RunKind.Removed, RunKind.Added })
            {
                var run = string.Join(' ', words[i..end].Where(w => w.Kind == kind).Select(w => w.Word));
                if (run.Length > 0) runs.Add(new(kind, run));
            }

            i = end;
        }

        return runs;
    }

    static string[] Words(string? text) => (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
