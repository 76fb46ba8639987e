namespace Talent.Integration.Tests.Forms;

/// <summary>The AppHost with RabbitMQ, Redis, PostgreSQL and the services as processes.</summary>
public sealed class DistributedForm : ProductForm
{
    private static readonly (string Project, string Endpoint)[] Endpoints =
    [
        ("roles", "grpc"), ("roles", "health"), ("development", "grpc"), ("development", "health"),
        ("succession", "grpc"), ("succession", "health"), ("demonstration", "health"), ("portal", "grpc"),
    ];

    /// <inheritdoc />
    public override string Name => "distributed";

    /// <inheritdoc />
    public override (string Portal, string Roles, string Succession) Services => ("portal", "roles", "succession");

    private protected override ProgramProcess Start() => new(
        "aspire/Talent.AppHost",
        [
            $"--HostFolder={Folder}",
            $"--Ports:portal:http={Portal.Port}",
            .. Endpoints.Select(each => $"--Ports:{each.Project}:{each.Endpoint}={NextPort()}"),
        ],
        new Dictionary<string, string>
        {
            ["DOTNET_ENVIRONMENT"] = "Development",
            ["Talent__Demonstration"] = "true",
            ["ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL"] = Collector.Address.AbsoluteUri,
            // Where the official packages put their dashboard.
            ["ASPNETCORE_URLS"] = $"http://localhost:{NextPort()}",
            ["ASPIRE_ALLOW_UNSECURED_TRANSPORT"] = "true",
        });
}
