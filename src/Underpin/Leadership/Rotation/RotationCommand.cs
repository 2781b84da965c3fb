using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Underpin.Platform.Content;

namespace Underpin.Leadership.Rotation;

/// <summary><c>underpin rotation plan FILE [--seed N] [--json]</c>: the best rotation with its certificate, or what makes one impossible.</summary>
internal static class RotationCommand
{
    public const int Found = 0;
    public const int Impossible = 1;
    public const int BadFile = 2;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Task<int> RunAsync(string[] args) => Task.FromResult(Run(args, Console.Out, Console.Error));

    /// <returns>0 for a plan, 1 when there is none (or none was found within the work allowed), 2 for arguments or a file that cannot be read.</returns>
    public static int Run(string[] args, TextWriter output, TextWriter errors)
    {
        if (Arguments(args) is not var (file, seed, json))
        {
            errors.WriteLine("underpin: rotation plan takes one file, and may take --seed with a whole number and --json");
            return BadFile;
        }

        var (problem, wrong) = RotationFile.Read(file);
        if (problem is null)
        {
            Tell(wrong, json, output, errors);
            return BadFile;
        }

        var result = RotationPlanner.Plan(problem, new() { Seed = seed });
        if (json) output.WriteLine(JsonSerializer.Serialize(RotationDocument.Of(problem, result, seed), Json));
        else RotationReport.Write(problem, result, output);
        return result is Planned ? Found : Impossible;
    }

    static (string File, int Seed, bool Json)? Arguments(string[] args)
    {
        var (file, seed, json) = ((string?)null, 1, false);
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == "--json") json = true;
            else if (args[i] == "--seed" && i + 1 < args.Length && int.TryParse(args[i + 1], NumberStyles.None, CultureInfo.InvariantCulture, out seed)) i++;
            else if (file is null && !args[i].StartsWith('-')) file = args[i];
            else return null;
        }

        return file is null ? null : (file, seed, json);
    }

    static void Tell(IReadOnlyList<ContentProblem> wrong, bool json, TextWriter output, TextWriter errors)
    {
        if (json) output.WriteLine(JsonSerializer.Serialize(new { Ok = false, Problems = wrong.Select(w => new { w.File, w.Line, w.Message }) }, Json));
        else foreach (var problem in wrong) errors.WriteLine($"{problem.File}:{problem.Line}: {problem.Message}");
    }
}
