using Underpin.Framework.Content;
using Underpin.Framework.Content.Lint;
using Underpin.Platform.Content;

namespace Underpin.Qualifications.Content;

/// <summary>Everything that is written in a content directory, read and checked as one.</summary>
internal sealed class ContentSet
{
    private readonly Dictionary<string, UnitContent> _units;
    private readonly Dictionary<string, RuleOfCombination> _rules;

    private ContentSet(
        FrameworkContent framework, IReadOnlyList<UnitContent> units, IReadOnlyList<QualificationContent> qualifications, IReadOnlyList<CrosswalkContent> crosswalks,
        NewcomersContent newcomers)
    {
        (Framework, Units, Qualifications, Crosswalks, Newcomers) = (framework, units, qualifications, crosswalks, newcomers);
        _units = units.ToDictionary(unit => unit.Code, StringComparer.Ordinal);
        _rules = qualifications.ToDictionary(one => one.Code, one => one.Rule.ToRule(_units), StringComparer.Ordinal);
    }

    public FrameworkContent Framework { get; }

    /// <summary>By code.</summary>
    public IReadOnlyList<UnitContent> Units { get; }

    /// <summary>By code.</summary>
    public IReadOnlyList<QualificationContent> Qualifications { get; }

    /// <summary>By code.</summary>
    public IReadOnlyList<CrosswalkContent> Crosswalks { get; }

    /// <summary>The page for newcomers.</summary>
    public NewcomersContent Newcomers { get; }

    /// <summary>Every competence of the framework, area by area.</summary>
    public IEnumerable<CompetenceContent> Competences => Framework.Areas.SelectMany(area => area.Competences);

    /// <exception cref="KeyNotFoundException">There is no such unit; every code in checked content has one.</exception>
    public UnitContent Unit(string code) => _units[code];

    /// <summary>The rule of a qualification with the units that this content gives it.</summary>
    public RuleOfCombination RuleOf(QualificationContent qualification) => _rules[qualification.Code];

    /// <summary>Reads a content directory.</summary>
    /// <param name="directory">The directory in which framework, units and qualifications stand.</param>
    /// <param name="today">Today's date: nothing can have been published later.</param>
    /// <returns>The content, or every problem of every file, in order of file and line.</returns>
    /// <exception cref="DirectoryNotFoundException">There is no such directory.</exception>
    public static ContentReading Read(string directory, DateOnly today)
    {
        if (!Directory.Exists(directory))
            throw new DirectoryNotFoundException($"There is no directory {directory}");
        var folder = new ContentFolder(directory);
        var problems = new ContentProblems();
        var framework = FrameworkReader.Read(folder, problems, today);
        var units = folder.YamlFiles("units", problems)
            .Select(file => folder.Read(file, UnitReader.UnitShape, problems))
            .OfType<ContentMapReader>().Select(map => UnitReader.Read(map, today)).ToList();
        var qualifications = folder.YamlFiles("qualifications", problems)
            .Select(file => folder.Read(file, QualificationReader.QualificationShape, problems))
            .OfType<ContentMapReader>().Select(map => QualificationReader.Read(map, today)).ToList();
        var crosswalks = folder.YamlFiles("crosswalks", problems)
            .Select(file => folder.Read(file, CrosswalkReader.CrosswalkShape, problems))
            .OfType<ContentMapReader>().Select(map => CrosswalkReader.Read(map, today)).ToList();
        var newcomers = NewcomersReader.Read(folder, problems, today);
        var holes = CoverageReader.Read(folder, problems);
        ContentReferences.Check(framework, units, qualifications, crosswalks, newcomers, folder, problems);
        var inOrder = problems.InOrder();
        return inOrder.Count > 0 ? new(null, inOrder, null) : new(
            new(
                framework.Framework,
                [.. units.Select(draft => draft.Unit).OrderBy(unit => unit.Code, StringComparer.Ordinal)],
                [.. qualifications.Select(draft => draft.Qualification).OrderBy(one => one.Code, StringComparer.Ordinal)],
                [.. crosswalks.Select(draft => draft.Crosswalk).OrderBy(one => one.Code, StringComparer.Ordinal)],
                newcomers!.Page),
            [],
            new(framework, units, qualifications, crosswalks, folder.Allowances, holes, folder.Nodes(NewcomersLint.File)));
    }
}

/// <summary>What came of reading a content directory.</summary>
/// <param name="Content">The content; null when there are problems.</param>
/// <param name="Problems">In order of file and line; empty when there is content.</param>
/// <param name="Drafts">The content with the places at which it is written; null when there are problems.</param>
internal sealed record ContentReading(ContentSet? Content, IReadOnlyList<ContentProblem> Problems, ContentDrafts? Drafts);

/// <summary>Content as it was read, with the places at which it is written.</summary>
/// <param name="Allowances">The exceptions that files make for themselves, by file.</param>
/// <param name="Holes">The holes that content/coverage.yaml gives reasons for.</param>
/// <param name="Newcomers">The page for newcomers; null where there is none.</param>
internal sealed record ContentDrafts(
    FrameworkDraft Framework,
    IReadOnlyList<UnitDraft> Units,
    IReadOnlyList<QualificationDraft> Qualifications,
    IReadOnlyList<CrosswalkDraft> Crosswalks,
    IReadOnlyDictionary<string, IReadOnlyList<Allowance>> Allowances,
    IReadOnlyList<JustifiedHole> Holes,
    ContentMap? Newcomers);
