using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Content.Lint;
using Underpin.Platform.Web;
using Underpin.Qualifications.Content.Lint;

namespace Underpin.Qualifications;

[PublicPage("content")]
internal sealed class ContentRulesModel : PageModel
{
    internal sealed record Family(string Name, IReadOnlyList<ContentRule> Rules);

    static readonly (char Letter, string Name)[] Names =
    [
        ('W', "Writing"), ('T', "Criteria"), ('S', "Size"), ('Q', "Qualifications"), ('C', "Coverage"), ('E', "Sources"), ('F', "Files"), ('A', "Exceptions"),
    ];

    public IReadOnlyList<ContentRule> Rules => AllRules.InOrder;

    public IReadOnlyList<Family> Families { get; } =
        [.. Names.Select(family => new Family(family.Name, [.. AllRules.InOrder.Where(rule => rule.Code[0] == family.Letter)]))];
}
