using Underpin.Platform.Search;

namespace Underpin.Tests.Platform.Search;

public sealed class WordingTests
{
    [Theory]
    [InlineData("managed", "manages")]
    [InlineData("managing", "manage")]
    [InlineData("policies", "policy")]
    [InlineData("copied", "copying")]
    [InlineData("switches", "switch")]
    [InlineData("planning", "plans")]
    [InlineData("installed", "installing")]
    [InlineData("accessing", "access")]
    [InlineData("organise", "organize")]
    [InlineData("organisation", "organizing")]
    [InlineData("licence", "licensing")]
    [InlineData("colour", "colors")]
    [InlineData("analyse", "analyzed")]
    [InlineData("centre", "centers")]
    [InlineData("catalogue", "catalog")]
    [InlineData("programme", "programs")]
    [InlineData("children", "child")]
    public void Two_forms_or_spellings_of_a_word_are_one(string one, string other) => Assert.Equal(Stem.Of(one), Stem.Of(other));

    [Theory]
    [InlineData("basis", "base")]
    [InlineData("speed", "spe")]
    [InlineData("ring", "r")]
    [InlineData("network", "net")]
    [InlineData("port", "portable")]
    public void Words_that_only_look_alike_stay_apart(string one, string other) => Assert.NotEqual(Stem.Of(one), Stem.Of(other));

    [Fact]
    public void Accents_case_and_apostrophes_do_not_matter() =>
        Assert.Equal(" caf teacher ecol ", Wording.Words("Café, teacher’s ÉCOLE"));

    [Theory]
    [InlineData("CompTIA 220-1201 and 220-1202", " comptia 220 1201 and 220 1202 2201201 2201202 ")]
    [InlineData("AVD-1", " avd 1 avd1 ")]
    [InlineData("Wi-Fi", " wi fi ")]
    [InlineData("", " ")]
    [InlineData("\0 ** \ud800", " ")]
    public void Codes_are_also_kept_in_one_piece(string text, string words) => Assert.Equal(words, Wording.Words(text));

    [Theory]
    [InlineData("safegaurding", "safeguarding", 1)]
    [InlineData("projecter", "projector", 1)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    public void A_swap_of_neighbours_is_one_mistake(string typed, string meant, int mistakes) => Assert.Equal(mistakes, EditDistance.Between(typed, meant));
}
