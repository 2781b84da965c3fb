using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Editing;

/// <summary>A part in a duty, as it was typed.</summary>
/// <param name="Who">A name, a title or a code of somebody or a post in the structure.</param>
internal sealed record TypedPart(Part Part, string Who, Period Period);

/// <summary>Writes who has which part in a duty of a school, in place of what there was, or says that the school does not have the duty.</summary>
/// <param name="School">Null for what is held for every school.</param>
/// <param name="NotOurs">Why no school of the structure has the duty; null where they do. Only duties of the catalogue can be struck out.</param>
internal sealed record SaveDuty(string Duty, string? School, IReadOnlyList<TypedPart> Parts, string? NotOurs = null) : StructureEdit
{
    public override object? Touches(SchoolStructure structure) => new
    {
        Parts = structure.Assignments.Where(a => a.Duty == Duty && a.School == School),
        Reason = structure.NotOurs.GetValueOrDefault(Duty),
    };

    public override Outcome<SchoolStructure> Apply(SchoolStructure structure, LeadershipContent content)
    {
        var isOwn = structure.OwnDuties.Any(d => d.Code == Duty);
        if (!isOwn && content.Catalogue.Find(Duty) is null) return new EditRefused("There is no such duty. Choose one from the list.");
        if (School is not null && structure.Schools.All(s => s.Code != School)) return new EditRefused("Choose a school from the list.");
        var notOurs = structure.NotOurs.Where(one => one.Key != Duty).ToDictionary(one => one.Key, one => one.Value);
        if (NotOurs is { } reason)
        {
            if (isOwn) return new EditRefused("This duty is the school’s own. Take it out under Settings instead.", "NotOurs");
            if (EditTexts.Title(reason, "the reason why the school does not have it", "Reason") is { } refusal) return refusal;
            notOurs[Duty] = reason;
            return structure with { NotOurs = notOurs, Assignments = [.. structure.Assignments.Where(a => a.Duty != Duty)] };
        }

        var names = new HolderNames(structure);
        var parts = new List<Assignment>();
        foreach (var typed in Parts)
        {
            if (names.Find(typed.Who) is not { } holder) return new EditRefused($"Nobody and no post here is called “{typed.Who}”. Choose from the list, or add the person first.", "Parts");
            var part = new Assignment(Duty, School, typed.Part, holder, typed.Period);
            if (parts.Exists(p => p.Part == part.Part && p.Holder == holder && p.Period.Overlaps(part.Period))) return new EditRefused($"{typed.Who} has the same part twice at one time. Keep one of the two lines.", "Parts");
            parts.Add(part);
        }

        return structure with { NotOurs = notOurs, Assignments = [.. structure.Assignments.Where(a => a.Duty != Duty || a.School != School), .. parts] };
    }

    public override string Words(SchoolStructure before) => NotOurs is null ? $"changed who has which part in {Duty}" : $"said that the school does not have {Duty}";
}
