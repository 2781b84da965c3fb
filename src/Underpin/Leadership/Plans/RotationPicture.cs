using System.Globalization;
using System.Net;
using System.Text;
using Underpin.Leadership.Pictures;
using Underpin.Leadership.Rotation;

namespace Underpin.Leadership.Plans;

/// <summary>A plan as a timeline: a row for each duty, a bar for each time that one person holds it, with the name in it. Its table twin stands beside it in the page.</summary>
internal static class RotationPicture
{
    const int Label = 230, Column = 136, Row = 46, Head = 34, Hues = 8;

    public static string Write(RotationProblem problem, RotationPlan plan)
    {
        var (width, height) = (Label + Column * (problem.Years + 1), Head + Row * problem.Duties.Count + 6);
        var (names, hues) = (problem.People.ToDictionary(p => p.Key, p => p.Name), problem.People.Select((p, i) => (p.Key, i % Hues)).ToDictionary());
        var shadowed = Handover.Of(problem, plan).Where(h => h.NeedsShadowing).Select(h => (h.Duty, h.Year)).ToHashSet();
        var svg = new StringBuilder();
        Add($"<svg class=\"u-rotation\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" aria-label=\"Who holds which duty in which year. The table below says the same.\" xmlns=\"http://www.w3.org/2000/svg\">\n");
        for (var column = 0; column <= problem.Years; column++)
        {
            var x = Label + column * Column;
            Add($"<text class=\"u-rotation__year\" x=\"{x + 6}\" y=\"21\">{(column == 0 ? "now" : SchoolYear.Name(problem.FirstYear + column - 1))}</text>");
            Add($"<line class=\"u-rotation__line\" x1=\"{x}\" y1=\"6\" x2=\"{x}\" y2=\"{height - 4}\" />\n");
        }

        for (var i = 0; i < problem.Duties.Count; i++)
        {
            var (duty, y) = (problem.Duties[i], Head + Row * i);
            var lines = TextFit.Lines(duty.Name, 30, 2);
            for (var line = 0; line < lines.Count; line++) Add($"<text class=\"u-rotation__duty\" x=\"4\" y=\"{y + 27 + 17 * line - (lines.Count - 1) * 9}\">{Text(lines[line])}</text>");
            for (var from = 0; from <= problem.Years;)
            {
                var (holder, until) = (Holder(duty, from), from + 1);
                while (until <= problem.Years && Holder(duty, until) == holder) until++;
                Bar(Label + from * Column, y, (until - from) * Column, holder, shadowed.Contains((duty.Key, problem.FirstYear + from - 1)) && from > 0);
                from = until;
            }
        }

        return svg.Append("</svg>").ToString();

        string? Holder(RotationDuty duty, int column) => column == 0 ? duty.Holder : plan.HolderOf(duty.Key, problem.FirstYear + column - 1);

        void Bar(int x, int y, int wide, string? holder, bool afterShadowing)
        {
            Add($"<rect class=\"u-rotation__bar {(holder is null ? "u-rotation__bar--nobody" : $"u-rotation__bar--{hues[holder]}")}\" x=\"{x + 2}\" y=\"{y + 3}\" width=\"{wide - 4}\" height=\"{Row - 6}\" rx=\"4\" />");
            var name = string.Concat(TextFit.Lines(holder is null ? "nobody" : names[holder], (wide - 16) / 8, 1));
            Add($"<text class=\"u-rotation__name\" x=\"{x + 10}\" y=\"{y + (afterShadowing ? 21 : 28)}\">{Text(name)}</text>");
            if (afterShadowing) Add($"<text class=\"u-rotation__note\" x=\"{x + 10}\" y=\"{y + 36}\">after shadowing</text>");
            svg.Append('\n');
        }

        void Add(FormattableString text) => svg.Append(text.ToString(CultureInfo.InvariantCulture));
    }

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
