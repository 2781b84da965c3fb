using System.Globalization;
using Underpin.Leadership.Structure;
using Underpin.Platform;

namespace Underpin.Leadership.Review;

/// <summary>A review as plain text, for a terminal.</summary>
internal static class ReviewText
{
    public static void Write(ReviewResult review, TextWriter output)
    {
        output.WriteLine($"{review.Title}, as of {review.Day.InWords()}");
        foreach (var one in review.Measures)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"  {one.School}: {one.Core} core, {one.Wider} wider, {one.Middle} middle; {one.Clear} of {one.Duties} duties have one person who answers; {one.Kept} of {one.HeavyDuties} weighty ones could be kept going by two"));
            output.WriteLine($"    {one.It.Way}");
        }
        foreach (var finding in review.Findings)
        {
            output.WriteLine();
            output.WriteLine($"{finding.Kind.Code} {finding.Summary}");
            foreach (var evidence in finding.Evidence)
                output.WriteLine($"   - {evidence.Text}");
            output.WriteLine($"   Why it matters: {finding.Kind.Why}");
            output.WriteLine($"   What schools do: {finding.Kind.SchoolsDo}");
            foreach (var threshold in finding.Thresholds)
                output.WriteLine($"   {threshold}");
        }
        output.WriteLine();
        output.WriteLine(review.Findings.Count == 0 ? "Nothing was found." : $"{Words.Counted(review.Findings.Count, "finding")}.");
        foreach (var unsaid in review.Unsaid)
            output.WriteLine($"Not judged: {unsaid}");
    }
}
