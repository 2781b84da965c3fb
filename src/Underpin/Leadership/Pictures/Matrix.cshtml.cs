using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Review;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Pictures;

/// <summary>Who has which part in which duty of a school, as a table and as a file.</summary>
internal sealed class MatrixModel(UnderpinDb db, LeadershipShelf shelf, TimeProvider clock) : SchoolPage
{
    /// <summary>The code of a group of duties.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    /// <summary>The code of a person: only the duties in which they have a part.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Who { get; set; }

    public override string Address => $"{Scenario.Address}/matrix";
    public bool IsFiltered => Group is { Length: > 0 } || Who is { Length: > 0 };

    /// <summary>All people with a part, to choose from.</summary>
    public IReadOnlyList<Person> Everybody { get; private set; } = [];
    public IReadOnlyList<DutyGroup> DutyGroups => View.Catalogue.Groups;

    /// <summary>What is shown: the rows that were asked for, and those who have a part in them.</summary>
    public ResponsibilityMatrix Shown { get; private set; } = null!;

    public int Duties { get; private set; }
    public int Nobody { get; private set; }
    public int Several { get; private set; }

    public string Export
    {
        get
        {
            var query = new QueryBuilder { { "handler", "Csv" } };
            if (Structure.IsTrust) query.Add("school", Chosen);
            if (Group is { Length: > 0 }) query.Add(nameof(Group), Group);
            if (Who is { Length: > 0 }) query.Add(nameof(Who), Who);
            return query.ToString();
        }
    }

    public async Task<IActionResult> OnGetAsync(Guid scenario, string? school, CancellationToken cancel) =>
        await ReadMatrixAsync(scenario, school, cancel) ? Page() : NotFound();

    public async Task<IActionResult> OnGetCsvAsync(Guid scenario, string? school, CancellationToken cancel)
    {
        if (!await ReadMatrixAsync(scenario, school, cancel)) return NotFound();
        return Csv.File("responsibilities-matrix.csv", [["Group", "Code", "Duty", "Statutory", "Who answers", .. Shown.People.Select(person => person.Name)],
            .. Shown.Groups.SelectMany(group => group.Rows.Select(row => (IReadOnlyList<string?>)
            [
                group.Group.Title, row.Duty.Code, row.Duty.Title, row.Duty.IsStatutory ? "yes" : "no", Words(row.Clarity), .. row.Cells.Select(cell => cell.Words),
            ]))]);
    }

    public static string Words(Clarity clarity) => clarity switch { Clarity.One => "one", Clarity.Nobody => "nobody", _ => "more than one" };

    async Task<bool> ReadMatrixAsync(Guid scenario, string? school, CancellationToken cancel)
    {
        if (!await ReadAsync(db, shelf, clock, scenario, school, cancel)) return false;
        var all = ResponsibilityMatrix.Of(One);
        Everybody = all.People;
        if (Group is { Length: > 0 } && DutyGroups.All(group => group.Code != Group)) return false;
        if (Who is { Length: > 0 } && Structure.People.All(person => person.Code != Who)) return false;
        var rows = all.Groups.SelectMany(group => group.Rows).ToList();
        (Duties, Nobody, Several) = (rows.Count, rows.Count(row => row.Clarity == Clarity.Nobody), rows.Count(row => row.Clarity == Clarity.Several));
        Shown = all.Only(Group, Who);
        return true;
    }
}
