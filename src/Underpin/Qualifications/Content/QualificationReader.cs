using System.Text.RegularExpressions;
using Underpin.Platform.Content;
using Underpin.Platform.Content.Lint;
using Underpin.Qualifications.Content.Lint;

namespace Underpin.Qualifications.Content;

/// <summary>A qualification read from its file, with what other files have to be asked about.</summary>
internal sealed record QualificationDraft(
    QualificationContent Qualification, ContentMapReader Map, IReadOnlyList<LocatedText> Units, IReadOnlyList<LocatedText> LeadsTo);

/// <summary>Reads content/qualifications/CODE.yaml.</summary>
internal static partial class QualificationReader
{
    public static ContentShape QualificationShape { get; } = new(
        "a qualification",
        new("code", "EITQ-L, the level, A, C or D, then a letter where there is more than one, such as EITQ-L3C"),
        new("version", "a whole number from 1"),
        new("title", "the qualification's title"),
        new("type", "award, certificate or diploma"),
        new("level", "an RQF level from 2 to 6"),
        new("awarding-body", "the short name of the body that awards it"),
        new("aim", "why a school needs this"),
        new("for", "who it is for"),
        new("rule", "the rule of combination"),
        new("leads-to", "codes of qualifications", Required: false),
        new("sources", "where facts come from", Required: false),
        Allowance.Key);

    public static QualificationDraft Read(ContentMapReader map, DateOnly today)
    {
        var code = map.Matching("code", QualificationCode(), "EITQ-L, the level, A, C or D, then a letter where there is more than one, such as EITQ-L3C");
        var type = Enum.Parse<QualificationType>(map.OneOf("type", "award", "certificate", "diploma"), ignoreCase: true);
        var level = map.Integer("level", RqfLevel.LowestAwarded.Value, RqfLevel.HighestAwarded.Value);
        var beginning = $"EITQ-L{level}{type.ToString()[0]}";
        if (code != "" && map.IsSound("type") && map.IsSound("level") && !code.StartsWith(beginning, StringComparison.Ordinal))
            map.Problem(FileRules.Contradiction, "code", $"{code} is not the code of a level {level} {type.ToString().ToLowerInvariant()}: expected one beginning {beginning}");
        if (code != "" && Path.GetFileNameWithoutExtension(map.File) != code)
            map.Problem(FileRules.Contradiction, "code", $"'code' is {code}, but the file is {map.File}: expected qualifications/{code}.yaml");
        var leadsTo = map.Texts("leads-to");
        map.RefuseRepeats("leads-to", leadsTo);
        var ruleMap = map.Map("rule", RuleReader.RuleShape);
        var (rule, units) = RuleReader.Read(ruleMap);
        if (ruleMap is not null && ruleMap.IsSound("minimum-credit") && map.IsSound("type")
            && (rule.MinimumCredit < type.SmallestCredit() || rule.MinimumCredit > type.LargestCredit()))
            ruleMap.Problem(QualificationRules.SizeAndTitle, "minimum-credit", $"'minimum-credit' is {rule.MinimumCredit:N}: {Band(type)}");
        var qualification = new QualificationContent
        {
            Code = code,
            Version = map.Integer("version", 1, 9999),
            Title = map.Text("title"),
            Type = type,
            Level = new(level),
            AwardingBody = map.Text("awarding-body"),
            Aim = map.Text("aim"),
            For = map.Text("for"),
            Rule = rule,
            LeadsTo = [.. leadsTo.Select(text => text.Text)],
            Sources = SourceContent.ReadAll(map, today),
        };
        return new(qualification, map, units, leadsTo);
    }

    private static string Band(QualificationType type) => type switch
    {
        QualificationType.Award => "expected 1 to 12, the size of an award",
        QualificationType.Certificate => "expected 13 to 36, the size of a certificate",
        _ => "expected 37 or more, the size of a diploma",
    };

    [GeneratedRegex("^EITQ-L[2-6][ACD][A-Z]?$", RegexOptions.CultureInvariant)]
    private static partial Regex QualificationCode();
}
