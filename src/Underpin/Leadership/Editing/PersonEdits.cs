using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;
using Underpin.Platform;
using Underpin.Platform.Values;

namespace Underpin.Leadership.Editing;

/// <summary>Writes somebody's name, what they could take over and what they hold. Posts are given to people where the post is written.</summary>
/// <param name="Code">Null for somebody new.</param>
/// <param name="Knows">Codes of duties or of groups of duties.</param>
/// <param name="Qualifications">Codes of qualifications.</param>
/// <param name="Post">A post for somebody new; null for none yet.</param>
internal sealed record SavePerson(string? Code, string Name, IReadOnlyList<string> Knows, IReadOnlyList<string> Qualifications, string? Post = null) : StructureEdit
{
    public override object? Touches(SchoolStructure structure) => Code is null ? null : structure.People.FirstOrDefault(p => p.Code == Code);

    public override Outcome<SchoolStructure> Apply(SchoolStructure structure, LeadershipContent content)
    {
        if (Code is not null && structure.People.All(p => p.Code != Code)) return new EditRefused("This person is not there any more. Somebody may have taken them out: load the page again.");
        if (!PersonName.TryParse(Name, out var name, out var problem)) return new EditRefused($"{problem}.", nameof(Name));
        if (Knows.FirstOrDefault(code => !content.Catalogue.HasGroup(code) && content.Catalogue.Find(code) is null && structure.OwnDuties.All(d => d.Code != code)) is { } unknown)
            return new EditRefused($"{unknown} is neither a duty nor a group of duties. Give codes such as ITS-01 or ITS.", nameof(Knows));
        if (Qualifications.Except(content.Catalogue.Qualifications.Select(q => q.Code)).Any()) return new EditRefused("Choose qualifications from the list.", nameof(Qualifications));
        if (Post is not null && structure.Posts.All(p => p.Code != Post)) return new EditRefused("Choose a post from the list.", nameof(Post));
        var person = new Person(Code ?? EditTexts.FreeCode(structure, name.ToString()), name.ToString(), Knows, Qualifications);
        return structure with
        {
            People = Code is null ? [.. structure.People, person] : [.. structure.People.Select(p => p.Code == Code ? person : p)],
            Holdings = Post is null ? structure.Holdings : [.. structure.Holdings, new(Post, person.Code, Period.Always)],
        };
    }

    public override string Words(SchoolStructure before) => Code is null ? $"added {Name}" : $"changed what is said of {before.People.First(p => p.Code == Code).Name}";
}

/// <summary>Takes somebody out, from posts, meetings and duties too.</summary>
internal sealed record RemovePerson(string Code) : StructureEdit
{
    public override object? Touches(SchoolStructure structure) => new
    {
        Person = structure.People.FirstOrDefault(p => p.Code == Code),
        Posts = structure.Holdings.Where(h => h.Person == Code),
        Duties = structure.Assignments.Where(a => a.Holder == Code),
    };

    public override Outcome<SchoolStructure> Apply(SchoolStructure structure, LeadershipContent content) =>
        structure.People.All(p => p.Code != Code)
            ? new EditRefused("This person is not there any more. Somebody may have taken them out: load the page again.")
            : structure with
            {
                People = [.. structure.People.Where(p => p.Code != Code)],
                Holdings = [.. structure.Holdings.Where(h => h.Person != Code)],
                Meetings = [.. structure.Meetings.Select(m => m with { Members = [.. m.Members.Where(member => member != Code)] })],
                Assignments = [.. structure.Assignments.Where(a => a.Holder != Code)],
            };

    public override string Words(SchoolStructure before) => $"took out {before.People.FirstOrDefault(p => p.Code == Code)?.Name}";
}
