using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Underpin.Platform.Telemetry;

/// <summary>Traces, metrics and logs go out by OTLP when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; otherwise nothing is collected.</summary>
internal static class TelemetrySetup
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Environment.IsProduction()) builder.Logging.AddJsonLines();
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is not { Length: > 0 } endpoint) return;

        // Without this the request spans of the framework carry no tags.
        AppContext.SetSwitch("Microsoft.AspNetCore.Hosting.SuppressActivityOpenTelemetryData", false);
        var resource = ResourceBuilder.CreateDefault().AddService(builder.Configuration["OTEL_SERVICE_NAME"] ?? "underpin", serviceVersion: typeof(TelemetrySetup).Assembly.GetName().Version?.ToString(3));
        var isGrpc = builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] == "grpc";
        void To(OtlpExporterOptions exporter, string signal)
        {
            exporter.Protocol = isGrpc ? OtlpExportProtocol.Grpc : OtlpExportProtocol.HttpProtobuf;
            exporter.Endpoint = new Uri(isGrpc ? endpoint : $"{endpoint.TrimEnd('/')}/v1/{signal}");
        }

        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", "System.Net.Http", "Npgsql", House.Name)
            .AddOtlpExporter(o => To(o, "traces")).Build());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Identity", "Microsoft.AspNetCore.RateLimiting", "System.Runtime", "Npgsql", House.Name)
            .AddOtlpExporter(o => To(o, "metrics")).Build());
        // Scopes hold the path of the request, and some paths are secrets: one-time links.
        builder.Logging.AddOpenTelemetry(o =>
        {
            o.SetResourceBuilder(resource);
            o.IncludeScopes = false;
            o.AddOtlpExporter(x => To(x, "logs"));
        });
    }

    /// <summary>Starts the collecting, and names each request by its route. Outermost, so that it sees every answer.</summary>
    public static void UseTelemetry(this WebApplication app)
    {
        if (app.Services.GetService<TracerProvider>() is null) return;
        app.Services.GetRequiredService<MeterProvider>();
        app.UseMiddleware<RequestSpans>();
    }
}
