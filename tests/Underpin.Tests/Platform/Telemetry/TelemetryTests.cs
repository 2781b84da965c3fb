using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Underpin.Platform.Telemetry;

namespace Underpin.Tests.Platform.Telemetry;

public sealed class TelemetryTests(TestSite site) : IClassFixture<TestSite>
{
    [Fact]
    public async Task Traces_metrics_and_logs_go_out_when_an_endpoint_is_set_without_anyones_links()
    {
        var received = new ConcurrentDictionary<string, string>();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            var text = Encoding.Latin1.GetString(body.ToArray());
            received.AddOrUpdate(signal, text, (_, before) => before + text);
            return Results.Bytes([], "application/x-protobuf");
        });
        await collector.StartAsync();

        await using (var watched = site.WithWebHostBuilder(b => b.UseSetting("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Urls.Single())))
        {
            var client = watched.CreateClient();
            await client.GetAsync("/health/live");
            await client.GetAsync("/invitations-secret-token?number=secret-query");
            watched.Services.GetRequiredService<ILogger<TelemetryTests>>().LogInformation("A line for the collector");
            Assert.True(watched.Services.GetRequiredService<TracerProvider>().ForceFlush());
            Assert.True(watched.Services.GetRequiredService<MeterProvider>().ForceFlush());
        }

        Assert.Contains("http.route", received["traces"], StringComparison.Ordinal);
        Assert.Contains("health/live", received["traces"], StringComparison.Ordinal);
        Assert.Contains("http.response.status_code", received["traces"], StringComparison.Ordinal);
        Assert.Contains("http.server", received["metrics"], StringComparison.Ordinal);
        Assert.Contains("A line for the collector", received["logs"], StringComparison.Ordinal);
        Assert.All(received.Values, text =>
        {
            Assert.DoesNotContain("secret-token", text, StringComparison.Ordinal);
            Assert.DoesNotContain("secret-query", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void A_log_line_is_one_JSON_object_with_its_trace_and_without_the_path()
    {
        using var activity = new Activity("test").Start();
        var scopes = new LoggerExternalScopeProvider();
        using var scope = scopes.Push(new Dictionary<string, object> { ["RequestPath"] = "/invitations/secret" });
        var values = new List<KeyValuePair<string, object?>> { new("Id", 7), new("{OriginalFormat}", "Message {Id}") };
        using var written = new StringWriter();
        new JsonLines().Write(new LogEntry<List<KeyValuePair<string, object?>>>(LogLevel.Warning, "Mail", new(1, "Failed"), values, new IOException("away\nagain"), (_, _) => "Message 7"), scopes, written);

        var line = Assert.Single(written.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries));
        using var json = JsonDocument.Parse(line);
        Assert.Equal("Message 7", json.RootElement.GetProperty("message").GetString());
        Assert.Equal("7", json.RootElement.GetProperty("values").GetProperty("Id").GetString());
        Assert.Equal(activity.TraceId.ToString(), json.RootElement.GetProperty("trace").GetString());
        Assert.Contains("away", json.RootElement.GetProperty("exception").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", line, StringComparison.Ordinal);
    }
}
