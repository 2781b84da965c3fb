using System.Globalization;

namespace Underpin.Platform;

/// <summary>Dates and moments as readers in the United Kingdom write them.</summary>
internal static class DateWords
{
    static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"7 November 2026".</summary>
    public static string InWords(this DateOnly date) => date.ToString("d MMMM yyyy", British);

    /// <summary>The day it was in the United Kingdom: "7 November 2026".</summary>
    public static string InWords(this DateTimeOffset moment) => moment.UkDate().InWords();

    /// <summary>"7 November 2026 at 4:05pm", as a clock in the United Kingdom shows it.</summary>
    public static string MomentInWords(this DateTimeOffset moment)
    {
        var local = moment.UkLocal();
        return $"{DateOnly.FromDateTime(local).InWords()} at {local.ToString("h:mm", British)}{local.ToString("tt", British).ToLowerInvariant()}";
    }
}
