using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Underpin.Platform;
using Underpin.Platform.Values;

namespace Underpin.Access;

/// <summary>What the pages of this room do alike.</summary>
internal static class AccessPages
{
    /// <summary>Where people go who came from nowhere in particular.</summary>
    public const string MyWork = "/my-work";

    /// <summary>The address somebody was on their way to, if it is one of ours; an address elsewhere is ignored.</summary>
    public static string LocalOr(this IUrlHelper url, string? address, string otherwise) => url.IsLocalUrl(address) ? address! : otherwise;

    public static void Refuse(this ModelStateDictionary state, Refusal refusal, string field = "") => state.AddModelError(field, refusal.Message);

    /// <summary>Reads a name, or puts what is wrong beside the field.</summary>
    public static PersonName Name(this ModelStateDictionary state, string? typed, string field)
    {
        if (!PersonName.TryParse(typed, out var name, out var problem)) state.AddModelError(field, problem);
        return name;
    }

    /// <summary>Reads an e-mail address, or puts what is wrong beside the field.</summary>
    public static EmailAddress Email(this ModelStateDictionary state, string? typed, string field)
    {
        if (!EmailAddress.TryParse(typed, out var address, out var problem)) state.AddModelError(field, problem);
        return address;
    }

    /// <summary>Checks a new password, and puts what is wrong beside the field.</summary>
    public static string Password(this ModelStateDictionary state, string? typed, EmailAddress email, string field)
    {
        if (AccountRules.Password(typed, email) is { } refusal) state.Refuse(refusal, field);
        return typed ?? "";
    }
}
