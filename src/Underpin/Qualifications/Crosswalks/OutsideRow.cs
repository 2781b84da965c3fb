using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Underpin.Qualifications.Crosswalks;

/// <summary>An outside thing that covers some of one thing of ours.</summary>
internal sealed record OutsideRow(string Crosswalk, string CrosswalkTitle, string Reference, string Title, OutsideStatus Status, string Confidence, DateOnly Checked, Extent Extent, string Reason)
{
    public string Href => $"/crosswalks/{Crosswalk}#{CrosswalkWords.Anchor(Reference)}";
    public bool IsProvisional => Confidence is not ("seen" or "derived");

    /// <summary>All that covers the unit, competence or qualification; those that cover most come first.</summary>
    public static async Task<IReadOnlyList<OutsideRow>> TouchingAsync(UnderpinDb db, string code, CancellationToken cancel) =>
        [.. (await db.CrosswalkMaps.Where(m => m.To == code)
            .Join(db.CrosswalkItems, m => m.ItemId, i => i.Id, (m, i) => new { Map = m, Item = i })
            .Join(db.Crosswalks, x => x.Item.CrosswalkId, c => c.Id, (x, c) => new OutsideRow(c.Code, c.Title, x.Item.Reference, x.Item.Title, x.Item.Status, x.Item.Confidence, x.Item.Checked, x.Map.Extent, x.Map.Reason))
            .ToListAsync(cancel)).OrderBy(r => r.Extent).ThenBy(r => r.CrosswalkTitle, StringComparer.Ordinal).ThenBy(r => r.Reference, StringComparer.Ordinal)];
}

/// <summary>The words of crosswalks as people read them.</summary>
internal static class CrosswalkWords
{
    public static string Of(Extent extent) => extent switch { Extent.Full => "all of", Extent.Most => "most of", _ => "part of" };

    public static string Of(CrosswalkKind kind) => kind switch
    {
        CrosswalkKind.Vendor => "Certificates of makers and suppliers",
        CrosswalkKind.Apprenticeship => "Apprenticeships",
        CrosswalkKind.Skills => "Frameworks of skills",
        CrosswalkKind.Standard => "What schools are asked to meet",
        CrosswalkKind.Leadership => "Leadership and management",
        _ => "Qualifications and registration",
    };

    public static string Of(OutsideStatus status) => status switch
    {
        OutsideStatus.Current => "Current",
        OutsideStatus.Closing => "Closing",
        OutsideStatus.Superseded => "Superseded",
        OutsideStatus.Retired => "Retired",
        _ => "Unconfirmed",
    };

    public static Platform.Pages.Tags.StatusKind KindOf(OutsideStatus status) => status switch
    {
        OutsideStatus.Current => Platform.Pages.Tags.StatusKind.Doing,
        OutsideStatus.Closing => Platform.Pages.Tags.StatusKind.Attention,
        OutsideStatus.Retired => Platform.Pages.Tags.StatusKind.Stopped,
        OutsideStatus.Superseded => Platform.Pages.Tags.StatusKind.Neutral,
        _ => Platform.Pages.Tags.StatusKind.Waiting,
    };

    /// <summary>The place of an item within its crosswalk's page: letters and digits in small, hyphens between.</summary>
    public static string Anchor(string reference)
    {
        var anchor = new StringBuilder();
        foreach (var letter in reference)
        {
            if (char.IsLetterOrDigit(letter)) anchor.Append(char.ToLowerInvariant(letter));
            else if (anchor.Length > 0 && anchor[^1] != '-') anchor.Append('-');
        }

        return anchor.ToString().TrimEnd('-');
    }

    /// <summary>Text for finding: "az 104" and "AZ-104" are the same.</summary>
    public static string ForFinding(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}
