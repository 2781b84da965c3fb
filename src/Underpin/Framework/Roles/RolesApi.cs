using Microsoft.AspNetCore.Http.HttpResults;

namespace Underpin.Framework.Roles;

internal static class RolesApi
{
    public static async Task<Ok<List<RoleDocument>>> ListAsync(UnderpinDb db, CancellationToken cancel) =>
        TypedResults.Ok(await RoleBook.ReadAsync(db, cancel) is { } book ? book.Roles.Select(role => RoleDocument.Of(book, role)).ToList() : []);

    public static async Task<Results<Ok<RoleDocument>, NotFound>> GetAsync(string role, UnderpinDb db, CancellationToken cancel) =>
        await RoleBook.ReadAsync(db, cancel) is { } book && book.Role(role) is { } found ? TypedResults.Ok(RoleDocument.Of(book, found)) : TypedResults.NotFound();
}
