using Underpin.Platform.Content;
using Underpin.Qualifications.Content;
using Underpin.Qualifications.Content.Lint;

namespace Underpin.Tests.Qualifications.Content;

/// <summary>A content directory in which no rule finds anything, to be spoilt one thing at a time.</summary>
internal sealed class SoundDirectory : ContentDirectory
{
    public const string RoleFile = "framework/roles/it-technician.yaml";
    public const string OtherUnitFile = "units/EIT306.yaml";
    public const string LeadingUnitFile = "units/EIT501.yaml";
    public const string StandardsFile = "crosswalks/dfe-standards.yaml";
    public const string ApprenticeshipsFile = "crosswalks/apprenticeships.yaml";
    public const string CoverageFile = "coverage.yaml";

    public SoundDirectory()
    {
        Write(RoleFile, """
            code: it-technician
            title: IT technician
            order: 1
            kind: ladder
            purpose: Lessons go on.
            duties:
              - Find faults
            decides: Decides which fault comes first.
            works-with: Answers to the IT manager.
            competences:
              - { code: SUP-1, level: 2 }
            qualifications: [EITQ-L2A]
            leads-to: []
            sources: []
            """);
        Write(UnitFile, Unit("EIT205", 2, "Question the member of staff.", "Isolate the fault."));
        Write(HigherUnitFile, Unit("EIT305", 3, "Choose a projector for a room.", "Plan a term's care of screens."));
        Write(OtherUnitFile, Unit("EIT306", 3, "Brief invigilators.", "Rehearse an exam on laptops."));
        Write(LeadingUnitFile, Unit("EIT501", 5, "Recommend a budget to governors.", "Negotiate a contract."));
        Write(QualificationFile, """
            code: EITQ-L2A
            version: 1
            title: Level 2 Award for School IT
            type: award
            level: 2
            awarding-body: EITAC
            aim: To begin.
            for: Newcomers.
            rule:
              minimum-credit: 2
              groups:
                - code: A
                  title: Core
                  mandatory: true
                  units: [EIT205]
                - code: B
                  title: Your setting
                  choose-units: 1
                  units: [EIT305, EIT306, EIT501]
            leads-to: []
            sources: []
            """);
        Write(StandardsFile, Crosswalk("dfe-standards", "standard", "SUP-1", "EIT205", "EIT305", "EIT306", "EIT501"));
        Write(ApprenticeshipsFile, Crosswalk("apprenticeships", "apprenticeship", "EIT205"));
        Write(CoverageFile, "holes: []\n");
        Write(NewcomersFile, """
            code: newcomers
            version: 1
            title: The job
            summary: You help people.
            picture:
              code: desk
              alt: A desk
            sections:
              - code: the-job
                title: What the job is
                intro:
                  - You mend things.
                items:
                  - label: "7.50"
                    text: In January 2024 there were many.
                    confidence: seen
                    source: A survey
                    checked: 2026-11-20
            """);
    }

    public IReadOnlyList<ContentProblem> Findings() => ContentLint.Check(Read(), Today);

    private static string Crosswalk(string code, string kind, params string[] to) => $$"""
        code: {{code}}
        title: What others ask
        kind: {{kind}}
        about: It says what others ask.
        sources:
          - title: Stourbridge Gazette, on help desks
            checked: 2026-11-20
            confidence: seen
        items:
          - reference: OUT-1
            title: Helping people
            status: current
            confidence: seen
            checked: 2026-11-20
            source: Stourbridge Gazette
            maps:
        {{string.Join('\n', to.Select(ours => $"      - {{ to: {ours}, extent: part, reason: It asks for the same. }}"))}}
        """;

    private static string Unit(string code, int level, string first, string second) => $"""
        code: {code}
        version: 1
        title: Keep displays working
        level: {level}
        credit: 1
        guided-hours: 6
        aim: Lessons need screens.
        for: Technicians.
        competences:
          - code: SUP-1
            level: 2
        outcomes:
          - code: "1"
            title: Find a fault
            criteria:
              - code: "1.1"
                text: {first}
              - code: "1.2"
                text: {second}
                school: true
        covers: [lamps, cables]
        evidence: [job tickets]
        assessment: The assessor observes once.
        leads-to: []
        sources: []
        """;
}
