using Underpin.Platform.Content;
using Underpin.Qualifications.Content;

namespace Underpin.Tests.Qualifications.Content;

/// <summary>A small content directory that reads without problems, to be spoilt one thing at a time.</summary>
internal class ContentDirectory : IDisposable
{
    public const string FrameworkFile = "framework/framework.yaml";
    public const string AreaFile = "framework/areas/support.yaml";
    public const string UnitFile = "units/EIT205.yaml";
    public const string HigherUnitFile = "units/EIT305.yaml";
    public const string QualificationFile = "qualifications/EITQ-L2A.yaml";

    public const string NewcomersFile = "newcomers/newcomers.yaml";

    public static readonly DateOnly Today = new(2026, 11, 21);

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("underpin-content-");

    public ContentDirectory()
    {
        Write(FrameworkFile, """
            code: eduit
            title: Education IT competence framework
            version: 2026.1
            published: 2026-11-21
            awarding-body: EITAC
            summary: What people can do.
            levels:
              - level: 1
                title: Follows
                meaning: Works by a method.
              - level: 2
                title: Finds
                meaning: Finds and mends.
            sources:
              - { title: A paper, url: "https://example.org/paper", checked: 2026-11-20, confidence: seen }
            """);
        Write(AreaFile, """
            code: SUP
            title: User support
            order: 1
            summary: Helping people.
            competences:
              - code: SUP-1
                title: Resolve requests
                why: People ask.
                without: Nobody answers.
                levels:
                  - level: 1
                    does: Records a request.
                  - level: 2
                    does: Resolves a request.
            """);
        Write(UnitFile, Unit("EIT205", 2, 3, "EIT305"));
        Write(HigherUnitFile, Unit("EIT305", 3, 4));
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
              minimum-credit: 7
              minimum-credit-at-level: { level: 3, credit: 4 }
              groups:
                - code: A
                  title: Core
                  mandatory: true
                  units: [EIT205]
                - code: B
                  title: Your setting
                  choose-units: 1
                  units: [EIT305]
            leads-to: []
            sources: []
            """);
        Write(NewcomersFile, """
            code: newcomers
            version: 1
            title: The job and the way in
            summary: Every school needs you.
            picture: { code: desk, alt: A desk }
            sections:
              - code: the-job
                title: What the job is
                picture: { code: clock, alt: A clock }
                intro: [Things plug in.]
                items:
                  - label: "7.50"
                    text: The pay is low.
                    link: https://example.org/adverts
                    confidence: seen
                    source: A paper
                    checked: 2026-11-20
            """);
    }

    public string Path => _directory.FullName;

    public static string Unit(string code, int level, int credit, string leadsTo = "") => $"""
        code: {code}
        version: 1
        title: Keep displays working
        level: {level}
        credit: {credit}
        guided-hours: 18
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
                text: Question the member of staff.
              - code: "1.2"
                text: Isolate the fault.
                school: true
        covers: [lamps, cables]
        evidence: [job tickets]
        assessment: One observation.
        leads-to: [{leadsTo}]
        sources: []
        """;

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Full(file))!);
        File.WriteAllText(Full(file), text);
    }

    public void WriteBytes(string file, byte[] bytes) => File.WriteAllBytes(Full(file), bytes);

    public void Delete(string file) => File.Delete(Full(file));

    /// <summary>Replaces the one place at which a text stands in a file.</summary>
    public void Replace(string file, string old, string @new)
    {
        var text = File.ReadAllText(Full(file));
        Assert.Equal(2, text.Split(old).Length);
        File.WriteAllText(Full(file), text.Replace(old, @new, StringComparison.Ordinal));
    }

    public ContentReading Read() => ContentSet.Read(Path, Today);

    public IReadOnlyList<ContentProblem> Problems() => Read().Problems;

    public void Dispose() => _directory.Delete(recursive: true);

    private string Full(string file) => System.IO.Path.Combine(Path, file);
}
