using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Underpin.Demonstration;

/// <summary>The evidence files of the story, carried in the program. In tables, {12 09:40} stands for a time twelve days before the day of use.</summary>
internal static partial class StoryFiles
{
    const string Folder = "Demonstration/";

    public static IReadOnlyList<string> Names { get; } =
        [.. typeof(StoryFiles).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => n[Folder.Length..]).Order(StringComparer.Ordinal)];

    /// <exception cref="ArgumentException">There is no such file.</exception>
    public static byte[] Read(string name, DateOnly day)
    {
        using var resource = typeof(StoryFiles).Assembly.GetManifestResourceStream(Folder + name) ?? throw new ArgumentException($"The demonstration has no file {name}.", nameof(name));
        using var copy = new MemoryStream();
        resource.CopyTo(copy);
        var bytes = copy.ToArray();
        if (!name.EndsWith(".csv", StringComparison.Ordinal)) return bytes;
        return Encoding.UTF8.GetBytes(Moment().Replace(Encoding.UTF8.GetString(bytes), m =>
            $"{WorkingDay(day.AddDays(-int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture))).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)} {m.Groups[2].Value}"));
    }

    static DateOnly WorkingDay(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(-1),
        DayOfWeek.Sunday => day.AddDays(-2),
        _ => day,
    };

    [GeneratedRegex(@"\{(\d+) (\d\d:\d\d)\}")]
    private static partial Regex Moment();
}
