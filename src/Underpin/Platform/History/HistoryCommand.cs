using System.Text.Json;
using Underpin.Platform.Database;

namespace Underpin.Platform.History;

internal static class HistoryCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Except(["--json"]).FirstOrDefault() is { } unknown) return CommandLine.BadInput($"history verify: \"{unknown}\" is not an option; --json is the only one");
        await using var services = CommandLine.Services();
        await using var scope = services.CreateAsyncScope();
        var report = await HistoryVerifier.VerifyAsync(scope.ServiceProvider.GetRequiredService<UnderpinDb>());
        if (args.Contains("--json"))
        {
            Console.WriteLine(JsonSerializer.Serialize(report, Json.Options));
        }
        else
        {
            Console.WriteLine(report.Faults.Count == 0
                ? $"Yes: {report.Entries} entries in {report.Chains} chains stand as they were written."
                : $"No: {report.Faults.Count} {(report.Faults.Count == 1 ? "fault" : "faults")} in {report.Entries} entries of {report.Chains} chains.");
            foreach (var fault in report.Faults) Console.WriteLine($"  {fault}");
        }

        return report.Faults.Count == 0 ? 0 : 1;
    }
}
