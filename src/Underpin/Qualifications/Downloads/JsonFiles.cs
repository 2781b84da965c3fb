using Microsoft.EntityFrameworkCore;
using Underpin.Framework;
using Underpin.Qualifications.Crosswalks;

namespace Underpin.Qualifications.Downloads;

/// <summary>What is published, whole, as programs read it.</summary>
internal static class JsonFiles
{
    public static readonly IReadOnlyList<DownloadFile> All =
    [
        new JsonFile("framework.json", "The framework: levels, areas and competences", FrameworkAsync),
        new JsonFile("roles.json", "The role profiles", db => db.RoleProfiles.AsNoTracking().Join(db.Frameworks.Where(f => f.IsCurrent), r => r.FrameworkId, f => f.Id, (r, _) => r)
            .OrderBy(r => r.Order).AsAsyncEnumerable().Select(object (r) => new { r.Code, r.Title, r.Kind, r.Purpose, r.Duties, r.Decides, r.WorksWith, r.Competences, r.Qualifications, r.LeadsTo, r.Sources, Address = $"/roles/{r.Code}" })),
        new JsonFile("units.json", "The units with their outcomes and criteria", db => db.Units.AsNoTracking().Where(u => u.IsCurrent).OrderBy(u => u.Code).WithParts()
            .AsAsyncEnumerable().Select(object (u) => UnitDocument.Of(u))),
        new JsonFile("qualifications.json", "The qualifications with their rules of combination", db => db.Qualifications.AsNoTracking().Where(q => q.IsCurrent).OrderBy(q => q.Code)
            .AsAsyncEnumerable().Select(object (q) => QualificationDocument.Of(q))),
        new JsonFile("crosswalks.json", "What outside certificates, standards and skills cover of ours", db => db.Crosswalks.AsNoTracking().WithItems()
            .AsAsyncEnumerable().Select(object (c) => CrosswalkDocument.Of(c))),
    ];

    static async IAsyncEnumerable<object> FrameworkAsync(UnderpinDb db)
    {
        if ((await FrameworkApi.GetAsync(db, default)).Result is Microsoft.AspNetCore.Http.HttpResults.Ok<FrameworkApi.FrameworkDocument> { Value: { } framework }) yield return framework;
    }
}
