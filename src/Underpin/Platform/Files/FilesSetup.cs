namespace Underpin.Platform.Files;

internal static class FilesSetup
{
    public static void AddFiles(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton<IFileStore, FolderFileStore>();
        services.AddSingleton<TemporaryFiles>();
        services.AddScoped<FileIntake>();
        if (settings["Files:Scanner"] is { Length: > 0 } scanner)
        {
            var daemon = ClamScanner.EndPointOf(scanner);
            services.AddSingleton<IMalwareScanner>(provider => new ClamScanner(daemon, provider.GetRequiredService<ILogger<ClamScanner>>()));
        }
    }
}
