namespace Underpin.Certificates.Printing.Text;

/// <summary>
/// What a reader sees as one character: a letter with its marks, a whole emoji. It is printed whole or not at all.
/// </summary>
/// <param name="Text">The characters themselves, as software should read them.</param>
/// <param name="Drawn">The characters whose glyphs are drawn: the same, or a box where the font lacks them.</param>
/// <param name="IsCovered">False where a box stands in.</param>
internal readonly record struct TextCluster(string Text, string Drawn, bool IsCovered)
{
    public bool IsSpace => Drawn == " ";

    public bool AllowsBreakAfter => Drawn is " " or "-" or "–" or "—" or "/";
}
