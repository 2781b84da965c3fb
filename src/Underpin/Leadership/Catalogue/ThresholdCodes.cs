namespace Underpin.Leadership.Catalogue;

/// <summary>The codes of the thresholds on which findings rest.</summary>
internal static class ThresholdCodes
{
    public const string SeniorTeamMost = "senior-team-most";
    public const string MiddleToSeniorLeast = "middle-to-senior-least";
    public const string SeniorStaffShareMost = "senior-staff-share-most";
    public const string SeniorCostShareMost = "senior-cost-share-most";
    public const string SpanMost = "span-most";
    public const string LayersMost = "layers-most";
    public const string LargeMeeting = "large-meeting";
    public const string DoersMost = "doers-most";
    public const string SpendLeast = "spend-least";
    public const string VoiceStepsMost = "voice-steps-most";
    public const string LoadMost = "load-most";
    public const string MeetingHoursMost = "meeting-hours-most";
    public const string KnowersLeast = "knowers-least";
    public const string CoverWeight = "cover-weight";
    public const string YearsMost = "years-most";
    public const string YearsAhead = "years-ahead";

    public static IReadOnlyList<string> All { get; } =
    [
        SeniorTeamMost, MiddleToSeniorLeast, SeniorStaffShareMost, SeniorCostShareMost, SpanMost, LayersMost, LargeMeeting, DoersMost,
        SpendLeast, VoiceStepsMost, LoadMost, MeetingHoursMost, KnowersLeast, CoverWeight, YearsMost, YearsAhead,
    ];
}
