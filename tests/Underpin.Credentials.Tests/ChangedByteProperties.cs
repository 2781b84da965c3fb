using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Underpin.Credentials.Tests;

public sealed class ChangedByteProperties
{
    private static readonly string Token = Given.Signer.Sign(Given.Certificate());

    [Fact]
    public void One_changed_byte_anywhere_in_the_token_is_never_accepted()
    {
        var changes =
            from position in Gen.Choose(0, Token.Length - 1)
            from value in Gen.Choose(0, 255)
            where value != Token[position]
            select (position, value);

        Prop.ForAll(changes.ToArbitrary(), change => !Given.Verify(Changed(change.position, (char)change.value)).IsValid)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));
    }

    [Fact]
    public void Every_position_is_protected()
    {
        for (var position = 0; position < Token.Length; position++)
            Assert.False(Given.Verify(Changed(position, Token[position] == 'A' ? 'B' : 'A')).IsValid);
    }

    [Fact]
    public void No_text_makes_the_verifier_throw()
    {
        var parts =
            from header in TextOf(ArbMap.Default.GeneratorFor<byte[]>())
            from payload in TextOf(ArbMap.Default.GeneratorFor<byte[]>())
            select $"{header}.{payload}.{Token.Split('.')[2]}";

        Prop.ForAll(Gen.OneOf(parts, ArbMap.Default.GeneratorFor<string>()).ToArbitrary(), text => !Given.Verify(text).IsValid)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void No_signed_text_makes_the_verifier_throw()
    {
        var payload = Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(Token.Split('.')[1]));
        var changes =
            from position in Gen.Choose(0, payload.Length - 1)
            from insert in Gen.Elements("\"", "{", "}", "[", "]", ",", ":", "\\", "\\u", "\\ud800", "null", "1e9", "0", "-", "\0", "\"x\":", "é")
            from remove in Gen.Choose(0, 3)
            select payload.Remove(position, Math.Min(remove, payload.Length - position)).Insert(position, insert);

        Prop.ForAll(changes.ToArbitrary(), text => Given.Verify(Given.SignedText(text)).Checks.Count == Enum.GetValues<CheckName>().Length)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    private static string Changed(int position, char value) =>
        string.Concat(Token.AsSpan(0, position), [value], Token.AsSpan(position + 1));

    private static Gen<string> TextOf(Gen<byte[]> bytes) =>
        bytes.Select(value => System.Buffers.Text.Base64Url.EncodeToString(value ?? []));
}
