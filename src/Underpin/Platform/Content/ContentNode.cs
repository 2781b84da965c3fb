namespace Underpin.Platform.Content;

/// <summary>A value in a content file and the line on which it begins.</summary>
internal abstract record ContentNode(int Line);

/// <param name="Line">The line, from 1.</param>
/// <param name="Value">The text as written, quotes and folding resolved.</param>
/// <param name="IsPlain">Whether it stands without quotes, so that it may be a number or a yes-or-no.</param>
internal sealed record ContentScalar(int Line, string Value, bool IsPlain) : ContentNode(Line);

internal sealed record ContentList(int Line, IReadOnlyList<ContentNode> Items) : ContentNode(Line);

internal sealed record ContentMap(int Line, IReadOnlyList<ContentEntry> Entries) : ContentNode(Line);

internal sealed record ContentEntry(string Key, int Line, ContentNode Value);

/// <summary>A text that refers to something, and the line to name when that does not exist.</summary>
internal readonly record struct LocatedText(string Text, int Line);
