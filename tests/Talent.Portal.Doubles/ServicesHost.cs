using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Talent.Portal.Doubles;

/// <summary>The doubles of the three services behind a real server, on a port of their own.</summary>
public sealed class ServicesHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServicesHost(WebApplication app) => _app = app;

    public Recorded Recorded => _app.Services.GetRequiredService<Recorded>();

    /// <summary>Where gRPC is served.</summary>
    public string GrpcAddress => _app.Urls.First();

    /// <summary>Where health is served.</summary>
    public string HealthAddress => _app.Urls.Last();

    public static async Task<ServicesHost> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http1);
        });
        builder.Services.AddRouting();
        builder.Services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error));
        builder.Services.AddGrpc();
        builder.Services.AddSingleton<Recorded>();
        var app = builder.Build();
        app.MapGrpcService<OrganisationDouble>();
        app.MapGrpcService<PostDouble>();
        app.MapGrpcService<ImportDouble>();
        app.MapGrpcService<PersonDouble>();
        app.MapGrpcService<BoardDouble>();
        app.MapGrpcService<NominationDouble>();
        app.MapGrpcService<ForecastDouble>();
        app.MapGrpcService<PipelineDouble>();
        app.MapGrpcService<ProjectionDouble>();
        app.MapGet("/health", () => TypedResults.Json(new
        {
            status = "Degraded",
            checks = new[] { new { name = "projection roles", status = "Degraded", description = "stalled at roles:17" } },
        }));
        await app.StartAsync();
        return new ServicesHost(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
