using Underpin.Access;

namespace Underpin.Tests.Access;

public sealed class GrantingTests
{
    [Theory]
    [InlineData("SchoolAdministrator", "Staff, SchoolAdministrator, SchoolLeader")]
    [InlineData("CentreAdministrator", "CentreAdministrator, Assessor, QualityAssurer")]
    [InlineData("AwardingOfficer", "AwardingOfficer, ExternalQualityAssurer, FrameworkEditor")]
    [InlineData("Administrator", "SchoolAdministrator, CentreAdministrator, AwardingOfficer")]
    [InlineData("Staff", "")]
    [InlineData("Assessor", "")]
    [InlineData("QualityAssurer", "")]
    [InlineData("ExternalQualityAssurer", "")]
    [InlineData("FrameworkEditor", "")]
    public void Each_role_gives_what_the_table_says_and_nothing_else(string giver, string given)
    {
        var everything = OrganisationKinds.School | OrganisationKinds.Trust | OrganisationKinds.Centre | OrganisationKinds.AwardingBody;
        Assert.Equal(given, string.Join(", ", Granting.Offered(new HashSet<Role> { Enum.Parse<Role>(giver) }, everything)));
    }

    [Theory]
    [InlineData("School", "Staff, SchoolAdministrator, SchoolLeader")]
    [InlineData("Trust", "Staff, SchoolAdministrator, SchoolLeader")]
    [InlineData("Centre", "CentreAdministrator, Assessor, QualityAssurer")]
    [InlineData("AwardingBody", "AwardingOfficer, ExternalQualityAssurer, FrameworkEditor")]
    [InlineData("None", "")]
    public void Each_kind_of_organisation_has_its_own_roles(string kind, string roles) =>
        Assert.Equal(roles, string.Join(", ", Enum.GetValues<MembershipRole>().Where(r => Granting.Fits(r, Enum.Parse<OrganisationKinds>(kind)))));
}
