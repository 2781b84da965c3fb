using Underpin.Platform;
using Underpin.Platform.Pages.Tags;

namespace Underpin.Framework.Drafting;

/// <summary>How a draft stands, in words.</summary>
internal static class DraftWords
{
    public static string Name(Draft draft, DateOnly today) => draft.Status switch
    {
        DraftStatus.Open => "Being written",
        DraftStatus.InConsultation when draft.IsOpenForComment(today) => "Open for comment",
        DraftStatus.InConsultation or DraftStatus.Closed => "Consultation over",
        DraftStatus.Published => "Published",
        _ => "Abandoned",
    };

    public static StatusKind Kind(Draft draft, DateOnly today) => draft.Status switch
    {
        DraftStatus.Open => StatusKind.Doing,
        DraftStatus.InConsultation when draft.IsOpenForComment(today) => StatusKind.Waiting,
        DraftStatus.InConsultation or DraftStatus.Closed => StatusKind.Doing,
        DraftStatus.Published => StatusKind.Done,
        _ => StatusKind.Stopped,
    };

    public static string State(Draft draft, DateOnly today) => draft.Status switch
    {
        DraftStatus.Open => "being written. Nobody outside has seen it yet.",
        DraftStatus.InConsultation when draft.IsOpenForComment(today) => $"open for comment until {draft.ConsultationUntil!.Value.InWords()}. The text rests until then.",
        DraftStatus.InConsultation or DraftStatus.Closed => $"the consultation ended on {draft.ConsultationUntil!.Value.InWords()}. The text can be changed again.",
        DraftStatus.Published => $"published as edition {draft.Version} on {draft.EndedAt!.Value.InWords()}.",
        _ => $"abandoned on {draft.EndedAt!.Value.InWords()}.",
    };

    public static string Some(int number, string one, string many) => number == 1 ? $"1 {one}" : $"{number} {many}";
}
