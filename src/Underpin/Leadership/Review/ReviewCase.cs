using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Review.Graph;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Review;

/// <summary>Who has which part in one duty of one school on the day.</summary>
/// <param name="Seats">Seats that are accountable: see <see cref="StructureView.AccountableSeats"/>.</param>
internal sealed record HeldDuty(
    Responsibility Duty, IReadOnlyList<string> Seats, IReadOnlyList<Person> Accountable, IReadOnlyList<Person> Responsible, IReadOnlyList<Person> Consulted, IReadOnlyList<Person> Cover)
{
    /// <summary>All who are told of it before, not only after.</summary>
    public IEnumerable<Person> Everyone => Accountable.Concat(Responsible).Concat(Consulted).Concat(Cover).DistinctBy(person => person.Code);
}

/// <summary>One school of a structure on one day, with what its checks ask for again and again.</summary>
internal sealed class ReviewCase
{
    public ReviewCase(StructureView view, School school, Thresholds thresholds, ManagementGraph management)
    {
        (View, School, Thresholds, Management) = (view, school, thresholds, management);
        Posts = [.. view.Structure.Posts.Where(IsHere)];
        Staff = [.. Posts.SelectMany(post => view.HoldersOf(post.Code)).DistinctBy(person => person.Code)];
        // Whoever holds two posts here stands in the higher tier.
        _tiers = Posts.SelectMany(post => view.HoldersOf(post.Code).Select(person => (post.Tier, person))).GroupBy(pair => pair.person.Code)
            .Select(posts => (posts.First().person, Tier: posts.Min(pair => pair.Tier))).ToLookup(pair => pair.Tier, pair => pair.person);
        Duties = school == Centre ? [] : [.. view.DutiesOf(school).Select(Held)];
        Meetings = [.. view.Structure.Meetings.Where(meeting => meeting.School == school.Code || meeting.School is null)];
        var nearby = view.Structure.Posts.Where(post => post.Schools.Count == 0).SelectMany(post => view.HoldersOf(post.Code)).Concat(Staff).DistinctBy(person => person.Code);
        _knowers = nearby.SelectMany(person => person.Knows.Select(code => (code, person))).ToLookup(pair => pair.code, pair => pair.person, StringComparer.Ordinal);
    }

    private readonly ILookup<string, Person> _knowers;
    private readonly ILookup<Tier, Person> _tiers;

    /// <summary>Stands in for a school where the posts of a trust's centre are looked at.</summary>
    public static School Centre { get; } = new("", "the centre", []);

    public StructureView View { get; }
    public School School { get; }
    public Thresholds Thresholds { get; }
    public ManagementGraph Management { get; }

    /// <summary>The posts of the school, those it shares included.</summary>
    public IReadOnlyList<Post> Posts { get; }

    /// <summary>Who holds them on the day.</summary>
    public IReadOnlyList<Person> Staff { get; }

    public IReadOnlyList<HeldDuty> Duties { get; }

    /// <summary>The school's meetings and the centre's.</summary>
    public IReadOnlyList<Meeting> Meetings { get; }

    public bool HasDuties => View.Assignments.Count > 0;

    /// <summary>Whether anybody's knowledge is recorded, so that its absence means something.</summary>
    public bool HasKnowledge => View.Structure.People.Any(person => person.Knows.Count > 0);

    /// <summary>Whether any right to decide is recorded.</summary>
    public bool HasRights => View.Structure.Meetings.Any(meeting => meeting.Decides) || View.Structure.Posts.Any(post => post.SpendLimit is not null);

    public IEnumerable<Person> InTier(Tier tier) => _tiers[tier];

    /// <summary>People of the core and of the wider senior team.</summary>
    public IReadOnlyList<Person> Seniors => [.. InTier(Tier.Core), .. InTier(Tier.Wider)];

    /// <summary>Those who could take a duty over, at the school or in the centre.</summary>
    public IEnumerable<Person> Knowers(Responsibility duty) => _knowers[duty.Code].Concat(_knowers[duty.Group]).DistinctBy(person => person.Code);

    /// <summary>Leaders of the school, and others with a part in its duties.</summary>
    public IReadOnlyList<Person> Overlapping =>
        [.. InTier(Tier.Core).Concat(InTier(Tier.Wider)).Concat(InTier(Tier.Middle)).Concat(Duties.SelectMany(held => held.Everyone)).DistinctBy(person => person.Code)];

    /// <summary>
    /// Who leads the school's IT: whoever answers for the duty that says so, unless that is a senior leader who does not know it and has
    /// others do it. Then those others.
    /// </summary>
    public IReadOnlyList<Person> ItLeads =>
        [.. Duties.Where(held => held.Duty.IsItLead).SelectMany(held => held.Responsible.Count == 0 || held.Accountable.Any(person => Leads(person, held.Duty)) ? held.Accountable : held.Responsible).DistinctBy(person => person.Code)];

    public bool IsHere(Post post) => post.Schools.Contains(School.Code) || (post.Schools.Count == 0 && (!View.Structure.IsTrust || School == Centre));

    /// <summary>"Tom Ashworth (Network manager)".</summary>
    public string Named(Person person) => View.PostsOf(person.Code).Select(post => post.Title).FirstOrDefault() is { } title ? $"{person.Name} ({title})" : person.Name;

    public Finding Found(FindingKind kind, string summary, IReadOnlyList<Evidence> evidence, params string[] thresholds) =>
        new(kind, School == Centre ? null : School.Code, summary, evidence, [.. thresholds.Select(Thresholds.Show)]);

    private bool Leads(Person person, Responsibility duty) => View.TierOf(person.Code) is Tier.Middle or Tier.Other || StructureView.Knows(person, duty);

    private HeldDuty Held(Responsibility duty)
    {
        var parts = View.PartsIn(duty.Code, School.Code).ToLookup(one => one.Part);
        return new(duty, View.AccountableSeats(duty.Code, School.Code), Behind(Part.Accountable), Behind(Part.Responsible), Behind(Part.Consulted), Behind(Part.Cover));

        IReadOnlyList<Person> Behind(Part part) => [.. parts[part].SelectMany(one => View.PeopleBehind(one.Holder)).DistinctBy(person => person.Code)];
    }
}
