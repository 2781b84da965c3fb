using Underpin.Credentials;
using Underpin.Platform;

namespace Underpin.Certificates.Issuing;

/// <summary>
/// The signing key in a file: <c>data/keys/issuer.pem</c>, or what <c>Certificates:KeyFile</c> names. It is made at first use. Public keys used
/// before stand beside it in <c>retired/*.pem</c>. All nodes of an installation need the same file.
/// </summary>
internal sealed class FileSigningKey : ISigningKey, IDisposable
{
    readonly string _file;
    readonly Lazy<(IssuerKey Active, VerificationKeySet Published)> _keys;

    public FileSigningKey(Home home, IConfiguration settings)
    {
        _file = Path.GetFullPath(settings["Certificates:KeyFile"] ?? Path.Combine(home.Data, "keys", "issuer.pem"));
        _keys = new(Load);
    }

    public IssuerKey Active => _keys.Value.Active;

    public VerificationKeySet Published => _keys.Value.Published;

    public void Dispose()
    {
        if (_keys.IsValueCreated) _keys.Value.Active.Dispose();
    }

    (IssuerKey, VerificationKeySet) Load()
    {
        if (!File.Exists(_file)) Make();
        var active = Read(_file, text => IssuerKey.FromPem(text));
        var retired = Path.Combine(Path.GetDirectoryName(_file)!, "retired");
        var before = Directory.Exists(retired)
            ? Directory.GetFiles(retired, "*.pem").Order(StringComparer.Ordinal).Select(file => Read(file, text => VerificationKey.FromPem(text)))
            : [];
        return (active, new([.. before.Prepend(active.PublicKey).DistinctBy(key => key.Thumbprint)]));
    }

    void Make()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        // A move that must not replace is not one step on every system, so whoever makes the key does so alone.
        using var turn = WaitForTurn();
        if (File.Exists(_file)) return;
        var part = $"{_file}.{Guid.NewGuid():N}.part";
        using (var made = IssuerKey.Generate())
        using (var writer = new StreamWriter(new FileStream(part, OwnerOnly())))
            writer.Write(made.ToPem());
        File.Move(part, _file, overwrite: false);
    }

    /// <exception cref="IOException">Another process has held the turn for longer than making a key can take.</exception>
    FileStream WaitForTurn()
    {
        for (var tries = 0; ; tries++)
        {
            try
            {
                return new($"{_file}.turn", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
            }
            catch (IOException) when (tries < 500)
            {
                Thread.Sleep(20);
            }
        }
    }

    static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }

    static T Read<T>(string file, Func<string, T> read)
    {
        try
        {
            return read(File.ReadAllText(file));
        }
        catch (FormatException wrong)
        {
            throw new InvalidOperationException($"The key file {file} cannot be used. {wrong.Message}", wrong);
        }
    }
}
