using System.Globalization;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Review;

/// <summary>What one absence does: duties that one person holds or knows, specialists who never hand on, load, vacant posts.</summary>
internal static class ResilienceChecks
{
    public static IEnumerable<Finding> Check(ReviewCase one)
    {
        if (!one.HasDuties)
            yield break;
        if (OnlyOne(one) is { } onlyOne)
            yield return onlyOne;
        if (NeverHandedOn(one) is { } never)
            yield return never;
        if (NoSpecialist(one) is { } noSpecialist)
            yield return noSpecialist;
        if (Vacant(one) is { } vacant)
            yield return vacant;
        if (Overload(one) is { } overload)
            yield return overload;
        if (MeetingHours(one) is { } hours)
            yield return hours;
    }

    /// <summary>
    /// Those who could keep a duty going: who does, covers or knows it. Whoever only answers for a specialist duty that others do is not
    /// among them.
    /// </summary>
    public static IReadOnlyList<Person> Keepers(ReviewCase one, HeldDuty held)
    {
        var answering = held.Accountable.Where(person => !held.Duty.IsSpecialist || held.Responsible.Count == 0 || StructureView.Knows(person, held.Duty));
        return [.. held.Responsible.Concat(held.Cover).Concat(answering).Concat(one.Knowers(held.Duty)).DistinctBy(person => person.Code)];
    }

    private static Finding? OnlyOne(ReviewCase one)
    {
        var (least, from) = (one.Thresholds[ThresholdCodes.KnowersLeast], one.Thresholds[ThresholdCodes.CoverWeight]);
        var thin = one.Duties.Where(held => held.Duty.Weight >= from && (held.Accountable.Count > 0 || held.Responsible.Count > 0))
            .Select(held => (Held: held, Keepers: Keepers(one, held))).Where(pair => pair.Keepers.Count > 0 && pair.Keepers.Count < least)
            .OrderByDescending(pair => pair.Held.Duty.Weight).ThenBy(pair => pair.Held.Duty.Code, StringComparer.Ordinal).ToList();
        return thin.Count == 0 ? null : one.Found(
            FindingKinds.OnlyOne, $"{Words.Counted(thin.Count, "duty", "duties")} of weight {from:0.##} or more at {one.School.Name} {(thin.Count == 1 ? "rests" : "each rest")} on one person{(least > 2 ? $", or on fewer than {least:0.##}" : "")}.",
            [.. thin.Select(pair => new Evidence($"{pair.Held.Duty.Title}: {Words.And([.. pair.Keepers.Select(one.Named)])} only.", [pair.Held.Duty.Code, .. pair.Keepers.Select(person => person.Code)]))],
            ThresholdCodes.KnowersLeast, ThresholdCodes.CoverWeight);
    }

    private static Finding? NeverHandedOn(ReviewCase one)
    {
        var most = one.Thresholds[ThresholdCodes.YearsMost];
        var evidence = new List<Evidence>();
        foreach (var held in one.Duties.Where(held => held.Duty.IsSpecialist))
        {
            var keepers = Keepers(one, held);
            if (keepers.Count != 1 || Since(one, held, keepers[0]) is not { } since)
                continue;
            var years = Years(since, one.View.Day);
            if (years >= most)
                evidence.Add(new($"{held.Duty.Title}: {one.Named(keepers[0])} since {since.InWords()}, {Words.Count(years, "year")}, and nobody else does, covers or knows it.", [held.Duty.Code, keepers[0].Code]));
        }
        return evidence.Count == 0 ? null : one.Found(FindingKinds.NeverHandedOn, $"{Words.Counted(evidence.Count, "specialist duty has", "specialist duties have")} not changed hands for {most:0.##} years or more at {one.School.Name}.", evidence, ThresholdCodes.YearsMost);
    }

    /// <summary>Since when a person has had a part in a duty without a break, as far as it is written down; null where no first day is.</summary>
    public static DateOnly? Since(ReviewCase one, HeldDuty held, Person person)
    {
        var parts = one.View.EveryPartIn(held.Duty.Code, one.School.Code).Where(part => part.Part is Part.Accountable or Part.Responsible);
        return parts.SelectMany(part => part.Holder == person.Code
                ? [part.Period]
                : one.View.EveryHoldingOf(part.Holder).Where(holding => holding.Person == person.Code).Select(holding => holding.Period.Intersect(part.Period)))
            .Where(period => period.Contains(one.View.Day)).Min(period => period.From);
    }

    private static int Years(DateOnly from, DateOnly to) => to.Year - from.Year - (to < from.AddYears(to.Year - from.Year) ? 1 : 0);

    private static Finding? NoSpecialist(ReviewCase one)
    {
        if (!one.HasKnowledge)
            return null;
        var blind = (from held in one.Duties
                     where held.Duty.IsSpecialist && held.Accountable.Count > 0
                     from person in held.Accountable
                     where !StructureView.Knows(person, held.Duty)
                         && !held.Responsible.Concat(held.Consulted).Any(other => other.Code != person.Code)
                     orderby held.Duty.Weight descending
                     select new Evidence($"{one.Named(person)} answers for {Words.Within(held.Duty.Title)} without being recorded as knowing it, and nobody is named to do it or to be asked.", [person.Code, held.Duty.Code])).ToList();
        return blind.Count == 0 ? null : one.Found(FindingKinds.NoSpecialist, $"{Words.Counted(blind.Count, "specialist duty has", "specialist duties have")} no named specialist at {one.School.Name}.", blind);
    }

    private static Finding? Vacant(ReviewCase one)
    {
        var parts = one.View.PartsAt(one.School.Code).Where(part => part.Part is Part.Accountable or Part.Responsible).ToLookup(part => part.Holder, StringComparer.Ordinal);
        var evidence = one.Posts.Where(post => one.View.IsVacant(post.Code) && parts.Contains(post.Code)).Select(post => new Evidence(
            $"{post.Title} is vacant and carries {Words.And([.. parts[post.Code].Select(part => one.View.Catalogue.Find(part.Duty)).OfType<Responsibility>().Select(duty => Words.Within(duty.Title)).Distinct()])}.", [post.Code])).ToList();
        return evidence.Count == 0 ? null : one.Found(FindingKinds.VacantPost, $"{Words.Counted(evidence.Count, "vacant post carries", "vacant posts carry")} duties at {one.School.Name}.", evidence);
    }

    /// <summary>
    /// The weight that each person carries at a school: whole for what they answer for, half for what they only do, and divided among those
    /// who share a post.
    /// </summary>
    public static IReadOnlyDictionary<string, decimal> Loads(ReviewCase one)
    {
        var loads = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var held in one.Duties)
        {
            foreach (var person in held.Accountable)
                Add(person, (decimal)held.Duty.Weight / held.Accountable.Count * Math.Max(1, held.Seats.Count));
            foreach (var person in held.Responsible.Where(person => held.Accountable.All(other => other.Code != person.Code)))
                Add(person, held.Duty.Weight / 2m);
        }
        return loads;

        void Add(Person person, decimal weight) => loads[person.Code] = loads.GetValueOrDefault(person.Code) + weight;
    }

    private static Finding? Overload(ReviewCase one)
    {
        var most = one.Thresholds[ThresholdCodes.LoadMost];
        var over = Loads(one).Where(load => load.Value > most).OrderByDescending(load => load.Value).ThenBy(load => load.Key, StringComparer.Ordinal).ToList();
        return over.Count == 0 ? null : one.Found(
            FindingKinds.Overload, $"{Words.Counted(over.Count, "person carries", "people carry")} more than one can at {one.School.Name}.",
            [.. over.Select(load => new Evidence(string.Create(CultureInfo.InvariantCulture,
                $"{one.Named(one.View.Person(load.Key))} carries a weight of {load.Value:0.#}, in {Words.Count(one.Duties.Count(held => held.Accountable.Any(person => person.Code == load.Key)), "duty", "duties")} to answer for and {Words.Count(one.Duties.Count(held => held.Responsible.Any(person => person.Code == load.Key)), "duty", "duties")} to do."), [load.Key]))],
            ThresholdCodes.LoadMost);
    }

    private static Finding? MeetingHours(ReviewCase one)
    {
        var most = one.Thresholds[ThresholdCodes.MeetingHoursMost];
        var over = one.Staff.Select(person => (Person: person, Hours: one.View.MeetingsOf(person.Code).Sum(meeting => meeting.HoursAYear ?? 0))).Where(pair => pair.Hours > most).OrderByDescending(pair => pair.Hours).ToList();
        return over.Count == 0 ? null : one.Found(
            FindingKinds.MeetingHours, $"{Words.Counted(over.Count, "person spends", "people spend")} weeks of the year in meetings at {one.School.Name}.",
            [.. over.Select(pair => new Evidence(string.Create(CultureInfo.InvariantCulture, $"{one.Named(pair.Person)}: {pair.Hours:0.#} hours a year in {Words.And([.. one.View.MeetingsOf(pair.Person.Code).Select(meeting => meeting.Name)])}."), [pair.Person.Code]))],
            ThresholdCodes.MeetingHoursMost);
    }
}
