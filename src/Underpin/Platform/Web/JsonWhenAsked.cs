using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Underpin.Platform.Web;

/// <summary>
/// One permanent address for people and programs: a page whose model answers <c>if (Request.WantsJson()) return new JsonResult(document);</c>
/// before it returns <c>Page()</c>.
/// </summary>
internal static class JsonWhenAsked
{
    static readonly MediaTypeHeaderValue Json = new("application/json"), Html = new("text/html");

    /// <summary>
    /// Whether the caller would rather have JSON than a page. A browser would not; nor would a caller who takes anything. Asking makes the answer
    /// depend on what was asked for, so it is told in <c>Vary</c>.
    /// </summary>
    public static bool WantsJson(this HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        if (!headers.GetCommaSeparatedValues(HeaderNames.Vary).Contains(HeaderNames.Accept, StringComparer.OrdinalIgnoreCase))
            headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        return Prefers(request);
    }

    /// <summary>The same without a word in the answer: by it the output cache keeps the two apart.</summary>
    public static bool Prefers(HttpRequest request)
    {
        if (StringValues.IsNullOrEmpty(request.Headers.Accept)) return false;
        var accepted = request.GetTypedHeaders().Accept;
        var (json, html) = (Wish.For(Json, accepted), Wish.For(Html, accepted));
        return json.Quality > html.Quality || (json.Quality == html.Quality && json.Quality > 0 && json.Exactness > html.Exactness);
    }

    /// <summary>How much a kind of answer is wanted, and how plainly that was said: by its name, by its family, or as anything.</summary>
    readonly record struct Wish(double Quality, int Exactness)
    {
        // RFC 9110, 12.5.1: the range that names the kind most exactly decides its quality, wherever it stands.
        public static Wish For(MediaTypeHeaderValue kind, IList<MediaTypeHeaderValue> accepted)
        {
            var decides = accepted.Where(range => Holds(range, kind)).OrderByDescending(Exact).ThenByDescending(range => range.Quality ?? 1).FirstOrDefault();
            return decides is null ? default : new(decides.Quality ?? 1, Exact(decides));
        }

        // Parameters such as a character set do not matter here: there is one JSON and one page.
        static bool Holds(MediaTypeHeaderValue range, MediaTypeHeaderValue kind) => range.MatchesAllTypes
            || (Same(range.Type, kind.Type) && (range.MatchesAllSubTypes || Same(range.SubType, kind.SubType)));

        static bool Same(StringSegment one, StringSegment other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

        static int Exact(MediaTypeHeaderValue range) => range.MatchesAllTypes ? 1 : range.MatchesAllSubTypes ? 2 : 3;
    }
}
