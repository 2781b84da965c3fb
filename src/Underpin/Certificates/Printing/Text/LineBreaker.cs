namespace Underpin.Certificates.Printing.Text;

/// <summary>
/// Breaks text into lines. Nothing is lost: the lines joined are the text, the space at a break included, because what is
/// on the page is also what software reads from it.
/// </summary>
internal static class LineBreaker
{
    /// <summary>
    /// Breaks after spaces, hyphens, dashes and slashes; inside a word only where the word alone is wider than the line.
    /// </summary>
    /// <param name="width">Width of one cluster, in the unit of <paramref name="maximum"/>.</param>
    public static List<List<TextCluster>> Break(IReadOnlyList<TextCluster> clusters, Func<TextCluster, double> width, double maximum)
    {
        var lines = new List<List<TextCluster>>();
        var line = new List<TextCluster>();
        var used = 0.0;
        foreach (var cluster in clusters)
        {
            // A space never opens a line; it may hang over the end of one, where nobody sees it.
            if (!cluster.IsSpace && used + width(cluster) > maximum && line.Count > 0)
            {
                var carried = CarriedOver(line);
                lines.Add(line);
                line = carried;
                used = carried.Sum(width);
            }

            line.Add(cluster);
            used += width(cluster);
        }

        if (line.Count > 0)
            lines.Add(line);
        return lines;
    }

    /// <summary>Takes the unfinished word off the end of a full line; nothing when the word fills the line.</summary>
    private static List<TextCluster> CarriedOver(List<TextCluster> line)
    {
        var lastBreak = line.FindLastIndex(cluster => cluster.AllowsBreakAfter);
        if (lastBreak < 0)
            return [];
        var carried = line[(lastBreak + 1)..];
        line.RemoveRange(lastBreak + 1, carried.Count);
        return carried;
    }
}
