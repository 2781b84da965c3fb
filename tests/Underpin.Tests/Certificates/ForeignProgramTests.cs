using System.Diagnostics;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Underpin.Platform;

namespace Underpin.Tests.Certificates;

/// <summary>What the site exports and serves, given to npm jose, a program that nobody here wrote.</summary>
public sealed class ForeignProgramTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task The_exported_credential_is_accepted_with_the_published_keys_and_refused_after_one_changed_byte()
    {
        var (certificate, _) = await site.Data.CertificateAsync("Siân Ŵyn-Łukasz");
        var visitor = site.Visitor();
        var token = await visitor.GetStringAsync($"/certificates/{certificate.Number}/credential");
        var keys = await visitor.GetStringAsync("/.well-known/jwks.json");
        var issuer = JsonNode.Parse(await visitor.GetStringAsync("/.well-known/did.json"))!["id"]!.GetValue<string>();

        var accepted = await JoseAsync(token, keys, issuer);
        Assert.True(accepted.Code == 0, accepted.Said);
        Assert.Contains("Siân Ŵyn-Łukasz", accepted.Said, StringComparison.Ordinal);

        // One byte in the middle of the payload, so that it is still a letter of base64url.
        var at = token.IndexOf('.', StringComparison.Ordinal) + 200;
        var changed = token[..at] + (token[at] == 'A' ? 'B' : 'A') + token[(at + 1)..];
        var refused = await JoseAsync(changed, keys, issuer);
        Assert.Equal((1, "ERR_JWS_SIGNATURE_VERIFICATION_FAILED"), (refused.Code, refused.Said));
    }

    async Task<(int Code, string Said)> JoseAsync(string token, string keys, string issuer)
    {
        var repository = Path.GetDirectoryName(Home.Find(new ConfigurationBuilder().Build()).Content)!;
        using var node = Process.Start(new ProcessStartInfo("node", "verify.mjs")
        {
            WorkingDirectory = Path.Combine(repository, "tests", "Underpin.Credentials.Tests", "Jose"),
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        await node.StandardInput.WriteAsync(new JsonObject
        {
            ["token"] = token,
            ["jwks"] = JsonNode.Parse(keys),
            ["issuer"] = issuer,
            ["now"] = site.Clock.GetUtcNow().ToString("O"),
        }.ToJsonString());
        node.StandardInput.Close();
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();
        return (node.ExitCode, said.Trim());
    }
}
