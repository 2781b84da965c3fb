namespace Underpin.Certificates.Claims;

/// <summary>What the table of claims shows.</summary>
internal sealed record ClaimTable(string Caption, IReadOnlyList<ClaimRow> Rows, DateOnly Today, bool ShowsCentre);
