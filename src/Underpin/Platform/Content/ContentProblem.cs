namespace Underpin.Platform.Content;

/// <summary>Something wrong in a content file, told to whoever wrote it.</summary>
/// <param name="File">The file's path inside the content directory, with forward slashes.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What is wrong and what was expected.</param>
internal sealed record ContentProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
