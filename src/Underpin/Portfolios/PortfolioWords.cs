using System.Globalization;
using Underpin.Platform;
using Underpin.Platform.Pages.Tags;

namespace Underpin.Portfolios;

/// <summary>How this room's states are said to people.</summary>
internal static class PortfolioWords
{
    static readonly CultureInfo British = CultureInfo.GetCultureInfo("en-GB");

    public static string Count(int number, string one, string many) => $"{number.ToString("N0", British)} {(number == 1 ? one : many)}";

    public static string Size(long bytes) => bytes switch
    {
        < 1024 => Count((int)bytes, "byte", "bytes"),
        < 1024 * 1024 => $"{bytes / 1024.0:0} kB",
        _ => $"{bytes / 1024.0 / 1024.0:0.#} MB",
    };

    /// <summary>After "the enrolment": "was declined".</summary>
    public static string Became(EnrolmentStatus status) => status switch
    {
        EnrolmentStatus.Requested => "is waiting for the centre",
        EnrolmentStatus.Active => "was accepted",
        EnrolmentStatus.Declined => "was declined",
        EnrolmentStatus.Withdrawn => "was withdrawn",
        _ => "is complete",
    };

    public static string Name(EnrolmentStatus status) => status switch
    {
        EnrolmentStatus.Requested => "Waiting for the centre",
        EnrolmentStatus.Active => "In progress",
        EnrolmentStatus.Declined => "Declined",
        EnrolmentStatus.Withdrawn => "Withdrawn",
        _ => "Certificate awarded",
    };

    public static StatusKind Kind(EnrolmentStatus status) => status switch
    {
        EnrolmentStatus.Requested => StatusKind.Waiting,
        EnrolmentStatus.Active => StatusKind.Doing,
        EnrolmentStatus.Completed => StatusKind.Done,
        _ => StatusKind.Stopped,
    };

    public static string Name(UnitStage? stage) => stage switch
    {
        null => "Not chosen",
        UnitStage.Working => "Gathering evidence",
        UnitStage.Submitted => "With the assessor",
        UnitStage.ReferredBack => "Referred back to you",
        UnitStage.Accepted => "Accepted, may be sampled",
        _ => "Achieved",
    };

    public static StatusKind Kind(UnitStage? stage) => stage switch
    {
        null => StatusKind.Neutral,
        UnitStage.Working => StatusKind.Doing,
        UnitStage.Submitted => StatusKind.Waiting,
        UnitStage.ReferredBack => StatusKind.Attention,
        _ => StatusKind.Done,
    };

    public static string Name(EvidenceKind kind) => kind switch
    {
        EvidenceKind.File => "File",
        EvidenceKind.Link => "Link",
        EvidenceKind.Account => "Written account",
        EvidenceKind.Witness => "Witness testimony",
        _ => "Record of observation",
    };

    public static (StatusKind Kind, string Words) State(Evidence evidence) => evidence switch
    {
        { WithdrawnAt: not null } => (StatusKind.Stopped, "Taken back"),
        { Statement.ConfirmedAt: not null } => (StatusKind.Done, $"Confirmed by {evidence.Statement.Name}"),
        { Statement.DeclinedAt: not null } => (StatusKind.Attention, $"{evidence.Statement.Name} did not confirm"),
        { Statement: not null } => (StatusKind.Waiting, $"Waiting for {evidence.Statement.Name}"),
        { SubmittedAt: not null } => (StatusKind.Done, "Submitted"),
        _ => (StatusKind.Doing, "Ready to use"),
    };
}
