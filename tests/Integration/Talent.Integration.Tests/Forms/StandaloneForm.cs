namespace Talent.Integration.Tests.Forms;

/// <summary>Standalone: everything in one process, SQLite, nothing else.</summary>
public sealed class StandaloneForm : ProductForm
{
    private const string Service = "standalone";
    private const string Delay = "1000";

    /// <inheritdoc />
    public override string Name => "standalone";

    /// <inheritdoc />
    public override (string Portal, string Roles, string Succession) Services => (Service, Service, Service);

    private protected override ProgramProcess Start()
    {
        var pages = Portal.AbsoluteUri.TrimEnd('/');
        var grpc = $"http://127.0.0.1:{NextPort()}";
        var environment = new Dictionary<string, string>
        {
            ["Kestrel__Endpoints__http__Url"] = pages,
            ["Kestrel__Endpoints__grpc__Url"] = grpc,
            ["Talent__DataFolder"] = Folder,
            ["Talent__Demonstration"] = "true",
            // So long that live updates are seen to be announced, not asked for.
            ["Talent__BoardPollInterval"] = "01:00:00",
            ["services__portal__http__0"] = pages,
            ["services__demonstration__health__0"] = pages,
            ["OTEL_SERVICE_NAME"] = Service,
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Collector.Address.AbsoluteUri,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_BSP_SCHEDULE_DELAY"] = Delay,
            ["OTEL_BLRP_SCHEDULE_DELAY"] = Delay,
            ["OTEL_METRIC_EXPORT_INTERVAL"] = Delay,
        };
        foreach (var service in (string[])["roles", "development", "succession", "portal"])
        {
            environment[$"services__{service}__grpc__0"] = grpc;
            environment[$"services__{service}__health__0"] = pages;
        }
        return new ProgramProcess("services/Talent.Standalone", [], environment);
    }
}
