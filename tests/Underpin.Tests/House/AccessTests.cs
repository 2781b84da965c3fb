namespace Underpin.Tests.House;

/// <summary>The tables of who may do what speak of every address, once, and of nothing else.</summary>
public sealed class AccessTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Every_address_stands_in_exactly_one_table()
    {
        var catalogue = await RouteCatalogue.ReadAsync(site.Services);
        Assert.NotEmpty(catalogue.Routes);
        Assert.Equal([], catalogue.Routes.Where(r => r.Rows.Count != 1).Select(r => $"{r.Route} stands in {r.Rows.Count} rows ({string.Join(", ", r.Rows.Select(x => x.Room))})"));
    }

    [Fact]
    public async Task Every_row_speaks_of_an_address_that_is_there()
    {
        var catalogue = await RouteCatalogue.ReadAsync(site.Services);
        var routes = catalogue.Routes.Select(r => r.Route).ToHashSet();
        Assert.NotEmpty(catalogue.Rows);
        Assert.Equal([], catalogue.Rows.Where(r => !routes.Contains(r.Row.Route)).Select(r => $"{r.Room} lists {r.Row.Route}, which is nowhere"));
    }

    [Fact]
    public async Task Nobody_may_send_what_no_page_takes_and_somebody_may_send_what_one_does()
    {
        var catalogue = await RouteCatalogue.ReadAsync(site.Services);
        var closed = catalogue.Routes.Where(r => r.Rows.Count == 1 && r.Methods.Any(m => r.Rows[0].Row.For(m).Length == 0));
        Assert.Equal([], closed.Select(r => $"{r.Route} takes {string.Join(" and ", r.Methods)}, but its row lets nobody do one of them"));
    }
}
