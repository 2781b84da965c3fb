namespace Underpin.Qualifications;

/// <summary>The size of a qualification in a word.</summary>
/// <remarks>The bands come from the Qualifications and Credit Framework (Open College Network; AIM Qualifications). The RQF no
/// longer binds awarding bodies to them; they still use them, and so does Underpin.</remarks>
internal enum QualificationType
{
    /// <summary>1 to 12 credits.</summary>
    Award,

    /// <summary>13 to 36 credits.</summary>
    Certificate,

    /// <summary>37 credits or more.</summary>
    Diploma,
}

internal static class QualificationTypes
{
    public static Credit SmallestCredit(this QualificationType type) => new(type switch
    {
        QualificationType.Award => 1,
        QualificationType.Certificate => 13,
        QualificationType.Diploma => 37,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such type of qualification."),
    });

    public static Credit LargestCredit(this QualificationType type) => new(type switch
    {
        QualificationType.Award => 12,
        QualificationType.Certificate => 36,
        QualificationType.Diploma => Credit.Maximum,
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "There is no such type of qualification."),
    });
}
