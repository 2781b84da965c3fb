using System.Globalization;
using Underpin.Leadership.Files;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Editing;

/// <summary>Writes a structure as the tables that <see cref="StructureCsv"/> reads. O(size of the structure).</summary>
internal static class StructureCsvWriter
{
    /// <summary>The names of the tables, which are also the names of the files without their ending.</summary>
    public static IReadOnlyList<string> Tables { get; } = ["people", "posts", "responsibilities", "meetings"];

    /// <summary>The rows of a table with its headings first; null where there is no such table.</summary>
    public static IReadOnlyList<IReadOnlyList<string?>>? Rows(SchoolStructure structure, string table) => table switch
    {
        "people" => [Names(StructureCsv.PeopleColumns), .. structure.People.Select(p => (IReadOnlyList<string?>)[p.Name, p.Code, Several(p.Knows), Several(p.Qualifications)])],
        "posts" => [Names(StructureCsv.PostColumns), .. structure.Posts.SelectMany(post => Posts(structure, post))],
        "responsibilities" => [Names(StructureCsv.ResponsibilityColumns), .. Duties(structure)],
        "meetings" => [Names(StructureCsv.MeetingColumns), .. structure.Meetings.Select(Meeting)],
        _ => null,
    };

    static IReadOnlyList<string?> Names(IReadOnlyList<(string Name, bool Required)> columns) => [.. columns.Select(c => c.Name)];

    static IEnumerable<IReadOnlyList<string?>> Posts(SchoolStructure structure, Post post)
    {
        var holders = structure.Holdings.Where(h => h.Post == post.Code).ToList();
        var (first, second) = (post.ReportsTo.Count > 0 ? post.ReportsTo[0] : default, post.ReportsTo.Count > 1 ? post.ReportsTo[1] : default);
        var salary = post.Salary ?? (post.PayPoint is { } point && structure.PayPoints.TryGetValue(point, out var annual) ? annual : null);
        foreach (var holder in holders.Count == 0 ? [null] : holders.Cast<Holding?>())
            yield return
            [
                post.Title, Word(post.Tier), post.Code, Several(post.Schools), post.IsHead ? "yes" : "", holder?.Person, Csv.Day(holder?.Period.From), Csv.Day(holder?.Period.Until),
                first.Manager, first.Manager is null ? "" : Word(first.Side), second.Manager, second.Manager is null ? "" : Word(second.Side),
                Number(salary), Number(post.OnCostsPercent ?? structure.OnCostsPercent), Number(post.Fte), Number(post.SpendLimit),
            ];
    }

    // One row for the parts of a duty that last equally long; only one can be accountable in a row.
    static IEnumerable<IReadOnlyList<string?>> Duties(SchoolStructure structure)
    {
        foreach (var group in structure.Assignments.GroupBy(a => (a.Duty, a.School, a.Period)))
        {
            var accountable = group.Where(a => a.Part == Part.Accountable).Select(a => a.Holder).ToList();
            yield return
            [
                group.Key.Duty, group.Key.School, accountable.FirstOrDefault(), Holders(group, Part.Responsible), Holders(group, Part.Consulted), Holders(group, Part.Informed),
                Holders(group, Part.Cover), Csv.Day(group.Key.Period.From), Csv.Day(group.Key.Period.Until),
            ];
            foreach (var more in accountable.Skip(1))
                yield return [group.Key.Duty, group.Key.School, more, "", "", "", "", Csv.Day(group.Key.Period.From), Csv.Day(group.Key.Period.Until)];
        }
    }

    static IReadOnlyList<string?> Meeting(Meeting meeting) =>
    [
        meeting.Name, Several(meeting.Members), meeting.Code, meeting.School, Several(meeting.Remit), Number(meeting.BudgetLimit),
        meeting.DecidesPolicy ? "yes" : "", meeting.DecidesStaffing ? "yes" : "", Number(meeting.HoursAYear),
    ];

    static string Holders(IEnumerable<Assignment> parts, Part part) => Several(parts.Where(a => a.Part == part).Select(a => a.Holder));

    static string Several(IEnumerable<string> codes) => string.Join(';', codes);

    static string Number(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    static string Word<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();
}
