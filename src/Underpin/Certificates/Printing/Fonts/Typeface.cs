using Underpin.Certificates.Printing.TrueType;

namespace Underpin.Certificates.Printing.Fonts;

/// <summary>
/// Source Sans 3, carried inside the program so that a certificate looks the same on every server. See <c>OFL.txt</c>
/// beside the font files for its licence.
/// </summary>
internal static class Typeface
{
    private static readonly Lazy<TrueTypeFont> _regular = new(() => Load("SourceSans3-Regular.ttf"));
    private static readonly Lazy<TrueTypeFont> _semiBold = new(() => Load("SourceSans3-SemiBold.ttf"));

    public static TrueTypeFont Regular => _regular.Value;

    public static TrueTypeFont SemiBold => _semiBold.Value;

    private static TrueTypeFont Load(string fileName)
    {
        using var resource = typeof(Typeface).Assembly.GetManifestResourceStream("Fonts/" + fileName)
            ?? throw new InvalidOperationException($"The program was built without its font {fileName}.");
        var bytes = new byte[resource.Length];
        resource.ReadExactly(bytes);
        return new TrueTypeFont(bytes);
    }
}
