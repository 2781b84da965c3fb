using System.Globalization;

namespace Underpin.Leadership.Review;

/// <summary>What one scenario gains and gives up against another, in words. Small differences are not told.</summary>
internal static class ComparisonWords
{
    public static IEnumerable<string> Gains(Total before, Total after) => Differences(before, after).Where(difference => difference.IsGain).Select(difference => difference.Text);

    public static IEnumerable<string> GivesUp(Total before, Total after) => Differences(before, after).Where(difference => !difference.IsGain).Select(difference => difference.Text);

    private static IEnumerable<(bool IsGain, string Text)> Differences(Total before, Total after)
    {
        if (before.Unpaid == after.Unpaid && Math.Abs(after.Cost - before.Cost) >= 1000)
            yield return (after.Cost < before.Cost, string.Create(CultureInfo.InvariantCulture, $"It costs £{Math.Abs(after.Cost - before.Cost):N0} a year {(after.Cost < before.Cost ? "less" : "more")}."));
        if (after.Largest != before.Largest && before.Largest > 0 && after.Largest > 0)
            yield return after.Largest < before.Largest
                ? (true, $"The meeting that decides has {after.Largest} members in place of {before.Largest}, and can decide sooner.")
                : (true, $"{Words.Counted(after.Largest - before.Largest, "more voice is", "more voices are")} heard in the meeting that decides.");
        if (after.Largest < before.Largest && after.Largest > 0)
            yield return (false, $"{Words.Counted(before.Largest - after.Largest, "leader no longer hears", "leaders no longer hear")} decisions as they are made.");
        if (after.Largest > before.Largest && before.Largest > 0)
            yield return (false, $"A meeting of {after.Largest} decides less readily than one of {before.Largest}.");
        if (after.Middle != before.Middle)
            yield return (after.Middle > before.Middle, after.Middle > before.Middle
                ? $"The middle layer grows from {before.Middle} to {after.Middle}: work moves to those who do it."
                : $"The middle layer shrinks from {before.Middle} to {after.Middle}: seniors take on what it did.");
        if (after.Gaps + after.Doubles != before.Gaps + before.Doubles)
            yield return (after.Gaps + after.Doubles < before.Gaps + before.Doubles, $"{after.Clear} of {after.Duties} duties have exactly one person who answers for them; it was {before.Clear} of {before.Duties}.");
        if (Math.Abs(after.Overlap - before.Overlap) >= 1)
            yield return (after.Overlap > before.Overlap, after.Overlap > before.Overlap
                ? $"Leaders share work with more colleagues: {One(after.Overlap)} on average in place of {One(before.Overlap)}."
                : $"Leaders share work with fewer colleagues: {One(after.Overlap)} on average in place of {One(before.Overlap)}.");
        if (after.Groups + after.Alone != before.Groups + before.Alone)
            yield return (after.Groups + after.Alone < before.Groups + before.Alone, after.Groups + after.Alone < before.Groups + before.Alone ? "Groups that shared nothing now touch." : "More leaders share nothing with the rest.");
        if (Share(after) != Share(before))
            yield return (Share(after) > Share(before), $"Two people or more could keep {after.Kept} of {after.Heavy} weighty duties going; it was {before.Kept} of {before.Heavy}.");
        if (Math.Abs(after.Load - before.Load) >= 3)
            yield return (after.Load < before.Load, string.Create(CultureInfo.InvariantCulture, $"The greatest weight on one person is {after.Load:0.#} in place of {before.Load:0.#}."));
        foreach (var difference in Rotation(before, after))
            yield return difference;
        foreach (var difference in It(before, after))
            yield return difference;
    }

    private static IEnumerable<(bool, string)> Rotation(Total before, Total after)
    {
        if (after.Handovers > before.Handovers)
        {
            yield return (true, $"Leaders grow: {Words.Count(after.Handovers, "handover")} {(after.Handovers == 1 ? "is" : "are")} planned in place of {before.Handovers}, and each answers for {One(after.Breadth)} different duties in place of {One(before.Breadth)}. More people see into more of the school.");
            if (after.Specialists < before.Specialists)
                yield return (false, $"{Words.Counted(before.Specialists - after.Specialists, "specialist duty changes", "specialist duties change")} hands: mastery is lost for a time, and each handover has to be prepared.");
            else
                yield return (false, "Each handover costs a term in which two people learn what one knew.");
        }
        else if (after.Handovers < before.Handovers)
        {
            yield return (true, after.Specialists > before.Specialists
                ? $"{Words.Counted(after.Specialists - before.Specialists, "more specialist keeps", "more specialists keep")} what they master, and fewer handovers have to be prepared."
                : "Fewer handovers have to be prepared.");
            yield return (false, "Fewer leaders learn a new duty: the door closes to others, and oversight of what never moves is lost.");
        }
    }

    private static IEnumerable<(bool, string)> It(Total before, Total after)
    {
        if (after.It.Sits != before.It.Sits)
            yield return (after.It.Sits > before.It.Sits, after.It.Sits > before.It.Sits ? "Whoever leads IT sits where IT is decided." : "Whoever leads IT no longer sits where IT is decided.");
        else if (after.ItBetween != before.ItBetween)
            yield return after.ItBetween is { } now && !(before.ItBetween < now)
                ? (true, $"IT's voice passes through {Words.Count(now, "person", "people")} before it is heard{(before.ItBetween is { } was ? $" in place of {was}" : "")}.")
                : (false, after.ItBetween is { } more ? $"IT's voice passes through {Words.Count(more, "person", "people")} before it is heard in place of {before.ItBetween}." : "No line leads from whoever leads IT to where IT is decided.");
    }

    private static double Share(Total total) => total.Heavy == 0 ? 1 : (double)total.Kept / total.Heavy;

    private static string One(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
