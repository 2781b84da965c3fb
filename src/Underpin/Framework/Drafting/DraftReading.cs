using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Framework.Content;

namespace Underpin.Framework.Drafting;

/// <summary>What is read and edited together: the framework itself, an area, a competence or a role.</summary>
internal sealed record DraftPart(string Code, string Title, IReadOnlyList<DraftLine> Lines)
{
    public int Changed => Lines.Count(line => line.IsChanged);

    /// <summary>Whether the edition to be has it no more.</summary>
    public bool IsRemoved => Lines.All(line => line.Removed);

    public bool IsNew => Lines.All(line => line.IsNew);
}

/// <summary>A draft with all its lines, in the order in which they are read, and the edition that it began from.</summary>
internal sealed class DraftReading
{
    readonly Dictionary<string, DraftPart> _parts;

    DraftReading(Draft draft, Organisation body, FrameworkContent basis, IEnumerable<DraftLine> lines)
    {
        (Draft, Body, Basis) = (draft, body, basis);
        var stored = lines.Where(line => !line.IsGone).OrderBy(line => line.Order).ToList();
        var paths = FrameworkLines.PathsInDraft(stored.Select(line => line.Path));
        var places = FrameworkLine.Of(FrameworkLines.ToContent(basis, stored.Select(AsLine))).Select((line, place) => (line.Path, place))
            .ToDictionary(line => paths[line.Path], line => line.place);
        Lines = [.. stored.OrderBy(line => places.GetValueOrDefault(line.Path, int.MaxValue))];
        Parts = [.. Lines.GroupBy(line => LinePath.Parse(line.Path).Part)
            .Select(part => new DraftPart(part.Key, part.Key == LinePath.Framework ? "The framework as a whole" : part.First(line => line.Path.EndsWith(".title", StringComparison.Ordinal)).Text, [.. part]))];
        _parts = Parts.ToDictionary(part => part.Code);
    }

    public Draft Draft { get; }
    public Organisation Body { get; }
    public FrameworkContent Basis { get; }
    public IReadOnlyList<DraftLine> Lines { get; }
    public IReadOnlyList<DraftPart> Parts { get; }

    public IEnumerable<DraftLine> Changed => Lines.Where(line => line.IsChanged);

    public IEnumerable<DraftPart> Areas => Parts.Where(part => part.Code.Length == 3);
    public IEnumerable<DraftPart> Roles => Parts.Where(part => part.Code.StartsWith(LinePath.RolePrefix, StringComparison.Ordinal));
    public IEnumerable<DraftPart> Competences => Parts.Where(part => part.Code[0] is >= 'A' and <= 'Z' && part.Code.Contains('-', StringComparison.Ordinal));
    public IEnumerable<DraftPart> CompetencesOf(string area) => Competences.Where(part => part.Code.StartsWith($"{area}-", StringComparison.Ordinal));

    public DraftPart? Part(string? code) => code is null ? null : _parts.GetValueOrDefault(code);

    public DraftLine? Line(string path) => LinePath.TryParse(path, out var at) ? Part(at.Part)?.Lines.FirstOrDefault(line => line.Path == path) : null;

    /// <summary>The edition to be, as it would be published on this day.</summary>
    public FrameworkContent Proposed(DateOnly on) => FrameworkLines.ToContent(
        Basis with { Version = FrameworkVersion.Parse(Draft.Version), Published = on }, Lines.Where(line => !line.Removed).Select(AsLine));

    /// <summary>From the paths of the edition to be to those of the draft.</summary>
    public IReadOnlyDictionary<string, string> PathsInDraft => FrameworkLines.PathsInDraft(Lines.Where(line => !line.Removed).Select(line => line.Path));

    /// <summary>Reads a draft in a constant number of queries; null when there is none.</summary>
    /// <param name="tracked">Whether lines and draft are to be changed.</param>
    public static async Task<DraftReading?> ReadAsync(UnderpinDb db, Guid draftId, bool tracked, CancellationToken cancel)
    {
        var drafts = tracked ? db.Drafts : db.Drafts.AsNoTracking();
        if (await drafts.SingleOrDefaultAsync(d => d.Id == draftId, cancel) is not { } draft) return null;
        var body = await db.Organisations.AsNoTracking().SingleAsync(o => o.Id == draft.OrganisationId, cancel);
        var edition = await db.Frameworks.AsNoTracking().SingleAsync(f => f.Code == draft.FrameworkCode && f.Version == draft.BasedOn, cancel);
        var lines = (tracked ? db.DraftLines : db.DraftLines.AsNoTracking()).Where(l => l.DraftId == draftId);
        return new(draft, body, await FrameworkPublisher.ReadAsync(db, edition, cancel), await lines.ToListAsync(cancel));
    }

    static FrameworkLine AsLine(DraftLine line) => new(line.Path, LinePath.Parse(line.Path).Kind, line.Text);
}
