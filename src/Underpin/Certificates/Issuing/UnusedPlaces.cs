using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;

namespace Underpin.Certificates.Issuing;

/// <summary>
/// Numbers and places in the status list that nobody has yet. Two awards at once may still draw the same; the database then lets only one save.
/// </summary>
internal static class UnusedPlaces
{
    public static async Task<CertificateNumber> NumberAsync(UnderpinDb db, CancellationToken cancel)
    {
        while (true)
        {
            var number = CertificateNumber.Create();
            if (!await db.Certificates.AnyAsync(c => c.Number == number, cancel)) return number;
        }
    }

    /// <exception cref="InvalidOperationException">The list is so full that no free place was found.</exception>
    public static async Task<int> StatusIndexAsync(UnderpinDb db, CancellationToken cancel)
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var index = RandomNumberGenerator.GetInt32(StatusListPublisher.Length);
            if (!await db.Certificates.AnyAsync(c => c.StatusIndex == index, cancel)) return index;
        }

        throw new InvalidOperationException("The status list is full. A further list has to be begun.");
    }
}
