using System.Text.Json;
using Underpin.Credentials;
using Underpin.Platform.Database;

namespace Underpin.Certificates.Checking;

/// <summary><c>verify FILE|- [--key FILE] [--status FILE] [--json]</c>: says yes or no, with reasons.</summary>
internal static class VerifyCommand
{
    const int LargestKeyFile = 256 * 1024;

    /// <summary>What stands behind a word on the command line that is not as it should be.</summary>
    sealed class BadInput(string message) : Exception(message);

    sealed record Arguments(string File, string? Key, string? Status, bool Json);

    public static async Task<int> RunAsync(string[] args)
    {
        await using var input = Console.OpenStandardInput();
        // The services open the database, which an offline check must not need.
        var services = new Lazy<ServiceProvider>(() => CommandLine.Services());
        try
        {
            return await RunAsync(args, () => services.Value, TimeProvider.System, input, Console.Out, Console.Error);
        }
        finally
        {
            if (services.IsValueCreated) await services.Value.DisposeAsync();
        }
    }

    public static async Task<int> RunAsync(string[] args, Func<IServiceProvider> services, TimeProvider clock, Stream input, TextWriter output, TextWriter errors)
    {
        try
        {
            var given = Read(args);
            var token = (await TextOfAsync(given.File, input, CredentialVerifier.MaximumTokenLength, "a credential")).Trim();
            var answer = given.Key is { } key
                ? await OfflineAsync(token, key, given.Status, clock)
                : given.Status is null ? await HereAsync(token, services()) : throw new BadInput("--status FILE needs --key FILE, to know whose list it is");
            await WriteAsync(answer, given.Json, output);
            return answer.Valid ? 0 : 1;
        }
        catch (BadInput bad)
        {
            await errors.WriteLineAsync($"underpin: verify: {bad.Message}");
            return 2;
        }
    }

    static Arguments Read(string[] args)
    {
        string? file = null, key = null, status = null;
        var json = false;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--json": json = true; break;
                case "--key": key = Next(); break;
                case "--status": status = Next(); break;
                case var option when option.StartsWith("--", StringComparison.Ordinal): throw new BadInput($"\"{option}\" is not an option; there are --key FILE, --status FILE and --json");
                case var another when file is not null: throw new BadInput($"one file at a time: both \"{file}\" and \"{another}\" are given");
                default: file = args[i]; break;
            }

            string Next() => ++i < args.Length ? args[i] : throw new BadInput($"{args[i - 1]} needs a file after it");
        }

        return new(file ?? throw new BadInput("name the file with the credential, or - to read it from standard input"), key, status, json);
    }

    static async Task<VerifyResponse> HereAsync(string token, IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return VerifyResponse.Of(await scope.ServiceProvider.GetRequiredService<VerificationService>().ByCredentialAsync(token, CancellationToken.None));
    }

    static async Task<VerifyResponse> OfflineAsync(string token, string keyFile, string? statusFile, TimeProvider clock)
    {
        var verifier = new CredentialVerifier(new TrustedIssuer { Keys = await KeysAsync(keyFile) }, clock);
        var list = statusFile is null ? null : await ListAsync(verifier, statusFile);
        var result = verifier.Verify(token, list is null ? null : list.Lookup);
        return new(result.IsValid, result.Verdict.ToString(), result.Summary, null,
            [.. VerificationService.Lines(result).Select(c => new VerifyCheck(c.Name, c.Outcome.ToString(), c.Sentence))]);
    }

    static async Task<VerificationKeySet> KeysAsync(string file)
    {
        try
        {
            return VerificationKeySet.Parse(await TextOfAsync(file, null, LargestKeyFile, "a key"));
        }
        catch (FormatException wrong)
        {
            throw new BadInput($"{file}: {wrong.Message}");
        }
    }

    static async Task<StatusListCredential> ListAsync(CredentialVerifier verifier, string file)
    {
        var result = verifier.VerifyStatusList((await TextOfAsync(file, null, CredentialVerifier.MaximumTokenLength, "a list of revoked certificates")).Trim());
        return result.StatusList ?? throw new BadInput($"{file}: {result.Summary}");
    }

    static async Task<string> TextOfAsync(string file, Stream? input, int most, string what)
    {
        try
        {
            if (file == "-" && input is not null) return await BoundedText.ReadAsync(input, null, most, CancellationToken.None) ?? throw TooLarge("standard input");
            await using var stream = File.OpenRead(file);
            return await BoundedText.ReadAsync(stream, stream.CanSeek ? stream.Length : null, most, CancellationToken.None) ?? throw TooLarge(file);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new BadInput($"{file} cannot be read: {missing.Message}");
        }

        BadInput TooLarge(string name) => new($"{name} has more than {most / 1024} KiB, too large for {what}");
    }

    static async Task WriteAsync(VerifyResponse answer, bool json, TextWriter output)
    {
        if (json)
        {
            await output.WriteLineAsync(JsonSerializer.Serialize(answer, Json.Options));
            return;
        }

        // The summary begins with the answer only where the register gave it.
        var summary = answer.Summary.StartsWith("Yes", StringComparison.Ordinal) || answer.Summary.StartsWith("No", StringComparison.Ordinal)
            ? answer.Summary
            : $"{(answer.Valid ? "Yes" : "No")}: {answer.Summary}";
        await output.WriteLineAsync(summary);
        foreach (var check in answer.Checks)
            await output.WriteLineAsync($"  {check.Outcome switch { "Passed" => "passed     ", "Failed" => "FAILED     ", _ => "not checked" }}  {check.Name}: {check.Sentence}");
    }
}
