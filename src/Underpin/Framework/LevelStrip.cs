using System.Globalization;
using Microsoft.AspNetCore.Html;
using Underpin.Platform.Pages.Tags;

namespace Underpin.Framework;

/// <summary>
/// Levels of proficiency as a row of boxes: an outline where the competence describes the level, filled up to the level that is asked for.
/// Words stand beside it always.
/// </summary>
internal static class LevelStrip
{
    const int Width = 15, Height = 13, Step = 18;

    /// <param name="highest">The framework's highest level.</param>
    /// <param name="described">The levels that the competence describes.</param>
    /// <param name="asked">The level that a role asks for.</param>
    public static IHtmlContent Of(int highest, IReadOnlyList<int> described, int? asked = null)
    {
        var width = (highest * Step) - Step + Width + 2;
        return Element.Of("svg", "u-strip", ("viewBox", $"0 0 {width} {Height + 2}"), ("width", $"{width}"), ("height", $"{Height + 2}"), ("aria-hidden", "true"), ("focusable", "false"))
            .Containing([.. Enumerable.Range(1, highest).Select(level => Box(level, level <= asked, described.Contains(level)))]);
    }

    static IHtmlContent Box(int level, bool isFilled, bool isDescribed)
    {
        var x = ((level - 1) * Step) + 1;
        return isFilled || isDescribed
            ? Element.Of("rect", isFilled ? "u-strip__asked" : "u-strip__described", ("x", Text(x)), ("y", "1"), ("width", Text(Width)), ("height", Text(Height)), ("rx", "2"))
            : Element.Of("circle", "u-strip__none", ("cx", Text(x + (Width / 2.0))), ("cy", Text(1 + (Height / 2.0))), ("r", "1.5"));
    }

    static string Text(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
