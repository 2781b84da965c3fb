namespace Underpin.Tests.Certificates.Printing;

/// <summary>An element of a tag tree as a screen reader meets it.</summary>
/// <param name="Text">What is to be read: the characters behind the glyphs, or the actual text where one is given.</param>
/// <param name="Drawn">The characters of the glyphs alone, as the eye sees them.</param>
internal sealed record ReadElement(string Type, string Text, string Drawn, string? AlternativeText, string Dictionary, IReadOnlyList<ReadElement> Children)
{
    public IEnumerable<ReadElement> Descendants() => Children.SelectMany(child => child.Descendants().Prepend(child));

    public IEnumerable<ReadElement> OfType(string type) => Descendants().Where(element => element.Type == type);

    /// <summary>The text of the element and of all below it.</summary>
    public string WholeText() => Text + string.Concat(Children.Select(child => child.WholeText()));
}
