namespace Underpin.Certificates.Printing;

/// <summary>Everything that is written on one printed certificate, in the words the award was made with.</summary>
internal sealed record CertificatePrint
{
    public required string HolderName { get; init; }

    public required string QualificationTitle { get; init; }

    /// <summary>Level on the Regulated Qualifications Framework, 1 to 8.</summary>
    public required int QualificationLevel { get; init; }

    /// <summary>Award, Certificate or Diploma, as the awarding body calls it.</summary>
    public required string QualificationType { get; init; }

    public required int Credit { get; init; }

    /// <summary>Total qualification time, in hours.</summary>
    public required int TotalHours { get; init; }

    public required DateOnly AwardedOn { get; init; }

    /// <summary>The certificate number with its check character.</summary>
    public required string Number { get; init; }

    public required string AwardingBodyName { get; init; }

    public required string CentreName { get; init; }

    public required IReadOnlyList<PrintedUnit> Units { get; init; }

    /// <summary>The absolute web address that the code opens: the page where this certificate is checked.</summary>
    public required Uri CheckUrl { get; init; }

    /// <summary>True for demonstration data: every page then says so, in type and in its text.</summary>
    public bool IsDemonstration { get; init; }
}
