using static Underpin.Tests.Qualifications.Content.ContentDirectory;
using static Underpin.Tests.Qualifications.Content.SoundDirectory;

namespace Underpin.Tests.Qualifications.Content.Lint;

/// <summary>Each rule broken in one place of content that is otherwise sound: the file, the line and the code.</summary>
[Trait("Database", "none")]
public sealed class ContentLintTests
{
    private const string LongSentence =
        "The person at the desk takes each request in turn and writes it down with the name and the room and the time and then goes to see what it is.";

    private const string LongEasyText = LongSentence + " You do it. You go. You see it. You mend it. You are done. Then you go on to the next.";

    private const string HardText =
        "Facilitates organisational infrastructure implementation. Administers heterogeneous authentication technologies, ensuring availability, confidentiality, operational sustainability, departmental interoperability, organisational accountability and continuous methodological improvement.";

    [Fact]
    public void Nothing_is_found_in_content_that_keeps_every_rule()
    {
        using var directory = new SoundDirectory();
        Assert.Empty(directory.Findings());
    }

    [Theory]
    // Writing
    [InlineData(AreaFile, "why: People ask.", "why: Help is given by the technician.", 8, "W1")]
    [InlineData(AreaFile, "without: Nobody answers.", "without: Every fault is then found by pupils.", 9, "W1")]
    [InlineData(AreaFile, "does: Resolves a request.", "does: Each request is recorded.", 14, "W1")]
    [InlineData(RoleFile, "  - Find faults", "  - Faults are found", 7, "W1")]
    [InlineData(UnitFile, "assessment: The assessor observes once.", "assessment: One job is observed by the assessor.", 23, "W1")]
    [InlineData(UnitFile, "aim: Lessons need screens.", "aim: " + LongSentence, 7, "W2")]
    [InlineData(AreaFile, "does: Records a request.", "does: " + LongSentence, 12, "W2")]
    [InlineData(FrameworkFile, "summary: What people can do.", "summary: " + LongSentence, 6, "W2")]
    [InlineData(FrameworkFile, "meaning: Finds and mends.", "meaning: " + LongSentence, 13, "W2")]
    [InlineData(RoleFile, "works-with: Answers to the IT manager.", "works-with: " + LongSentence, 9, "W2")]
    [InlineData(QualificationFile, "for: Newcomers.", "for: " + LongSentence, 8, "W2")]
    [InlineData(StandardsFile, "about: It says what others ask.", "about: " + LongSentence, 4, "W2")]
    [InlineData(ApprenticeshipsFile, "reason: It asks for the same.", "reason: " + LongSentence, 17, "W2")]
    [InlineData(AreaFile, "summary: Helping people.", "summary: " + HardText, 4, "W3")]
    [InlineData(AreaFile, "why: People ask.", "why: " + HardText, 8, "W3")]
    [InlineData(RoleFile, "purpose: Lessons go on.", "purpose: " + HardText, 5, "W3")]
    [InlineData(UnitFile, "aim: Lessons need screens.", "aim: " + HardText, 7, "W3")]
    [InlineData(QualificationFile, "aim: To begin.", "aim: " + HardText, 7, "W3")]
    [InlineData(NewcomersFile, "summary: You help people.", "summary: " + HardText, 4, "W4")]
    [InlineData(NewcomersFile, "      - You mend things.", "      - " + HardText, 12, "W4")]
    [InlineData(NewcomersFile, "      - You mend things.", "      - " + LongEasyText, 12, "W2")]
    // Criteria
    [InlineData(UnitFile, "text: Isolate the fault.", "text: Understand the fault.", 19, "T1")]
    [InlineData(UnitFile, "text: Isolate the fault.", "text: Faults in three rooms.", 19, "T1")]
    [InlineData(AreaFile, "does: Resolves a request.", "does: Knows how to resolve a request.", 14, "T1")]
    [InlineData(RoleFile, "  - Find faults", "  - Be aware of faults", 7, "T1")]
    [InlineData(LeadingUnitFile, "text: Negotiate a contract.", "text: List the contracts.", 19, "T2")]
    [InlineData(LeadingUnitFile, "text: Negotiate a contract.", "text: Record what governors asked.", 19, "T2")]
    [InlineData(LeadingUnitFile, "text: Negotiate a contract.", "text: Follow the trust's method.", 19, "T2")]
    [InlineData(HigherUnitFile, "text: Choose a projector for a room.", "text: Isolate a fault.", 17, "T3")]
    [InlineData(OtherUnitFile, "text: Brief invigilators.", "text: Brief invigilators, then watch a sitting.", 17, "T4")]
    [InlineData(UnitFile, "text: Isolate the fault.", "text: Isolate or mend the fault.", 19, "T4")]
    [InlineData(UnitFile, "text: Isolate the fault.", "text: Isolate the fault then record it.", 19, "T4")]
    // Size
    [InlineData(UnitFile, "guided-hours: 6", "guided-hours: 2", 6, "S1")]
    [InlineData(UnitFile, "guided-hours: 6", "guided-hours: 9", 6, "S1")]
    [InlineData(UnitFile, "credit: 1\nguided-hours: 6", "credit: 2\nguided-hours: 12", 6, "S1")]
    [InlineData(QualificationFile, "title: Level 2 Award for School IT", "title: Level 2 Diploma for School IT", 3, "S2")]
    [InlineData(QualificationFile, "title: Level 2 Award for School IT", "title: Level 3 Award for School IT", 3, "S2")]
    [InlineData(QualificationFile, "title: Level 2 Award for School IT", "title: School IT at Level 2", 3, "S2")]
    // Qualifications
    [InlineData(QualificationFile, "minimum-credit: 2", "minimum-credit: 9", 9, "Q1")]
    [InlineData(QualificationFile, "units: [EIT305, EIT306, EIT501]", "units: [EIT305]", 9, "Q2")]
    // Coverage
    [InlineData(ApprenticeshipsFile, "to: EIT205", "to: SUP-1", 10, "C5")]
    [InlineData(CoverageFile, "holes: []", "holes: [{ hole: \"outside EIT205\", reason: It was new. }]", 1, "C6")]
    // Sources
    [InlineData(UnitFile, "aim: Lessons need screens.", "aim: Since 2024 lessons need screens.", 7, "E1")]
    [InlineData(UnitFile, "covers: [lamps, cables]", "covers: [lamps, UK GDPR]", 21, "E1")]
    [InlineData(UnitFile, "text: Isolate the fault.", "text: Isolate 80 per cent of faults.", 19, "E1")]
    [InlineData(RoleFile, "purpose: Lessons go on.", "purpose: A lost hour costs £900.", 5, "E1")]
    [InlineData(QualificationFile, "aim: To begin.", "aim: The Equality Act asks for it.", 7, "E1")]
    [InlineData(FrameworkFile, "checked: 2026-11-20", "checked: 2025-11-20", 15, "E2")]
    [InlineData(StandardsFile, "    checked: 2026-11-20\n    confidence: seen\nitems", "    checked: 2024-01-01\n    confidence: seen\nitems", 6, "E2")]
    [InlineData(StandardsFile, "    checked: 2026-11-20\n    source", "    checked: 2025-11-20\n    source", 10, "E2")]
    [InlineData(UnitFile, "sources: []", "sources: [{ title: A, checked: 2026-11-20, confidence: seen }, { title: A, checked: 2026-11-20, confidence: seen }]", 25, "E4")]
    [InlineData(StandardsFile, "items:\n", "  - { title: Dudley Herald, checked: 2026-11-20, confidence: seen }\nitems:\n", 9, "E5")]
    [InlineData(NewcomersFile, "        source: A survey\n", "", 14, "F1")]
    [InlineData(NewcomersFile, "        checked: 2026-11-20", "        checked: 2025-01-01", 18, "E2")]
    // Exceptions
    [InlineData(UnitFile, "sources: []", "sources: []\nallow: [{ rule: W2, reason: It quotes. }]", 26, "A2")]
    [InlineData(UnitFile, "sources: []", "sources: []\nallow: [{ rule: W9, reason: It quotes. }]", 26, "A1")]
    [InlineData(UnitFile, "sources: []", "sources: []\nallow: [{ rule: F3, reason: It is to come. }]", 26, "A1")]
    [InlineData(UnitFile, "sources: []", "sources: []\nallow: [{ rule: W2 }]", 26, "F1")]
    public void One_slip_is_found_with_its_file_line_and_code(string file, string right, string wrong, int line, string code)
    {
        using var directory = new SoundDirectory();
        directory.Replace(file, right, wrong);
        var finding = Assert.Single(directory.Findings());
        Assert.Equal($"{file}:{line}: {code}", $"{finding.File}:{finding.Line}: {finding.Code}");
    }

    private const string SecondCompetence = """
          - code: SUP-2
            title: Train people
            why: People forget.
            without: Nobody learns.
            levels:
              - level: 1
                does: Shows one task.
        """;

    [Fact]
    public void A_competence_that_no_role_asks_for_and_no_unit_teaches_is_both()
    {
        using var directory = new SoundDirectory();
        Append(directory, AreaFile, SecondCompetence);
        Assert.Equal(["15: C1", "15: C2", "15: C5"], directory.Findings().Select(finding => $"{finding.Line - 1}: {finding.Code}"));
        Assert.All(directory.Findings(), finding => Assert.Equal(AreaFile, finding.File));
    }

    [Fact]
    public void A_role_whose_qualifications_teach_little_of_it_has_no_way()
    {
        using var directory = new SoundDirectory();
        Append(directory, AreaFile, SecondCompetence + "\n" + SecondCompetence.Replace("SUP-2", "SUP-3", StringComparison.Ordinal));
        directory.Replace(RoleFile, "  - { code: SUP-1, level: 2 }", "  - { code: SUP-1, level: 2 }\n  - { code: SUP-2, level: 1 }\n  - { code: SUP-3, level: 1 }");
        var finding = Assert.Single(directory.Findings(), finding => finding.Code == "C3");
        Assert.Equal((RoleFile, 14), (finding.File, finding.Line));
        Assert.Equal("These qualifications teach 1 of the 3 competences that the role asks for: expected half of them or more", finding.Message);
    }

    [Fact]
    public void A_level_that_a_role_asks_for_and_no_unit_reaches_is_a_hole_until_a_reason_is_given()
    {
        using var directory = new SoundDirectory();
        foreach (var unit in new[] { UnitFile, HigherUnitFile, OtherUnitFile, LeadingUnitFile })
            directory.Replace(unit, "    level: 2\n", "    level: 1\n");
        var finding = Assert.Single(directory.Findings());
        Assert.Equal((AreaFile, 7, "C5"), (finding.File, finding.Line, finding.Code));
        Assert.Contains("'SUP-1:2' in coverage.yaml", finding.Message, StringComparison.Ordinal);
        directory.Write(CoverageFile, "holes: [{ hole: \"SUP-1:2\", reason: The unit is being written. }]\n");
        Assert.Empty(directory.Findings());
    }

    [Fact]
    public void A_standard_without_a_competence_and_a_competence_that_nothing_outside_reaches_are_two_holes()
    {
        using var directory = new SoundDirectory();
        directory.Replace(StandardsFile, "      - { to: SUP-1, extent: part, reason: It asks for the same. }\n", "");
        Assert.Equal(
            [$"{StandardsFile}:10: C5", $"{AreaFile}:7: C5"],
            directory.Findings().Select(finding => $"{finding.File}:{finding.Line}: {finding.Code}"));
    }

    [Theory]
    [InlineData("Dudley Herald")]
    [InlineData("General knowledge")]
    public void A_row_read_in_none_of_the_sources_stands_on_nothing_and_leaves_its_source_unused(string source)
    {
        using var directory = new SoundDirectory();
        directory.Replace(StandardsFile, "source: Stourbridge Gazette", $"source: {source}");
        Assert.Equal(
            [$"{StandardsFile}:6: E5", $"{StandardsFile}:10: E3"],
            directory.Findings().Select(finding => $"{finding.File}:{finding.Line}: {finding.Code}"));
    }

    [Fact]
    public void What_is_recalled_may_rest_on_general_knowledge()
    {
        using var directory = new SoundDirectory();
        directory.Replace(StandardsFile, "    source: Stourbridge Gazette", "    source: General knowledge");
        directory.Replace(StandardsFile, "    status: current\n    confidence: seen", "    status: current\n    confidence: recalled");
        Assert.Equal(["E5"], directory.Findings().Select(finding => finding.Code));
    }

    [Fact]
    public void An_exception_with_its_reason_silences_one_rule_in_one_file()
    {
        using var directory = new SoundDirectory();
        directory.Replace(UnitFile, "aim: Lessons need screens.", $"aim: {LongSentence}");
        directory.Replace(HigherUnitFile, "aim: Lessons need screens.", $"aim: {LongSentence}");
        directory.Replace(UnitFile, "sources: []", "sources: []\nallow: [{ rule: W2, reason: It quotes the school's form. }]");
        Assert.Equal([HigherUnitFile], directory.Findings().Select(finding => finding.File));
    }

    [Fact]
    public void Content_that_cannot_be_read_has_the_problems_of_reading_only()
    {
        using var directory = new SoundDirectory();
        directory.Replace(UnitFile, "aim: Lessons need screens.", $"aim: {LongSentence}");
        directory.Replace(HigherUnitFile, "credit: 1", "credit: none");
        Assert.Equal(["F1"], directory.Findings().Select(finding => finding.Code));
    }

    [Fact]
    public void Findings_come_in_order_of_file_and_line()
    {
        using var directory = new SoundDirectory();
        directory.Replace(UnitFile, "text: Isolate the fault.", "text: Faults in three rooms.");
        directory.Replace(UnitFile, "guided-hours: 6", "guided-hours: 9");
        directory.Replace(AreaFile, "why: People ask.", $"why: {LongSentence}");
        Assert.Equal([(AreaFile, 8), (UnitFile, 6), (UnitFile, 19)], directory.Findings().Select(finding => (finding.File, finding.Line)));
    }

    private static void Append(SoundDirectory directory, string file, string text) =>
        directory.Write(file, File.ReadAllText(Path.Combine(directory.Path, file)) + "\n" + text);
}
