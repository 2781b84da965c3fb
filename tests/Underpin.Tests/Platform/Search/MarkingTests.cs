using Underpin.Platform.Search;

namespace Underpin.Tests.Platform.Search;

public sealed class MarkingTests
{
    static Marking Of(string question) => new(SearchQuestion.Read(question).Terms);

    [Fact]
    public void Only_the_marks_are_ours() =>
        Assert.Equal("&lt;script&gt;<mark>lamp</mark>&lt;/script&gt; &lt;mark&gt; &amp; <mark>Lamps</mark>", Of("lamp").Whole("<script>lamp</script> <mark> & Lamps"));

    [Fact]
    public void A_phrase_is_marked_as_one() =>
        Assert.Equal("The <mark>management information system</mark> and other information", Of("MIS").Whole("The management information system and other information"));

    [Fact]
    public void A_snippet_shows_the_part_that_has_most_of_the_words()
    {
        var text = string.Concat(Enumerable.Repeat("Nothing is said here of it. ", 30)) + "A lamp is dim. " + string.Concat(Enumerable.Repeat("More of nothing. ", 30)) + "Renew the lamp and clean the filter. " + string.Concat(Enumerable.Repeat("The end. ", 40));
        var snippet = Of("lamp filter").Snippet(text);
        Assert.Contains("Renew the <mark>lamp</mark> and clean the <mark>filter</mark>", snippet, StringComparison.Ordinal);
        Assert.StartsWith("… ", snippet, StringComparison.Ordinal);
        Assert.EndsWith(" …", snippet, StringComparison.Ordinal);
        Assert.InRange(snippet.Length, 100, 400);
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("<b>")]
    public void A_text_without_the_words_is_shown_from_its_start(string text) =>
        Assert.Equal(text.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal), Of("projector").Snippet(text));

    [Fact]
    public void A_text_without_spaces_is_cut_all_the_same()
    {
        Assert.InRange(Of("lamp").Snippet(new string('x', 5000)).Length, 200, 240);
        Assert.DoesNotContain("\ufffd", Of("lamp").Snippet(string.Concat(Enumerable.Repeat("😀", 3000))), StringComparison.Ordinal);
    }
}
