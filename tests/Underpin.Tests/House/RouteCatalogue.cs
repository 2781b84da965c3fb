using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using Underpin.Access;

namespace Underpin.Tests.House;

/// <summary>An address of the running site, and the rows of the rooms' tables that speak of it: it should be one.</summary>
/// <param name="Methods">What the address answers to: "GET", "POST".</param>
internal sealed record CataloguedRoute(string Route, IReadOnlyList<string> Methods, IReadOnlyList<(string Room, AccessRow Row)> Rows);

/// <summary>Every address of the running site, taken from the site itself, beside what the access tables say.</summary>
internal sealed class RouteCatalogue
{
    public required IReadOnlyList<CataloguedRoute> Routes { get; init; }
    public required IReadOnlyList<(string Room, AccessRow Row)> Rows { get; init; }

    public static async Task<RouteCatalogue> ReadAsync(IServiceProvider services)
    {
        var rows = services.GetServices<AccessTable>().SelectMany(t => t.Select(r => (t.Room, Row: r))).ToList();
        var found = new List<(string Route, IReadOnlyList<string> Methods)>();
        var endpoints = services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        foreach (var endpoint in endpoints.Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null))
            found.Add((AccessGate.RouteOf(endpoint), await MethodsAsync(endpoint, services)));
        return new()
        {
            Rows = rows,
            Routes = [.. found.GroupBy(f => f.Route).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => new CataloguedRoute(g.Key, [.. g.SelectMany(f => f.Methods).Distinct().Order()], [.. rows.Where(r => r.Row.Route == g.Key)]))],
        };
    }

    static async Task<IReadOnlyList<string>> MethodsAsync(RouteEndpoint endpoint, IServiceProvider services)
    {
        if (endpoint.Metadata.GetMetadata<HttpMethodMetadata>() is { HttpMethods.Count: > 0 } said) return said.HttpMethods;
        if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page) return ["GET"];
        var compiled = page as CompiledPageActionDescriptor ?? await services.GetRequiredService<PageLoader>().LoadAsync(page, endpoint.Metadata);
        // An overridden filter method, OnPageHandlerExecuting, is listed as a handler of the method "Page".
        var handled = compiled.HandlerMethods.Select(h => h.HttpMethod.ToUpperInvariant()).Where(m => m != "PAGE").Distinct().ToList();
        // A page without handlers is shown.
        return handled.Count == 0 ? ["GET"] : handled;
    }
}
