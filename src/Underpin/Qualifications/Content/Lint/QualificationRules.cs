using Underpin.Platform.Content.Lint;

namespace Underpin.Qualifications.Content.Lint;

/// <summary>What units, qualifications and their sizes are held to.</summary>
internal static class QualificationRules
{
    /// <summary>Under this share of guided time a unit is a library list; Level 6 learners, who work most on their own, have the least.</summary>
    public const int LeastGuidedPercent = 30;

    /// <summary>Over this share nothing is left to do the work in, which is where the evidence comes from.</summary>
    public const int MostGuidedPercent = 75;

    /// <summary>Nobody does something in a school and keeps the evidence of it in less than an hour.</summary>
    public const double LeastHoursPerCriterion = 1;

    /// <summary>A criterion that takes a working week is more than one criterion.</summary>
    public const double MostHoursPerCriterion = 6;

    public static ContentRule CannotBeMet { get; } = new("Q1", "Qualification that nobody can complete")
    {
        Wrong = "No selection of the units meets the rule of combination.",
        Why = "Learners would pay for something that cannot be claimed.",
        Mend = "The message names the demands that cannot stand together: change one of them.",
        Bad = "minimum-credit: 8, with units that come to 7",
        Good = "minimum-credit: 7, with units that come to 7 or more",
    };

    public static ContentRule OneWayOnly { get; } = new("Q2", "Qualification with one way only")
    {
        Wrong = "Exactly one selection of units meets the rule of combination.",
        Why = "Schools differ. A technician whose school has no servers cannot take a unit on them, and so never finishes.",
        Mend = "Add units to choose from, or ask for fewer of them.",
        Bad = "choose-units: 2 of [EIT305, EIT306]",
        Good = "choose-units: 2 of [EIT305, EIT306, EIT307]",
    };

    public static ContentRule Proportion { get; } = new("S1", "Credit and guided hours out of proportion")
    {
        Wrong = $"Guided hours are under {LeastGuidedPercent} or over {MostGuidedPercent} per cent of all the hours (ten to a credit), or all the hours leave less than {LeastHoursPerCriterion:0} or more than {MostHoursPerCriterion:0} hours for each criterion.",
        Why = "Credit is a promise about time. Too little, and learners cannot finish; too much, and the certificate says more than it should.",
        Mend = "Estimate the hours of each outcome again, taught and alone. Credit is their sum divided by ten.",
        Bad = "credit: 2, guided-hours: 19",
        Good = "credit: 3, guided-hours: 18",
    };

    public static ContentRule SizeAndTitle { get; } = new("S2", "Size that does not match the title")
    {
        Wrong = "The title, the type, the level and the credit of a qualification do not say the same: award 1 to 12 credits, certificate 13 to 36, diploma 37 or more.",
        Why = "An employer reads the title only.",
        Mend = "Change the title and the type, or the credit that is asked for.",
        Bad = "title: Level 2 Diploma in School IT, type: award",
        Good = "title: Level 2 Award in School IT, type: award",
    };

    public static ContentRule UntaughtCompetence { get; } = new("C2", "Competence that no unit teaches")
    {
        Wrong = "A competence is in the framework, and no unit teaches it at any level.",
        Why = "A school finds what it lacks, and there is nothing to learn it by.",
        Mend = "Add it to the unit whose criteria show it, with a criterion that does.",
        Bad = "SCH-3 in no unit's competences",
        Good = "SCH-3 at level 2 in EIT208, with a criterion on clubs",
    };

    public static ContentRule RoleWithoutWay { get; } = new("C3", "Role that no qualification leads to")
    {
        Wrong = "The qualifications that a role names teach, with all their units together, fewer than half of the competences that it asks for.",
        Why = "Somebody who wants the post is told to take a qualification that does not lead there.",
        Mend = "Name the qualifications that do, or widen one of them.",
        Bad = "a network manager with qualifications: [EITQ-L2A]",
        Good = "a network manager with qualifications: [EITQ-L4C, EITQ-L4D]",
    };

    public static ContentRule Hole { get; } = new("C5", "Hole without a reason")
    {
        Wrong = "The coverage report has a hole for which content/coverage.yaml gives no reason: a level that roles ask for and no unit teaches, an outside standard that reaches no competence, an apprenticeship that reaches no unit, or something of ours that nothing outside reaches.",
        Why = "A hole that nobody has looked at is found by the first learner who falls into it.",
        Mend = "Fill it, or write under 'holes' why it stays.",
        Bad = "a role asks for AVD-2 at level 3, and units stop at level 2",
        Good = "EIT305 teaches AVD-2 to level 3",
    };

    public static ContentRule NoSuchHole { get; } = new("C6", "Reason for no hole")
    {
        Wrong = "content/coverage.yaml gives a reason for a hole that is not there.",
        Why = "A leftover reason would hide the hole when it opens again.",
        Mend = "Take it out.",
        Bad = "hole: AVD-2:3, while EIT305 teaches it",
        Good = "no such entry",
    };

    public static ContentRule UnknownSource { get; } = new("E3", "Row that stands on no source")
    {
        Wrong = "A row of a crosswalk says that it was read somewhere, and none of the sources that its file lists has a name in common with that. General knowledge stands for itself where the row's confidence is 'recalled'.",
        Why = "A reader cannot look, and an editor has no date of checking.",
        Mend = "List the source, or name it in the row as it is listed.",
        Bad = "source: ECL, wireless standards (with no source of ECL's listed)",
        Good = "source: ECL, wireless standards (with a source by ECL listed)",
    };

    public static ContentRule UnusedSource { get; } = new("E5", "Source that no row stands on")
    {
        Wrong = "A crosswalk lists a source of which neither a row nor the text about it names anything.",
        Why = "Somebody will go on checking it for nothing, or a row says it was read elsewhere.",
        Mend = "Name it in the rows that rest on it, or take it out.",
        Bad = "a source by ECL, and no row read in ECL",
        Good = "a source by ECL, and a row with source: ECL, wireless standards",
    };

    public static IReadOnlyList<ContentRule> All { get; } =
        [CannotBeMet, OneWayOnly, Proportion, SizeAndTitle, UntaughtCompetence, RoleWithoutWay, Hole, NoSuchHole, UnknownSource, UnusedSource];

    public static IEnumerable<string> CheckProportion(UnitContent unit)
    {
        var percent = 100.0 * unit.GuidedHours.Value / unit.Credit.TotalHours;
        if (percent is < LeastGuidedPercent or > MostGuidedPercent)
            yield return $"{unit.GuidedHours} are {percent:0} per cent of the {unit.Credit.TotalHours} hours of {unit.Credit}: expected {LeastGuidedPercent} to {MostGuidedPercent} per cent";
        var criteria = unit.Outcomes.Sum(outcome => outcome.Criteria.Count);
        var hours = (double)unit.Credit.TotalHours / criteria;
        if (hours is < LeastHoursPerCriterion or > MostHoursPerCriterion)
            yield return $"{unit.Credit.TotalHours} hours for {criteria} criteria are {hours:0.0} each: expected {LeastHoursPerCriterion:0} to {MostHoursPerCriterion:0}";
    }

    public static IEnumerable<string> CheckTitle(QualificationContent qualification)
    {
        var words = qualification.Title.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var expected = qualification.Type.ToString();
        var types = Enum.GetNames<QualificationType>().Where(type => words.Contains(type, StringComparer.OrdinalIgnoreCase)).ToList();
        if (types is not [var only] || only != expected)
            yield return $"'{qualification.Title}' is of the type {expected.ToLowerInvariant()}: expected the word {expected} in the title, and no other size";
        if (!qualification.Title.Contains(qualification.Level.ToString(), StringComparison.OrdinalIgnoreCase))
            yield return $"'{qualification.Title}' is at {qualification.Level}: expected {qualification.Level} in the title";
    }
}
