using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Web;

namespace Underpin.Framework.Roles;

[PublicPage("content")]
internal sealed class RolePageModel(UnderpinDb db) : PageModel
{
    public RoleBook Book { get; private set; } = null!;
    public RoleProfile Role { get; private set; } = null!;
    public IReadOnlyList<NamedQualification> Qualifications { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string role, [FromServices] ListQualifications listQualifications, CancellationToken cancel)
    {
        var code = role.ToLowerInvariant();
        if (await RoleBook.ReadAsync(db, cancel) is not { } book || book.Role(code) is not { } found) return NotFound();
        if (role != code) return RedirectPermanent($"/roles/{code}");
        (Book, Role) = (book, found);
        if (Request.WantsJson()) return new JsonResult(RoleDocument.Of(book, found));
        Qualifications = [.. (await listQualifications(db, cancel)).Where(q => found.Qualifications.Contains(q.Code))];
        return Page();
    }
}
