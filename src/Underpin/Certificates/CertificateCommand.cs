using Microsoft.EntityFrameworkCore;
using Underpin.Platform;

namespace Underpin.Certificates;

internal static class CertificateCommand
{
    public static async Task<int> ExportAsync(string[] args)
    {
        await using var services = CommandLine.Services();
        return await ExportAsync(args, services, Console.Out, Console.Error);
    }

    /// <summary><c>certificate export NUMBER</c>: prints the signed credential.</summary>
    public static async Task<int> ExportAsync(string[] args, IServiceProvider services, TextWriter output, TextWriter errors)
    {
        if (args is not [var typed])
        {
            await errors.WriteLineAsync("underpin: certificate export: give one certificate number, such as UP-4T7W-X2M9-KDR");
            return 2;
        }

        if (!CertificateNumber.TryParse(typed, out var number, out string problem))
        {
            await errors.WriteLineAsync($"underpin: certificate export: \"{typed}\": {problem}");
            return 2;
        }

        await using var scope = services.CreateAsyncScope();
        var found = await scope.ServiceProvider.GetRequiredService<UnderpinDb>().Certificates.Where(c => c.Number == number)
            .Select(c => new { c.Credential, c.RevokedAt }).SingleOrDefaultAsync();
        if (found is null)
        {
            await errors.WriteLineAsync($"underpin: certificate export: there is no certificate {number}");
            return 1;
        }

        if (found.RevokedAt is { } at) await errors.WriteLineAsync($"underpin: certificate export: note that {number} was revoked on {at.InWords()}");
        await output.WriteLineAsync(found.Credential);
        return 0;
    }
}
