using System.Globalization;

namespace Underpin.Framework.Content;

/// <summary>Puts an edition together from its lines: the inverse of <see cref="FrameworkLine.Of(FrameworkContent)"/>.</summary>
internal static class FrameworkLines
{
    /// <summary>
    /// What the lines say, on the frame of an edition: from there come code, version and date, the order of areas and roles, and what has no line
    /// (sources, a role's kind, its qualifications and the roles after it). Areas and competences without a title are left out; new ones come last.
    /// </summary>
    public static FrameworkContent ToContent(FrameworkContent basis, IEnumerable<FrameworkLine> lines)
    {
        var parts = lines.Select(line => (At: LinePath.Parse(line.Path), line.Text)).GroupBy(line => line.At.Part)
            .ToDictionary(part => part.Key, part => new Part([.. part]));
        var whole = parts.GetValueOrDefault(LinePath.Framework) ?? Part.Empty;
        var areas = parts.Where(part => part.Value.IsTitled && part.Key.Length == 3).Select(part => part.Key).ToList();
        var order = basis.Areas.ToDictionary(area => area.Code, area => area.Order);
        foreach (var added in areas.Where(code => !order.ContainsKey(code)).ToList()) order[added] = order.Values.DefaultIfEmpty().Max() + 1;
        return basis with
        {
            Title = whole.Text("title"),
            Summary = whole.Text("summary"),
            Levels = [.. basis.Levels.Select(level => level with { Title = whole.Text($"level.{level.Level}.title"), Meaning = whole.Text($"level.{level.Level}.meaning") })],
            Areas = [.. areas.OrderBy(code => order[code]).Select(code => new AreaContent
            {
                Version = basis.Version,
                Code = code,
                Title = parts[code].Text("title"),
                Order = order[code],
                Summary = parts[code].Text("summary"),
                Competences = [.. parts.Where(part => part.Value.IsTitled && part.Key.StartsWith($"{code}-", StringComparison.Ordinal)).Select(part => Competence(basis.Version, part.Key, part.Value))],
            })],
            Roles = [.. basis.Roles.Where(role => parts.ContainsKey(LinePath.RolePrefix + role.Code)).Select(role => Role(role, parts[LinePath.RolePrefix + role.Code]))],
        };
    }

    /// <summary>
    /// In a draft a duty keeps its number when one above it goes; in the edition to be they are counted anew. Leads from a path there to the path
    /// in the draft.
    /// </summary>
    public static IReadOnlyDictionary<string, string> PathsInDraft(IEnumerable<string> paths) => paths.Select(path => (Path: path, At: LinePath.Parse(path)))
        .GroupBy(line => (line.At.Part, line.At.Field == "duty" ? "duty" : line.Path))
        .SelectMany(group => group.Key.Item2 == "duty"
            ? group.OrderBy(line => line.At.Number).Select((line, i) => (There: $"{group.Key.Part}.duty.{i + 1}", line.Path))
            : group.Select(line => (There: line.Path, line.Path)))
        .ToDictionary(pair => pair.There, pair => pair.Path);

    static CompetenceContent Competence(FrameworkVersion version, string code, Part part) => new()
    {
        Version = version,
        Code = code,
        Title = part.Text("title"),
        Why = part.Text("why"),
        Without = part.Text("without"),
        Levels = [.. part.All("level").OrderBy(line => line.At.Number).Select(line => new CompetenceLevelContent(line.At.Number, line.Text))],
        Replaces = Codes(part.Text("replaces")),
    };

    static RoleContent Role(RoleContent basis, Part part) => basis with
    {
        Title = part.Text("title"),
        Purpose = part.Text("purpose"),
        Duties = [.. part.All("duty").OrderBy(line => line.At.Number).Select(line => line.Text)],
        Decides = part.Text("decides"),
        WorksWith = part.Text("works-with"),
        Competences = [.. part.All("competence").Select(line =>
            new RoleCompetenceContent(line.At.Key, int.TryParse(line.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : 0))],
    };

    public static IReadOnlyList<string> Codes(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    sealed class Part(IReadOnlyList<(LinePath At, string Text)> lines)
    {
        public static readonly Part Empty = new([]);

        public bool IsTitled => lines.Any(line => line.At.Field == "title");

        public string Text(string field) => lines.FirstOrDefault(line => line.At.Field == field).Text ?? "";

        public IEnumerable<(LinePath At, string Text)> All(string field) => lines.Where(line => line.At.Field == field);
    }
}
