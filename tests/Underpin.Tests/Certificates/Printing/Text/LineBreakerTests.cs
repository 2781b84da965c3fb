using FsCheck;
using FsCheck.Fluent;
using Underpin.Certificates.Printing.Text;

namespace Underpin.Tests.Certificates.Printing.Text;

public sealed class LineBreakerTests
{
    [Theory]
    [InlineData("", 5)]
    [InlineData("one", 5, "one")]
    [InlineData("one two", 5, "one ", "two")]
    [InlineData("one two", 7, "one two")]
    [InlineData("one two", 3, "one ", "two")]
    [InlineData("Smith-Jones", 6, "Smith-", "Jones")]
    [InlineData("abcdefgh", 3, "abc", "def", "gh")]
    [InlineData("a bcdefgh", 3, "a ", "bcd", "efg", "h")]
    [InlineData("abc", 0, "a", "b", "c")]
    public void Lines_break_between_words_and_inside_one_only_when_it_is_too_long(string text, double maximum, params string[] lines) =>
        Assert.Equal(lines, Break(text, maximum));

    [Fact]
    public void No_text_is_lost_and_no_line_is_too_long()
    {
        var texts = Gen.Elements('a', 'b', ' ', '-', 'w').ListOf().Select(letters => string.Concat(letters));
        var property = Prop.ForAll(texts.ToArbitrary(), Gen.Choose(1, 12).ToArbitrary(), (text, maximum) =>
        {
            var lines = Break(text, maximum);
            return string.Concat(lines) == text && lines.All(line => line.TrimEnd(' ').Length <= maximum);
        });
        property.QuickCheckThrowOnFailure();
    }

    private static List<string> Break(string text, double maximum) =>
        LineBreaker.Break([.. text.Select(letter => new TextCluster(letter.ToString(), letter.ToString(), true))], _ => 1, maximum)
            .ConvertAll(line => string.Concat(line.Select(cluster => cluster.Text)));
}
