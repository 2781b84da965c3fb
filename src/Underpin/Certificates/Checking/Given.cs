using Underpin.Credentials;

namespace Underpin.Certificates.Checking;

/// <summary>What somebody put into the one box.</summary>
internal abstract record Given
{
    const int LongestNumber = 60;

    internal sealed record Nothing : Given;

    internal sealed record Number(string Typed) : Given;

    internal sealed record Credential(string Token) : Given;

    internal sealed record TooLarge : Given;

    /// <summary>A number, a certificate's address, or the text of a credential.</summary>
    public static Given Read(string? text)
    {
        var typed = (text ?? "").Trim();
        if (typed.Length == 0) return new Nothing();
        if (typed.Length > CredentialVerifier.MaximumTokenLength) return new TooLarge();
        if (Uri.TryCreate(typed, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && address?.Segments is [_, "certificates/", var last, ..])
            return new Number(Uri.UnescapeDataString(last.TrimEnd('/')));
        return typed.Length <= LongestNumber && !typed.Contains('.', StringComparison.Ordinal) ? new Number(typed) : new Credential(typed);
    }
}
