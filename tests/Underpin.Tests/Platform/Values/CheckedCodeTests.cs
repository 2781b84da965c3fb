using FsCheck;
using FsCheck.Fluent;
using Underpin.Platform.Values;

namespace Underpin.Tests.Platform.Values;

public sealed class CheckedCodeTests
{
    private static readonly Gen<string> Codes =
        from length in Gen.Choose(1, CheckedCode.MaximumLength - 1)
        from characters in Gen.Elements(CheckedCode.Alphabet.ToCharArray()).ArrayOf(length)
        select new string(characters) + CheckedCode.CheckCharacter(characters);

    [Fact]
    public void A_check_character_worked_out_by_hand_is_the_one_computed()
    {
        // Weights from the right: alpha = 2, alpha^2 = 4. 3 x 4 = 12 and 1 x 2 = 2, without carries 12 xor 2 = 14, which is E.
        Assert.Equal('E', CheckedCode.CheckCharacter("31"));
        // 16 x 2 = 32 is one place too many: 32 xor 37 = 5.
        Assert.Equal('5', CheckedCode.CheckCharacter("G"));
    }

    [Fact]
    public void Every_change_of_one_character_is_caught() =>
        Prop.ForAll(Codes.ToArbitrary(), code =>
        {
            foreach (var position in Enumerable.Range(0, code.Length))
                foreach (var other in CheckedCode.Alphabet.Where(other => other != code[position]))
                {
                    var changed = code.ToCharArray();
                    changed[position] = other;
                    Assert.False(CheckedCode.HasRightCheckCharacter(changed));
                }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_exchange_of_two_unequal_characters_is_caught_wherever_they_stand() =>
        Prop.ForAll(Codes.ToArbitrary(), code =>
        {
            for (var first = 0; first < code.Length; first++)
                for (var second = first + 1; second < code.Length; second++)
                {
                    var changed = code.ToCharArray();
                    (changed[first], changed[second]) = (changed[second], changed[first]);
                    Assert.Equal(code[first] == code[second], CheckedCode.HasRightCheckCharacter(changed));
                }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void In_the_longest_code_every_pair_of_characters_exchanged_at_every_pair_of_positions_is_caught()
    {
        // The sum is linear, so a code of zeros but for two characters stands for every code with those two.
        for (var first = 0; first < CheckedCode.MaximumLength - 1; first++)
            for (var second = first + 1; second < CheckedCode.MaximumLength - 1; second++)
                foreach (var one in CheckedCode.Alphabet)
                    foreach (var other in CheckedCode.Alphabet.Where(other => other != one))
                    {
                        var code = new string('0', CheckedCode.MaximumLength - 1).ToCharArray();
                        (code[first], code[second]) = (one, other);
                        var check = CheckedCode.CheckCharacter(code);
                        (code[first], code[second]) = (other, one);
                        Assert.NotEqual(check, CheckedCode.CheckCharacter(code));
                    }
    }

    [Fact]
    public void A_new_code_has_its_length_its_alphabet_and_its_check_character()
    {
        var codes = Enumerable.Range(0, 1000).Select(_ => CheckedCode.Create(11)).ToList();
        Assert.All(codes, code => Assert.Equal(11, code.Length));
        Assert.All(codes, code => Assert.True(CheckedCode.HasRightCheckCharacter(code)));
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal(CheckedCode.Alphabet.Order(), codes.SelectMany(code => code).Distinct().Order());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(32)]
    public void A_code_of_a_length_that_cannot_be_checked_is_not_made(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CheckedCode.Create(length));

    [Theory]
    [InlineData("")]
    [InlineData("ILO")]
    [InlineData("abc")]
    [InlineData("0000000000000000000000000000000")]
    public void A_check_character_is_computed_only_for_characters_of_the_alphabet(string characters) =>
        Assert.Throws<ArgumentException>(() => CheckedCode.CheckCharacter(characters));
}
