using Underpin.Access;

namespace Underpin.Tests.Access;

public sealed class EmailAddressTests
{
    [Theory]
    [InlineData("ana@example.org", "ana@example.org")]
    [InlineData("  Ana.Kovac+it@Mail.Example.org ", "Ana.Kovac+it@Mail.Example.org")]
    [InlineData("o'brien@example.org", "o'brien@example.org")]
    public void An_address_is_kept_as_typed_without_the_spaces_around_it(string typed, string kept) =>
        Assert.Equal(kept, EmailAddress.Parse(typed).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    [InlineData("ana")]
    [InlineData("ana@localhost")]
    [InlineData("@example.org")]
    [InlineData("ana@@example.org")]
    [InlineData("ana@example..org")]
    [InlineData("ana@-")]
    [InlineData("a na@example.org")]
    [InlineData("ana@example.org\r\nBcc: everyone@example.org")]
    [InlineData("Ana <ana@example.org>")]
    [InlineData("ána@example.org")]
    [InlineData("a@example.org,b@example.org")]
    public void What_cannot_be_sent_to_is_refused_with_a_reason(string? typed)
    {
        Assert.False(EmailAddress.TryParse(typed, out EmailAddress address, out string problem));
        Assert.NotEmpty(problem);
        Assert.Equal(default, address);
    }

    [Fact]
    public void An_address_of_255_characters_is_too_long()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('b', 62), 4));
        var longest = $"aa@{domain}"[..EmailAddress.MaximumLength];
        Assert.True(EmailAddress.TryParse(longest, out _, out _));
        Assert.False(EmailAddress.TryParse("a" + longest, out _, out _));
    }

    [Fact]
    public void Capitals_do_not_make_another_address()
    {
        Assert.Equal(EmailAddress.Parse("Ana@Example.org"), EmailAddress.Parse("ana@example.org"));
        Assert.Equal(EmailAddress.Parse("Ana@Example.org").GetHashCode(), EmailAddress.Parse("ana@example.org").GetHashCode());
    }

    [Fact]
    public void The_normal_form_is_in_small_letters_whatever_the_language_of_the_machine()
    {
        var before = System.Globalization.CultureInfo.CurrentCulture;
        try
        {
            System.Globalization.CultureInfo.CurrentCulture = new("tr-TR");
            Assert.Equal("info@example.org", EmailAddress.Parse("INFO@Example.org").Normal);
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = before;
        }
    }
}
