using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Underpin.Framework.Exchange;

/// <summary>Carries an uploaded package from the page that took it to the one that asks whether to import it. Sealed: nobody can name a file that they did not send.</summary>
internal sealed class KeptPackages(IDataProtectionProvider protection)
{
    readonly IDataProtector _protector = protection.CreateProtector("Underpin.Framework.Exchange.KeptPackages");

    public string Seal(Guid organisation, string hash) => _protector.Protect($"{organisation}/{hash}");

    /// <summary>The hash; null when this was not sealed for the organisation.</summary>
    public string? Open(Guid organisation, string? kept)
    {
        if (string.IsNullOrEmpty(kept) || kept.Length > 1000) return null;
        try
        {
            return _protector.Unprotect(kept).Split('/') is [var whose, var hash] && whose == organisation.ToString() ? hash : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
