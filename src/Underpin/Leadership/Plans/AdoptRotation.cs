using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Editing;
using Underpin.Leadership.Rotation;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Plans;

/// <summary>
/// Writes a plan into a structure: who is accountable for each of its duties from each 1 September. What was before stays; what was said of the
/// years of the plan goes. The last year's holder goes on until somebody else is named.
/// </summary>
internal sealed record AdoptRotation(RotationProblem Problem, RotationPlan Plan) : StructureEdit
{
    public override object? Touches(SchoolStructure structure) => Planned(structure).ToList();

    public override Outcome<SchoolStructure> Apply(SchoolStructure structure, LeadershipContent content) => structure with
    {
        Assignments = [.. structure.Assignments.Except(Planned(structure)), .. Problem.Duties.SelectMany(duty => Of(duty, structure))],
    };

    public override string Words(SchoolStructure before) =>
        $"adopted a rotation of {Problem.Duties.Count} {(Problem.Duties.Count == 1 ? "duty" : "duties")} from {SchoolYear.Name(Problem.FirstYear)} to {SchoolYear.Name(Problem.LastYear)}";

    IEnumerable<Assignment> Planned(SchoolStructure structure)
    {
        var keys = Problem.Duties.Select(d => d.Key).ToHashSet(StringComparer.Ordinal);
        return structure.Assignments.Where(a => a.Part == Part.Accountable && keys.Contains(RotationStatement.KeyOf(a.Duty, a.School)));
    }

    IEnumerable<Assignment> Of(RotationDuty duty, SchoolStructure structure)
    {
        var (code, school) = RotationStatement.PartsOf(duty.Key);
        var (begins, ends) = (SchoolYear.Begins(Problem.FirstYear), SchoolYear.Begins(Problem.LastYear + 1).AddDays(-1));
        var now = Planned(structure).Where(a => a.Duty == code && a.School == school).ToList();
        var before = now.Where(a => !(a.Period.From >= begins)).Select(a => a with { Period = new(a.Period.From, a.Period.Until < begins ? a.Period.Until : begins.AddDays(-1)) }).ToList();
        var after = now.Where(a => a.Period.From > ends).ToList();
        var runs = new List<Assignment>();
        for (var year = Problem.FirstYear; year <= Problem.LastYear; year++)
        {
            var (holder, until) = (Plan.HolderOf(duty.Key, year), SchoolYear.Begins(year + 1).AddDays(-1));
            if (runs is [.., var last] && last.Holder == holder) runs[^1] = last with { Period = new(last.Period.From, until) };
            else runs.Add(new(code, school, Part.Accountable, holder, new(SchoolYear.Begins(year), until)));
        }

        runs[^1] = runs[^1] with { Period = new(runs[^1].Period.From, after.Min(a => a.Period.From)?.AddDays(-1)) };
        // Who holds it now and keeps it goes on as if nothing had happened.
        if (before.FindIndex(a => a.Holder == runs[0].Holder && a.Period.Until == begins.AddDays(-1)) is >= 0 and var same)
        {
            runs[0] = runs[0] with { Period = new(before[same].Period.From, runs[0].Period.Until) };
            before.RemoveAt(same);
        }

        return [.. before, .. runs, .. after];
    }
}
