using Microsoft.EntityFrameworkCore;
using Underpin.Qualifications;

namespace Underpin.Tests.Portfolios;

public sealed class PortfolioDataTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task A_rule_of_combination_comes_out_of_the_database_as_it_went_in()
    {
        var offer = await site.Data.QualificationAsync();
        var rule = (await site.DbAsync(db => db.Qualifications.AsNoTracking().SingleAsync(q => q.Id == offer.Id))).Rule;
        Assert.Equal(new Credit(13), rule.MinimumCredit);
        Assert.All(rule.Units, u => Assert.Equal((new RqfLevel(3), new Credit(5)), (u.Level, u.Credit)));
        Assert.True(rule.Evaluate([.. offer.Units.Take(3).Select(u => u.Code)]).IsMet);
        Assert.False(rule.Evaluate([.. offer.Mandatory.Select(u => u.Code)]).IsMet);
    }

    [Fact]
    public async Task An_enrolment_made_for_a_test_holds_its_units_and_evidence()
    {
        var made = await site.Data.EnrolmentAsync();
        var evidence = await site.Data.EvidenceAsync(made, made.Units[0], criteria: ["1.1", "2.1"]);
        var stored = await site.DbAsync(db => db.Enrolments.Include(e => e.Units).SingleAsync(e => e.Id == made.Id));
        Assert.Equal(3, stored.Units.Count);
        Assert.Equal(2, await site.DbAsync(db => db.EvidenceMappings.CountAsync(m => m.EvidenceId == evidence.Id)));
    }
}
