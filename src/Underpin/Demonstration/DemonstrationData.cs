using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Underpin.Access;
using Underpin.Demonstration.Learners;

namespace Underpin.Demonstration;

/// <summary>Somebody to sign in as.</summary>
/// <param name="Role">Who they are in the story, in words.</param>
internal sealed record DemonstrationPerson(string Name, string Role, string Email, string Password);

/// <summary>
/// The demonstration: one coherent story, told through the services that people use, at the times when it happened. It is added whole or
/// not at all, and only to a database in which nobody has an account.
/// </summary>
internal static class DemonstrationData
{
    /// <summary>Everybody's in the story; it opens nothing real.</summary>
    public const string Password = "lintel pier harbour";

    /// <returns>The people of the story to print, whether they were added now or at an earlier start; none when others live here.</returns>
    public static async Task<IReadOnlyList<DemonstrationPerson>> AddAsync(IServiceProvider services, TimeProvider clock, CancellationToken cancel = default)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<UnderpinDb>();
        var cast = new Cast();
        if (await db.Users.AnyAsync(cancel)) return await ThoseHereAsync(db, cast, cancel);

        var users = scope.ServiceProvider.GetRequiredService<UserManager<Account>>();
        users.PasswordHasher = new PreparedPasswords(users.PasswordHasher, cast.Everyone.Count);
        var storyClock = new StoryClock(clock);
        var story = await Story.OpenAsync(new StoryServices(scope.ServiceProvider, storyClock), storyClock, db, cancel);
        Beginnings.Tell(story, cast);
        SamOkafor.Tell(story, cast);
        CallumReid.Tell(story, cast);
        AishaBello.Tell(story, cast);
        GraceMuller.Tell(story, cast);
        MeiLin.Tell(story, cast);
        AnaKovac.Tell(story, cast);
        JoeBright.Tell(story, cast);
        TomAshworth.Tell(story, cast);
        NextEdition.Tell(story, cast);
        LeadershipPlans.Tell(story, cast);

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await story.HappenAsync();
        // Nobody reads these addresses: what the acts wrote to people is not sent.
        await db.Outbox.ExecuteDeleteAsync(cancel);
        await transaction.CommitAsync(cancel);
        return [.. cast.Everyone.Select(ToPrint)];
    }

    static async Task<IReadOnlyList<DemonstrationPerson>> ThoseHereAsync(UnderpinDb db, Cast cast, CancellationToken cancel)
    {
        var addresses = cast.Everyone.Select(p => p.Email).ToList();
        var here = await db.Users.Where(u => u.ErasedAt == null && addresses.Contains(u.Email!)).Select(u => u.Email).ToListAsync(cancel);
        return [.. cast.Everyone.Where(p => here.Contains(p.Email)).Select(ToPrint)];
    }

    static DemonstrationPerson ToPrint(Person person) => new(person.Name, person.Role, person.Email, Password);
}
