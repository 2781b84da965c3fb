using Underpin.Access;

namespace Underpin.Homes;

internal static class RoleWords
{
    public static string Of(MembershipRole role) => role switch
    {
        MembershipRole.Staff => "member of staff",
        MembershipRole.SchoolAdministrator => "school administrator",
        MembershipRole.CentreAdministrator => "centre administrator",
        MembershipRole.Assessor => "assessor",
        MembershipRole.QualityAssurer => "quality assurer",
        MembershipRole.AwardingOfficer => "awarding officer",
        MembershipRole.ExternalQualityAssurer => "external quality assurer",
        MembershipRole.FrameworkEditor => "framework editor",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "There are no words for this role."),
    };
}
