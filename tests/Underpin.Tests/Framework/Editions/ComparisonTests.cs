using Underpin.Framework.Content;
using Underpin.Framework.Editions;
using Underpin.Tests.Framework.Drafting;

namespace Underpin.Tests.Framework.Editions;

public sealed class ComparisonTests
{
    static readonly FrameworkContent Small = DraftData.Small();

    static FrameworkContent With(Func<FrameworkLine, FrameworkLine?> change, params FrameworkLine[] added) =>
        FrameworkLines.ToContent(Small, [.. FrameworkLine.Of(Small).Select(change).OfType<FrameworkLine>(), .. added]);

    [Fact]
    public void An_edition_does_not_differ_from_itself() => Assert.Equal(0, EditionComparison.Of(Small, Small).Lines);

    [Fact]
    public void A_changed_line_is_shown_with_what_it_said()
    {
        var comparison = EditionComparison.Of(Small, With(l => l.Path == "SUP-1.why" ? l with { Text = "New words." } : l));
        var part = Assert.Single(comparison.Parts);
        Assert.Equal(("SUP-1", PartChange.Changed), (part.Code, part.Change));
        Assert.Equal([new LineDifference("SUP-1.why", "A school needs SUP-1 each day.", "New words.")], part.Lines);
    }

    [Fact]
    public void A_competence_that_went_leads_to_the_one_that_takes_it_over()
    {
        var comparison = EditionComparison.Of(Small, With(l => l.Path.StartsWith("SUP-2.", StringComparison.Ordinal) ? null : l, new FrameworkLine("SUP-3.replaces", LineKind.Codes, "SUP-2")));
        Assert.Equal(["SUP-2", "SUP-3"], comparison.Parts.Select(p => p.Code));
        Assert.Equal(PartChange.Removed, comparison.Parts[0].Change);
        Assert.Equal(["SUP-3"], comparison.Parts[0].Successors);
        Assert.All(comparison.Parts[0].Lines, line => Assert.Null(line.After));
    }

    [Fact]
    public void A_duty_put_in_above_others_does_not_make_them_look_changed()
    {
        var role = Small.Roles[0];
        var later = Small with { Roles = [role with { Duties = ["Greet people", .. role.Duties] }] };
        Assert.Equal([new LineDifference("role.it-technician.duty.1", null, "Greet people")], Assert.Single(EditionComparison.Of(Small, later).Parts).Lines);
    }

    [Fact]
    public void A_duty_taken_out_is_the_only_one_that_differs()
    {
        var role = Small.Roles[0];
        var later = Small with { Roles = [role with { Duties = [role.Duties[0], role.Duties[2]] }] };
        Assert.Equal([new LineDifference("role.it-technician.duty.2", "Mend computers", null)], Assert.Single(EditionComparison.Of(Small, later).Parts).Lines);
    }

    [Fact]
    public void Words_taken_out_and_put_in_are_told_apart() => Assert.Equal(
        [new WordRun(RunKind.Same, "A school needs"), new(RunKind.Removed, "SUP-1 each"), new(RunKind.Added, "quick help every"), new(RunKind.Same, "day.")],
        WordDifference.Of("A school needs SUP-1 each day.", "A school needs quick help every day."));

    [Fact]
    public void A_text_that_is_new_is_all_put_in() => Assert.Equal([new WordRun(RunKind.Added, "All of it")], WordDifference.Of(null, "All of it"));

    [Fact]
    public void Both_texts_can_be_read_from_any_difference()
    {
        string[] texts = [.. Enumerable.Range(0, 5).SelectMany(length => Enumerable.Range(0, 1 << length).Select(bits => string.Join(' ', Enumerable.Range(0, length).Select(i => (bits >> i & 1) == 1 ? "yes" : "no"))))];
        foreach (var (before, after) in texts.SelectMany(before => texts.Select(after => (before, after))))
        {
            var runs = WordDifference.Of(before, after);
            Assert.Equal(before, Read(runs, RunKind.Removed));
            Assert.Equal(after, Read(runs, RunKind.Added));
        }

        static string Read(IEnumerable<WordRun> runs, RunKind kind) => string.Join(' ', runs.Where(r => r.Kind == RunKind.Same || r.Kind == kind).Select(r => r.Text));
    }
}
