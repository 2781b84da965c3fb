using System.Text;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform;

namespace Underpin.Access;

internal sealed record AddOrganisation
{
    public required string Name { get; init; }
    /// <summary>Made from the name when left out.</summary>
    public string? Code { get; init; }
    public required OrganisationKinds Kinds { get; init; }
    public string? Town { get; init; }
    public Urn? Urn { get; init; }
    public Ukprn? Ukprn { get; init; }
    public Guid? Trust { get; init; }
}

internal sealed class OrganisationService(UnderpinDb db)
{
    public const int LongestName = 200;
    public const int LongestCode = 40;

    public async Task<Outcome<Organisation>> AddAsync(AddOrganisation options, Change change, CancellationToken cancel)
    {
        if (!await db.Users.AnyAsync(a => a.Id == change.ActorId && a.IsAdministrator && a.ErasedAt == null, cancel)) return new OnlyAdministratorsAddOrganisations();
        if (options.Kinds == OrganisationKinds.None) return new OrganisationNeedsAKind();
        if (options.Trust is not null && !options.Kinds.HasFlag(OrganisationKinds.School)) return new OnlySchoolsBelongToATrust();
        if (options.Trust is { } trust && !(await db.Organisations.SingleOrDefaultAsync(o => o.Id == trust, cancel) is { } found && found.Is(OrganisationKinds.Trust))) return new NotATrust();
        var code = options.Code ?? CodeFrom(options.Name);
        if (await ClashAsync(options, code, cancel) is { } clash) return clash;

        var organisation = new Organisation
        {
            Code = code,
            Name = options.Name,
            Kinds = options.Kinds,
            Town = options.Town,
            Urn = options.Urn?.ToString(),
            Ukprn = options.Ukprn?.ToString(),
            TrustId = options.Trust,
        };
        db.Organisations.Add(organisation);
        db.Record(change, organisation.Id, new OrganisationAdded(organisation.Id, organisation.Name, organisation.Kinds.Words(), organisation.Urn, organisation.Ukprn, organisation.TrustId));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException) when (db.Organisations.AsNoTracking().Any(o => o.Code == code))
        {
            return new CodeIsTaken(code);
        }

        return organisation;
    }

    /// <summary>"St Mary's School, Poole" becomes "st-mary-s-school-poole".</summary>
    public static string CodeFrom(string name)
    {
        var code = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(c)) code.Append(c);
            else if (char.IsWhiteSpace(c) || char.IsPunctuation(c)) { if (code.Length > 0 && code[^1] != '-') code.Append('-'); }
        }

        if (code.Length > LongestCode) code.Length = LongestCode;
        return code.ToString().Trim('-') is { Length: > 0 } made ? made : $"o-{Guid.NewGuid():N}"[..12];
    }

    async Task<Refusal?> ClashAsync(AddOrganisation options, string code, CancellationToken cancel)
    {
        string? urn = options.Urn?.ToString(), ukprn = options.Ukprn?.ToString();
        if (await db.Organisations.AnyAsync(o => o.Code == code, cancel)) return new CodeIsTaken(code);
        if (urn is not null && await db.Organisations.Where(o => o.Urn == urn).Select(o => o.Name).FirstOrDefaultAsync(cancel) is { } first) return new NumberIsTaken(urn, first);
        if (ukprn is not null && await db.Organisations.Where(o => o.Ukprn == ukprn).Select(o => o.Name).FirstOrDefaultAsync(cancel) is { } second) return new NumberIsTaken(ukprn, second);
        return null;
    }
}
