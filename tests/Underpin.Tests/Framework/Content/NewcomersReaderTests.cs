using Underpin.Framework.Content;
using Underpin.Platform.Content;
using Underpin.Tests.Qualifications.Content;

namespace Underpin.Tests.Framework.Content;

public sealed class NewcomersReaderTests
{
    const string File = ContentDirectory.NewcomersFile;

    [Fact]
    public void What_is_written_is_read()
    {
        using var content = Written();
        var page = content.Read().Content!.Newcomers;
        var item = Assert.Single(Assert.Single(page.Sections).Items);
        Assert.Equal(("The job and the way in", "desk", "7.50"), (page.Title, page.Picture.Code, item.Label));
        Assert.Equal(["EITQ-L2A"], item.Qualifications);
        Assert.Equal(new NewcomersFact(Confidence.Seen, "A paper", null, new(2026, 11, 20)), item.Fact);
        Assert.False(item.Fact!.IsProvisional);
    }

    [Fact]
    public void A_page_that_is_missing_is_told()
    {
        using var content = Written();
        content.Delete(File);
        var problem = Assert.Single(content.Problems());
        Assert.Equal((File, 1), (problem.File, problem.Line));
    }

    [Fact]
    public void Another_page_beside_it_is_told_to_be_unread()
    {
        using var content = Written();
        content.Write("newcomers/parents.yaml", "code: newcomers");
        Assert.Equal("newcomers/parents.yaml", Assert.Single(content.Problems()).File);
    }

    [Theory]
    [InlineData("code: newcomers", "code: beginners", 1, "expected newcomers")]
    [InlineData("code: desk, alt: A desk", "code: sofa, alt: A sofa", 5, "There is no drawing 'sofa'")]
    [InlineData("alt: A clock", "alt: ''", 9, "'alt' is empty")]
    [InlineData("code: the-job", "code: The Job", 7, "lower-case words")]
    [InlineData("[EITQ-L2A]", "[EITQ-L9Z]", 14, "There is no qualification EITQ-L9Z")]
    [InlineData("[EITQ-L2A]", "[EITQ-L2A, EITQ-L2A]", 14, "more than once")]
    [InlineData("text: The pay is low.", "text: The pay is low.\n        role: caretaker", 14, "There is no role caretaker")]
    [InlineData("text: The pay is low.", "text: The pay is low.\n        role: ../units/EIT205", 14, "There is no role")]
    [InlineData("https://example.org/adverts", "javascript:alert(1)", 15, "not a web address")]
    [InlineData("confidence: seen", "confidence: certain", 16, "expected seen, recalled")]
    [InlineData("checked: 2026-11-20", "checked: 2027-01-01", 18, "still to come")]
    [InlineData("        source: A paper\n", "", 12, "'source' is missing")]
    [InlineData("        confidence: seen\n", "", 12, "'confidence' is missing")]
    [InlineData("label: \"7.50\"", "lable: \"7.50\"", 12, "did you mean 'label'")]
    public void What_is_wrong_is_told_with_its_line(string old, string @new, int line, string words)
    {
        using var content = Written();
        content.Replace(File, old, @new);
        var problem = content.Problems()[0];
        Assert.Equal((File, line), (problem.File, problem.Line));
        Assert.Contains(words, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_that_says_nothing_and_one_with_the_code_of_another_are_told()
    {
        using var content = Written();
        content.Replace(File, "sections:\n", "sections:\n  - { code: the-job, title: Nothing }\n");
        var problems = content.Problems();
        Assert.Equal([7, 8], problems.Select(p => p.Line));
        Assert.Contains("says nothing", problems[0].Message, StringComparison.Ordinal);
        Assert.Contains("the-job is already the code of another section", problems[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_word_counts_in_the_hash_and_the_way_it_is_written_does_not()
    {
        using var content = Written();
        var before = content.Read().Content!.Newcomers.Hash;
        content.Replace(File, "text: The pay is low.", "text: 'The pay is low.'");
        Assert.Equal(before, content.Read().Content!.Newcomers.Hash);
        content.Replace(File, "source: A paper", "source: A newspaper");
        Assert.NotEqual(before, content.Read().Content!.Newcomers.Hash);
    }

    static ContentDirectory Written()
    {
        var content = new ContentDirectory();
        content.Replace(File, "text: The pay is low.", "text: The pay is low.\n        qualifications: [EITQ-L2A]");
        return content;
    }
}
