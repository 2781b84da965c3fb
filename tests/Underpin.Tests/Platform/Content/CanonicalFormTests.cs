using Underpin.Platform.Content;

namespace Underpin.Tests.Platform.Content;

public sealed class CanonicalFormTests
{
    [Fact]
    public void The_hash_is_SHA_256_of_the_form_and_never_changes()
    {
        // printf 'title=3:abc\nitems[1\n{\n=1:x\n}\n' | sha256sum
        Assert.Equal(
            "ed6c03ccabb446efad735bed351bdffbc74741a9591f98969568adba04c9db12",
            new CanonicalForm().Add("title", "abc").Add("items", ["x"]).Hash());
    }

    [Fact]
    public void What_is_absent_empty_or_false_leaves_the_hash_alone() => Assert.Equal(
        new CanonicalForm().Add("a", "1").Hash(),
        new CanonicalForm().Add("a", "1").Add("b", "").Add("c", (int?)null).Add("d", false).Add("e", []).Hash());

    [Fact]
    public void A_text_cannot_pass_for_a_structure()
    {
        Assert.NotEqual(new CanonicalForm().Add("a", "1\nb=1:2").Hash(), new CanonicalForm().Add("a", "1").Add("b", "2").Hash());
        Assert.NotEqual(new CanonicalForm().Add("a", ["1", "2"]).Hash(), new CanonicalForm().Add("a", ["1"]).Add("a", ["2"]).Hash());
    }
}
