using Underpin.Qualifications.Content;
using static Underpin.Tests.Qualifications.Content.ContentDirectory;

namespace Underpin.Tests.Qualifications.Content;

public sealed class ContentHashTests
{
    [Theory]
    [InlineData("title: Keep displays working", "# a note\ntitle: 'Keep displays working'")]
    [InlineData("aim: Lessons need screens.", "aim: >-\n  Lessons\n  need screens.")]
    [InlineData("sources: []", "")]
    [InlineData("text: Question the member of staff.", "text: Question the member of staff.\n        school: false")]
    [InlineData("covers: [lamps, cables]", "covers:\n  - lamps\n  - cables")]
    [InlineData("version: 1\ntitle: Keep displays working", "title: Keep displays working\nversion: 1")]
    public void Writing_the_same_another_way_leaves_the_hash_alone(string before, string after) =>
        Assert.Equal(HashOfUnit(_ => { }), HashOfUnit(directory => directory.Replace(UnitFile, before, after)));

    [Theory]
    [InlineData("version: 1", "version: 2")]
    [InlineData("title: Keep displays working", "title: Keep displays running")]
    [InlineData("credit: 3", "credit: 4")]
    [InlineData("guided-hours: 18", "guided-hours: 19")]
    [InlineData("aim: Lessons need", "aim: Pupils need")]
    [InlineData("for: Technicians", "for: Managers")]
    [InlineData("    level: 2", "    level: 1")]
    [InlineData("title: Find a fault", "title: Find faults")]
    [InlineData("code: \"1.2\"", "code: \"1.3\"")]
    [InlineData("text: Isolate the", "text: Isolate each")]
    [InlineData("school: true", "school: false")]
    [InlineData("[lamps, cables]", "[cables, lamps]")]
    [InlineData("[job tickets]", "[job tickets, photographs]")]
    [InlineData("assessment: One", "assessment: Another")]
    [InlineData("leads-to: [EIT305]", "leads-to: []")]
    [InlineData("sources: []", "sources:\n  - { title: A paper, checked: 2026-11-20, confidence: seen }")]
    public void Saying_something_else_changes_the_hash(string before, string after) =>
        Assert.NotEqual(HashOfUnit(_ => { }), HashOfUnit(directory => directory.Replace(UnitFile, before, after)));

    [Theory]
    [InlineData(QualificationFile, "minimum-credit: 7", "minimum-credit: 6")]
    [InlineData(QualificationFile, "credit: 4 }", "credit: 3 }")]
    [InlineData(QualificationFile, "{ level: 3,", "{ level: 2,")]
    [InlineData(QualificationFile, "title: Your setting", "title: Your place")]
    [InlineData(QualificationFile, "choose-units: 1", "choose-credit: 1")]
    [InlineData(QualificationFile, "mandatory: true", "choose-units: 1")]
    public void A_changed_rule_changes_the_hash_of_its_qualification(string file, string before, string after) => Assert.NotEqual(
        Read(_ => { }).Qualifications.Single().Hash,
        Read(directory => directory.Replace(file, before, after)).Qualifications.Single().Hash);

    [Theory]
    [InlineData(FrameworkFile, "meaning: Works by", "meaning: Goes by")]
    [InlineData(FrameworkFile, "version: 2026.1", "version: 2026.2")]
    [InlineData(AreaFile, "summary: Helping people.", "summary: Serving people.")]
    [InlineData(AreaFile, "does: Records", "does: Notes")]
    public void A_changed_word_anywhere_in_the_framework_changes_its_hash(string file, string before, string after) => Assert.NotEqual(
        Read(_ => { }).Framework.Hash,
        Read(directory => directory.Replace(file, before, after)).Framework.Hash);

    [Fact]
    public void A_new_edition_that_leaves_a_competence_alone_leaves_its_hash_alone()
    {
        var (before, after) = (Read(_ => { }), Read(directory => directory.Replace(FrameworkFile, "version: 2026.1", "version: 2026.2")));
        Assert.Equal(before.Competences.Single().Hash, after.Competences.Single().Hash);
        Assert.Equal(before.Framework.Areas.Single().Hash, after.Framework.Areas.Single().Hash);
        Assert.NotEqual(before.Competences.Single().Version, after.Competences.Single().Version);
    }

    private static string HashOfUnit(Action<ContentDirectory> change) => Read(change).Unit("EIT205").Hash;

    private static ContentSet Read(Action<ContentDirectory> change)
    {
        using var directory = new ContentDirectory();
        change(directory);
        Assert.Empty(directory.Problems());
        return directory.Read().Content!;
    }
}
