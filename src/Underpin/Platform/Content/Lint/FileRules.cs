namespace Underpin.Platform.Content.Lint;

/// <summary>What a file has to be before anything it says can be judged. No allowance can be made for these.</summary>
internal static class FileRules
{
    public static ContentRule Shape { get; } = new("F1", "Wrong shape")
    {
        Wrong = "A key is missing, unknown or empty, or its value is of the wrong kind or out of range.",
        Why = "What is written under a key that nobody reads is lost in silence, and a page cannot show what is not there.",
        Mend = "Follow content/README.md. The message names the key that was expected, or the one that was probably meant.",
        Bad = "credit: three",
        Good = "credit: 3",
    };

    public static ContentRule Unreadable { get; } = new("F2", "File that cannot be read")
    {
        Wrong = "A file is missing, empty, too large, not UTF-8, not YAML, has a name that is not read, or uses a part of YAML that hides what it says.",
        Why = "Nothing in such a file reaches a reader.",
        Mend = "Look at the line that the message names and just above it: wrong indentation, or a colon or a quote inside a text without quotes.",
        Bad = "aim: Two kinds of fault: sudden and slow",
        Good = "aim: \"Two kinds of fault: sudden and slow\"",
    };

    public static ContentRule UnknownReference { get; } = new("F3", "Unknown reference")
    {
        Wrong = "A code names a unit, competence, level, role or qualification that does not exist.",
        Why = "A learner who follows it arrives nowhere, and a rule of combination cannot be worked out.",
        Mend = "Correct the code, or write what it names.",
        Bad = "leads-to: [EIT399]",
        Good = "leads-to: [EIT305]",
    };

    public static ContentRule GivenTwice { get; } = new("F4", "Given twice")
    {
        Wrong = "A code, a place in an order, a key or an item of a list is given more than once.",
        Why = "A code on a certificate has to mean one thing for good.",
        Mend = "Give the later one a code of its own, or take it out.",
        Bad = "leads-to: [EIT305, EIT305]",
        Good = "leads-to: [EIT305]",
    };

    public static ContentRule Circle { get; } = new("F5", "Circle")
    {
        Wrong = "What leads to what comes back to where it began.",
        Why = "A way onward that returns is not a way onward.",
        Mend = "Take out the step that leads back down.",
        Bad = "EIT205 leads to EIT305, and EIT305 to EIT205",
        Good = "EIT205 leads to EIT305, and EIT305 to EIT401",
    };

    public static ContentRule Contradiction { get; } = new("F6", "Contradiction")
    {
        Wrong = "Two statements of one file, or a file and its name, cannot both be true.",
        Why = "One of them is wrong, and nobody can tell which.",
        Mend = "Decide which is right and correct the other.",
        Bad = "units/EIT205.yaml with code: EIT206",
        Good = "units/EIT206.yaml with code: EIT206",
    };

    public static ContentRule UnknownAllowance { get; } = new("A1", "Allowance that cannot be made")
    {
        Wrong = "'allow' names a rule that does not exist, or one for which no allowance can be made: the shape of files, references and allowances themselves.",
        Why = "It looks like a decision and is none.",
        Mend = "Give the code of a rule as the finding prints it.",
        Bad = "allow: [{ rule: W9, reason: ... }]",
        Good = "allow: [{ rule: W2, reason: The sentence quotes the school's own form }]",
    };

    public static ContentRule UnneededAllowance { get; } = new("A2", "Allowance that nothing needs")
    {
        Wrong = "'allow' names a rule that finds nothing in the file.",
        Why = "A leftover allowance would hide the next finding, which nobody has judged.",
        Mend = "Take it out.",
        Bad = "allow: [{ rule: W2, reason: ... }] in a file of short sentences",
        Good = "no allow",
    };

    public static IReadOnlyList<ContentRule> All { get; } =
        [Shape, Unreadable, UnknownReference, GivenTwice, Circle, Contradiction, UnknownAllowance, UnneededAllowance];
}
