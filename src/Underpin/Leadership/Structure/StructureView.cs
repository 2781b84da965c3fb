using Underpin.Leadership.Catalogue;

namespace Underpin.Leadership.Structure;

/// <summary>A structure on one day, indexed so that each question is answered in the time of its answer.</summary>
internal sealed class StructureView
{
    private readonly Dictionary<string, Person> _people;
    private readonly Dictionary<string, Post> _posts;
    private readonly Dictionary<string, School> _schools;
    private readonly ILookup<string, Person> _holders;
    private readonly ILookup<string, Post> _held;
    private readonly ILookup<string, Post> _reports;
    private readonly ILookup<(string Duty, string? School), Assignment> _assignments;
    private readonly ILookup<string, Meeting> _meetings;
    private readonly ILookup<(string Duty, string? School), Assignment> _ever;
    private readonly ILookup<string, Holding> _everHeld;
    private readonly ILookup<string, Assignment> _ofSchool;

    public StructureView(SchoolStructure structure, DateOnly day, ResponsibilityCatalogue catalogue)
    {
        (Structure, Day, Catalogue) = (structure, day, catalogue);
        _people = structure.People.ToDictionary(one => one.Code, StringComparer.Ordinal);
        _posts = structure.Posts.ToDictionary(one => one.Code, StringComparer.Ordinal);
        _schools = structure.Schools.ToDictionary(one => one.Code, StringComparer.Ordinal);
        var holdings = structure.Holdings.Where(one => one.Period.Contains(day)).ToList();
        _holders = holdings.ToLookup(one => one.Post, one => _people[one.Person], StringComparer.Ordinal);
        _held = holdings.ToLookup(one => one.Person, one => _posts[one.Post], StringComparer.Ordinal);
        _reports = structure.Posts.SelectMany(post => post.ReportsTo.Select(line => (line.Manager, post))).ToLookup(pair => pair.Manager, pair => pair.post, StringComparer.Ordinal);
        Assignments = [.. structure.Assignments.Where(one => one.Period.Contains(day))];
        _assignments = Assignments.ToLookup(one => (one.Duty, one.School));
        _ever = structure.Assignments.ToLookup(one => (one.Duty, one.School));
        _everHeld = structure.Holdings.ToLookup(one => one.Post, StringComparer.Ordinal);
        // A lookup has no null among its keys; no school is called "".
        _ofSchool = Assignments.ToLookup(one => one.School ?? "", StringComparer.Ordinal);
        _meetings = structure.Meetings.SelectMany(meeting => Members(meeting).Select(person => (person.Code, meeting))).ToLookup(pair => pair.Code, pair => pair.meeting, StringComparer.Ordinal);
    }

    public SchoolStructure Structure { get; }
    public DateOnly Day { get; }

    /// <summary>The catalogue with the structure's own duties and without those that it does not have.</summary>
    public ResponsibilityCatalogue Catalogue { get; }

    /// <summary>The assignments of the day.</summary>
    public IReadOnlyList<Assignment> Assignments { get; }

    /// <exception cref="KeyNotFoundException">There is no such person.</exception>
    public Person Person(string code) => _people[code];

    /// <exception cref="KeyNotFoundException">There is no such post.</exception>
    public Post Post(string code) => _posts[code];

    public School School(string code) => _schools[code];

    /// <summary>The school's name, or the trust's centre.</summary>
    public string NameOfSchool(string? code) => code is null ? "the centre" : _schools[code].Name;

    /// <summary>Who holds a post; nobody where it is vacant.</summary>
    public IEnumerable<Person> HoldersOf(string post) => _holders[post];

    public IEnumerable<Post> PostsOf(string person) => _held[person];

    public bool IsVacant(string post) => !_holders[post].Any();

    /// <summary>The posts that answer to a post directly.</summary>
    public IEnumerable<Post> ReportsOf(string post) => _reports[post];

    /// <summary>The people behind a holder's code: the person, or whoever holds the post.</summary>
    public IEnumerable<Person> PeopleBehind(string holder) => _people.TryGetValue(holder, out var person) ? [person] : _holders[holder];

    /// <summary>The highest tier of the person's posts; null for somebody who holds none that day.</summary>
    public Tier? TierOf(string person) => _held[person].Select(post => (Tier?)post.Tier).Min();

    public IEnumerable<Meeting> MeetingsOf(string person) => _meetings[person];

    /// <summary>The people who sit in a meeting, each once.</summary>
    public IEnumerable<Person> Members(Meeting meeting) => meeting.Members.SelectMany(PeopleBehind).DistinctBy(person => person.Code);

    /// <summary>Those with a part in a duty of a school, its own and those who have it for every school.</summary>
    /// <param name="duty">Code of a responsibility.</param>
    /// <param name="school">Null for what is held for every school only.</param>
    public IEnumerable<Assignment> PartsIn(string duty, string? school) =>
        school is null ? _assignments[(duty, null)] : _assignments[(duty, null)].Concat(_assignments[(duty, school)]);

    /// <summary>The same on any day, past or to come.</summary>
    public IEnumerable<Assignment> EveryPartIn(string duty, string school) => _ever[(duty, null)].Concat(_ever[(duty, school)]);

    /// <summary>Who held, holds and will hold a post.</summary>
    public IEnumerable<Holding> EveryHoldingOf(string post) => _everHeld[post];

    /// <summary>All parts of the day in duties of a school, and in those held for every school.</summary>
    public IEnumerable<Assignment> PartsAt(string school) => _ofSchool[""].Concat(_ofSchool[school]);

    /// <summary>The people with one of the parts in a duty, each once.</summary>
    public IEnumerable<Person> Who(string duty, string? school, params Part[] parts) =>
        PartsIn(duty, school).Where(one => parts.Contains(one.Part)).SelectMany(one => PeopleBehind(one.Holder)).DistinctBy(person => person.Code);

    /// <summary>
    /// The seats that are accountable for a duty. A person is one seat, however they hold it; a post that several people share is one
    /// seat; a vacant post is none.
    /// </summary>
    public IReadOnlyList<string> AccountableSeats(string duty, string? school) =>
        [.. PartsIn(duty, school).Where(one => one.Part == Part.Accountable).Select(one => SeatOf(one.Holder)).OfType<string>().Distinct(StringComparer.Ordinal)];

    private string? SeatOf(string holder) => _people.ContainsKey(holder) ? holder : _holders[holder].Take(2).ToList() switch
    {
        [] => null,
        [var only] => only.Code,
        _ => holder,
    };

    /// <summary>The duties of a school, by its traits, in the catalogue's order.</summary>
    public IEnumerable<Responsibility> DutiesOf(School school)
    {
        var traits = school.Traits.ToHashSet(StringComparer.Ordinal);
        return Catalogue.Responsibilities.Where(duty => duty.AppliesTo(traits));
    }

    /// <summary>Whether a person could take a duty over.</summary>
    public static bool Knows(Person person, Responsibility duty) => person.Knows.Contains(duty.Code) || person.Knows.Contains(duty.Group);

    /// <summary>What a post costs in a year with on-costs; null where its pay or the on-costs are not known.</summary>
    public decimal? CostOf(Post post)
    {
        var salary = post.Salary ?? (post.PayPoint is { } point && Structure.PayPoints.TryGetValue(point, out var annual) ? annual : null);
        return salary is { } pounds && (post.OnCostsPercent ?? Structure.OnCostsPercent) is { } percent
            ? decimal.Round(pounds * post.Fte * (1 + percent / 100), 2, MidpointRounding.AwayFromZero)
            : null;
    }
}
