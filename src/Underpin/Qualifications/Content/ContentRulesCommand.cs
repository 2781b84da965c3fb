using Underpin.Platform.Content.Lint;
using Underpin.Qualifications.Content.Lint;

namespace Underpin.Qualifications.Content;

/// <summary><c>underpin content rules [CODE]</c>: lists the rules that content is held to, or explains one.</summary>
internal static class ContentRulesCommand
{
    private const int BadInput = 2;

    public static Task<int> RunAsync(string[] args) => Task.FromResult(
        args.Length > 1 || args is [['-', ..]] ? CommandLine.BadInput("content rules: takes the code of one rule, such as W2") : Run(args.FirstOrDefault(), Console.Out));

    /// <returns>0, or 2 when there is no such rule.</returns>
    public static int Run(string? code, TextWriter output)
    {
        if (code is null)
        {
            foreach (var rule in AllRules.InOrder)
                output.WriteLine($"{rule.Code,-3} {rule.Name}");
            return 0;
        }
        if (AllRules.Find(code) is not { } found)
        {
            output.WriteLine($"There is no rule {code}: expected one of {string.Join(", ", AllRules.InOrder.Select(rule => rule.Code))}");
            return BadInput;
        }
        Explain(found, output);
        return 0;
    }

    private static void Explain(ContentRule rule, TextWriter output)
    {
        output.WriteLine($"{rule.Code} {rule.Name}");
        output.WriteLine();
        output.WriteLine($"What is found  {rule.Wrong}");
        output.WriteLine($"Why it matters {rule.Why}");
        output.WriteLine($"How to mend it {rule.Mend}");
        output.WriteLine($"Not so         {rule.Bad}");
        output.WriteLine($"But so         {rule.Good}");
    }
}
