using Underpin.Platform;

namespace Underpin.Certificates;

internal static class CertificateRules
{
    public const int LongestReason = 1000;

    /// <param name="what">"the claim is refused"</param>
    public static Refusal? Reason(string reason, string what) =>
        string.IsNullOrWhiteSpace(reason) ? new ReasonMissing(what)
        : reason.Trim().Length > LongestReason ? new ReasonOverlong(reason.Trim().Length)
        : null;
}
