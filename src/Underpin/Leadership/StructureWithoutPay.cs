using Underpin.Leadership.Catalogue;
using Underpin.Leadership.Structure;

namespace Underpin.Leadership;

/// <summary>Takes pay out of a structure, for everybody who may see who leads and not what anybody earns.</summary>
internal static class StructureWithoutPay
{
    static readonly string[] AboutPay = [ThresholdCodes.SeniorCostShareMost];

    /// <summary>Whether a threshold bounds pay.</summary>
    public static bool IsAboutPay(string threshold) => AboutPay.Contains(threshold);

    /// <summary>The structure without salaries, pay points, on-costs, working shares of posts, costs of schools and thresholds about cost. Spending limits stay: they are an authority, not a pay.</summary>
    public static SchoolStructure Of(SchoolStructure structure) => structure with
    {
        OnCostsPercent = null,
        PayPoints = new Dictionary<string, decimal>(),
        Schools = [.. structure.Schools.Select(school => school with { StaffCost = null })],
        Posts = [.. structure.Posts.Select(post => post with { Salary = null, PayPoint = null, OnCostsPercent = null, Fte = 1 })],
        Thresholds = structure.Thresholds.Where(own => !IsAboutPay(own.Key)).ToDictionary(own => own.Key, own => own.Value),
    };
}
