namespace Underpin.Framework;

// What the pages here say of units, qualifications and outside certificates. Those live in a later room, which this room may not read:
// it registers the answers.

/// <summary>A unit that teaches a competence, and to which level of proficiency.</summary>
internal sealed record TeachingUnit(string Competence, string Code, string Title, int Level, int ToProficiency);

/// <summary>Current units that teach any of the competences, by code.</summary>
internal delegate Task<IReadOnlyList<TeachingUnit>> FindTeachingUnits(UnderpinDb db, IReadOnlyCollection<string> competences, CancellationToken cancel);

/// <summary>A qualification and the codes of the units that count towards it.</summary>
internal sealed record NamedQualification(string Code, string Title, int Level, IReadOnlyList<string> Units);

/// <summary>Current qualifications, lowest level first.</summary>
internal delegate Task<IReadOnlyList<NamedQualification>> ListQualifications(UnderpinDb db, CancellationToken cancel);

/// <summary>Something outside (a certificate, a standard, a skill) that covers a competence of ours, wholly or in part.</summary>
/// <param name="Kind">What kind of thing it is, as a heading.</param>
/// <param name="Reference">Its code, as its body writes it.</param>
/// <param name="Extent">How much of ours it covers, in words.</param>
/// <param name="Warning">Where it can no longer be had, or nobody knows: in words. Null where it stands.</param>
internal sealed record OutsideMatch(string Kind, string Scheme, string Address, string Reference, string Title, string Extent, string Reason, string? Warning, bool IsProvisional, DateOnly Checked);

/// <summary>What outside covers a competence, kind by kind.</summary>
internal delegate Task<IReadOnlyList<OutsideMatch>> FindOutsideMatches(UnderpinDb db, string competence, CancellationToken cancel);
