using System.Globalization;

namespace Underpin.Leadership.Review;

/// <summary>Words of the governors' paper.</summary>
internal static class LeadershipPaper
{
    /// <summary>What the senior team costs, and how much of it is not known.</summary>
    public static string Pounds(Total total) =>
        total.Cost == 0 && total.Unpaid > 0 ? "no pay on record"
        : string.Create(CultureInfo.InvariantCulture, $"£{total.Cost:N0}{(total.Unpaid == 0 ? "" : $", without {Words.Count(total.Unpaid, "post")} whose pay is not on record")}");
}
