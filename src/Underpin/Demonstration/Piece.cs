using Underpin.Portfolios;

namespace Underpin.Demonstration;

/// <summary>Somebody outside the portfolio who saw the work.</summary>
/// <param name="Account">Theirs, when they answer signed in.</param>
internal sealed record Onlooker(string Name, string Email, string Relationship, Person? Account = null);

/// <summary>A piece of evidence as its learner puts it into the portfolio.</summary>
internal sealed record Piece
{
    public required EvidenceKind Kind { get; init; }
    public required string Title { get; init; }
    /// <summary>What it is claimed for: "1.1 1.2 EIT202 4.3" — codes of the unit worked on, then of any other unit named.</summary>
    public required string For { get; init; }
    public required string Text { get; init; }
    /// <summary>A file of <see cref="StoryFiles"/>.</summary>
    public string? File { get; init; }
    public string? Url { get; init; }
    public Onlooker? SeenBy { get; init; }
    public string? Place { get; init; }

    public static Piece Account(string title, string criteria, string text) => new() { Kind = EvidenceKind.Account, Title = title, For = criteria, Text = text };

    public static Piece OfFile(string title, string criteria, string file, string text) => new() { Kind = EvidenceKind.File, Title = title, For = criteria, File = file, Text = text };

    public static Piece Link(string title, string criteria, string url, string text) => new() { Kind = EvidenceKind.Link, Title = title, For = criteria, Url = url, Text = text };

    public static Piece Witnessed(string title, string criteria, Onlooker by, string text) => new() { Kind = EvidenceKind.Witness, Title = title, For = criteria, SeenBy = by, Text = text };

    public static Piece Observed(string title, string criteria, Onlooker by, string place, string text) => new() { Kind = EvidenceKind.Observation, Title = title, For = criteria, SeenBy = by, Place = place, Text = text };
}
