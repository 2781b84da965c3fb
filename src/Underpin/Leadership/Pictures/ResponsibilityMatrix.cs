using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Review;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Pictures;

/// <summary>A person's parts in a duty: the letters A, R, C, I, and S for standing in.</summary>
/// <param name="Letters">"" for none; "AR" for two.</param>
/// <param name="Words">The same in words, for those who hear the table.</param>
internal sealed record MatrixCell(string Letters, string Words);

internal enum Clarity
{
    /// <summary>One person, or one shared post, answers for it.</summary>
    One,
    Nobody,
    Several,
}

/// <param name="Cells">One for each column.</param>
internal sealed record MatrixRow(Responsibility Duty, Clarity Clarity, IReadOnlyList<MatrixCell> Cells);

/// <summary>The duties of a group.</summary>
internal sealed record MatrixGroup(DutyGroup Group, IReadOnlyList<MatrixRow> Rows);

/// <summary>The responsibility matrix of a school: duties down, people with any part across, seniors first. It is a table, and so its own twin. O(duties × people).</summary>
internal sealed record ResponsibilityMatrix(IReadOnlyList<Person> People, IReadOnlyList<MatrixGroup> Groups)
{
    public static ResponsibilityMatrix Of(ReviewCase one)
    {
        var parts = one.Duties.ToDictionary(
            held => held.Duty.Code,
            held => one.View.PartsIn(held.Duty.Code, one.School.Code).SelectMany(part => one.View.PeopleBehind(part.Holder).Select(person => (person.Code, part.Part))).ToLookup(pair => pair.Code, pair => pair.Part, StringComparer.Ordinal),
            StringComparer.Ordinal);
        var codes = parts.Values.SelectMany(people => people.Select(person => person.Key)).ToHashSet(StringComparer.Ordinal);
        var people = one.View.Structure.People.Where(person => codes.Contains(person.Code)).OrderBy(person => one.View.TierOf(person.Code) ?? Tier.Other).ToList();
        return new(people, [.. one.View.Catalogue.Groups.Select(group => new MatrixGroup(group,
        [
            .. one.Duties.Where(held => held.Duty.Group == group.Code).Select(held => new MatrixRow(
                held.Duty, held.Seats.Count switch { 0 => Clarity.Nobody, 1 => Clarity.One, _ => Clarity.Several }, [.. people.Select(person => Cell(parts[held.Duty.Code][person.Code]))])),
        ]))]);
    }

    /// <summary>The duties of a group, or those in which a person has a part, and everybody who has a part in them.</summary>
    /// <param name="group">Code of a group of duties; null or "" for all.</param>
    /// <param name="person">Code of a person; null or "" for all.</param>
    public ResponsibilityMatrix Only(string? group, string? person)
    {
        var column = Enumerable.Range(0, People.Count).FirstOrDefault(i => People[i].Code == person, -1);
        var groups = Groups.Where(one => string.IsNullOrEmpty(group) || one.Group.Code == group)
            .Select(one => one with { Rows = [.. one.Rows.Where(row => string.IsNullOrEmpty(person) || (column >= 0 && row.Cells[column].Letters != ""))] })
            .Where(one => one.Rows.Count > 0).ToList();
        var kept = Enumerable.Range(0, People.Count).Where(i => groups.Exists(one => one.Rows.Any(row => row.Cells[i].Letters != ""))).ToList();
        return new([.. kept.Select(i => People[i])], [.. groups.Select(one => one with { Rows = [.. one.Rows.Select(row => row with { Cells = [.. kept.Select(i => row.Cells[i])] })] })]);
    }

    private static MatrixCell Cell(IEnumerable<Part> parts)
    {
        var held = parts.Distinct().Order().ToList();
        return new(string.Concat(held.Select(Letter)), string.Join(" and ", held.Select(part => part == Part.Cover ? "stands in" : part.ToString().ToLowerInvariant())));
    }

    private static char Letter(Part part) => part == Part.Cover ? 'S' : part.ToString()[0];
}
