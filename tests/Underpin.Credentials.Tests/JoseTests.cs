using System.Diagnostics;
using System.Reflection;
using System.Text.Json.Nodes;

namespace Underpin.Credentials.Tests;

/// <summary>The exported credential in the hands of npm <c>jose</c>, a program nobody here wrote.</summary>
public sealed class JoseTests
{
    private static readonly string Token = Given.Signer.Sign(Given.Certificate());

    [Fact]
    public async Task Another_program_accepts_the_exported_credential()
    {
        var (exitCode, output) = await Run(Token);

        Assert.True(exitCode == 0, output);
        var payload = JsonNode.Parse(output)!["payload"]!;
        Assert.Equal("Siân Ó Briain", payload["credentialSubject"]!["identifier"]![0]!["identityHash"]!.GetValue<string>());
        Assert.Equal(Given.Certificate().Id, payload["jti"]!.GetValue<string>());
    }

    [Fact]
    public async Task Another_program_accepts_the_published_status_list()
    {
        var (exitCode, output) = await Run(Given.Signer.Sign(Given.StatusList(4711)));

        Assert.True(exitCode == 0, output);
    }

    [Fact]
    public async Task Another_program_refuses_the_credential_after_one_changed_byte()
    {
        var middle = Token.IndexOf('.') + 500;
        var changed = Token.ToCharArray();
        changed[middle] = changed[middle] == 'A' ? 'B' : 'A';

        Assert.Equal((1, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED"), await Run(new string(changed)));
    }

    [Fact]
    public async Task Another_program_refuses_a_strangers_credential()
    {
        var token = new CredentialSigner(Given.StrangersKey, Given.IssuerId).Sign(Given.Certificate());

        Assert.Equal((1, "ERR_JWKS_NO_MATCHING_KEY"), await Run(token));
    }

    [Fact]
    public async Task Another_program_refuses_an_expired_credential() =>
        Assert.Equal((1, "ERR_JWT_EXPIRED"), await Run(Token, Given.Now.AddYears(20)));

    private static async Task<(int ExitCode, string Output)> Run(string token, DateTimeOffset? now = null)
    {
        var folder = typeof(JoseTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == "JoseFolder").Value!;
        var input = new JsonObject
        {
            ["token"] = token,
            ["jwks"] = JsonNode.Parse(IssuerDocuments.Jwks(Given.IssuerId, Given.Keys)),
            ["issuer"] = Given.IssuerId,
            ["now"] = (now ?? Given.Now).ToString("O"),
        };

        using var node = Process.Start(new ProcessStartInfo("node", "verify.mjs")
        {
            WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true,
        })!;
        await node.StandardInput.WriteAsync(input.ToJsonString());
        node.StandardInput.Close();
        var output = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, output.Trim());
    }
}
