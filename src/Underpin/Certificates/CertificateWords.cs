using Underpin.Platform;

namespace Underpin.Certificates;

/// <summary>Waiting times as the room's pages write them.</summary>
internal static class CertificateWords
{
    /// <summary>"today", "1 day", "12 days".</summary>
    public static string WaitingSince(this DateOnly today, DateTimeOffset since) => (today.DayNumber - since.UkDate().DayNumber) switch
    {
        <= 0 => "since today",
        1 => "1 day",
        var days => $"{days} days",
    };
}
