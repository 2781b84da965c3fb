using Underpin.Platform.Search;

namespace Underpin.Tests.Platform.Search;

public sealed class SearchQuestionTests
{
    static string Terms(string? question) => string.Join(" + ", SearchQuestion.Read(question).Terms.Select(t => string.Join(" ", t.Phrases[0])));

    [Theory]
    [InlineData("projector lamp", "projector + lamp")]
    [InlineData("how do I fix a projector", "fix + projector")]
    [InlineData("\"data protection\"", "data protection")]
    [InlineData("“access equipment” ladder", "acces equipment + ladder")]
    [InlineData("an \"unclosed quote", "unclos + quot")]
    [InlineData("lamp lamp LAMP", "lamp")]
    [InlineData("220-1201", "2201201")]
    [InlineData("NEAR(a b) OR title:x*", "near + b + titl + x")]
    [InlineData("the", "the")]
    [InlineData("*", "")]
    [InlineData("\"\" ' -- ;", "")]
    [InlineData("\0\0", "")]
    [InlineData(null, "")]
    public void A_question_is_cut_into_terms(string? question, string terms) => Assert.Equal(terms, Terms(question));

    [Fact]
    public void A_long_question_is_read_up_to_a_limit()
    {
        var question = SearchQuestion.Read(string.Join(' ', Enumerable.Range(0, 3000).Select(n => $"word{n}")));
        Assert.Equal(SearchQuestion.MostTerms, question.Terms.Count);
        Assert.True(question.Text.Length <= SearchQuestion.LongestText);
    }

    [Theory]
    [InlineData("wifi", "wireless")]
    [InlineData("projector", "display")]
    [InlineData("MIS", "management information system")]
    [InlineData("GDPR", "data protection")]
    [InlineData("2FA", "two-factor")]
    [InlineData("back up", "backup")]
    [InlineData("e-mail", "email")]
    public void Either_of_two_words_for_one_thing_asks_for_both(string one, string other)
    {
        Assert.Equal(All(one), All(other));
        static IEnumerable<string> All(string question) => Assert.Single(SearchQuestion.Read(question).Terms).Phrases.Select(p => string.Join(' ', p)).Order();
    }
}
