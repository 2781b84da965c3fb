namespace Underpin.Certificates.Printing.Pdf;

/// <summary>Something that stands in the tag tree: an element, a stretch of page content, or a link.</summary>
internal abstract class StructureNode;
