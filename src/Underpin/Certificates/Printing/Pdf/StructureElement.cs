namespace Underpin.Certificates.Printing.Pdf;

/// <summary>
/// One element of the tag tree, which gives a screen reader the order and meaning of what is on the pages
/// (ISO 32000-1, 14.7). Children are read in the order they were added.
/// </summary>
/// <param name="type">A standard structure type: Document, H1, P, Table...</param>
internal sealed class StructureElement(string type) : StructureNode
{
    private readonly List<StructureNode> _children = [];

    public string Type => type;

    public IReadOnlyList<StructureNode> Children => _children;

    /// <summary>What a figure shows, in words.</summary>
    public string? AlternativeText { get; init; }

    /// <summary>The text that what is drawn stands for, where the glyphs themselves do not tell it.</summary>
    public string? ActualText { get; init; }

    /// <summary>Where a figure stands, which its attributes must say.</summary>
    public PdfBox? Area { get; init; }

    public StructureElement Add(string childType) => Add(new StructureElement(childType));

    public T Add<T>(T child)
        where T : StructureNode
    {
        _children.Add(child);
        return child;
    }
}
