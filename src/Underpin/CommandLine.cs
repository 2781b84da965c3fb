using System.Text;

namespace Underpin;

/// <summary>
/// The verbs of <c>underpin VERB</c>. Exit codes: 0 yes, 1 a clear no, 2 bad input, with one line that says what and where.
/// </summary>
internal static class CommandLine
{
    /// <param name="Words">"history verify".</param>
    /// <param name="Usage">The arguments after the words.</param>
    internal sealed record Verb(string Words, string Usage, string Purpose, Func<string[], Task<int>> Run);

    static readonly IReadOnlyList<Verb> Verbs =
    [
        new("content check", "[DIR] [--json]", "check the profession as written, and name every error with file and line", args => Qualifications.Content.ContentCheckCommand.RunAsync(args, Leadership.LeadershipShelf.Check)),
        new("content rules", "[CODE]", "list the rules that content is held to, or explain one", Qualifications.Content.ContentRulesCommand.RunAsync),
        new("content coverage", "[DIR] [--json]", "say what covers what, and every hole with the reason for which it stays", Qualifications.Content.ContentCoverageCommand.RunAsync),
        new("framework import", "FILE|-", "take in a framework that somebody else publishes, from a CASE 1.1 package", Framework.Exchange.FrameworkCommand.ImportAsync),
        new("framework export", "ID|VERSION", "print a framework as a CASE 1.1 package", Framework.Exchange.FrameworkCommand.ExportAsync),
        new("leadership review", "FILE [--json]", "review the leadership structure in a file, and say what it finds with the evidence", Leadership.Review.ReviewCommand.RunAsync),
        new("rotation plan", "FILE [--seed N] [--json]", "plan who hands which duty to whom in which year, with the proof, or say which conditions conflict", Leadership.Rotation.RotationCommand.RunAsync),
        new("history verify", "[--json]", "walk every chain of history and say whether each entry stands as it was written", Platform.History.HistoryCommand.RunAsync),
        new("search rebuild", "", "make everything that search finds anew, from what is published and imported", Platform.Search.SearchCommand.RebuildAsync),
        new("certificate export", "NUMBER", "print a certificate's signed credential", Certificates.CertificateCommand.ExportAsync),
        new("verify", "FILE|- [--key FILE] [--status FILE] [--json]", "say whether a credential is real, with reasons; offline when the issuer's key is given", Certificates.Checking.VerifyCommand.RunAsync),
    ];

    static readonly string[] AsksForHelp = ["help", "--help", "-h"];

    public static bool IsVerb(string[] args) => args is [var first, ..] && (AsksForHelp.Contains(first) || (!first.StartsWith('-') && !first.Contains('=')));

    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        foreach (var verb in Verbs)
        {
            var words = verb.Words.Split(' ');
            if (args.Take(words.Length).SequenceEqual(words)) return await verb.Run(args[words.Length..]);
        }

        if (AsksForHelp.Contains(args[0]))
        {
            Console.WriteLine("Without a verb, underpin serves the site. Verbs:");
            ListVerbs(Console.Out);
            return 0;
        }

        Console.Error.WriteLine($"underpin: there is no verb \"{string.Join(' ', args.TakeWhile(a => !a.StartsWith('-')))}\". Verbs:");
        ListVerbs(Console.Error);
        return 2;
    }

    static void ListVerbs(TextWriter to)
    {
        foreach (var verb in Verbs) to.WriteLine($"  {verb.Words} {verb.Usage}\n      {verb.Purpose}");
    }

    public static int BadInput(string message)
    {
        Console.Error.WriteLine($"underpin: {message}");
        return 2;
    }

    /// <summary>The site's services without the site, for verbs that need the database.</summary>
    public static ServiceProvider Services()
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders().AddConsole(o => o.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
        Site.AddServices(builder.Services, builder.Configuration);
        return builder.Services.BuildServiceProvider();
    }
}
