using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Talent.ServiceDefaults;

/// <summary>Traces, metrics and logs over OTLP, when the environment names a collector (<c>OTEL_EXPORTER_OTLP_ENDPOINT</c>).</summary>
internal static class Telemetry
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private static readonly string[] Sources =
        ["Microsoft.AspNetCore", "System.Net.Http", "Grpc.Net.Client", "Talent.*", "RabbitMQ.Client.*", "Npgsql"];

    private static readonly string[] Meters =
    [
        "Talent.*", "Npgsql", "System.Net.Http", "System.Net.NameResolution", "System.Runtime",
        "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Routing",
        "Microsoft.AspNetCore.Diagnostics", "Microsoft.AspNetCore.RateLimiting",
    ];

    public static void AddTelemetry(this IHostApplicationBuilder builder)
    {
        builder.Services.AddTransient<IStartupFilter, RequestTagging>();
        if (string.IsNullOrWhiteSpace(builder.Configuration[Endpoint]))
            return;
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        new TelemetryBuilder(builder.Services)
            .ConfigureResource(resource => resource.AddService(
                ServiceName(builder), autoGenerateServiceInstanceId: InstanceIsUnnamed(builder)))
            .WithTracing(tracing => tracing
                .AddSource(Sources)
                .SetSampler(new ParentBasedSampler(new HealthSampler(), remoteParentSampled: new HealthSampler()))
                .AddProcessor(new PollingNoise())
                .AddProcessor(new AddressPrivacy()))
            .WithMetrics(metrics => metrics.AddMeter(Meters))
            .UseOtlpExporter();
        builder.Services.AddHostedService<TelemetryStart>();
    }

    private static string ServiceName(IHostApplicationBuilder builder) =>
        builder.Configuration["OTEL_SERVICE_NAME"] is { Length: > 0 } name ? name : builder.Environment.ApplicationName;

    private static bool InstanceIsUnnamed(IHostApplicationBuilder builder) =>
        builder.Configuration["OTEL_RESOURCE_ATTRIBUTES"]?.Contains("service.instance.id=", StringComparison.Ordinal) != true;
}
