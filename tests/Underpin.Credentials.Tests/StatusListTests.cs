using System.Buffers.Text;
using System.IO.Compression;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;

namespace Underpin.Credentials.Tests;

public sealed class StatusListTests
{
    public static TheoryData<string, int[], string> Vectors
    {
        get
        {
            var rows = new TheoryData<string, int[], string>();
            using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Vectors", "status-lists.json")));
            foreach (var vector in file.RootElement.GetProperty("vectors").EnumerateArray())
                rows.Add(
                    vector.GetProperty("name").GetString()!,
                    [.. vector.GetProperty("set").EnumerateArray().Select(index => index.GetInt32())],
                    vector.GetProperty("encodedList").GetString()!);
            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(Vectors))]
    public void Lists_made_elsewhere_are_read_bit_by_bit(string name, int[] set, string encoded)
    {
        var list = StatusList.Decode(encoded);

        Assert.True(list.Length == StatusList.MinimumLength, name);
        Assert.Equal(set, Enumerable.Range(0, list.Length).Where(index => list[index]));
    }

    [Fact]
    public void What_was_encoded_is_decoded()
    {
        var sets = Gen.Choose(0, StatusList.MinimumLength * 2 - 1).ArrayOf();

        Prop.ForAll(sets.ToArbitrary(), set =>
        {
            var list = new StatusList(StatusList.MinimumLength * 2);
            foreach (var index in set)
                list[index] = true;
            var read = StatusList.Decode(list.Encode());
            return read.Length == list.Length && Enumerable.Range(0, read.Length).All(index => read[index] == list[index]);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(25));
    }

    [Fact]
    public void A_bit_can_be_cleared_again()
    {
        var list = new StatusList { [9] = true, [10] = true };
        list[9] = false;

        Assert.Equal([10], Enumerable.Range(0, 32).Where(index => list[index]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(StatusList.MinimumLength - 8)]
    [InlineData(StatusList.MinimumLength + 1)]
    [InlineData(StatusList.MaximumLength + 8)]
    public void A_list_of_another_length_is_not_made(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StatusList(length));

    [Theory]
    [InlineData(-1)]
    [InlineData(StatusList.MinimumLength)]
    public void A_place_outside_the_list_is_refused(int index)
    {
        var list = new StatusList();

        Assert.Throws<ArgumentOutOfRangeException>(() => list[index]);
        Assert.Throws<ArgumentOutOfRangeException>(() => list[index] = true);
    }

    [Fact]
    public void A_list_that_would_unpack_without_end_is_refused()
    {
        var bomb = Packed(new byte[64 * 1024 * 1024]);

        Assert.True(bomb.Length < 100_000);
        Assert.Contains("more than", Assert.Throws<FormatException>(() => StatusList.Decode(bomb)).Message);
    }

    [Fact]
    public void A_list_that_is_short_damaged_or_something_else_is_refused()
    {
        var whole = new StatusList { [7] = true }.Encode();
        var damaged = Base64Url.DecodeFromChars(whole.AsSpan(1));
        damaged[^6] ^= 1;
        string[] texts =
        [
            "", "u", "z" + whole[1..], whole[1..], whole + "=", whole[..^20], "uAAAA", "u" + Base64Url.EncodeToString(damaged),
            Packed(new byte[StatusList.MinimumLength / 8 - 1]),
        ];

        Assert.All(texts, text => Assert.Throws<FormatException>(() => StatusList.Decode(text)));
    }

    [Theory]
    [InlineData("AA", "AB")]
    [InlineData("AA", "AA==")]
    [InlineData("AAA", "AAB")]
    [InlineData("AAA", "AAA=")]
    [InlineData("AAAA", "AA AA")]
    [InlineData("AAAA", "AAAAA")]
    public void Text_that_another_text_could_stand_for_is_not_base64url(string proper, string twin)
    {
        Assert.Contains("incomplete", Assert.Throws<FormatException>(() => StatusList.Decode("uH4sI" + proper)).Message);
        Assert.Contains("base64url", Assert.Throws<FormatException>(() => StatusList.Decode("uH4sI" + twin)).Message);
    }

    [Fact]
    public void A_published_list_is_verified_and_answers()
    {
        var token = Given.Signer.Sign(Given.StatusList(4711) with { ValidUntil = Given.Now.AddDays(1) });
        var result = Given.Verifier().VerifyStatusList(token);

        Assert.True(result.IsValid);
        Assert.Equal(StatusState.Revoked, result.StatusList!.Lookup(new StatusListEntry { ListUrl = Given.ListUrl, Index = 4711 }));
        Assert.Equal(StatusState.Clear, result.StatusList.Lookup(new StatusListEntry { ListUrl = Given.ListUrl, Index = 4712 }));
    }

    [Fact]
    public void A_published_list_has_what_its_class_requires()
    {
        var payload = Given.PayloadOf(Given.Signer.Sign(Given.StatusList()));
        var subject = payload["credentialSubject"]!;

        Assert.Equal("""["VerifiableCredential","BitstringStatusListCredential"]""", payload["type"]!.ToJsonString());
        Assert.Equal(Given.ListUrl, payload["id"]!.GetValue<string>());
        Assert.Equal(Given.IssuerId, payload["issuer"]!.GetValue<string>());
        Assert.Equal("BitstringStatusList", subject["type"]!.GetValue<string>());
        Assert.Equal("revocation", subject["statusPurpose"]!.GetValue<string>());
        Assert.StartsWith("uH4sI", subject["encodedList"]!.GetValue<string>());
    }

    [Fact]
    public void The_longest_list_that_compresses_worst_still_fits_in_a_token()
    {
        var random = new Random(1);
        var list = new StatusList(StatusList.MaximumLength);
        for (var index = 0; index < list.Length; index++)
            list[index] = random.Next(2) == 1;

        Assert.True(Given.Verifier().VerifyStatusList(Given.Signer.Sign(Given.StatusList() with { List = list })).IsValid);
    }

    [Fact]
    public void A_list_from_a_stranger_changed_or_out_of_date_is_not_used()
    {
        var dated = Given.StatusList() with { ValidUntil = Given.Now };
        var changed = Given.Signer.Sign(Given.StatusList()).ToCharArray();
        changed[700] = changed[700] == 'A' ? 'B' : 'A';

        AssertNotUsed(new string(changed), Verdict.Changed);
        AssertNotUsed(new CredentialSigner(Given.StrangersKey, Given.IssuerId).Sign(Given.StatusList()), Verdict.UnknownIssuer);
        AssertNotUsed(Given.Signer.Sign(dated), Verdict.Expired);
        AssertNotUsed(Given.Signer.Sign(Given.StatusList() with { ValidFrom = Given.Now.AddSeconds(1) }), Verdict.NotYetValid);
        AssertNotUsed(Given.Signer.Sign(Given.Certificate()), Verdict.NotAcceptable);
        AssertNotUsed("nothing", Verdict.Unreadable);
    }

    [Theory]
    [InlineData("type")]
    [InlineData("statusPurpose")]
    [InlineData("encodedList")]
    public void A_list_without_a_required_part_is_not_used(string name)
    {
        var payload = Given.PayloadOf(Given.Signer.Sign(Given.StatusList()));
        payload["credentialSubject"]!.AsObject().Remove(name);

        AssertNotUsed(Given.SignedText(payload.ToJsonString()), Verdict.NotAcceptable);
    }

    [Fact]
    public void A_certificate_is_not_a_list_and_a_list_is_not_a_certificate() =>
        Assert.Equal(Verdict.NotAcceptable, Given.Verify(Given.Signer.Sign(Given.StatusList())).Verdict);

    private static void AssertNotUsed(string token, Verdict verdict)
    {
        var result = Given.Verifier().VerifyStatusList(token);
        Assert.Equal(verdict, result.Verdict);
        Assert.Null(result.StatusList);
        Assert.NotEmpty(result.Summary);
    }

    private static string Packed(byte[] bits)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(bits);
        return "u" + Base64Url.EncodeToString(packed.ToArray());
    }
}
