using System.Globalization;
using System.Text.RegularExpressions;
using Underpin.Framework.Content;
using Underpin.Platform;

namespace Underpin.Framework.Drafting;

internal static partial class DraftingRules
{
    public const int LongestDraftTitle = 100, LongestSummary = 2000, LongestQuestion = 1000;
    public const int ShortestConsultation = 2, LongestConsultation = 180;

    public static int Longest(LineKind kind) => kind switch
    {
        LineKind.Title => 120,
        LineKind.ForHeads => 1500,
        LineKind.Does => 400,
        LineKind.Codes => 200,
        LineKind.Level => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What was typed as it is kept: without space around it, and in one paragraph.</summary>
    public static string Tidy(string? typed) => Space().Replace((typed ?? "").Trim(), " ");

    /// <summary>What is wrong with a line's text; null when nothing is.</summary>
    /// <param name="levels">How many proficiency levels the framework has.</param>
    public static Refusal? Line(LineKind kind, string text, int levels) => kind switch
    {
        _ when text.Length == 0 => new LineEmpty(),
        _ when text.Length > Longest(kind) && kind != LineKind.Level => new LineOverlong(text.Length, Longest(kind)),
        _ when text.Any(char.IsControl) => new LineUnprintable(),
        LineKind.Level when !(int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level >= 1 && level <= levels) => new NotALevel(levels),
        LineKind.Codes when FrameworkLines.Codes(text) is var codes && (codes.Count == 0 || codes.Any(code => !CompetenceCode().IsMatch(code))) => new NotCodes(),
        _ => null,
    };

    public static Refusal? Words(string text, int longest, string what) =>
        text.Length == 0 ? new WordsMissing(what) : text.Length > longest ? new WordsOverlong(what, text.Length, longest) : null;

    public static Refusal? Until(DateOnly until, DateOnly today) =>
        until < today.AddDays(ShortestConsultation) || until > today.AddDays(LongestConsultation)
            ? new ConsultationDateOutside(today.AddDays(ShortestConsultation), today.AddDays(LongestConsultation))
            : null;

    public static bool IsAreaCode(string code) => AreaCode().IsMatch(code);

    /// <summary>The edition after the latest: the next of this year.</summary>
    public static FrameworkVersion Next(FrameworkVersion latest, DateOnly today) =>
        FrameworkVersion.Parse(today.Year > latest.Year ? $"{today.Year}.1" : $"{latest.Year}.{latest.Number + 1}");

    /// <summary>Where the parts of a text refer to something that is not there: what would break the edition.</summary>
    public static IEnumerable<string> Broken(FrameworkContent content)
    {
        var competences = content.Areas.SelectMany(area => area.Competences).ToDictionary(competence => competence.Code);
        foreach (var area in content.Areas.Where(area => area.Competences.Count == 0)) yield return $"Area {area.Code} has no competence.";
        foreach (var competence in competences.Values)
        {
            if (competence.Levels.Count == 0) yield return $"{competence.Code} says nothing of any level.";
            foreach (var level in competence.Levels.Where(level => level.Level > content.Levels.Count)) yield return $"{competence.Code} has a level {level.Level}, and the framework has {content.Levels.Count}.";
            foreach (var replaced in competence.Replaces.Where(competences.ContainsKey)) yield return $"{competence.Code} replaces {replaced}, which is still here.";
        }

        foreach (var role in content.Roles)
        {
            if (role.Duties.Count == 0) yield return $"The role {role.Title} has no duty.";
            foreach (var asked in role.Competences.Where(asked => !competences.ContainsKey(asked.Code))) yield return $"The role {role.Title} asks for {asked.Code}, which is not here.";
        }
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Space();

    [GeneratedRegex(@"^[A-Z]{3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex AreaCode();

    [GeneratedRegex(@"^[A-Z]{3}-[1-9][0-9]?\z", RegexOptions.CultureInvariant)]
    private static partial Regex CompetenceCode();
}
