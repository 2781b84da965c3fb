namespace Underpin.Access;

internal static class OrganisationSearch
{
    /// <summary>Those whose name or town has the text in it, or whose URN or UKPRN it is; all of them when there is no text.</summary>
    public static IQueryable<Organisation> Called(this IQueryable<Organisation> organisations, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return organisations;
        var typed = text.Trim();
        var lower = typed.ToLowerInvariant();
        return organisations.Where(o => o.Name.ToLower().Contains(lower) || o.Town!.ToLower().Contains(lower) || o.Urn == typed || o.Ukprn == typed);
    }
}
