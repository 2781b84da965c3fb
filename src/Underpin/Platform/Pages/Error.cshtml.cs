using System.Diagnostics;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Underpin.Platform.Pages.Tags;
using Underpin.Platform.Web;

namespace Underpin.Platform.Pages;

/// <summary>Whatever went wrong, in words, with a way on. Also answers for the failed request itself, whatever its method.</summary>
[AllowAnonymous, IgnoreAntiforgeryToken, ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
internal sealed class ErrorModel(IEnumerable<ErrorsForPrograms> forms) : PageModel
{
    internal sealed record Explanation(string Heading, params string[] Sentences);

    public int Status { get; private set; }
    public Explanation Words => Status == 403 && Closed is { } closed ? Explain(closed) : Explain(Status);

    /// <summary>Who is signed in where that does not help, and what would.</summary>
    public ClosedPage? Closed => ClosedPage.Of(HttpContext);

    public string Reference => Activity.Current?.TraceId.ToString() ?? HttpContext.TraceIdentifier;

    // Not OnGet: a refused POST comes here as a POST.
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        PageParts.Reset(HttpContext);
        ModelState.Clear();
        var asked = int.TryParse(RouteData.Values["code"]?.ToString(), out var code) && code is >= 400 and <= 599 ? code : 404;
        // After an exception the true status stands on the response already; the path is the same for all of them.
        Status = HttpContext.Features.Get<IExceptionHandlerFeature>() is null ? asked : Response.StatusCode;
        Response.StatusCode = Status;
        if (forms.FirstOrDefault(f => OriginalPath.StartsWithSegments(f.Below)) is { } form)
            context.Result = new ContentResult { StatusCode = Status, ContentType = form.ContentType, Content = form.Body(Status) };
        else if (OriginalPath.StartsWithSegments("/api") || Request.WantsJson()) context.Result = ForPrograms();
    }

    /// <summary>The page that was being worked on, where opening it again is the way on.</summary>
    public string? Again => Status is 400 or 409 or 413 or 429 or >= 500
        && OriginalPath.Value is { Length: > 0 } path && !path.StartsWith("//", StringComparison.Ordinal)
            ? OriginalPath.ToUriComponent() + HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString
            : null;

    private PathString OriginalPath =>
        HttpContext.Features.Get<IExceptionHandlerPathFeature>()?.Path
        ?? HttpContext.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalPath
        ?? PathString.Empty;

    private ObjectResult ForPrograms() => new(new ProblemDetails
    {
        Status = Status,
        Title = Words.Heading,
        Detail = string.Join(' ', Words.Sentences),
        Extensions = { ["reference"] = Reference },
    })
    { StatusCode = Status, ContentTypes = { "application/problem+json" } };

    private static Explanation Explain(ClosedPage closed) => new("This page is not open to you",
        $"You are signed in as {closed.Person}. This page is open to {closed.Needs}.",
        "If that should be you, ask whoever looks after your organisation here to check your role.");

    private static Explanation Explain(int status) => status switch
    {
        400 => new("We could not read that form",
            "The page may have been open for a long time, or in a window that was signed out since.",
            "Go back, load the page again, and send it once more."),
        401 or 403 => new("This page is not open to you",
            "What you asked for belongs to another person or organisation, or your part in it does not include this step.",
            "If you think it should, ask whoever looks after your organisation here to check your role."),
        404 => new("We cannot find that page",
            "If you typed the address, check it. If you followed a link, the page may have moved.",
            "A certificate can always be found by its number on the Verify page."),
        409 => new("Someone else changed this while you were editing",
            "Your change was not saved, so that theirs is not lost.",
            "Go back, load the page again to see what is different, and make your change once more."),
        413 => new("That file is too large",
            "Nothing was saved. A file can be up to 25 MB.",
            "Go back and choose a smaller one: a photograph at a lower size or a shorter recording."),
        429 => new("Please wait a minute",
            "There were too many attempts from your connection in a short time. We slow them down to keep accounts and certificates safe.",
            "Nothing is wrong with what you typed. Wait a minute, then try again."),
        503 => new("Underpin is resting for a moment",
            "It is being looked after and will be back shortly.",
            "Nothing that was saved is lost. Try again in a few minutes."),
        >= 500 => new("Something went wrong on our side",
            "It is not your doing. What you had saved before is safe; the last step may not have been.",
            "Go back and try once more."),
        _ => new("That did not work", "We could not do what was asked.", "Go back and try once more."),
    };
}
