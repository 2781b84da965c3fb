using System.Text;
using System.Xml.Linq;

namespace Underpin.Certificates.Printing.Pdf;

/// <summary>
/// The document's particulars in XMP. It deliberately does not claim a conformance level: that claim belongs to a file that a
/// validator has passed.
/// </summary>
internal static class XmpMetadata
{
    private static readonly XNamespace _meta = "adobe:ns:meta/";
    private static readonly XNamespace _rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace _dublinCore = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace _xmp = "http://ns.adobe.com/xap/1.0/";

    public static byte[] Create(PdfParticulars particulars)
    {
        var created = particulars.CreatedOn.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var packet = new XElement(_meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", _meta),
            new XElement(_rdf + "RDF",
                new XAttribute(XNamespace.Xmlns + "rdf", _rdf),
                new XElement(_rdf + "Description",
                    new XAttribute(_rdf + "about", ""),
                    new XAttribute(XNamespace.Xmlns + "dc", _dublinCore),
                    new XAttribute(XNamespace.Xmlns + "xmp", _xmp),
                    new XElement(_dublinCore + "title", Alternatives(particulars.Title)),
                    new XElement(_dublinCore + "creator", new XElement(_rdf + "Seq", new XElement(_rdf + "li", XmlSafe(particulars.Author)))),
                    new XElement(_dublinCore + "language", new XElement(_rdf + "Bag", new XElement(_rdf + "li", particulars.Language))),
                    new XElement(_xmp + "CreateDate", created),
                    new XElement(_xmp + "ModifyDate", created))));
        return Encoding.UTF8.GetBytes($"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet}\n<?xpacket end=\"r\"?>");
    }

    private static XElement Alternatives(string text) =>
        new(_rdf + "Alt", new XElement(_rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), XmlSafe(text)));

    /// <summary>XML 1.0 cannot hold control characters even when escaped.</summary>
    private static string XmlSafe(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? "\uFFFD" : rune.ToString()));
}
