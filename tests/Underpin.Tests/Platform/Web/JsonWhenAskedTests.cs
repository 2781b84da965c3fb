using Microsoft.AspNetCore.Http;
using Underpin.Platform.Web;

namespace Underpin.Tests.Platform.Web;

public sealed class JsonWhenAskedTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("APPLICATION/JSON; charset=utf-8")]
    [InlineData("application/*")]
    [InlineData("text/html;q=0.8, application/json")]
    [InlineData("application/json, text/plain, */*")]
    [InlineData("*/*;q=0.1, application/json;q=0.5")]
    [InlineData("text/html;q=0, */*")]
    public void A_caller_who_would_rather_have_json_gets_it(string accept) => Assert.True(Asking(accept).WantsJson());

    [Theory]
    [InlineData("")]
    [InlineData("*/*")]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8")]
    [InlineData("application/json, text/html")]
    [InlineData("application/json;q=0.5, text/html;q=0.6")]
    [InlineData("application/json;q=0, */*")]
    [InlineData("text/turtle")]
    [InlineData(";;;, /, json")]
    public void Everybody_else_gets_the_page(string accept) => Assert.False(Asking(accept).WantsJson());

    [Fact]
    public void The_answer_says_once_that_it_depends_on_what_was_asked_for()
    {
        var request = Asking("text/html");
        request.HttpContext.Response.Headers.Vary = "Cookie";
        request.WantsJson();
        request.WantsJson();
        Assert.Equal("Cookie,Accept", request.HttpContext.Response.Headers.Vary.ToString());
    }

    static HttpRequest Asking(string accept)
    {
        var context = new DefaultHttpContext();
        context.Request.Headers.Accept = accept;
        return context.Request;
    }
}
