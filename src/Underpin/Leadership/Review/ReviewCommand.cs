using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Files;
using Underpin.Platform;
using Underpin.Platform.Content;

namespace Underpin.Leadership.Review;

/// <summary><c>underpin leadership review FILE [--json]</c>: reviews the structure in a file, and says what it finds with the evidence.</summary>
internal static class ReviewCommand
{
    public const int NoFindings = 0;
    public const int Findings = 1;
    public const int BadFile = 2;

    // Written for terminals and files, not into a web page: accents and quotes stay legible.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static Task<int> RunAsync(string[] args)
    {
        var files = args.Where(a => a != "--json").ToList();
        if (files.Count != 1 || files[0].StartsWith('-'))
            return Task.FromResult(CommandLine.BadInput("leadership review: takes one file and --json"));
        var content = Home.Find(new ConfigurationBuilder().AddEnvironmentVariables().Build()).Content;
        return Task.FromResult(Run(files[0], content, args.Contains("--json"), Console.Out, TimeProvider.System.Today()));
    }

    /// <returns>0 when nothing is found, 1 when something is, 2 when the file cannot be read or does not fit together.</returns>
    public static int Run(string file, string contentDirectory, bool json, TextWriter output, DateOnly today)
    {
        var (content, broken) = LeadershipContent.Read(contentDirectory, today);
        if (content is null)
            return Refuse(broken, json, output);
        var (structure, problems) = StructureReader.Read(file, content);
        if (structure is null)
            return Refuse(problems, json, output);
        var review = LeadershipReview.Run(structure, structure.Date ?? today, content);
        if (json)
            output.WriteLine(JsonSerializer.Serialize(Document(review), Json));
        else
            ReviewText.Write(review, output);
        return review.Findings.Count > 0 ? Findings : NoFindings;
    }

    private static int Refuse(IReadOnlyList<ContentProblem> problems, bool json, TextWriter output)
    {
        if (json)
            output.WriteLine(JsonSerializer.Serialize(new { Ok = false, Problems = problems }, Json));
        else
            foreach (var problem in problems)
                output.WriteLine(problem);
        return BadFile;
    }

    // The shape that docs/guide/leadership.md describes: machines may rely on it.
    private static object Document(ReviewResult review) => new
    {
        Ok = review.Findings.Count == 0,
        review.Title,
        review.Day,
        Findings = review.Findings.Select(finding => new
        {
            finding.Kind.Code,
            finding.Kind.Family,
            finding.Kind.Name,
            finding.School,
            finding.Summary,
            finding.Evidence,
            finding.Kind.Why,
            finding.Kind.SchoolsDo,
            Thresholds = finding.Thresholds.Select(one => new { one.Code, one.Value, one.Default, one.Unit, one.IsOurJudgement, one.IsChanged }),
        }),
        Measures = review.Measures.Select(one => new
        {
            one.School, one.Core, one.Wider, one.Middle, one.LargestDecidingMeeting, one.SeniorCost, one.PostsWithoutPay, one.Duties, one.Clear, one.Gaps, one.Doubles,
            one.Groups, one.Joiners, one.Alone, MeanOverlap = Math.Round(one.MeanOverlap, 2), one.HeavyDuties, one.Kept, one.GreatestLoad, one.Handovers,
            Breadth = Math.Round(one.Breadth, 2), one.SpecialistsKept, one.Layers, one.WidestSpan,
            It = new { Leads = one.It.Leads.Select(person => person.Code), one.It.Sits, one.It.Between, one.It.Side, one.It.Way },
        }),
        review.Unsaid,
    };
}
