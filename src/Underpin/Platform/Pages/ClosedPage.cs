namespace Underpin.Platform.Pages;

/// <summary>Why a page did not open to somebody who is signed in: left on the request by whoever refused, for the page that says so.</summary>
/// <param name="Needs">Who it is open to, after "It is open to": "centre administrators of Estuary Training Centre".</param>
internal sealed record ClosedPage(string Person, string Needs)
{
    public static ClosedPage? Of(HttpContext http) => http.Items[typeof(ClosedPage)] as ClosedPage;

    public void LeaveOn(HttpContext http) => http.Items[typeof(ClosedPage)] = this;
}
