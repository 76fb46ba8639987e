using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Talent.ServiceDefaults.Tests;

/// <summary>A process of the system on real Kestrel: a gRPC port and an HTTP/1 port, with the probe as its only service.</summary>
public sealed class ProbeHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProbeHost(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    public ProbeBehaviour Behaviour => Services.GetRequiredService<ProbeBehaviour>();

    public RecordedLogs Logs => Services.GetRequiredService<RecordedLogs>();

    public Uri GrpcAddress => AddressAt(0);

    public Uri HttpAddress => AddressAt(1);

    public HttpClient Http => new() { BaseAddress = HttpAddress };

    public static async Task<ProbeHost> StartAsync(
        Action<WebApplicationBuilder>? configure = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<RecordedLogs>();
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<RecordedLogs>());
        builder.Services.AddSingleton<ProbeBehaviour>();
        configure?.Invoke(builder);
        builder.AddServiceDefaults();
        var app = builder.Build();
        app.MapDefaultEndpoints();
        app.MapTokenKeys();
        app.MapGrpcService<Probe>();
        map?.Invoke(app);
        await app.StartAsync();
        return new ProbeHost(app);
    }

    /// <summary>Lets the clients of this host find a service at the ports of another, or of itself.</summary>
    public void Find(string service, ProbeHost other)
    {
        _app.Configuration[$"services:{service}:grpc:0"] = other.GrpcAddress.ToString();
        _app.Configuration[$"services:{service}:health:0"] = other.HttpAddress.ToString();
        _app.Configuration[$"services:{service}:http:0"] = other.HttpAddress.ToString();
    }

    /// <summary>Lets the clients of this host look for a service's gRPC endpoint at an address.</summary>
    public void Point(string service, Uri address) => _app.Configuration[$"services:{service}:grpc:0"] = address.ToString();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private Uri AddressAt(int index) => new(_app.Urls.ElementAt(index));
}
