using System.Globalization;
using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Configuration;

namespace Aspire.Hosting.Running;

/// <summary>The variables that every project is given, as Aspire 13.5.2 gives them in run mode.</summary>
/// <remarks>
/// One difference: without a dashboard nobody listens on Aspire's default OTLP address, so <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>, its
/// protocol and its headers are set only when <c>ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL</c> or
/// <c>ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL</c> names a collector.
/// </remarks>
internal static class ProjectEnvironment
{
    private const string DelayMilliseconds = "1000";

    public static void Describe(ProjectResource project, LaunchProfile? profile, IConfiguration configuration) =>
        project.EnvironmentCallbacks.Add(context =>
        {
            var variables = context.EnvironmentVariables;
            Telemetry(variables, project.Name, configuration);
            variables["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = "true";
            variables["LOGGING__CONSOLE__FORMATTERNAME"] = "simple";
            Addresses(variables, project, context.Ports);
            if (profile is not null)
            {
                variables["DOTNET_LAUNCH_PROFILE"] = profile.Name;
                foreach (var (name, value) in profile.Variables)
                    variables[name] = value;
            }
            return Task.CompletedTask;
        });

    private static void Telemetry(Dictionary<string, object> variables, string service, IConfiguration configuration)
    {
        variables["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"] = "in_memory";
        variables["OTEL_SERVICE_NAME"] = service;
        variables["OTEL_RESOURCE_ATTRIBUTES"] =
            "service.instance.id=" + RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 8);
        var grpc = configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"];
        var collector = grpc ?? configuration["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"];
        if (collector is not null)
        {
            variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector;
            variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = grpc is not null ? "grpc" : "http/protobuf";
            if (configuration["AppHost:OtlpApiKey"] is { } key)
                variables["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={key}";
        }
        if (!"Development".Equals(configuration["DOTNET_ENVIRONMENT"] ?? configuration["ASPNETCORE_ENVIRONMENT"], StringComparison.Ordinal))
            return;
        variables["OTEL_DOTNET_EXPERIMENTAL_ASPNETCORE_DISABLE_URL_QUERY_REDACTION"] = "true";
        variables["OTEL_DOTNET_EXPERIMENTAL_HTTPCLIENT_DISABLE_URL_QUERY_REDACTION"] = "true";
        variables["OTEL_BLRP_SCHEDULE_DELAY"] = DelayMilliseconds;
        variables["OTEL_BSP_SCHEDULE_DELAY"] = DelayMilliseconds;
        variables["OTEL_METRIC_EXPORT_INTERVAL"] = DelayMilliseconds;
        variables["OTEL_TRACES_SAMPLER"] = "always_on";
        variables["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
        variables["OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"] = "true";
    }

    // Kestrel takes its own section over ASPNETCORE_URLS, so a project with such a section is told there.
    private static void Addresses(Dictionary<string, object> variables, ProjectResource project, IReadOnlyDictionary<string, int> ports)
    {
        foreach (var endpoint in project.Endpoints.Where(each => each.FromKestrel))
            variables[$"Kestrel__Endpoints__{endpoint.Name}__Url"] = Address(endpoint, ports);
        var plain = project.Endpoints
            .Where(each => !each.FromKestrel && each.PortVariable is null && each.UriScheme is "http" or "https")
            .ToList();
        if (plain.Count == 0 || project.Endpoints.Exists(each => each.FromKestrel))
            return;
        variables["ASPNETCORE_URLS"] = string.Join(';', plain.Select(each => Address(each, ports)));
        if (plain.Find(each => each.UriScheme is "https") is { } https)
            variables["ASPNETCORE_HTTPS_PORT"] = https.Port!.Value.ToString(CultureInfo.InvariantCulture);
    }

    private static string Address(EndpointAnnotation endpoint, IReadOnlyDictionary<string, int> ports) =>
        string.Create(CultureInfo.InvariantCulture, $"{endpoint.UriScheme}://localhost:{ports[endpoint.Name]}");
}
