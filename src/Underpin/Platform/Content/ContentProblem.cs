using Underpin.Platform.Content.Lint;

namespace Underpin.Platform.Content;

/// <summary>Something wrong in a content file, told to whoever wrote it.</summary>
/// <param name="File">The file's path inside the content directory, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Code">The rule that it breaks; <c>underpin content rules CODE</c> explains it.</param>
/// <param name="Message">What is wrong and what was expected.</param>
internal sealed record ContentProblem(string File, int Line, string Code, string Message)
{
    public ContentProblem(ContentPlace place, ContentRule rule, string message)
        : this(place.File, place.Line, rule.Code, message)
    {
    }

    public override string ToString() => $"{File}:{Line}: {Code} {Message}";
}

/// <summary>Where something stands in the content directory.</summary>
internal readonly record struct ContentPlace(string File, int Line);
