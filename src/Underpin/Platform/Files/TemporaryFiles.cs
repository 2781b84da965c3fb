namespace Underpin.Platform.Files;

/// <summary>Where uploads stand while they are looked at. A file goes when it is closed; after a crash, the clean-up job removes it.</summary>
internal sealed class TemporaryFiles(Home home)
{
    public string Folder => Path.Combine(home.Data, "temp");

    public FileStream Create()
    {
        Directory.CreateDirectory(Folder);
        return new(Path.Combine(Folder, $"{Guid.NewGuid():N}.tmp"), new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.None,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
    }
}
