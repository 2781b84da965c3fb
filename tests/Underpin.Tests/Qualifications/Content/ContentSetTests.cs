using Underpin.Platform.Content;
using Underpin.Qualifications.Content;
using static Underpin.Tests.Qualifications.Content.ContentDirectory;

namespace Underpin.Tests.Qualifications.Content;

/// <summary>Each rule of the format, broken in one place: the file, the line and the message.</summary>
public sealed class ContentSetTests
{
    [Fact]
    public void Content_without_a_slip_is_read_whole()
    {
        using var directory = new ContentDirectory();
        var content = directory.Read().Content!;
        Assert.Empty(directory.Problems());
        Assert.Equal("2026.1", content.Framework.Version.ToString());
        Assert.Equal(new DateOnly(2026, 11, 21), content.Framework.Published);
        Assert.Equal(Confidence.Seen, content.Framework.Sources.Single().Confidence);
        Assert.Equal("Resolves a request.", content.Competences.Single().Levels[1].Does);
        var unit = content.Unit("EIT205");
        Assert.Equal((2, 3, 18), (unit.Level.Value, unit.Credit.Value, unit.GuidedHours.Value));
        Assert.Equal([false, true], unit.Outcomes.Single().Criteria.Select(criterion => criterion.School));
        Assert.Equal(["lamps", "cables"], unit.Covers);
        Assert.Equal(["EIT305"], unit.LeadsTo);
        var rule = content.RuleOf(content.Qualifications.Single());
        Assert.True(rule.Evaluate(["EIT205", "EIT305"]).IsMet);
        Assert.False(rule.Evaluate(["EIT205"]).IsMet);
    }

    [Theory]
    // Keys and kinds of value
    [InlineData(UnitFile, "leads-to: [EIT305]", "lead-to: [EIT305]", 24, "F1 'lead-to' is not a key of a unit: did you mean 'leads-to'?")]
    [InlineData(FrameworkFile, "summary: What", "colour: green\nsummary: What", 6, "F1 'colour' is not a key of the framework: expected code, title, version, published, awarding-body, summary, levels, sources, allow")]
    [InlineData(UnitFile, "aim: Lessons need screens.\n", "", 1, "F1 'aim' is missing: expected why a school needs this")]
    [InlineData(UnitFile, "    title: Find a fault\n", "", 13, "F1 'title' is missing: expected what the learner can do")]
    [InlineData(UnitFile, "credit: 3", "credit: three", 5, "F1 'credit' is 'three': expected a whole number from 1 to 999, without quotes")]
    [InlineData(UnitFile, "credit: 3", "credit: \"3\"", 5, "F1 'credit' is '3': expected a whole number from 1 to 999, without quotes")]
    [InlineData(UnitFile, "credit: 3", "credit: 2.5", 5, "F1 'credit' is '2.5': expected a whole number from 1 to 999, without quotes")]
    [InlineData(UnitFile, "credit: 3", "credit: 1000", 5, "F1 'credit' is '1000': expected a whole number from 1 to 999, without quotes")]
    [InlineData(UnitFile, "school: true", "school: yes", 20, "F1 'school' is 'yes': expected true or false")]
    [InlineData(UnitFile, "title: Keep displays working", "title: [Keep, working]", 3, "F1 'title' is a list: expected what the person will be able to do")]
    [InlineData(UnitFile, "covers: [lamps, cables]", "covers: lamps", 21, "F1 'covers' is 'lamps': expected a list of indicative content, in short phrases")]
    [InlineData(UnitFile, "covers: [lamps, cables]", "covers: []", 21, "F1 'covers' is empty: expected indicative content, in short phrases")]
    [InlineData(UnitFile, "covers: [lamps, cables]", "covers: [lamps, { cables: two }]", 21, "F1 An item of 'covers' is a map of keys and values: expected a text")]
    [InlineData(UnitFile, "aim: Lessons need screens.", "aim:", 7, "F1 'aim' is empty: expected why a school needs this")]
    [InlineData(UnitFile, "aim: Lessons need screens.", "aim: \"  \"", 7, "F1 'aim' is empty: expected why a school needs this")]
    [InlineData(UnitFile, "aim: Lessons need screens.", "aim: ~", 7, "F1 'aim' is empty: expected why a school needs this")]
    [InlineData(UnitFile, "aim: Lessons need screens.", "aim: \"Bell\\a\"", 7, "F1 'aim' has a tab or another control character in it: expected letters, spaces and line breaks")]
    [InlineData(UnitFile, "text: Isolate the fault.", "text: \"\"", 19, "F1 'text' is empty: expected one thing to watch or to read in a product, opening with a verb")]
    [InlineData(UnitFile, "  - code: SUP-1\n    level: 2", "  - SUP-1", 10, "F1 An item of 'competences' is 'SUP-1': expected a competence that the unit teaches with code, level")]
    [InlineData(QualificationFile, "{ level: 3, credit: 4 }", "4", 11, "F1 'minimum-credit-at-level' is '4': expected a minimum at a level with level, credit")]
    [InlineData(QualificationFile, "type: award", "type: degree", 4, "F1 'type' is 'degree': expected award, certificate or diploma")]
    // The framework
    [InlineData(FrameworkFile, "code: eduit", "code: Edu IT", 1, "F1 'code' is 'Edu IT': expected a short name in lower case, such as eduit")]
    [InlineData(FrameworkFile, "version: 2026.1", "version: 2026", 3, "F1 'version' is '2026': expected a year and a number, such as 2026.1")]
    [InlineData(FrameworkFile, "published: 2026-11-21", "published: 2026-11-22", 4, "F1 'published' is 2026-11-22, which is still to come: expected today, 2026-11-21, or earlier")]
    [InlineData(FrameworkFile, "published: 2026-11-21", "published: 1899-12-31", 4, "F1 'published' is 1899-12-31: expected a date from 1900 on")]
    [InlineData(FrameworkFile, "published: 2026-11-21", "published: 21/11/2026", 4, "F1 'published' is '21/11/2026': expected a date such as 2026-11-21")]
    [InlineData(FrameworkFile, "  - level: 2\n", "  - level: 4\n", 11, "F6 'level' is 4: expected 2, as levels go up one by one from 1")]
    [InlineData(FrameworkFile, "checked: 2026-11-20", "checked: 2027-01-01", 15, "F1 'checked' is 2027-01-01, which is still to come: expected today, 2026-11-21, or earlier")]
    [InlineData(FrameworkFile, "https://example.org/paper", "example.org", 15, "F1 'example.org' is not a web address: expected one beginning https://")]
    [InlineData(FrameworkFile, "confidence: seen", "confidence: sure", 15, "F1 'confidence' is 'sure': expected seen, recalled, derived or computed")]
    // Areas and competences
    [InlineData(AreaFile, "code: SUP\n", "code: Sup\n", 1, "F1 'code' is 'Sup': expected three capital letters, such as SUP")]
    [InlineData(AreaFile, "order: 1", "order: 0", 3, "F1 'order' is '0': expected a whole number from 1 to 99, without quotes")]
    [InlineData(AreaFile, "      - level: 2\n        does: Resolves", "      - level: 3\n        does: Resolves", 13, "F3 'level' is 3: expected one of the framework's levels, 1 to 2")]
    [InlineData(AreaFile, "      - level: 2\n        does: Resolves", "      - level: 1\n        does: Resolves", 13, "F6 'level' is 1 after 1: expected each level once, lowest first")]
    // Units
    [InlineData(UnitFile, "code: EIT205", "code: EIT25", 1, "F1 'code' is 'EIT25': expected EIT, the level's digit and two more digits, such as EIT205")]
    [InlineData(UnitFile, "code: EIT205", "code: EIT206", 1, "F6 'code' is EIT206, but the file is units/EIT205.yaml: expected units/EIT206.yaml")]
    [InlineData(HigherUnitFile, "level: 3\n", "level: 4\n", 1, "F6 EIT305 is a code of level 3, but the unit's level is 4: expected EIT4 and two digits")]
    [InlineData(UnitFile, "level: 2\ncredit", "level: 7\ncredit", 4, "F1 'level' is '7': expected a whole number from 2 to 6, without quotes")]
    [InlineData(UnitFile, "guided-hours: 18", "guided-hours: 30", 6, "F6 'guided-hours' is 30: expected less than 30, all the hours of 3 credits")]
    [InlineData(UnitFile, "code: SUP-1", "code: SUP-9", 10, "F3 There is no competence SUP-9: expected the code of one in framework/areas")]
    [InlineData(UnitFile, "    level: 2\n", "    level: 3\n", 10, "F3 SUP-1 does not describe level 3: expected one of 1, 2")]
    [InlineData(UnitFile, "code: \"1.2\"", "code: \"2.2\"", 18, "F6 Criterion 2.2 stands under outcome 1: expected a code beginning 1.")]
    [InlineData(UnitFile, "code: \"1.2\"", "code: \"1.1\"", 18, "F4 Criterion 1.1 is given a second time (first on line 16): expected a number of its own")]
    [InlineData(UnitFile, "code: \"1.2\"", "code: \"1b\"", 18, "F1 'code' is '1b': expected the outcome's code, a full stop and a number, such as 1.3")]
    [InlineData(UnitFile, "text: Isolate the fault.", "text: Understand the fault.", 19, "T1 The criterion opens with 'Understand', which nobody can watch or read in a product: expected what the person does, such as diagnose, explain or record")]
    [InlineData(UnitFile, "text: Isolate the fault.", "text: be aware of faults.", 19, "T1 The criterion opens with 'be', which nobody can watch or read in a product: expected what the person does, such as diagnose, explain or record")]
    [InlineData(UnitFile, "leads-to: [EIT305]", "leads-to: [EIT399]", 24, "F3 There is no unit EIT399: expected the code of one in units")]
    [InlineData(UnitFile, "leads-to: [EIT305]", "leads-to: [\"../units/EIT305\"]", 24, "F3 There is no unit ../units/EIT305: expected the code of one in units")]
    [InlineData(UnitFile, "leads-to: [EIT305]", "leads-to: [EIT305, EIT305]", 24, "F4 'leads-to' gives EIT305 more than once: expected it once")]
    [InlineData(UnitFile, "leads-to: [EIT305]", "leads-to: [EIT205]", 24, "F5 'leads-to' goes round in a circle, EIT205 to EIT205: expected a way that ends")]
    [InlineData(HigherUnitFile, "leads-to: []", "leads-to: [EIT205]", 24, "F5 'leads-to' goes round in a circle, EIT205 to EIT305 to EIT205: expected a way that ends")]
    // Qualifications and rules
    [InlineData(QualificationFile, "code: EITQ-L2A", "code: EITQ-2A", 1, "F1 'code' is 'EITQ-2A': expected EITQ-L, the level, A, C or D, then a letter where there is more than one, such as EITQ-L3C")]
    [InlineData(QualificationFile, "level: 2\n", "level: 3\n", 1, "F6 EITQ-L2A is not the code of a level 3 award: expected one beginning EITQ-L3A")]
    [InlineData(QualificationFile, "minimum-credit: 7", "minimum-credit: 13", 10, "S2 'minimum-credit' is 13: expected 1 to 12, the size of an award")]
    [InlineData(QualificationFile, "minimum-credit: 7", "minimum-credit: 8", 9, "Q1 Nobody could meet this rule: the rule asks for 8 credits, but all its units together come to 7 credits. Expected a rule that some selection of its units meets")]
    [InlineData(QualificationFile, "credit: 4 }", "credit: 5 }", 9, "Q1 Nobody could meet this rule: the rule asks for 5 credits at Level 3 or above, but its units at that level or above come to 4 credits. Expected a rule that some selection of its units meets")]
    [InlineData(QualificationFile, "credit: 4 }", "credit: 8 }", 11, "F6 'credit' is 8, more than the minimum credit in all: expected at most 7")]
    [InlineData(QualificationFile, "choose-units: 1", "choose-units: 2", 9, "Q1 Nobody could meet this rule: Your setting asks for two units, but holds one unit. Expected a rule that some selection of its units meets")]
    [InlineData(QualificationFile, "leads-to: []", "  barred:\n    - [EIT205, EIT305]\nleads-to: []", 9, "Q1 Nobody could meet this rule: the rule asks for 7 credits, but at most 4 credits can count, because EIT205 and EIT305 cannot both count. Expected a rule that some selection of its units meets")]
    [InlineData(QualificationFile, "leads-to: []", "  barred:\n    - [EIT205, EIT306]\nleads-to: []", 22, "F3 EIT306 is barred but in no group of the rule: expected a unit of the rule")]
    [InlineData(QualificationFile, "leads-to: []", "  barred:\n    - [EIT205]\nleads-to: []", 22, "F6 A barred set names two or more different units, each once")]
    [InlineData(QualificationFile, "leads-to: []", "  barred: [EIT205]\nleads-to: []", 21, "F1 An item of 'barred' is 'EIT205': expected a list in square brackets")]
    [InlineData(QualificationFile, "units: [EIT305]", "units: [EIT305, EIT205]", 20, "F4 EIT205 is already in group A: expected a unit in one group, once")]
    [InlineData(QualificationFile, "units: [EIT305]", "units: [EIT305, EIT399]", 20, "F3 There is no unit EIT399: expected the code of one in units")]
    [InlineData(QualificationFile, "code: B", "code: A", 17, "F4 Group A is given a second time: expected a code of its own")]
    [InlineData(QualificationFile, "mandatory: true", "mandatory: true\n      choose-units: 1", 15, "F6 Group A is mandatory and yet leaves a choice: expected mandatory alone, or choose-units, choose-credit and at-most-units without it")]
    [InlineData(QualificationFile, "      choose-units: 1\n", "", 17, "F6 Group B asks for nothing: expected mandatory, choose-units or choose-credit (choose-units: 0 where every unit is free)")]
    [InlineData(QualificationFile, "choose-units: 1", "choose-units: 2\n      at-most-units: 1", 20, "F6 'at-most-units' is 1, less than the units to choose: expected at least 2")]
    [InlineData(QualificationFile, "leads-to: []", "leads-to: [EITQ-L3C]", 21, "F3 There is no qualification EITQ-L3C: expected the code of one in qualifications")]
    [InlineData(QualificationFile, "leads-to: []", "leads-to: [EITQ-L2A]", 21, "F5 'leads-to' goes round in a circle, EITQ-L2A to EITQ-L2A: expected a way that ends")]
    // YAML itself
    [InlineData(UnitFile, "title: Keep displays working", "title: Keep\ntitle: Keep displays working", 4, "F4 'title' is given a second time (first on line 3): expected it once")]
    [InlineData(UnitFile, "aim: Lessons need screens.", "aim: &aim Lessons need screens.", 7, "F2 '&aim' names a value for use elsewhere: expected values to be written out where they belong")]
    [InlineData(UnitFile, "aim: Lessons need screens.", "aim: !!str Lessons need screens.", 7, "F2 'tag:yaml.org,2002:str' is a YAML tag: expected a plain value")]
    [InlineData(UnitFile, "sources: []", "sources: []\n---\ncode: EIT206", 26, "F2 A second document begins here: expected one document to a file")]
    public void One_slip_is_told_with_its_file_and_line(string file, string right, string wrong, int line, string message)
    {
        using var directory = new ContentDirectory();
        directory.Replace(file, right, wrong);
        Assert.Equal($"{file}:{line}: {message}", Assert.Single(directory.Problems()).ToString());
    }

    [Fact]
    public void Every_slip_in_every_file_is_told_at_once_in_order()
    {
        using var directory = new ContentDirectory();
        directory.Replace(UnitFile, "credit: 3", "credit: 0");
        directory.Replace(UnitFile, "for: Technicians.", "four: Technicians.");
        directory.Replace(AreaFile, "code: SUP\n", "code: SUPPORT\n");
        directory.Replace(HigherUnitFile, "text: Question", "text: Know");
        directory.Replace(QualificationFile, "type: award", "type: cup");
        Assert.Equal(
            ["framework/areas/support.yaml:1", "qualifications/EITQ-L2A.yaml:4", "units/EIT205.yaml:1", "units/EIT205.yaml:5", "units/EIT205.yaml:8", "units/EIT305.yaml:17"],
            directory.Problems().Select(problem => $"{problem.File}:{problem.Line}"));
        Assert.Null(directory.Read().Content);
    }

    [Fact]
    public void A_competence_stands_in_its_own_area()
    {
        using var directory = new ContentDirectory();
        directory.Replace(AreaFile, "code: SUP-1", "code: NET-1");
        Assert.Equal("framework/areas/support.yaml:6: F6 NET-1 does not belong to area SUP: expected a code beginning SUP-", directory.Problems()[0].ToString());
    }

    [Fact]
    public void Two_areas_do_not_share_a_code_or_a_place()
    {
        using var directory = new ContentDirectory();
        directory.Write("framework/areas/zoo.yaml", File.ReadAllText(Path.Combine(directory.Path, AreaFile)));
        Assert.Equal(
            [
                "framework/areas/zoo.yaml:1: F4 SUP is already the code of framework/areas/support.yaml: expected a code of its own",
                "framework/areas/zoo.yaml:3: F4 1 is already the place of SUP: expected a place of its own",
            ],
            directory.Problems().Select(problem => problem.ToString()));
    }

    [Fact]
    public void A_competence_code_is_given_once()
    {
        using var directory = new ContentDirectory();
        var area = File.ReadAllText(Path.Combine(directory.Path, AreaFile));
        directory.Write(AreaFile, area + "\n" + area[area.IndexOf("  - code", StringComparison.Ordinal)..]);
        Assert.Equal(
            "framework/areas/support.yaml:15: F4 SUP-1 is given a second time (first on line 6): expected a code of its own",
            Assert.Single(directory.Problems()).ToString());
    }

    [Fact]
    public void An_outcome_number_is_given_once()
    {
        using var directory = new ContentDirectory();
        directory.Replace(UnitFile, "covers:", """
              - code: "1"
                title: Mend it
                criteria:
                  - { code: "1.3", text: Replace the lamp. }
            covers:
            """);
        Assert.Equal(
            "units/EIT205.yaml:21: F4 Outcome 1 is given a second time (first on line 13): expected a number of its own",
            Assert.Single(directory.Problems()).ToString());
    }

    [Fact]
    public void Two_units_do_not_share_a_code()
    {
        using var directory = new ContentDirectory();
        directory.Write("units/EIT206.yaml", Unit("EIT205", 2, 3));
        Assert.Contains(
            "units/EIT206.yaml:1: F4 EIT205 is already the code of units/EIT205.yaml: expected a code of its own",
            directory.Problems().Select(problem => problem.ToString()));
    }

    [Theory]
    [InlineData("certificate", "C", "S2 'minimum-credit' is 7: expected 13 to 36, the size of a certificate")]
    [InlineData("diploma", "D", "S2 'minimum-credit' is 7: expected 37 or more, the size of a diploma")]
    public void A_qualification_is_as_large_as_its_type_says(string type, string letter, string message)
    {
        using var directory = new ContentDirectory();
        directory.Replace(QualificationFile, "type: award", $"type: {type}");
        directory.Replace(QualificationFile, "code: EITQ-L2A", $"code: EITQ-L2{letter}");
        var text = File.ReadAllText(Path.Combine(directory.Path, QualificationFile));
        directory.Delete(QualificationFile);
        directory.Write($"qualifications/EITQ-L2{letter}.yaml", text);
        Assert.Equal($"qualifications/EITQ-L2{letter}.yaml:10: {message}", Assert.Single(directory.Problems()).ToString());
    }

    [Fact]
    public void A_framework_that_is_missing_is_told()
    {
        using var directory = new ContentDirectory();
        directory.Delete(FrameworkFile);
        Assert.Equal(
            "framework/framework.yaml:1: F2 The file is missing: expected the framework's title, version and levels",
            Assert.Single(directory.Problems()).ToString());
    }

    [Fact]
    public void A_framework_without_areas_is_told()
    {
        using var directory = new ContentDirectory();
        directory.Delete(AreaFile);
        Assert.Contains(new ContentProblem("framework/areas", 1, "F2", "There is no area: expected one file an area, ending .yaml"), directory.Problems());
    }

    [Fact]
    public void A_file_whose_name_would_leave_it_unread_is_told_but_notes_are_not()
    {
        using var directory = new ContentDirectory();
        directory.Write("units/EIT207.yml", "code: EIT207");
        directory.Write("units/README.md", "# Units");
        directory.Write("units/.hidden", "");
        Assert.Equal(
            "units/EIT207.yml:1: F2 This is not read: expected only files whose names end in .yaml here",
            Assert.Single(directory.Problems()).ToString());
    }

    [Fact]
    public void A_unit_with_problems_of_its_own_does_not_also_make_rules_and_references_wrong()
    {
        using var directory = new ContentDirectory();
        directory.Write(HigherUnitFile, "code: [");
        Assert.Equal(HigherUnitFile, Assert.Single(directory.Problems()).File);
    }

    [Fact]
    public void A_directory_that_is_not_there_is_an_error_of_the_caller() =>
        Assert.Throws<DirectoryNotFoundException>(() => ContentSet.Read("/no/such/directory", Today));
}
