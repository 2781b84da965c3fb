using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Underpin.Credentials.Tokens;

/// <summary>
/// Lends P-256 operations to many threads. The platform does not promise that one <see cref="ECDsa"/> may be used by two
/// threads at once, and making one for each signature costs more than the signature; so idle ones are kept. There are
/// never more than there were threads at work at the busiest moment.
/// </summary>
internal sealed class EcdsaPool : IDisposable
{
    public const int SignatureLength = 64;

    private readonly ConcurrentBag<ECDsa> _idle = [];
    private readonly ECParameters _parameters;
    private volatile bool _disposed;

    /// <exception cref="CryptographicException">The parameters are not a point, or not a key, of the curve.</exception>
    public EcdsaPool(ECParameters parameters)
    {
        _parameters = parameters;
        _idle.Add(ECDsa.Create(parameters));
    }

    public void Sign(ReadOnlySpan<byte> data, Span<byte> signature)
    {
        var ecdsa = Take();
        var signed = ecdsa.TrySignData(
            data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation, out var written);
        GiveBack(ecdsa);
        if (!signed || written != SignatureLength)
            throw new CryptographicException("The platform made a signature of an unexpected length.");
    }

    public bool Verify(ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        var ecdsa = Take();
        var matches = ecdsa.VerifyData(
            data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        GiveBack(ecdsa);
        return matches;
    }

    public T Use<T>(Func<ECDsa, T> work)
    {
        var ecdsa = Take();
        var result = work(ecdsa);
        GiveBack(ecdsa);
        return result;
    }

    public void Dispose()
    {
        _disposed = true;
        while (_idle.TryTake(out var ecdsa))
            ecdsa.Dispose();
        if (_parameters.D is { } secret)
            CryptographicOperations.ZeroMemory(secret);
    }

    private ECDsa Take()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _idle.TryTake(out var ecdsa) ? ecdsa : ECDsa.Create(_parameters);
    }

    private void GiveBack(ECDsa ecdsa)
    {
        if (_disposed)
            ecdsa.Dispose();
        else
            _idle.Add(ecdsa);
    }
}
