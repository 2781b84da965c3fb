using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Database;

namespace Underpin.Certificates.Register;

/// <summary>What the register is searched for.</summary>
/// <param name="State">"in force", "revoked" or null for both.</param>
internal sealed record RegisterSearch(Guid AwardingBodyId, string? Text, string? State)
{
    public const string InForce = "in-force";
    public const string Revoked = "revoked";

    /// <summary>
    /// A whole number finds its certificate; any other text is looked for in holders' names and numbers. Names are converted to text in the
    /// database, so the comparison is made on that text.
    /// </summary>
    public IQueryable<Certificate> In(UnderpinDb db)
    {
        var found = db.Certificates.AsNoTracking().Where(c => c.AwardingBodyId == AwardingBodyId);
        if (State == InForce) found = found.Where(c => c.RevokedAt == null);
        if (State == Revoked) found = found.Where(c => c.RevokedAt != null);
        var text = Text?.Trim();
        if (string.IsNullOrEmpty(text)) return found;
        if (CertificateNumber.TryParse(text, null, out var number)) return found.Where(c => c.Number == number);
        var pattern = LikePattern.Holding(text);
        return found.Where(c => EF.Functions.Like(((string)(object)c.HolderName).ToLower(), pattern, LikePattern.Escape) || EF.Functions.Like(((string)(object)c.Number).ToLower(), pattern, LikePattern.Escape));
    }
}

/// <summary>A line of the register.</summary>
internal sealed record RegisterRow(Guid Id, string Number, string Holder, string Qualification, string Centre, DateOnly AwardedOn, DateTimeOffset? RevokedAt)
{
    public static async Task<IReadOnlyList<RegisterRow>> ReadAsync(IQueryable<Certificate> certificates, int most, CancellationToken cancel)
    {
        var rows = await certificates.OrderByDescending(c => c.Id).Take(most)
            .Select(c => new { c.Id, c.Number, c.HolderName, c.QualificationTitle, c.CentreName, c.AwardedOn, c.RevokedAt }).ToListAsync(cancel);
        return [.. rows.Select(c => new RegisterRow(c.Id, c.Number.ToString(), c.HolderName.ToString(), c.QualificationTitle, c.CentreName, c.AwardedOn, c.RevokedAt))];
    }
}
