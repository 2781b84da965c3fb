using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Underpin.Access;

namespace Underpin.Bench;

/// <summary>
/// Requests a second of real pages against a bare "hello" of the same server in the same run, by wrk on this machine. Each round measures
/// hello and every page in turn, so that what else the machine does weighs on all alike.
/// </summary>
internal static partial class Load
{
    const string Address = "http://127.0.0.1:5099";
    const int Rounds = 3;

    public static async Task<int> RunAsync(string[] args)
    {
        if (!await WrkIsThereAsync())
        {
            Console.Error.WriteLine("The load script needs wrk. Install it (on Debian: apt-get install wrk) and run it again.");
            return 2;
        }

        var seconds = args is [var given, ..] ? int.Parse(given, CultureInfo.InvariantCulture) : 5;
        var folder = Directory.CreateTempSubdirectory("underpin-load-").FullName;
        string[] settings =
        [
            // The site's own name, by which its static files are found.
            "--applicationName=Underpin", "--environment=Development", $"--urls={Address}", $"--Folders:Root={folder}", "--Jobs:Run=false", "--Logging:LogLevel:Default=Error",
            .. typeof(Platform.Web.RateLimits).GetProperties().Select(limit => $"--Limits:{limit.Name}=1000000000"),
        ];
        await using var app = Site.Build(settings, builder => builder.Services.AddSingleton(new AccessTable("Load") { { "/hello", [Role.Anyone] } }));
        app.MapGet("/hello", () => "hello");
        await Site.PrepareAsync(app);
        await app.StartAsync();

        var pages = await PagesAsync(app);
        var measured = pages.ToDictionary(p => p.Name, _ => new List<double>());
        foreach (var (_, path, cookie) in pages) await WrkAsync(path, cookie, 2);
        for (var round = 0; round < Rounds; round++)
            foreach (var (name, path, cookie) in pages) measured[name].Add(await WrkAsync(path, cookie, seconds));

        var hello = Median(measured["hello"]);
        Console.WriteLine($"Median of {Rounds} rounds of {seconds} s, wrk -t1 -c32, the site in Release on SQLite with the demonstration:");
        Console.WriteLine("| page | requests/s | of hello |\n|---|---:|---:|");
        foreach (var (name, path, _) in pages)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} `{path}` | {Median(measured[name]):N0} | {Median(measured[name]) / hello:P0} |"));
        await app.StopAsync();
        Directory.Delete(folder, recursive: true);
        return 0;
    }

    static async Task<List<(string Name, string Path, string? Cookie)>> PagesAsync(WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnderpinDb>();
        var number = await db.Certificates.OrderBy(c => c.AwardedAt).Select(c => c.Number).FirstAsync();
        // The portfolio with the most evidence in it.
        var enrolment = await db.Enrolments.OrderByDescending(e => db.Evidence.Count(x => x.EnrolmentId == e.Id)).FirstAsync();
        var learner = await db.Users.SingleAsync(u => u.Id == enrolment.LearnerId);
        var principal = await scope.ServiceProvider.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(learner);
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = DateTimeOffset.UtcNow, ExpiresUtc = DateTimeOffset.UtcNow.AddHours(1) }, IdentityConstants.ApplicationScheme);
        return
        [
            ("hello", "/hello", null),
            ("verify", $"/verify?number={number}", null),
            ("unit", "/units/EIT205", null),
            ("portfolio", $"/portfolio/{enrolment.Id}", $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}"),
        ];
    }

    static async Task<double> WrkAsync(string path, string? cookie, int seconds)
    {
        string[] header = cookie is null ? [] : ["-H", $"Cookie: {cookie}"];
        var said = await OutputAsync("wrk", ["-t1", "-c32", $"-d{seconds}s", .. header, Address + path]);
        if (said.Contains("Non-2xx", StringComparison.Ordinal)) throw new InvalidOperationException($"{path} did not answer 200 throughout:\n{said}");
        return double.Parse(RequestsPerSecond().Match(said).Groups[1].Value, CultureInfo.InvariantCulture);
    }

    static async Task<bool> WrkIsThereAsync()
    {
        try
        {
            return (await OutputAsync("wrk", ["-v"])).Contains("wrk", StringComparison.Ordinal);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    static async Task<string> OutputAsync(string program, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said + await errors;
    }

    static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex RequestsPerSecond();
}
