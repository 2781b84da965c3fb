using System.Text.Encodings.Web;
using System.Text.Json;
using Underpin.Platform;
using Underpin.Platform.Content;

namespace Underpin.Qualifications.Content;

/// <summary><c>underpin content check [DIR] [--json]</c>: says whether content can be published, or every reason why not.</summary>
internal static class ContentCheckCommand
{
    public const int NoProblems = 0;
    public const int Problems = 1;
    public const int NoSuchDirectory = 2;

    // Written for terminals and files, not into a web page: accents and quotes stay legible.
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Task<int> RunAsync(string[] args)
    {
        var directories = args.Where(a => a != "--json").ToList();
        if (directories.Count > 1 || directories.Exists(d => d.StartsWith('-')))
            return Task.FromResult(CommandLine.BadInput("content check: takes one directory and --json"));
        var directory = directories.FirstOrDefault() ?? Home.Find(new ConfigurationBuilder().AddEnvironmentVariables().Build()).Content;
        return Task.FromResult(Run(directory, args.Contains("--json"), Console.Out, TimeProvider.System.Today()));
    }

    /// <returns>0 when there is nothing to mend, 1 when there is, 2 when there is no such directory.</returns>
    public static int Run(string directory, bool json, TextWriter output, DateOnly today)
    {
        if (!Directory.Exists(directory))
        {
            var message = $"There is no directory {directory}: expected one with framework, units and qualifications in it";
            output.WriteLine(json ? JsonSerializer.Serialize(new { ok = false, error = message }, Json) : message);
            return NoSuchDirectory;
        }
        var reading = ContentSet.Read(directory, today);
        if (json)
            output.WriteLine(JsonSerializer.Serialize(
                new { Ok = reading.Content is not null, Counts = Counts(reading.Content), reading.Problems }, Json));
        else
            Print(reading, output);
        return reading.Content is null ? Problems : NoProblems;
    }

    private static void Print(ContentReading reading, TextWriter output)
    {
        foreach (var problem in reading.Problems)
            output.WriteLine(problem);
        if (reading.Problems.Count > 0)
            output.WriteLine(reading.Problems.Count == 1 ? "1 problem" : $"{reading.Problems.Count} problems");
        foreach (var (what, count) in Counts(reading.Content) ?? [])
            output.WriteLine($"{count,6} {what}");
    }

    private static Dictionary<string, int>? Counts(ContentSet? content) => content is null ? null : new()
    {
        ["areas"] = content.Framework.Areas.Count,
        ["competences"] = content.Competences.Count(),
        ["roles"] = content.Framework.Roles.Count,
        ["units"] = content.Units.Count,
        ["outcomes"] = content.Units.Sum(unit => unit.Outcomes.Count),
        ["criteria"] = content.Units.SelectMany(unit => unit.Outcomes).Sum(outcome => outcome.Criteria.Count),
        ["qualifications"] = content.Qualifications.Count,
        ["crosswalks"] = content.Crosswalks.Count,
        ["crosswalk rows"] = content.Crosswalks.SelectMany(crosswalk => crosswalk.Items).Sum(item => item.Maps.Count),
    };
}
