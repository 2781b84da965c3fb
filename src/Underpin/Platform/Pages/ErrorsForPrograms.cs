namespace Underpin.Platform.Pages;

/// <summary>How failures below an address are told where a standard lays down a form of its own.</summary>
/// <param name="Below">"/ims".</param>
/// <param name="Body">For a status code.</param>
internal sealed record ErrorsForPrograms(string Below, string ContentType, Func<int, string> Body);
