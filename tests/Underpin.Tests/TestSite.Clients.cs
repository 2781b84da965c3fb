using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Underpin.Access;

namespace Underpin.Tests;

public sealed partial class TestSite
{
    static readonly WebApplicationFactoryClientOptions NoRedirects = new() { AllowAutoRedirect = false };

    internal TestData Data => new(this);

    /// <summary>A browser that has not signed in. It keeps cookies and does not follow redirects.</summary>
    internal HttpClient Visitor() => CreateClient(NoRedirects);

    /// <summary>
    /// A browser that has signed in as the person: it carries the very cookie that the sign-in page would have set, protected with the
    /// site's own keys.
    /// </summary>
    internal async Task<HttpClient> SignedInAsync(Account account)
    {
        var cookie = await RunAsync(async services =>
        {
            var principal = await services.GetRequiredService<SignInManager<Account>>().CreateUserPrincipalAsync(account);
            var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
            var properties = new AuthenticationProperties { IssuedUtc = Clock.GetUtcNow(), ExpiresUtc = Clock.GetUtcNow() + options.ExpireTimeSpan };
            var ticket = new AuthenticationTicket(principal, properties, IdentityConstants.ApplicationScheme);
            return new Cookie(options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
        });
        var jar = new CookieContainer();
        jar.Add(ClientOptions.BaseAddress, cookie);
        return CreateDefaultClient(new CookieContainerHandler(jar));
    }
}

/// <summary>What a person does in a browser without JavaScript: open pages, fill in forms, press buttons.</summary>
internal static class Browsing
{
    static readonly HtmlParser Parser = new();

    public static async Task<IHtmlDocument> PageAsync(this HttpResponseMessage response) =>
        await Parser.ParseDocumentAsync(await response.Content.ReadAsStringAsync());

    public static async Task<IHtmlDocument> OpenAsync(this HttpClient client, string address)
    {
        var response = await client.GetAsync(address);
        Assert.True(response.IsSuccessStatusCode, $"GET {address} answered {(int)response.StatusCode}");
        return await response.PageAsync();
    }

    /// <summary>
    /// Opens the page and sends its form (the one with <paramref name="button"/>, or its only one in main) with the given fields over what it
    /// already holds, as a browser would.
    /// </summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, string address, IEnumerable<(string Name, string Value)> fields, string? button = null, IEnumerable<(string Name, string FileName, byte[] Content)>? files = null)
    {
        var response = await client.GetAsync(address);
        Assert.True(response.IsSuccessStatusCode, $"GET {address} answered {(int)response.StatusCode}");
        var page = await response.PageAsync();
        var buttons = page.QuerySelectorAll("main button, main input[type=submit]").Where(b => button is null || b.TextContent.Trim() == button).ToList();
        var pressed = buttons.FirstOrDefault() ?? throw new InvalidOperationException($"{address} has no button {button}.");
        var form = (IHtmlFormElement)(pressed.Closest("form") ?? throw new InvalidOperationException($"The button {button} of {address} is in no form."));
        var typed = fields.ToList();
        var values = new List<(string Name, string Value)>();
        foreach (var input in form.QuerySelectorAll("input[name], textarea[name], select[name]").Where(i => typed.All(t => t.Name != i.GetAttribute("name"))))
        {
            var name = input.GetAttribute("name")!;
            switch (input)
            {
                case IHtmlInputElement { Type: "file" or "submit" }: break;
                case IHtmlInputElement { Type: "checkbox" or "radio" } choice: if (choice.IsDefaultChecked) values.Add((name, choice.Value)); break;
                case IHtmlInputElement text: values.Add((name, text.DefaultValue)); break;
                case IHtmlTextAreaElement area: values.Add((name, area.DefaultValue)); break;
                case IHtmlSelectElement select: values.AddRange(select.Options.Where(o => o.IsDefaultSelected).Select(o => (name, o.Value))); break;
            }
        }

        values.AddRange(typed);
        if (pressed.GetAttribute("name") is { Length: > 0 } pressedName) values.Add((pressedName, pressed.GetAttribute("value") ?? ""));
        var target = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? address;
        var request = new HttpRequestMessage(HttpMethod.Post, target.Length == 0 ? address : target) { Content = Body(values, files) };
        return await client.SendAsync(request);
    }

    static HttpContent Body(List<(string Name, string Value)> values, IEnumerable<(string Name, string FileName, byte[] Content)>? files)
    {
        if (files is null) return new FormUrlEncodedContent(values.Select(v => KeyValuePair.Create(v.Name, v.Value)));
        var body = new MultipartFormDataContent();
        foreach (var (name, value) in values) body.Add(new StringContent(value), name);
        foreach (var (name, fileName, content) in files) body.Add(new ByteArrayContent(content), name, fileName);
        return body;
    }

    /// <summary>The messages of the error summary, in order.</summary>
    public static IReadOnlyList<string> Errors(this IHtmlDocument page) =>
        [.. page.QuerySelectorAll(".govuk-error-summary li").Select(e => e.TextContent.Trim())];
}
