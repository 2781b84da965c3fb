using System.Collections.Concurrent;
using Microsoft.AspNetCore.Identity;
using Underpin.Access;

namespace Underpin.Demonstration;

/// <summary>
/// Hashes of the one password that everybody in the story has, each with its own salt, made beside the story on the other cores: hashing is
/// slow on purpose, and people who try the demonstration wait for it.
/// </summary>
internal sealed class PreparedPasswords : IPasswordHasher<Account>
{
    readonly IPasswordHasher<Account> _site;
    readonly ConcurrentQueue<Task<string>> _hashes;

    public PreparedPasswords(IPasswordHasher<Account> site, int people)
    {
        _site = site;
        // The hash does not depend on the account.
        _hashes = new(Enumerable.Range(0, people).Select(_ => Task.Run(() => site.HashPassword(null!, DemonstrationData.Password))));
    }

    public string HashPassword(Account user, string password) =>
        password == DemonstrationData.Password && _hashes.TryDequeue(out var prepared) ? prepared.GetAwaiter().GetResult() : _site.HashPassword(user, password);

    public PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword) =>
        _site.VerifyHashedPassword(user, hashedPassword, providedPassword);
}
