using System.Globalization;

namespace Underpin.Platform.Database;

/// <summary>What people type into a search, as a pattern for LIKE over text in small letters.</summary>
internal static class LikePattern
{
    public const string Escape = "\\";

    /// <summary>Text that has the typed one anywhere in it; signs that LIKE gives a meaning stand for themselves.</summary>
    public static string Holding(string typed) =>
        $"%{typed.Trim().Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal)}%".ToLower(CultureInfo.InvariantCulture);
}
