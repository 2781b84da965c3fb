using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Underpin.Tests.Platform.Pages;

/// <summary>The form of the style page, refused.</summary>
public sealed class FormTagsTests(PagesHost host) : IClassFixture<PagesHost>
{
    [Fact]
    public async Task A_refused_form_comes_back_with_everything_that_was_typed()
    {
        var page = await Refused();

        Assert.Equal("Siân <b>Ŵyn</b>", Value(page, "#Input_Name"));
        Assert.Equal("31", Value(page, "#Input_Began_Day"));
        Assert.Equal("feb", Value(page, "#Input_Began_Month"));
        Assert.Equal("\nfirst line", page.QuerySelector("#Input_Account")?.TextContent.ReplaceLineEndings("\n"));
        Assert.True(page.QuerySelector<IHtmlInputElement>("input[name='Input.Criteria'][value='1.2']")?.IsChecked);
        Assert.True(page.QuerySelector<IHtmlInputElement>("input[name='Input.Kind'][value='link']")?.IsChecked);
        Assert.Equal("harbourside", page.QuerySelector<IHtmlSelectElement>("#Input_Centre")?.Value);
    }

    [Fact]
    public async Task Every_error_leads_to_a_field_that_is_there_and_is_described_by_it()
    {
        var page = await Refused();

        var links = page.QuerySelectorAll<IHtmlAnchorElement>(".govuk-error-summary a").ToList();
        Assert.Equal(["#Input_Email", "#Input_Began_Day", "#Input_File"], links.Select(link => link.GetAttribute("href")));
        foreach (var link in links)
        {
            var field = page.QuerySelector(link.GetAttribute("href")!);
            var described = field?.GetAttribute("aria-describedby") ?? field?.Closest("fieldset")?.GetAttribute("aria-describedby");
            Assert.Contains(described!.Split(' '), id => page.GetElementById(id)!.TextContent.EndsWith(link.TextContent, StringComparison.Ordinal));
        }
        Assert.StartsWith("Error: ", page.Title);
    }

    [Fact]
    public async Task Every_label_belongs_to_a_control_and_no_identifier_is_used_twice()
    {
        var page = await Refused();

        Assert.All(page.QuerySelectorAll<IHtmlLabelElement>("label"), label => Assert.NotNull(page.GetElementById(label.HtmlFor!)));
        var ids = page.QuerySelectorAll("[id]").Select(element => element.Id).ToList();
        Assert.Equal(ids.Distinct(), ids);
    }

    [Fact]
    public async Task A_form_with_a_file_field_can_carry_files() =>
        Assert.Equal("multipart/form-data", (await Refused()).QuerySelector("#Input_File")?.Closest("form")?.GetAttribute("enctype"));

    private async Task<IHtmlDocument> Refused()
    {
        var form = await Parse(await host.Client.GetAsync("/style"));
        var token = form.QuerySelector<IHtmlInputElement>("#Input_Name")!.Form!
            .QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        return await Parse(await host.Client.PostAsync("/style", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["__RequestVerificationToken"] = token,
            ["Input.Name"] = "Siân <b>Ŵyn</b>",
            ["Input.Email"] = "not an address",
            ["Input.Began.Day"] = "31",
            ["Input.Began.Month"] = "feb",
            ["Input.Began.Year"] = "2026",
            ["Input.Kind"] = "link",
            ["Input.Criteria"] = "1.2",
            ["Input.Centre"] = "harbourside",
            ["Input.Account"] = "\r\nfirst line",
        })));
    }

    private static async Task<IHtmlDocument> Parse(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    private static string? Value(IHtmlDocument page, string selector) => page.QuerySelector<IHtmlInputElement>(selector)?.Value;
}
