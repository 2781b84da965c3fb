using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Underpin.Platform;
using Underpin.Platform.Content;
using Underpin.Qualifications.Content.Lint;

namespace Underpin.Qualifications.Content;

/// <summary><c>underpin content check [DIR] [--json]</c>: says whether content keeps every rule, or where it breaks which.</summary>
internal static class ContentCheckCommand
{
    public const int NoProblems = 0;
    public const int Problems = 1;
    public const int NoSuchDirectory = 2;

    // Written for terminals and files, not into a web page: accents and quotes stay legible.
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <param name="also">What other rooms find in their own content: from a directory and today's date to problems.</param>
    public static Task<int> RunAsync(string[] args, params Func<string, DateOnly, IReadOnlyList<ContentProblem>>[] also) =>
        Task.FromResult(DirectoryOf(args) is { } directory
            ? Run(directory, args.Contains("--json"), Console.Out, TimeProvider.System.Today(), also)
            : CommandLine.BadInput("content check: takes one directory and --json"));

    /// <summary>The one directory among the arguments, or the installation's; null when they say something else.</summary>
    public static string? DirectoryOf(string[] args)
    {
        var directories = args.Where(a => a != "--json").ToList();
        if (directories.Count > 1 || directories.Exists(d => d.StartsWith('-')))
            return null;
        return directories.FirstOrDefault() ?? Home.Find(new ConfigurationBuilder().AddEnvironmentVariables().Build()).Content;
    }

    /// <returns>0 when there is nothing to mend, 1 when there is, 2 when there is no such directory.</returns>
    public static int Run(string directory, bool json, TextWriter output, DateOnly today, params Func<string, DateOnly, IReadOnlyList<ContentProblem>>[] also)
    {
        if (!IsThere(directory, json, output))
            return NoSuchDirectory;
        var reading = ContentSet.Read(directory, today);
        IReadOnlyList<ContentProblem> problems = [.. ContentLint.Check(reading, today), .. also.SelectMany(check => check(directory, today))];
        if (json)
            output.WriteLine(JsonSerializer.Serialize(new { Ok = problems.Count == 0, Counts = Counts(reading.Content), Problems = problems }, Json));
        else
            Print(problems, reading.Content, output);
        return problems.Count > 0 ? Problems : NoProblems;
    }

    public static bool IsThere(string directory, bool json, TextWriter output)
    {
        if (Directory.Exists(directory))
            return true;
        var message = $"There is no directory {directory}: expected one with framework, units and qualifications in it";
        output.WriteLine(json ? JsonSerializer.Serialize(new { ok = false, error = message }, Json) : message);
        return false;
    }

    private static void Print(IReadOnlyList<ContentProblem> problems, ContentSet? content, TextWriter output)
    {
        foreach (var problem in problems)
            output.WriteLine(problem);
        if (problems.Count > 0)
            output.WriteLine(problems.Count == 1 ? "1 problem" : $"{problems.Count} problems");
        foreach (var (what, count) in Counts(content) ?? [])
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
