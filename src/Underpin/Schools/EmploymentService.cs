using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Platform;
using Underpin.Platform.Database;

namespace Underpin.Schools;

internal sealed record SayWhereIWork
{
    public required Guid School { get; init; }
    public required string JobTitle { get; init; }
    public required DateOnly Start { get; init; }
}

/// <summary>One person's employment at a school, as an administrator of the school saw it.</summary>
internal sealed record Employment
{
    public required Guid School { get; init; }
    public required Guid Membership { get; init; }
    public required int Seen { get; init; }
}

/// <summary>Who works where, in what post, and who manages whom. Each method gives null when the school has no such employment.</summary>
internal sealed class EmploymentService(UnderpinDb db, MembershipService memberships)
{
    /// <summary>A person's own word. It opens nothing until the school confirms it.</summary>
    public async Task<Outcome<Membership>> SayAsync(SayWhereIWork options, Change change, CancellationToken cancel)
    {
        var title = options.JobTitle.Trim();
        if (EmploymentRules.JobTitle(title) is { } badTitle) return badTitle;
        if (EmploymentRules.Start(options.Start, change.At.UkDate()) is { } badStart) return badStart;
        if (await db.Organisations.SingleOrDefaultAsync(o => o.Id == options.School, cancel) is not { } school || !Granting.Fits(MembershipRole.Staff, school.Kinds)) return new NotASchool();
        if (await WorksThereAsync(options.School, change, cancel)) return new WorksThereAlready(school.Name);

        var membership = new Membership { AccountId = change.ActorId!.Value, OrganisationId = school.Id, Role = MembershipRole.Staff, JobTitle = title, From = options.Start };
        db.Memberships.Add(membership);
        db.Record(change, school.Id, new SaidWhereTheyWork(membership.AccountId, school.Id, title, options.Start));
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException clash) when (clash is not DbUpdateConcurrencyException)
        {
            // Sent twice at once: the index on current memberships let one of them in.
            if (!await WorksThereAsync(options.School, change, cancel)) throw;
            return new WorksThereAlready(school.Name);
        }

        return membership;
    }

    public async Task<Outcome<Membership>?> ConfirmAsync(Employment options, Change change, CancellationToken cancel)
    {
        if (await FindAsync(options, cancel) is not { } found) return null;
        if (await RefusedAsync(found, change, cancel) is { } refusal) return refusal;
        if (found.Employment.AccountId == change.ActorId) return new NotYourOwnConfirmation();
        if (!found.Person.EmailConfirmed) return new EmailIsUnconfirmed(found.Person.Name.ToString());
        if (found.Employment.ConfirmedAt is not null) return (Outcome<Membership>)found.Employment;
        db.SeenAs(found.Employment, options.Seen);
        found.Employment.ConfirmedAt = change.At;
        db.Record(change, options.School, new EmploymentConfirmed(found.Employment.AccountId, options.School));
        await db.SaveChangesAsync(cancel);
        return (Outcome<Membership>)found.Employment;
    }

    /// <param name="manager">Null takes the line manager away.</param>
    public async Task<Outcome<Membership>?> SetLineManagerAsync(Employment options, Guid? manager, Change change, CancellationToken cancel)
    {
        if (await FindAsync(options, cancel) is not { } found) return null;
        var employment = found.Employment;
        if (await RefusedAsync(found, change, cancel) is { } refusal) return refusal;
        if (employment.LineManagerId == manager) return (Outcome<Membership>)employment;
        if (manager is { } managerId && await UnfitAsync(managerId, found, cancel) is { } unfit) return unfit;

        db.SeenAs(employment, options.Seen);
        db.Record(change, options.School, new LineManagerChanged(employment.AccountId, options.School, employment.LineManagerId, manager));
        employment.LineManagerId = manager;
        // Two such changes at once could close a circle that neither of them saw: both write the school's row, so the second is told.
        db.Entry(found.School).State = EntityState.Modified;
        await db.SaveChangesAsync(cancel);
        return (Outcome<Membership>)employment;
    }

    public async Task<Outcome<Membership>?> EndAsync(Employment options, DateOnly lastDay, Change change, CancellationToken cancel)
    {
        if (await FindAsync(options, cancel) is not { } found) return null;
        if (await RefusedAsync(found, change, cancel) is { } refusal) return refusal;
        if (EmploymentRules.LastDay(lastDay, found.Employment.From, change.At.UkDate()) is { } badDay) return badDay;
        return await memberships.EndAsync(new() { Organisation = options.School, Membership = options.Membership, Seen = options.Seen, LastDay = lastDay }, change, cancel);
    }

    /// <summary>Those who can manage somebody at the school: confirmed staff of it or of its trust.</summary>
    public static IQueryable<Account> PossibleManagers(UnderpinDb db, Organisation school) => db.Users.Where(a => a.ErasedAt == null &&
        db.Memberships.Any(m => m.AccountId == a.Id && m.Role == MembershipRole.Staff && m.Until == null && m.ConfirmedAt != null && (m.OrganisationId == school.Id || m.OrganisationId == school.TrustId)));

    sealed record Found(Membership Employment, Account Person, Organisation School);

    async Task<Found?> FindAsync(Employment options, CancellationToken cancel) => await (
        from m in db.Memberships
        where m.Id == options.Membership && m.OrganisationId == options.School
        join person in db.Users on m.AccountId equals person.Id
        join school in db.Organisations on m.OrganisationId equals school.Id
        select new Found(m, person, school)).SingleOrDefaultAsync(cancel);

    async Task<Refusal?> RefusedAsync(Found found, Change change, CancellationToken cancel)
    {
        var roles = await db.RolesInAsync(change, found.School.Id, cancel);
        return !roles.Contains(Role.SchoolAdministrator) ? new NotTheSchoolsAdministrator(found.School.Name)
            : found.Employment.Role != MembershipRole.Staff ? new OnlyStaffAreEmployed()
            : found.Employment.Until is not null ? new EmploymentHasEnded(found.Person.Name.ToString())
            : null;
    }

    async Task<Refusal?> UnfitAsync(Guid managerId, Found found, CancellationToken cancel)
    {
        var person = found.Person;
        if (managerId == person.Id) return new NobodyManagesThemselves(person.Name.ToString());
        if (await PossibleManagers(db, found.School).SingleOrDefaultAsync(a => a.Id == managerId, cancel) is not { } manager) return new ManagerIsElsewhere(found.School.Name);
        return await LineManagement.IsManagerOf(db, person.Id, managerId, cancel) ? new ManagersInACircle(person.Name.ToString(), manager.Name.ToString()) : null;
    }

    Task<bool> WorksThereAsync(Guid school, Change change, CancellationToken cancel) =>
        db.Memberships.AnyAsync(m => m.AccountId == change.ActorId && m.OrganisationId == school && m.Role == MembershipRole.Staff && m.Until == null, cancel);
}
