namespace Underpin.Access;

/// <summary>Which roles an organisation can have, and who may give and end them.</summary>
internal static class Granting
{
    /// <summary>The roles that each kind of organisation has.</summary>
    static readonly Dictionary<OrganisationKinds, MembershipRole[]> OfKind = new()
    {
        [OrganisationKinds.School] = [MembershipRole.Staff, MembershipRole.SchoolAdministrator, MembershipRole.SchoolLeader],
        [OrganisationKinds.Trust] = [MembershipRole.Staff, MembershipRole.SchoolAdministrator, MembershipRole.SchoolLeader],
        [OrganisationKinds.Centre] = [MembershipRole.CentreAdministrator, MembershipRole.Assessor, MembershipRole.QualityAssurer],
        [OrganisationKinds.AwardingBody] = [MembershipRole.AwardingOfficer, MembershipRole.ExternalQualityAssurer, MembershipRole.FrameworkEditor],
    };

    /// <summary>Who gives and ends what. A platform administrator starts an organisation off with its first administrators.</summary>
    static readonly Dictionary<Role, MembershipRole[]> ByGiver = new()
    {
        [Role.SchoolAdministrator] = [MembershipRole.Staff, MembershipRole.SchoolAdministrator, MembershipRole.SchoolLeader],
        [Role.CentreAdministrator] = [MembershipRole.CentreAdministrator, MembershipRole.Assessor, MembershipRole.QualityAssurer],
        [Role.AwardingOfficer] = [MembershipRole.AwardingOfficer, MembershipRole.ExternalQualityAssurer, MembershipRole.FrameworkEditor],
        [Role.Administrator] = [MembershipRole.SchoolAdministrator, MembershipRole.CentreAdministrator, MembershipRole.AwardingOfficer],
    };

    public static readonly IReadOnlyList<MembershipRole> AdministratingRoles = ByGiver[Role.Administrator];

    public static bool Fits(MembershipRole role, OrganisationKinds kinds) => OfKind.Any(k => kinds.HasFlag(k.Key) && k.Value.Contains(role));

    public static bool MayGive(IEnumerable<Role> giver, MembershipRole role) => giver.Any(g => ByGiver.TryGetValue(g, out var roles) && roles.Contains(role));

    /// <summary>What somebody may give in an organisation of these kinds, in the order of the enumeration.</summary>
    public static IReadOnlyList<MembershipRole> Offered(IReadOnlySet<Role> giver, OrganisationKinds kinds) =>
        [.. Enum.GetValues<MembershipRole>().Where(role => Fits(role, kinds) && MayGive(giver, role))];

    public static string Words(this MembershipRole role) => role switch
    {
        MembershipRole.Staff => "member of staff",
        MembershipRole.SchoolAdministrator => "school administrator",
        MembershipRole.SchoolLeader => "school leader",
        MembershipRole.CentreAdministrator => "centre administrator",
        MembershipRole.Assessor => "assessor",
        MembershipRole.QualityAssurer => "quality assurer",
        MembershipRole.AwardingOfficer => "awarding officer",
        MembershipRole.ExternalQualityAssurer => "external quality assurer",
        MembershipRole.FrameworkEditor => "framework editor",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "An unknown role."),
    };

    public static string Words(this OrganisationKinds kinds) => string.Join(", ",
        Enum.GetValues<OrganisationKinds>().Where(k => k != OrganisationKinds.None && kinds.HasFlag(k)).Select(k => k == OrganisationKinds.AwardingBody ? "awarding body" : k.ToString().ToLowerInvariant()));
}
