namespace Underpin.Access;

/// <summary>Who a page is open to, said to somebody whom it did not open to.</summary>
internal static class RoleNeeds
{
    /// <summary>"assessors, quality assurers and the person it is about".</summary>
    public static string Of(IReadOnlyCollection<Role> allowed)
    {
        List<string> names = [.. allowed.Where(r => r is not (Role.Owner or Role.Administrator)).Select(Plural)];
        // Several organisations can have a part in one thing, so none is named.
        if (names.Count > 0) names[^1] += " of an organisation it belongs to";
        if (allowed.Contains(Role.Owner)) names.Add("the learner whose work it is");
        if (allowed.Contains(Role.Administrator)) names.Add("platform administrators");
        return names.Count switch
        {
            0 => "nobody",
            1 => names[0],
            _ => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
        };
    }

    static string Plural(Role role) => role == Role.Staff ? "members of staff" : $"{Enum.Parse<MembershipRole>(role.ToString()).Words()}s";
}
