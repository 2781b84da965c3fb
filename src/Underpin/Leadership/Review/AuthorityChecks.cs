using System.Globalization;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Review;

/// <summary>How far a school's IT lead is from where IT is decided.</summary>
/// <param name="Leads">Who leads IT; empty where nobody does.</param>
/// <param name="Sits">Whether one of them sits in a meeting that decides on IT.</param>
/// <param name="Between">How many people the matter passes through before it is decided: 0 for one who sits there; null where no way leads there or no meeting decides on it.</param>
/// <param name="Side">The side through which it goes; null for one who sits there.</param>
/// <param name="Way">The way in words.</param>
internal sealed record ItVoice(IReadOnlyList<Person> Leads, bool Sits, int? Between, Side? Side, string Way)
{
    /// <summary>Pounds that the lead may commit without asking.</summary>
    public decimal? Spends { get; init; }
}

/// <summary>Who may decide: responsibility without authority, authority without responsibility, and IT's voice.</summary>
internal static class AuthorityChecks
{
    public static IEnumerable<Finding> Check(ReviewCase one)
    {
        if (one.HasDuties && Voice(one) is { } voice)
        {
            if (voice.Leads.Count == 0)
                yield return one.Found(FindingKinds.NobodyLeadsIt, $"Nobody leads IT at {one.School.Name}.", [new("Nobody is responsible or accountable for running the IT service.", [.. one.Duties.Where(held => held.Duty.IsItLead).Select(held => held.Duty.Code)])]);
            else if (one.HasRights && !(voice.Between <= one.Thresholds[ThresholdCodes.VoiceStepsMost]))
                yield return one.Found(FindingKinds.NoVoice, $"IT is decided without the person who leads it at {one.School.Name}.", [new(voice.Way, [.. voice.Leads.Select(person => person.Code)])], ThresholdCodes.VoiceStepsMost);
        }
        if (one.HasDuties && one.HasRights)
        {
            if (NoAuthority(one) is { } without)
                yield return without;
            if (NoResponsibility(one) is { } idle)
                yield return idle;
        }
    }

    /// <summary>IT's voice at a school.</summary>
    public static ItVoice Voice(ReviewCase one)
    {
        var duty = one.Duties.FirstOrDefault(held => held.Duty.IsItLead);
        var leads = one.ItLeads;
        if (duty is null || leads.Count == 0)
            return new([], false, null, null, "Nobody leads IT.");
        var spends = leads.SelectMany(person => one.View.PostsOf(person.Code)).Max(post => post.SpendLimit);
        var deciding = one.Meetings.Where(meeting => meeting.Decides && meeting.IsAbout(duty.Duty.Group))
            .SelectMany(meeting => one.View.Members(meeting).Select(person => (person.Code, meeting))).ToLookup(pair => pair.Code, pair => pair.meeting, StringComparer.Ordinal);
        var who = Words.And([.. leads.Select(one.Named)]);
        if (leads.FirstOrDefault(person => deciding.Contains(person.Code)) is { } sitting)
            return new(leads, true, 0, null, $"{sitting.Name} sits in {deciding[sitting.Code].First().Name}, which decides on IT.") { Spends = spends };
        if (one.Management.WayUp(leads.SelectMany(person => one.View.PostsOf(person.Code)), person => deciding.Contains(person.Code)) is not { } way)
            return new(leads, false, null, null, deciding.Count == 0 ? "No meeting on record decides on IT." : $"{who} leads IT, and nobody in the line above sits where IT is decided.") { Spends = spends };
        var steps = string.Join(", who answers to ", way.Steps.Select(step => one.View.HoldersOf(step.Line.Manager).Select(person => $"{person.Name} ({one.View.Post(step.Line.Manager).Title})").FirstOrDefault() ?? $"{one.View.Post(step.Line.Manager).Title} (vacant)"));
        return new(leads, false, way.Steps.Count, way.Steps[0].Line.Side, $"{who} answers to {steps}, who sits in {deciding[way.Reached.Code].First().Name}: {Words.Count(way.Steps.Count, "person", "people")} between IT and the decision, through the {SideWords(way.Steps[0].Line.Side)}.") { Spends = spends };
    }

    public static string SideWords(Side side) => side switch { Side.Curriculum => "curriculum side", Side.Business => "business side", _ => "line that serves both sides" };

    private static Finding? NoAuthority(ReviewCase one)
    {
        var least = one.Thresholds[ThresholdCodes.SpendLeast];
        var lacking = new Dictionary<string, (Person Person, List<Responsibility> Duties)>(StringComparer.Ordinal);
        foreach (var held in one.Duties.Where(held => !held.Duty.IsAdvisory))
            foreach (var person in held.Accountable)
                if (!MaySpend(person) && !one.View.MeetingsOf(person.Code).Any(meeting => meeting.Decides && meeting.IsAbout(held.Duty.Group)))
                {
                    if (!lacking.TryGetValue(person.Code, out var entry))
                        lacking[person.Code] = entry = (person, []);
                    entry.Duties.Add(held.Duty);
                }
        if (lacking.Count == 0)
            return null;
        return one.Found(
            FindingKinds.NoAuthority, $"{Words.Counted(lacking.Count, "person answers", "people answer")} for what they can neither spend on nor decide.",
            [.. lacking.Values.OrderByDescending(entry => entry.Duties.Sum(duty => duty.Weight)).Select(entry => new Evidence(
                $"{one.Named(entry.Person)} answers for {Words.And([.. entry.Duties.OrderByDescending(duty => duty.Weight).Select(duty => Words.Within(duty.Title))])}, {Limit(entry.Person)} and sits in no meeting that decides on it.",
                [entry.Person.Code, .. entry.Duties.Select(duty => duty.Code)]))],
            ThresholdCodes.SpendLeast);

        bool MaySpend(Person person) => SpendLimit(person) is { } limit && limit >= least;
        decimal? SpendLimit(Person person) => one.View.PostsOf(person.Code).Max(post => post.SpendLimit);
        string Limit(Person person) => SpendLimit(person) is { } limit ? string.Create(CultureInfo.InvariantCulture, $"may spend £{limit:N0}") : "may spend nothing alone";
    }

    private static Finding? NoResponsibility(ReviewCase one)
    {
        var holding = one.Duties.SelectMany(held => held.Accountable.Concat(held.Responsible)).Select(person => person.Code).ToHashSet(StringComparer.Ordinal);
        var idle = one.Meetings.Where(meeting => meeting.School == one.School.Code && meeting.Decides)
            .SelectMany(meeting => one.View.Members(meeting).Select(person => (person, meeting)))
            .Where(pair => !holding.Contains(pair.person.Code)).GroupBy(pair => pair.person.Code)
            .Select(group => new Evidence($"{one.Named(group.First().person)} decides in {Words.And([.. group.Select(pair => pair.meeting.Name)])}, and is accountable or responsible for nothing.", [group.Key])).ToList();
        return idle.Count == 0 ? null : one.Found(FindingKinds.NoResponsibility, $"{Words.Counted(idle.Count, "person decides", "people decide")} and answer{(idle.Count == 1 ? "s" : "")} for nothing at {one.School.Name}.", idle);
    }
}
