using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Demonstration.Loading;
using Talent.Development;
using Talent.Roles;
using Talent.ServiceDefaults;
using Talent.Succession;

namespace Talent.Demonstration.Tests.Loading;

/// <summary>The three services and the loader in one process on real Kestrel and SQLite, with real tokens and keys.</summary>
public sealed class ServicesHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ServicesHost(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    internal DemonstrationLoader Loader => Services.GetRequiredService<DemonstrationLoader>();

    /// <summary>A loader for which it is some days later.</summary>
    internal DemonstrationLoader LoaderAfter(int days) =>
        ActivatorUtilities.CreateInstance<DemonstrationLoader>(Services, new ShiftedTime(days));

    public static async Task<ServicesHost> StartAsync(string folder, string size = "small", ILoggerProvider? listener = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(
        [
            new("Talent:DataFolder", folder),
            new("Talent:Demonstration", "true"),
            new("Talent:DemonstrationSize", size),
        ]);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2);
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http1);
        });
        builder.Logging.ClearProviders();
        if (listener is not null)
            builder.Services.AddSingleton(listener);
        builder.AddServiceDefaults();
        builder.AddRoles();
        builder.AddDevelopment();
        builder.AddSuccession();
        builder.AddDemonstrationLoader();
        var app = builder.Build();
        app.MapRoles();
        app.MapDevelopment();
        app.MapSuccession();
        app.MapTokenKeys();
        await app.StartAsync();
        var (grpc, http) = (app.Urls.First(), app.Urls.Last());
        foreach (var service in new[] { "roles", "development", "succession" })
        {
            app.Configuration[$"services:{service}:grpc:0"] = grpc;
            app.Configuration[$"services:{service}:health:0"] = http;
        }
        app.Configuration["services:demonstration:health:0"] = http;
        return new ServicesHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
