using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Underpin.Credentials;

namespace Underpin.Bench;

/// <summary>Signing and verifying a whole certificate against the platform's ECDSA operation on the very same bytes.</summary>
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory), CategoriesColumn]
public class CredentialBenchmarks : IDisposable
{
    const string Address = "https://council.example";
    readonly IssuerKey _key = IssuerKey.Generate();
    readonly ECDsa _raw = ECDsa.Create();
    CredentialSigner _signer = null!;
    CredentialVerifier _verifier = null!;
    AchievementCredential _credential = null!;
    string _token = "";
    byte[] _signed = [], _signature = [];

    [GlobalSetup]
    public void Prepare()
    {
        var issuer = DidWeb.FromOrigin(Address).Value;
        _raw.ImportFromPem(_key.ToPem());
        _signer = new(_key, issuer);
        _verifier = new(new TrustedIssuer { Id = issuer, Name = "Council", Keys = new VerificationKeySet(_key.PublicKey) });
        _credential = new()
        {
            Id = $"{Address}/certificates/UP-4T7W-X2M9-KDR",
            Issuer = new() { Id = issuer, Name = "Council", Url = Address },
            Holder = Holder.Create(Guid.CreateVersion7(), "Siân Ŵyn-Łukasz"),
            Achievement = new()
            {
                Id = $"{Address}/qualifications/EITQ-L3C",
                Type = AchievementTypes.Certificate,
                Name = "Level 3 Certificate for School IT Technicians",
                Description = "Every holder can work safely in a school, bring its systems back, and keep it safe from everyday attack.",
                Criteria = new() { Id = $"{Address}/qualifications/EITQ-L3C", Narrative = "24 credits by the rule of combination." },
                Alignments = [.. Enumerable.Range(1, 8).Select(i => new Alignment { TargetName = $"Unit {i}: keep a part of the school running", TargetUrl = $"{Address}/units/EIT30{i}", TargetCode = $"EIT30{i}" })],
            },
            ValidFrom = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero),
            AwardedDate = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero),
            CertificateNumber = "UP-4T7W-X2M9-KDR",
            Status = new() { ListUrl = $"{Address}/certificates/status/1", Index = 4711 },
        };
        _token = _signer.Sign(_credential);
        var dot = _token.LastIndexOf('.');
        _signed = Encoding.ASCII.GetBytes(_token[..dot]);
        _signature = System.Buffers.Text.Base64Url.DecodeFromChars(_token.AsSpan(dot + 1));
        if (!_verifier.Verify(_token).IsValid || !VerifyRaw()) throw new InvalidOperationException("What is measured does not verify.");
    }

    [Benchmark(Baseline = true, Description = "platform ECDSA P-256 sign"), BenchmarkCategory("Sign")]
    public byte[] SignRaw() => _raw.SignData(_signed, HashAlgorithmName.SHA256);

    [Benchmark(Description = "whole credential: build and sign"), BenchmarkCategory("Sign")]
    public string SignCredential() => _signer.Sign(_credential);

    [Benchmark(Baseline = true, Description = "platform ECDSA P-256 verify"), BenchmarkCategory("Verify")]
    public bool VerifyRaw() => _raw.VerifyData(_signed, _signature, HashAlgorithmName.SHA256);

    [Benchmark(Description = "whole credential: parse and every check"), BenchmarkCategory("Verify")]
    public bool VerifyCredential() => _verifier.Verify(_token).IsValid;

    [GlobalCleanup]
    public void Dispose()
    {
        _key.Dispose();
        _raw.Dispose();
    }
}
