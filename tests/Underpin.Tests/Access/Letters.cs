using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Underpin.Platform.Mail;

namespace Underpin.Tests.Access;

/// <summary>What people find in their e-mail.</summary>
internal static partial class Letters
{
    public static Task<List<OutboxMessage>> LettersToAsync(this TestSite site, string address) =>
        site.DbAsync(db => db.Outbox.AsNoTracking().Where(m => m.To == address).OrderBy(m => m.Id).ToListAsync());

    /// <summary>The path of the first link in the newest letter to the address.</summary>
    public static async Task<string> LinkToAsync(this TestSite site, string address) =>
        Link().Match((await site.LettersToAsync(address))[^1].Text).Groups[1].Value;

    public static string NewAddress() => $"{Guid.NewGuid():N}@example.org";

    [GeneratedRegex(@"http://localhost(/\S+)")]
    private static partial Regex Link();
}
