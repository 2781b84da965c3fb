using Underpin.Access;
using Underpin.Leadership.Scenarios;
using Underpin.Platform;

namespace Underpin.Leadership.Editing;

/// <summary>The tables of a scenario as files: people.csv, posts.csv, responsibilities.csv, meetings.csv.</summary>
internal static class ScenarioExport
{
    public static async Task<IResult> GetAsync(Guid scenario, string table, HttpContext context, UnderpinDb db, TimeProvider clock, CancellationToken cancel)
    {
        var (name, ending) = (Path.GetFileNameWithoutExtension(table), Path.GetExtension(table));
        if (ending is not ".csv" || !StructureCsvWriter.Tables.Contains(name)) return Results.NotFound();
        if (await ScenarioReading.ReadAsync(db, scenario, context.CurrentUser(), clock.Today(), cancel) is not { MaySeePay: true } reading) return Results.NotFound();
        var file = Csv.File(table, StructureCsvWriter.Rows(reading.Structure, name)!);
        return Results.File(file.FileContents, file.ContentType, file.FileDownloadName);
    }
}
