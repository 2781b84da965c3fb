namespace Underpin.Certificates.Printing.Pdf;

/// <summary>What a document says about itself as a whole.</summary>
/// <param name="Language">A language tag such as <c>en-GB</c>.</param>
internal sealed record PdfParticulars(string Title, string Author, string Language, DateOnly CreatedOn);
