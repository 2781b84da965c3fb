using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Content.Lint;
using Underpin.Platform.Web;
using Underpin.Qualifications.Content.Lint;

namespace Underpin.Qualifications;

[PublicPage("content")]
internal sealed class ContentRulePageModel : PageModel
{
    public ContentRule Rule { get; private set; } = null!;

    public bool CanBeAllowed => AllRules.CanBeAllowed(Rule.Code);

    public IActionResult OnGet(string code)
    {
        if (AllRules.Find(code) is not { } rule) return NotFound();
        if (code != rule.Code) return RedirectPermanent($"/content-rules/{rule.Code}");
        Rule = rule;
        return Page();
    }
}
