using Underpin.Platform.Content.Lint;
using Underpin.Qualifications;
using Underpin.Qualifications.Content;
using Underpin.Qualifications.Content.Lint;
using Underpin.Tests.Platform.Content;

namespace Underpin.Tests.Qualifications.Content;

/// <summary>The content that this repository publishes.</summary>
public sealed class RepositoryContentTests
{
    private static readonly ContentReading Reading =
        ContentSet.Read(Path.Combine(Repository.Root, "content"), DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));

    [Fact]
    public void It_has_units_and_qualifications_and_no_problems()
    {
        Assert.Empty(Reading.Problems);
        Assert.NotEmpty(Reading.Content!.Units);
        Assert.NotEmpty(Reading.Content.Qualifications);
    }

    [Fact]
    public void No_rule_finds_anything_in_it() =>
        Assert.DoesNotContain(
            ContentLint.Check(Reading, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime)),
            // That time goes by is told by the check, and is no fault of the code.
            finding => finding.Code != SourceRules.Stale.Code);

    [Fact]
    public void Every_qualification_leaves_a_choice()
    {
        Assert.NotNull(Reading.Content);
        Assert.All(
            Reading.Content.Qualifications,
            qualification => Assert.True(Satisfiability.CountWays(Reading.Content.RuleOf(qualification), cap: 2) > 1, qualification.Code));
    }
}
