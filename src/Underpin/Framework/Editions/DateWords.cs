using System.Globalization;
using Underpin.Platform;

namespace Underpin.Framework.Editions;

internal static class DateWords
{
    public static string InWords(this DateOnly date) => date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    public static string InWords(this DateTimeOffset moment) => moment.UkDate().InWords();
}
