namespace Underpin.Certificates.Printing;

/// <summary>One line of the table of units on a printed certificate.</summary>
internal sealed record PrintedUnit(string Code, string Title, int Level, int Credit);
