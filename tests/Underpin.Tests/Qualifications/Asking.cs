using System.Net.Http.Json;
using System.Text.Json;

namespace Underpin.Tests.Qualifications;

/// <summary>A program that asks a permanent address for JSON.</summary>
internal static class Asking
{
    public static async Task<HttpResponseMessage> AskAsync(this HttpClient client, string address, string accept)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        return await client.SendAsync(request);
    }

    public static async Task<JsonElement> JsonAsync(this HttpClient client, string address)
    {
        var response = await client.AskAsync(address, "application/json");
        Assert.True(response.IsSuccessStatusCode, $"GET {address} as JSON answered {(int)response.StatusCode}");
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
