using Underpin.Access;

namespace Underpin.Tests.Access;

public sealed class LineManagementTests(TestSite site) : IClassFixture<TestSite>
{
    static readonly Dictionary<char, Guid> People = "abcdef".ToDictionary(c => c, _ => Guid.NewGuid());

    [Theory]
    [InlineData("", 'a', "")]
    [InlineData("a<b", 'a', "b")]
    [InlineData("a<b b<c c<d", 'a', "bcd")]
    [InlineData("a<b b<c", 'b', "c")]
    [InlineData("a<b a<c b<d c<d", 'a', "bcd")]
    [InlineData("a<b b<a", 'a', "ab")]
    [InlineData("a<a", 'a', "a")]
    [InlineData("b<c d<e", 'a', "")]
    public void Everybody_above_a_person_is_found_and_a_circle_ends_the_walk(string lines, char person, string above)
    {
        var managers = lines.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToLookup(l => People[l[0]], l => People[l[2]]);
        Assert.Equal(above.Select(c => People[c]).Order(), LineManagement.Above(People[person], managers).Order());
    }

    [Fact]
    public async Task A_manager_two_steps_up_and_in_another_school_counts_and_a_former_one_does_not()
    {
        var (one, two) = (await site.Data.OrganisationAsync(OrganisationKinds.School), await site.Data.OrganisationAsync(OrganisationKinds.School));
        var (joe, tom, priya, former) = (await site.Data.AccountAsync(), await site.Data.AccountAsync(), await site.Data.AccountAsync(), await site.Data.AccountAsync());
        await site.Data.MemberAsync(joe, one, MembershipRole.Staff, lineManager: tom);
        await site.Data.MemberAsync(tom, two, MembershipRole.Staff, lineManager: priya);
        var old = await site.Data.MemberAsync(joe, two, MembershipRole.Staff, lineManager: former);
        await site.Data.SaveAsync(two.Id, db => db.Memberships.Single(m => m.Id == old.Id).End(old.From));

        Task<bool> Manages(Account manager, Account person) => site.DbAsync(db => LineManagement.IsManagerOf(db, manager.Id, person.Id));
        Assert.True(await Manages(tom, joe));
        Assert.True(await Manages(priya, joe));
        Assert.False(await Manages(joe, tom));
        Assert.False(await Manages(former, joe));
        Assert.False(await Manages(joe, joe));
    }
}
