namespace Underpin.Platform.Files;

/// <summary>A kind of file that is taken in, known from its content.</summary>
/// <param name="Words">With its article: "a PDF document".</param>
/// <param name="Endings">The name endings it may carry, lower case; the first is the usual one.</param>
internal sealed record FileKind(string Words, string ContentType, params string[] Endings)
{
    public static readonly FileKind Pdf = new("a PDF document", "application/pdf", "pdf");
    public static readonly FileKind Png = new("a PNG picture", "image/png", "png");
    public static readonly FileKind Jpeg = new("a JPEG picture", "image/jpeg", "jpg", "jpeg", "jpe", "jfif");
    public static readonly FileKind Gif = new("a GIF picture", "image/gif", "gif");
    public static readonly FileKind Webp = new("a WebP picture", "image/webp", "webp");
    public static readonly FileKind Heic = new("a HEIC photograph", "image/heic", "heic", "heif");
    public static readonly FileKind Word = new("a Word document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx");
    public static readonly FileKind Excel = new("an Excel workbook", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
    public static readonly FileKind PowerPoint = new("a PowerPoint presentation", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx");
    public static readonly FileKind OpenText = new("an OpenDocument text", "application/vnd.oasis.opendocument.text", "odt");
    public static readonly FileKind OpenSheet = new("an OpenDocument spreadsheet", "application/vnd.oasis.opendocument.spreadsheet", "ods");
    public static readonly FileKind OpenSlides = new("an OpenDocument presentation", "application/vnd.oasis.opendocument.presentation", "odp");
    public static readonly FileKind Csv = new("a table in plain text", "text/csv", "csv");
    public static readonly FileKind Markdown = new("plain text", "text/markdown", "md", "markdown");
    public static readonly FileKind Text = new("plain text", "text/plain", "txt", "text", "log", "json", "tsv");

    public const string Accepted = "PDF, Word, Excel, PowerPoint and OpenDocument files, pictures (JPEG, PNG, GIF, WebP, HEIC), and plain text (TXT, CSV, MD)";

    /// <summary>For the <c>accept</c> attribute of a file field: a hint to the browser, never a check.</summary>
    public const string AcceptedEndings = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.jpg,.jpeg,.png,.gif,.webp,.heic,.txt,.csv,.md,.log,.json";

    public bool IsText => ContentType.StartsWith("text/", StringComparison.Ordinal);

    /// <summary>Whether a file of this kind may be called by a name with this ending. A name with none says nothing, so it may.</summary>
    public bool MayBeCalled(string ending) => ending.Length == 0 || Endings.Contains(ending);
}
