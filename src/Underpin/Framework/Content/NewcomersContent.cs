using System.Text.Json.Serialization;
using Underpin.Platform.Content;

namespace Underpin.Framework.Content;

/// <summary>The page for a Year 9 pupil and a parent, as written in content/newcomers.</summary>
internal sealed record NewcomersContent
{
    public required string Code { get; init; }

    public required int Version { get; init; }

    public required string Title { get; init; }

    public required string Summary { get; init; }

    public required NewcomersPicture Picture { get; init; }

    /// <summary>In the order of reading.</summary>
    public required IReadOnlyList<NewcomersSection> Sections { get; init; }

    /// <summary>Hash of all that the page says.</summary>
    [JsonIgnore]
    public string Hash
    {
        get
        {
            var form = new CanonicalForm().Add("code", Code).Add("version", Version).Add("title", Title).Add("summary", Summary);
            Picture.Write(form);
            return form.Add("sections", Sections, (inner, section) => section.Write(inner)).Hash();
        }
    }
}

/// <param name="Code">The drawing's name.</param>
/// <param name="Alt">The words that stand in for it.</param>
internal sealed record NewcomersPicture(string Code, string Alt)
{
    internal void Write(CanonicalForm form) => form.Add("picture", Code).Add("alt", Alt);
}

internal sealed record NewcomersSection
{
    /// <summary>Lower case with hyphens; permanent, and the address within the page.</summary>
    public required string Code { get; init; }

    public required string Title { get; init; }

    public required NewcomersPicture? Picture { get; init; }

    /// <summary>Paragraphs before the items.</summary>
    public required IReadOnlyList<string> Intro { get; init; }

    public required IReadOnlyList<NewcomersItem> Items { get; init; }

    /// <summary>Paragraphs after the items.</summary>
    public required IReadOnlyList<string> Outro { get; init; }

    internal void Write(CanonicalForm form)
    {
        form.Add("code", Code).Add("title", Title);
        Picture?.Write(form);
        form.Add("intro", Intro).Add("items", Items, (inner, item) => item.Write(inner)).Add("outro", Outro);
    }
}

internal sealed record NewcomersItem
{
    /// <summary>A time, a name, a step or a word to explain.</summary>
    public required string? Label { get; init; }

    public required string Text { get; init; }

    /// <summary>The code of a role to link to.</summary>
    public required string? Role { get; init; }

    /// <summary>Codes of qualifications to link to.</summary>
    public required IReadOnlyList<string> Qualifications { get; init; }

    /// <summary>An outside page for the reader.</summary>
    public required Uri? Link { get; init; }

    /// <summary>Where a fact or a figure comes from; null where none is stated.</summary>
    public required NewcomersFact? Fact { get; init; }

    internal void Write(CanonicalForm form) => form
        .Add("label", Label)
        .Add("text", Text)
        .Add("role", Role)
        .Add("qualifications", Qualifications)
        .Add("link", Link?.AbsoluteUri)
        .Add("confidence", Fact?.Confidence.ToString())
        .Add("source", Fact?.Source)
        .Add("url", Fact?.Url?.AbsoluteUri)
        .Add("checked", Fact?.Checked.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}

/// <param name="Confidence">How sure we are.</param>
/// <param name="Source">Where it was read.</param>
/// <param name="Url">The source's address; null for one that is not on the web.</param>
/// <param name="Checked">When somebody last looked.</param>
internal sealed record NewcomersFact(Confidence Confidence, string Source, Uri? Url, DateOnly Checked)
{
    /// <summary>For newcomers only what was read in its source counts as settled.</summary>
    [JsonIgnore]
    public bool IsProvisional => Confidence != Confidence.Seen;
}
