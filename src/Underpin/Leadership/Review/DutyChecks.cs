using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership.Review;

/// <summary>Who answers for what: gaps, doubles, what a duty asks of its holder, and what must be kept apart.</summary>
internal static class DutyChecks
{
    public static IEnumerable<Finding> Check(ReviewCase one, DutyTimeline timeline)
    {
        if (!one.HasDuties)
            yield break;
        foreach (var finding in Gaps(one))
            yield return finding;
        if (Doubles(one) is { } doubles)
            yield return doubles;
        if (Ahead(one, timeline) is { } ahead)
            yield return ahead;
        if (NotQualified(one) is { } unqualified)
            yield return unqualified;
        if (Conflicts(one) is { } conflicts)
            yield return conflicts;
        if (NotTheHead(one) is { } notTheHead)
            yield return notTheHead;
    }

    private static IEnumerable<Finding> Gaps(ReviewCase one)
    {
        var gaps = one.Duties.Where(held => held.Seats.Count == 0).OrderByDescending(held => held.Duty.Weight).ThenBy(held => held.Duty.Code, StringComparer.Ordinal).ToLookup(held => held.Duty.IsStatutory);
        if (gaps[true].ToList() is { Count: > 0 } statutory)
            yield return one.Found(FindingKinds.StatutoryGap, $"Nobody is accountable for {Words.Count(statutory.Count, "duty", "duties")} that the law asks for at {one.School.Name}.", [.. statutory.Select(held => GapEvidence(one, held))]);
        if (gaps[false].ToList() is { Count: > 0 } others)
            yield return one.Found(FindingKinds.Gap, $"Nobody is accountable for {Words.Count(others.Count, "other duty", "other duties")} at {one.School.Name}.", [.. others.Select(held => GapEvidence(one, held))]);
    }

    private static Evidence GapEvidence(ReviewCase one, HeldDuty held)
    {
        var vacant = one.View.PartsIn(held.Duty.Code, one.School.Code).Where(part => part.Part == Part.Accountable).Select(part => one.View.Post(part.Holder)).ToList();
        var why = vacant.Count > 0 ? $"it belongs to {Words.And([.. vacant.Select(post => post.Title)])}, which is vacant"
            : held.Responsible.Count > 0 ? $"{Words.And([.. held.Responsible.Select(one.Named)])} {(held.Responsible.Count == 1 ? "does" : "do")} it, and nobody answers for it"
            : "nobody has it";
        var provisional = held.Duty.IsProvisional ? " (that the law asks for it is from memory: check)" : "";
        return new($"{held.Duty.Title}: {why}{provisional}. {held.Duty.Without}".TrimEnd(), [held.Duty.Code, .. vacant.Select(post => post.Code)]);
    }

    private static Finding? Doubles(ReviewCase one)
    {
        var doubles = one.Duties.Where(held => held.Seats.Count > 1).OrderByDescending(held => held.Duty.Weight).ToList();
        return doubles.Count == 0 ? null : one.Found(
            FindingKinds.Double, $"{Words.Counted(doubles.Count, "duty is", "duties are")} answered for more than once at {one.School.Name}.",
            [.. doubles.Select(held => new Evidence($"{held.Duty.Title}: {Words.And([.. held.Accountable.Select(one.Named)])} {Words.All(held.Accountable.Count)} answer for it{CentralAndLocal(held)}.", [held.Duty.Code, .. held.Accountable.Select(person => person.Code)]))]);

        string CentralAndLocal(HeldDuty held) =>
            one.View.PartsIn(held.Duty.Code, one.School.Code).Where(part => part.Part == Part.Accountable).Select(part => part.School is null).Distinct().Count() > 1
                ? ", in the centre and at the school" : "";
    }

    private static Finding? Ahead(ReviewCase one, DutyTimeline timeline)
    {
        var years = (int)one.Thresholds[ThresholdCodes.YearsAhead];
        var last = one.View.Day.AddYears(years);
        var evidence = new List<Evidence>();
        foreach (var held in one.Duties)
            foreach (var stretch in timeline.NotOne(held.Duty.Code, one.School.Code, one.View.Day, last))
                evidence.Add(new(
                    $"{held.Duty.Title}: {(stretch.Seats.Count == 0 ? "nobody" : Words.And([.. stretch.Seats.Select(one.View.NameOf)]))} {(stretch.Seats.Count == 0 ? "is" : $"are {Words.All(stretch.Seats.Count)}")} accountable {stretch.Period}.",
                    [held.Duty.Code, .. stretch.Seats]));
        return evidence.Count == 0 ? null : one.Found(
            FindingKinds.GapAhead, $"The plan of {one.School.Name} leaves {Words.Count(evidence.Count, "stretch", "stretches")} ahead in which a duty has nobody, or more than one.", evidence, ThresholdCodes.YearsAhead);
    }

    private static Finding? NotQualified(ReviewCase one)
    {
        var titles = one.View.Catalogue.Qualifications.ToDictionary(known => known.Code, known => known.Title, StringComparer.Ordinal);
        var evidence = (from held in one.Duties.OrderByDescending(held => held.Duty.Weight)
                        from person in held.Accountable
                        let missing = held.Duty.Needs.Where(need => !person.Qualifications.Contains(need)).ToList()
                        where missing.Count > 0
                        select new Evidence($"{held.Duty.Title}: {one.Named(person)} has no record of {Words.And([.. missing.Select(code => Words.Within(titles[code]))])}.", [held.Duty.Code, person.Code])).ToList();
        return evidence.Count == 0 ? null : one.Found(FindingKinds.NotQualified, $"{Words.Counted(evidence.Count, "duty asks", "duties ask")} for something that the record of the holder does not show.", evidence);
    }

    private static Finding? Conflicts(ReviewCase one)
    {
        var held = one.Duties.ToDictionary(duty => duty.Duty.Code, StringComparer.Ordinal);
        var evidence = (from pair in one.View.Catalogue.Separations
                        where held.ContainsKey(pair.One) && held.ContainsKey(pair.Other)
                        let other = held[pair.Other].Accountable.Concat(held[pair.Other].Responsible).Select(person => person.Code).ToHashSet(StringComparer.Ordinal)
                        from person in held[pair.One].Accountable.Concat(held[pair.One].Responsible).DistinctBy(person => person.Code)
                        where other.Contains(person.Code)
                        select new Evidence(
                            $"{one.Named(person)} holds {Words.Within(held[pair.One].Duty.Title)} and {Words.Within(held[pair.Other].Duty.Title)}. {pair.Reason}{(pair.Sources.Count == 0 ? " (Our judgement.)" : "")}",
                            [person.Code, pair.One, pair.Other])).ToList();
        return evidence.Count == 0 ? null : one.Found(FindingKinds.Conflict, $"{Words.Counted(evidence.Count, "pair")} of duties that should be apart {(evidence.Count == 1 ? "is" : "are")} in one hand at {one.School.Name}.", evidence);
    }

    private static Finding? NotTheHead(ReviewCase one)
    {
        var heads = one.Posts.Where(post => post.IsHead).SelectMany(post => one.View.HoldersOf(post.Code)).Select(person => person.Code).ToHashSet(StringComparer.Ordinal);
        var evidence = (from held in one.Duties
                        where held.Duty.IsHeadOnly
                        from person in held.Accountable
                        where !heads.Contains(person.Code)
                        select new Evidence($"{held.Duty.Title}: {one.Named(person)} is accountable, and is not the head.", [held.Duty.Code, person.Code])).ToList();
        return evidence.Count == 0 ? null : one.Found(FindingKinds.NotTheHead, $"{Words.Counted(evidence.Count, "decision")} that only the head may take {(evidence.Count == 1 ? "is" : "are")} held by somebody else.", evidence);
    }
}
