using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Editing;

/// <summary>Writes a meeting: a new one, or what there was of it anew.</summary>
/// <param name="Code">Null for a new one.</param>
/// <param name="Meeting">What it becomes; its code and members are not used.</param>
/// <param name="Members">Names, titles or codes of people and posts in the structure.</param>
internal sealed record SaveMeeting(string? Code, Meeting Meeting, IReadOnlyList<string> Members) : StructureEdit
{
    public override object? Touches(SchoolStructure structure) => Code is null ? null : structure.Meetings.FirstOrDefault(m => m.Code == Code);

    public override Outcome<SchoolStructure> Apply(SchoolStructure structure, LeadershipContent content)
    {
        if (Code is not null && structure.Meetings.All(m => m.Code != Code)) return new EditRefused("This meeting is not there any more. Somebody may have taken it out: load the page again.");
        if (EditTexts.Title(Meeting.Name, "the meeting’s name", nameof(Meeting.Name)) is { } unnamed) return unnamed;
        if (Meeting.School is { } school && structure.Schools.All(s => s.Code != school)) return new EditRefused("Choose a school from the list.", nameof(Meeting.School));
        if (Meeting.Remit.Any(group => !content.Catalogue.HasGroup(group))) return new EditRefused("Choose groups of duties from the list.", nameof(Meeting.Remit));
        var names = new HolderNames(structure);
        var members = new List<string>();
        foreach (var typed in Members)
        {
            if (names.Find(typed) is not { } member) return new EditRefused($"Nobody and no post here is called “{typed}”. Choose from the list, or add the person first.", nameof(Members));
            if (!members.Contains(member)) members.Add(member);
        }

        if (members.Count == 0) return new EditRefused("Say who sits in it.", nameof(Members));
        var meeting = Meeting with { Code = Code ?? EditTexts.FreeCode(structure, Meeting.Name), Members = members };
        return structure with { Meetings = Code is null ? [.. structure.Meetings, meeting] : [.. structure.Meetings.Select(m => m.Code == Code ? meeting : m)] };
    }

    public override string Words(SchoolStructure before) => Code is null ? $"added the meeting {Meeting.Name}" : $"changed the meeting {before.Meetings.First(m => m.Code == Code).Name}";
}

/// <summary>Takes a meeting out.</summary>
internal sealed record RemoveMeeting(string Code) : StructureEdit
{
    public override object? Touches(SchoolStructure structure) => structure.Meetings.FirstOrDefault(m => m.Code == Code);

    public override Outcome<SchoolStructure> Apply(SchoolStructure structure, LeadershipContent content) =>
        structure.Meetings.All(m => m.Code != Code)
            ? new EditRefused("This meeting is not there any more. Somebody may have taken it out: load the page again.")
            : structure with { Meetings = [.. structure.Meetings.Where(m => m.Code != Code)] };

    public override string Words(SchoolStructure before) => $"took out the meeting {before.Meetings.FirstOrDefault(m => m.Code == Code)?.Name}";
}
