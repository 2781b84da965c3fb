using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;

namespace Underpin.Leadership.Catalogue;

/// <summary>What content/leadership says: the duties of a school and the thresholds of its review.</summary>
internal sealed record LeadershipContent(ResponsibilityCatalogue Catalogue, IReadOnlyList<Threshold> Thresholds)
{
    /// <summary>Reads a content directory.</summary>
    /// <param name="directory">The directory in which <c>leadership</c> stands.</param>
    /// <param name="today">Nothing can have been checked later.</param>
    /// <returns>The content, or null and every problem in order of file and line.</returns>
    public static (LeadershipContent? Content, IReadOnlyList<ContentProblem> Problems) Read(string directory, DateOnly today)
    {
        var folder = new ContentFolder(directory);
        var problems = new ContentProblems();
        var catalogue = folder.Read(CatalogueReader.File, CatalogueReader.FileShape, problems) is { } duties ? CatalogueReader.Read(duties, today) : null;
        var thresholds = folder.Read(ThresholdReader.File, ThresholdReader.FileShape, problems) is { } numbers ? ThresholdReader.Read(numbers, today) : null;
        var found = problems.InOrder();
        return (found.Count > 0 ? null : new(catalogue!, thresholds!), found);
    }

    /// <summary>What the rules of writing and of sources find, as for the rest of content. Time alone can make a source stale, so
    /// none of this keeps content from being used.</summary>
    public IReadOnlyList<ContentProblem> Lint(DateOnly today)
    {
        var problems = new ContentProblems();
        foreach (var duty in Catalogue.Responsibilities)
        {
            foreach (var (rule, message) in TextRules.Check(TextKind.ForHeads, duty.Without))
                problems.Add(CatalogueReader.File, duty.Line, rule, $"{duty.Code} 'without': {message}");
            foreach (var (rule, message) in TextRules.Check(TextKind.Does, duty.About))
                problems.Add(CatalogueReader.File, duty.Line, rule, $"{duty.Code} 'about': {message}");
            foreach (var (source, rule, message) in SourceRules.Check(duty.Sources, today))
                problems.Add(CatalogueReader.File, source.Line, rule, message);
        }
        foreach (var (source, rule, message) in Thresholds.SelectMany(one => SourceRules.Check(one.Sources, today)))
            problems.Add(ThresholdReader.File, source.Line, rule, message);
        return problems.InOrder();
    }
}
