using System.Buffers;
using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Underpin.Credentials.Tokens;

/// <summary>
/// A token whose signature matched a trusted key. Nothing of the payload is looked at before that: only the length, the
/// letters and the header of a stranger's text are ever interpreted.
/// </summary>
internal sealed class OpenedToken : IDisposable
{
    private static readonly Check FormPassed = new(CheckName.Form, CheckOutcome.Passed, "It is a complete certificate file.");
    private static readonly Check HeaderPassed = new(CheckName.Header, CheckOutcome.Passed, "It is signed with the method that is accepted here.");
    private static readonly Check SignaturePassed = new(CheckName.Signature, CheckOutcome.Passed, "The signature matches: not one letter has been changed since it was issued.");

    private readonly byte[] _rented;
    private readonly JsonDocument _payload;

    private OpenedToken(byte[] rented, JsonDocument payload, VerificationKey key)
    {
        _rented = rented;
        _payload = payload;
        Key = key;
    }

    public VerificationKey Key { get; }

    public JsonElement Payload => _payload.RootElement;

    public static OpenedToken? Open(ReadOnlySpan<char> text, KnownIssuer[] issuers, string? alternativeType, Checklist checks)
    {
        if (text.Length > CredentialVerifier.MaximumTokenLength)
        {
            checks.Fail(CheckName.Form, Verdict.TooLarge, $"It is longer than {CredentialVerifier.MaximumTokenLength / 1024} kilobytes. No certificate is that long.");
            return null;
        }

        text = text.Trim(" \t\r\n");
        Span<Range> parts = stackalloc Range[4];
        if (text.Split(parts, '.') != 3)
        {
            checks.Fail(CheckName.Form, Verdict.Unreadable, text.IsEmpty ? "There is nothing to check." : "It is not a signed certificate, or a part of it is missing.");
            return null;
        }

        var rented = ArrayPool<byte>.Shared.Rent(2 * text.Length);
        var opened = Open(rented, text, parts, issuers, alternativeType, checks);
        if (opened is null)
            ArrayPool<byte>.Shared.Return(rented);
        return opened;
    }

    public void Dispose()
    {
        _payload.Dispose();
        ArrayPool<byte>.Shared.Return(_rented);
    }

    private static OpenedToken? Open(
        byte[] rented, ReadOnlySpan<char> text, ReadOnlySpan<Range> parts, KnownIssuer[] issuers, string? alternativeType, Checklist checks)
    {
        var ascii = rented.AsSpan(0, text.Length);
        var room = rented.AsMemory(text.Length);
        Span<byte> signature = stackalloc byte[EcdsaPool.SignatureLength];
        if (Ascii.FromUtf16(text, ascii, out _) != OperationStatus.Done
            || !StrictBase64Url.TryDecode(ascii[parts[0]], room.Span, out var headerLength)
            || !StrictBase64Url.TryDecode(ascii[parts[1]], room.Span[headerLength..], out var payloadLength))
        {
            checks.Fail(CheckName.Form, Verdict.Unreadable, "It has letters in it that a signed certificate cannot have, or a part of it is missing.");
            return null;
        }

        if (ReadHeader(room[..headerLength], alternativeType, checks) is not { } header
            || FindKey(issuers, header, checks) is not { } key)
            return null;

        if (ascii[parts[2]].Length != Base64Url.GetEncodedLength(EcdsaPool.SignatureLength)
            || !StrictBase64Url.TryDecode(ascii[parts[2]], signature, out _)
            || !key.Verify(ascii[..parts[1].End.Value], signature))
        {
            checks.Fail(CheckName.Signature, Verdict.Changed, "The signature does not match. Something was changed after it was issued, or someone else made it.");
            return null;
        }

        checks.Note(SignaturePassed);
        var payload = Json.TryParse(room.Slice(headerLength, payloadLength));
        if (payload?.RootElement.ValueKind == JsonValueKind.Object)
            return new OpenedToken(rented, payload, key);
        payload?.Dispose();
        checks.Fail(CheckName.Shape, Verdict.NotAcceptable, "It is signed, but what is signed is not a certificate.");
        return null;
    }

    private static TokenHeader? ReadHeader(ReadOnlyMemory<byte> utf8, string? alternativeType, Checklist checks)
    {
        using var document = Json.TryParse(utf8);
        if (document is not { RootElement.ValueKind: JsonValueKind.Object })
        {
            checks.Fail(CheckName.Form, Verdict.Unreadable, "Its beginning cannot be read, so it is not a signed certificate, or it is damaged.");
            return null;
        }

        checks.Note(FormPassed);
        var header = TokenHeader.Read(document.RootElement, alternativeType, out var fault);
        if (header is null)
            checks.Fail(CheckName.Header, Verdict.NotAcceptable, fault);
        else
            checks.Note(HeaderPassed);
        return header;
    }

    private static VerificationKey? FindKey(KnownIssuer[] issuers, TokenHeader header, Checklist checks)
    {
        foreach (var issuer in issuers)
        {
            if (issuer.Trusted.Keys.Find(header.KeyId, header.EmbeddedThumbprint) is { } key)
                return key;
        }

        foreach (var issuer in issuers)
        {
            if (issuer.Trusted.Id is null && issuer.Trusted.Keys.OnlyNameless(header.KeyId, header.EmbeddedThumbprint) is { } key)
                return key;
        }

        checks.Fail(CheckName.Issuer, Verdict.UnknownIssuer, "It was signed with a key that belongs to nobody this check knows.");
        return null;
    }
}
