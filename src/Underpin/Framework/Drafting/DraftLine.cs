using System.Security.Cryptography;
using System.Text;
using Underpin.Platform.Database;
using Underpin.Platform.History;

namespace Underpin.Framework.Drafting;

/// <summary>One text of a draft: <see cref="Content.FrameworkLine"/> with what it says in the edition that the draft began from.</summary>
internal sealed class DraftLine : IVersioned, IOnRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();
    public required Guid DraftId { get; init; }
    public required string Path { get; init; }
    /// <summary>The order in which lines came; the order to read them in follows from what they are.</summary>
    public required int Order { get; init; }
    public required string Text { get; set; }
    /// <summary>What the edition says that the draft began from; null when the line is new.</summary>
    public required string? Before { get; init; }
    public bool Removed { get; set; }
    public int RowVersion { get; set; }

    public bool IsNew => Before is null;

    /// <summary>Added and taken back: as if it had never been.</summary>
    public bool IsGone => Removed && IsNew;

    public bool IsChanged => !IsGone && (Removed || Text != Before);

    /// <summary>What somebody saw when they began to type, to tell whether somebody else has changed it since.</summary>
    public string Mark => MarkOf(Removed ? null : DraftingRules.Tidy(Text));

    public static string MarkOf(string? text) => text is null ? "removed" : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));

    /// <summary>Back to what the edition says; a new line goes.</summary>
    public void Undo()
    {
        Removed = IsNew;
        Text = Before ?? Text;
    }
}
