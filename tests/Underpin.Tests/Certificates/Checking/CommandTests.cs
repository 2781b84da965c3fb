using System.Text;
using System.Text.Json;
using Underpin.Certificates;
using Underpin.Certificates.Checking;
using Underpin.Credentials;

namespace Underpin.Tests.Certificates.Checking;

public sealed class CommandTests(TestSite site) : IClassFixture<TestSite>, IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("underpin-command-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    string FileOf(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    async Task<(int Exit, string Output, string Errors)> VerifyAsync(string[] args, Stream? input = null, bool offline = false)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await VerifyCommand.RunAsync(args, () => offline ? throw new InvalidOperationException("An offline check opened the database.") : site.Services, site.Clock, input ?? Stream.Null, output, errors);
        return (exit, output.ToString(), errors.ToString());
    }

    async Task<(int Exit, string Output, string Errors)> ExportAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await CertificateCommand.ExportAsync(args, site.Services, output, errors);
        return (exit, output.ToString(), errors.ToString());
    }

    [Fact]
    public async Task What_is_exported_verifies_here_and_offline_with_each_kind_of_key()
    {
        var (certificate, _) = await site.Data.CertificateAsync();
        var (exit, token, _) = await ExportAsync(certificate.Number.ToString());
        Assert.Equal(0, exit);
        Assert.Equal(certificate.Credential, token.Trim());

        var file = FileOf("credential.jwt", token);
        var here = await VerifyAsync([file]);
        Assert.Equal((0, ""), (here.Exit, here.Errors));
        Assert.StartsWith("Yes, this certificate is real", here.Output, StringComparison.Ordinal);

        var jwks = await site.Visitor().GetStringAsync("/.well-known/jwks.json");
        var key = VerificationKeySet.Parse(jwks)[0];
        foreach (var text in new[] { jwks, key.ToJwk(), key.ToPem(), await site.Visitor().GetStringAsync("/.well-known/did.json") })
        {
            var offline = await VerifyAsync([file, "--key", FileOf("key", text)], offline: true);
            Assert.Equal((0, ""), (offline.Exit, offline.Errors));
            Assert.StartsWith("Yes: ", offline.Output, StringComparison.Ordinal);
            Assert.Contains("not checked  Revocation", offline.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Offline_the_status_list_tells_of_a_revocation()
    {
        var (certificate, enrolment) = await site.Data.CertificateAsync();
        var key = FileOf("jwks.json", await site.Visitor().GetStringAsync("/.well-known/jwks.json"));
        var file = FileOf("credential.jwt", certificate.Credential);
        var clear = FileOf("clear.jwt", await site.Visitor().GetStringAsync("/certificates/status/1"));
        Assert.Equal(0, (await VerifyAsync([file, "--key", key, "--status", clear], offline: true)).Exit);

        await site.Data.RevokeAsync(certificate, await site.Data.OfficerAsync(enrolment));
        var revoked = FileOf("revoked.jwt", await site.Visitor().GetStringAsync("/certificates/status/1"));
        var answer = await VerifyAsync([file, "--key", key, "--status", revoked, "--json"], offline: true);
        Assert.Equal(1, answer.Exit);
        var json = JsonSerializer.Deserialize<JsonElement>(answer.Output);
        Assert.False(json.GetProperty("valid").GetBoolean());
        Assert.Equal("Revoked", json.GetProperty("answer").GetString());

        var here = await VerifyAsync([file]);
        Assert.Equal(1, here.Exit);
        Assert.StartsWith("No, this certificate has been revoked", here.Output, StringComparison.Ordinal);
        Assert.Contains("note that", (await ExportAsync(certificate.Number.ToString())).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_credential_is_a_no_from_standard_input_too()
    {
        var (certificate, _) = await site.Data.CertificateAsync();
        var middle = certificate.Credential.Length / 2;
        var changed = certificate.Credential[..middle] + (certificate.Credential[middle] == 'A' ? 'B' : 'A') + certificate.Credential[(middle + 1)..];
        var answer = await VerifyAsync(["-"], new MemoryStream(Encoding.ASCII.GetBytes(changed)));
        Assert.Equal(1, answer.Exit);
        Assert.Contains("FAILED       Signature", answer.Output, StringComparison.Ordinal);
    }

    sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Given += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }

    [Fact]
    public async Task Ten_megabytes_are_refused_by_size_and_an_endless_input_is_not_read_to_its_end()
    {
        var large = await VerifyAsync([FileOf("large.jwt", new string('e', 10_000_000))]);
        Assert.Equal(2, large.Exit);
        Assert.Contains("256 KiB", large.Errors, StringComparison.Ordinal);
        await using var endless = new Endless();
        Assert.Equal(2, (await VerifyAsync(["-"], endless)).Exit);
        Assert.InRange(endless.Given, 1, 256 * 1024 + 1);
    }

    public static TheoryData<string[]> BadVerify => [[], ["a", "b"], ["--key"], ["x", "--colour"], ["/nowhere/at/all.jwt"]];

    [Theory]
    [MemberData(nameof(BadVerify))]
    public async Task Bad_arguments_are_one_line_and_exit_2(string[] args)
    {
        var answer = await VerifyAsync(args);
        Assert.Equal((2, ""), (answer.Exit, answer.Output));
        Assert.Single(answer.Errors.TrimEnd().Split('\n'));
        Assert.StartsWith("underpin: verify: ", answer.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_or_list_that_is_none_is_bad_input()
    {
        var (certificate, _) = await site.Data.CertificateAsync();
        var file = FileOf("credential.jwt", certificate.Credential);
        var key = FileOf("jwks.json", await site.Visitor().GetStringAsync("/.well-known/jwks.json"));
        Assert.Equal(2, (await VerifyAsync([file, "--key", FileOf("no-key", "hello")])).Exit);
        Assert.Equal(2, (await VerifyAsync([file, "--key", key, "--status", file])).Exit);
        Assert.Equal(2, (await VerifyAsync([file, "--status", file])).Exit);
    }

    [Fact]
    public async Task An_export_tells_a_bad_number_from_an_unknown_one()
    {
        Assert.Equal(1, (await ExportAsync(CertificateNumber.Create().ToString())).Exit);
        Assert.Equal(2, (await ExportAsync("UP-1234")).Exit);
        Assert.Equal(2, (await ExportAsync()).Exit);
    }
}
