using System.Net;
using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Underpin.Tests.Platform.Pages;

public sealed class ErrorPagesTests(PagesHost host) : IClassFixture<PagesHost>
{
    [Fact]
    public async Task An_unknown_address_says_so_in_words_and_shows_a_way_on()
    {
        var response = await host.Client.GetAsync("/no/such/page");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        var page = await Read(response);
        Assert.Equal("We cannot find that page", page.QuerySelector("h1")?.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
    }

    [Fact]
    public async Task A_failure_shows_a_reference_and_nothing_of_the_inside()
    {
        var response = await host.Client.GetAsync("/fails");

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        var page = await Read(response);
        Assert.Equal("Something went wrong on our side", page.QuerySelector("h1")?.TextContent);
        Assert.True(page.QuerySelector("main .u-number")?.TextContent.Length > 8);
        Assert.DoesNotContain("inside of the machine", page.DocumentElement.OuterHtml);
    }

    [Fact]
    public async Task A_program_gets_problem_details_for_a_failure_and_for_an_unknown_address()
    {
        foreach (var (address, status) in new[] { ("/api/fails", 500), ("/api/nothing", 404) })
        {
            var response = await host.Client.GetAsync(address);

            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
            using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
        }
    }

    [Fact]
    public async Task A_change_that_someone_else_overtook_is_answered_409_in_words()
    {
        var response = await host.Client.PostAsync("/changed-by-another", null);

        Assert.Equal(HttpStatusCode.Conflict, response.StatusCode);
        var page = await Read(response);
        Assert.Equal("Someone else changed this while you were editing", page.QuerySelector("h1")?.TextContent);
        Assert.NotNull(page.QuerySelector("main a[href='/changed-by-another']"));
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_in_words()
    {
        var response = await host.Client.PostAsync("/style", new FormUrlEncodedContent([]));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("We could not read that form", (await Read(response)).QuerySelector("h1")?.TextContent);
    }

    private static async Task<AngleSharp.Html.Dom.IHtmlDocument> Read(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());
}
