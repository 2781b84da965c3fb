using Microsoft.Extensions.Configuration;
using Underpin.Certificates.Issuing;
using Underpin.Credentials;
using Underpin.Platform;

namespace Underpin.Tests.Certificates.Issuing;

public sealed class FileSigningKeyTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("underpin-key-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    string KeyFile => Path.Combine(_folder, "data", "keys", "issuer.pem");

    FileSigningKey Open(string? file = null) => new(new Home(_folder, _folder),
        new ConfigurationBuilder().AddInMemoryCollection([new("Certificates:KeyFile", file)]).Build());

    [Fact]
    public void The_key_is_made_at_first_use_for_its_owner_alone_and_kept()
    {
        using var first = Open();
        Assert.False(File.Exists(KeyFile));
        var made = first.Active.PublicKey.Thumbprint;
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(KeyFile) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        using var second = Open();
        Assert.Equal(made, second.Active.PublicKey.Thumbprint);
        Assert.Equal("issuer.pem", Path.GetFileName(Assert.Single(Directory.GetFiles(Path.GetDirectoryName(KeyFile)!))));
    }

    [Fact]
    public void Processes_that_start_at_once_agree_on_one_key()
    {
        var keys = Enumerable.Range(0, 8).Select(_ => Open()).ToList();
        var thumbprints = new string[keys.Count];
        Parallel.For(0, keys.Count, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => thumbprints[i] = keys[i].Active.PublicKey.Thumbprint);
        Assert.Single(thumbprints.Distinct());
        Assert.Single(Directory.GetFiles(Path.GetDirectoryName(KeyFile)!));
        keys.ForEach(k => k.Dispose());
    }

    [Fact]
    public void Keys_used_before_stay_published_after_the_one_in_use()
    {
        using var before = IssuerKey.Generate();
        Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(KeyFile)!, "retired"));
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(KeyFile)!, "retired", "2025.pem"), before.PublicKey.ToPem());
        using var key = Open();
        Assert.Equal([key.Active.PublicKey.Thumbprint, before.PublicKey.Thumbprint], key.Published.Select(k => k.Thumbprint));
    }

    [Fact]
    public void A_setting_names_another_file()
    {
        var elsewhere = Path.Combine(_folder, "elsewhere.pem");
        using var given = IssuerKey.Generate();
        File.WriteAllText(elsewhere, given.ToPem());
        using var key = Open(elsewhere);
        Assert.Equal(given.PublicKey.Thumbprint, key.Active.PublicKey.Thumbprint);
    }

    [Fact]
    public void A_file_that_is_no_private_key_is_named()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(KeyFile)!);
        File.WriteAllText(KeyFile, "not a key");
        using var key = Open();
        Assert.Contains(KeyFile, Assert.Throws<InvalidOperationException>(() => key.Active).Message, StringComparison.Ordinal);
    }
}
