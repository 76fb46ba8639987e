using Grpc.AspNetCore.Server;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Talent.Grpc.Tests.Servers;

/// <summary>A real server on a free port of the loopback, in cleartext HTTP/2, with <see cref="EchoService"/>.</summary>
public sealed class EchoServer : IAsyncDisposable
{
    readonly WebApplication app;

    EchoServer(WebApplication app, EchoLog log, KeptLogs logs)
    {
        (this.app, Log, Logs) = (app, log, logs);
        Address = app.Urls.Single();
        Channel = GrpcChannel.ForAddress(Address);
        Client = new Echo.EchoClient(Channel);
    }

    public string Address { get; }

    public EchoLog Log { get; }

    public KeptLogs Logs { get; }

    public GrpcChannel Channel { get; }

    public Echo.EchoClient Client { get; }

    public static Task<EchoServer> Start() => Start(_ => { });

    public static Task<EchoServer> Start(Action<GrpcServiceOptions> configure) => Start(configure, _ => { }, _ => { });

    public static async Task<EchoServer> Start(
        Action<GrpcServiceOptions> configure, Action<IServiceCollection> addServices, Action<WebApplication> map)
    {
        var log = new EchoLog();
        var logs = new KeptLogs();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(logs).SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddSingleton(log).AddGrpc(configure);
        addServices(builder.Services);
        var built = builder.Build();
        built.MapGrpcService<EchoService>();
        map(built);
        await built.StartAsync();
        return new EchoServer(built, log, logs);
    }

    /// <summary>Kills the connections instead of closing them.</summary>
    public async Task Abort()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await app.StopAsync(now.Token);
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        await app.DisposeAsync();
    }
}
