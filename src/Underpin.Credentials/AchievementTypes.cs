using System.Buffers;
using System.Collections.Frozen;

namespace Underpin.Credentials;

/// <summary>The kinds of achievement that Open Badges 3.0 names (<c>AchievementType Enumeration</c>), and the rule for own terms.</summary>
public static class AchievementTypes
{
    /// <summary>An award: a small qualification.</summary>
    public const string Award = "Award";

    /// <summary>A certificate.</summary>
    public const string Certificate = "Certificate";

    /// <summary>A diploma.</summary>
    public const string Diploma = "Diploma";

    /// <summary>A certification, such as a vendor's examination.</summary>
    public const string Certification = "Certification";

    /// <summary>One competence; used for a unit.</summary>
    public const string Competency = "Competency";

    /// <summary>A completed course.</summary>
    public const string Course = "Course";

    private static readonly FrozenSet<string> Named = FrozenSet.Create(
        StringComparer.Ordinal,
        "Achievement", "ApprenticeshipCertificate", "Assessment", "Assignment", "AssociateDegree", Award, "Badge",
        "BachelorDegree", Certificate, "CertificateOfCompletion", Certification, "CommunityService", Competency, Course,
        "CoCurricular", "Degree", Diploma, "DoctoralDegree", "Fieldwork", "GeneralEducationDevelopment",
        "JourneymanCertificate", "LearningProgram", "License", "Membership", "ProfessionalDoctorate",
        "QualityAssuranceCredential", "MasterCertificate", "MasterDegree", "MicroCredential", "ResearchDoctorate",
        "SecondarySchoolDiploma");

    private static readonly SearchValues<char> TermCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-_");

    /// <summary>Whether a text names a kind of achievement: one of the thirty-one named ones, or <c>ext:</c> and an own term.</summary>
    /// <param name="type">The text, compared letter for letter. Null is not a kind.</param>
    public static bool IsKnown(string? type) => type is not null && (Named.Contains(type) || IsOwnTerm(type));

    internal static bool IsOwnTerm(string term) =>
        term.Length > 4 && term.StartsWith("ext:", StringComparison.Ordinal) && !term.AsSpan(4).ContainsAnyExcept(TermCharacters);
}
