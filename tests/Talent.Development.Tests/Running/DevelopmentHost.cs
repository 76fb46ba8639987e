using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Development.Storage;
using Talent.Development.V1;
using Talent.Events.V1;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;
using Talent.Testing;

namespace Talent.Development.Tests.Running;

/// <summary>The Development service on real Kestrel and one of the databases, with real tokens.</summary>
public sealed class DevelopmentHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestSignIn _signIn;
    private readonly GrpcChannel _channel;

    private DevelopmentHost(WebApplication app, TestSignIn signIn, FakeTimeProvider time)
    {
        _app = app;
        _signIn = signIn;
        Time = time;
        _channel = GrpcChannel.ForAddress(app.Urls.First());
        People = new PersonService.PersonServiceClient(_channel);
    }

    public FakeTimeProvider Time { get; }

    public PersonService.PersonServiceClient People { get; }

    public GrpcChannel Channel => _channel;

    public IServiceProvider Services => _app.Services;

    public RecordedLogs Logs => Services.GetRequiredService<RecordedLogs>();

    public ServiceStorage<DevelopmentContext> Storage => Services.GetRequiredService<ServiceStorage<DevelopmentContext>>();

    /// <summary>The logs of the other services.</summary>
    public IReadOnlyDictionary<string, ScriptedFeed> Feeds { get; private init; } = new Dictionary<string, ScriptedFeed>();

    public static async Task<DevelopmentHost> StartAsync(TestStorage storage, bool othersAnswer = true)
    {
        var feeds = new Dictionary<string, ScriptedFeed>
        {
            ["roles"] = new() { Reachable = othersAnswer },
            ["succession"] = new() { Reachable = othersAnswer },
            ["portal"] = new() { Reachable = othersAnswer },
        };
        var time = new FakeTimeProvider();
        var signIn = new TestSignIn(time);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        // The settings of the service itself name its fixed ports.
        builder.Configuration.Sources.Clear();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        var settings = await storage.SettingsAsync();
        settings["Talent:Demonstration"] = "true";
        builder.Configuration.AddInMemoryCollection(settings);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<RecordedLogs>();
        builder.Services.AddSingleton<ILoggerProvider>(provider => provider.GetRequiredService<RecordedLogs>());
        builder.Services.AddSingleton<TimeProvider>(time);
        foreach (var (source, feed) in feeds)
            builder.Services.AddKeyedSingleton<FeedService.FeedServiceClient>(source, feed);
        builder.AddDevelopment();
        signIn.Use(builder.Services);
        var app = builder.Build();
        app.MapDevelopment();
        if (settings.ContainsKey("ConnectionStrings:development-db"))
            await app.RunOrMigrateAsync(["migrate"]);
        await app.StartAsync();
        return new DevelopmentHost(app, signIn, time) { Feeds = feeds };
    }

    /// <summary>The headers of a call.</summary>
    public Task<Metadata> AsAsync(Caller caller) => caller.Kind == CallerKind.Person
        ? _signIn.AsAsync(caller)
        : _signIn.AsServiceAsync(caller.AccountId, DevelopmentRegistration.ServiceName);

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        _signIn.Dispose();
    }
}
