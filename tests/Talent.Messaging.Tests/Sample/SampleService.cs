using System.Net;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Events.V1;
using Talent.Messaging.Bus;
using Talent.Messaging.Commands;
using Talent.Messaging.Projections;
using Talent.Messaging.Restoring;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Tests.Sample;

/// <summary>A running sample service: its database, its relay and followers, its Feed on a port of its own.</summary>
public sealed class SampleService : IAsyncDisposable
{
    private readonly WebApplication _application;

    private SampleService(WebApplication application) => _application = application;

    public IServiceProvider Services => _application.Services;

    public SampleCommands Commands => Services.GetRequiredService<SampleCommands>();

    public CommandRunner<SampleContext> Runner => Services.GetRequiredService<CommandRunner<SampleContext>>();

    public ServiceStorage<SampleContext> Storage => Services.GetRequiredService<ServiceStorage<SampleContext>>();

    public ProjectionOperations<SampleContext> Operations => Services.GetRequiredService<ProjectionOperations<SampleContext>>();

    public Obstacle Obstacle => Services.GetRequiredService<Obstacle>();

    /// <summary>Where the Feed answers.</summary>
    public string Address => Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();

    internal static async Task<SampleService> StartAsync(SampleSetting setting)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Configuration.AddInMemoryCollection(setting.Storage);
        builder.WebHost.UseKestrelCore().ConfigureKestrel(
            kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddRoutingCore();
        builder.Services.AddGrpc(options => options.Interceptors.Add<ProblemInterceptor>());
        builder.Services.AddLogging(logging => logging.AddProvider(setting.Log));
        if (setting.Time is { } time)
            builder.Services.AddSingleton(time);
        if (setting.Bus is { } bus)
            builder.Services.AddSingleton(bus);
        builder.Services.AddSingleton(setting.Options);
        foreach (var (source, address) in setting.Feeds)
            builder.Services.AddKeyedTransient(source, (_, _) => new FeedService.FeedServiceClient(GrpcChannel.ForAddress(address())));
        builder.AddServiceStorage<SampleContext>(setting.Name);
        builder.AddMessaging(setting.Name, setting.Messaging);
        builder.Services.AddSingleton<SampleCommands>();
        builder.Services.AddSingleton<Obstacle>();
        setting.Services(builder.Services);
        if (setting.Idle)
            builder.Services.RemoveAll<IHostedService>();
        var application = builder.Build();
        var feed = application.MapMessaging();
        if (setting.FeedOpensWithService)
            feed.OpensWith<SampleContext>();
        if (setting.Migrate && (setting.Idle || setting.Storage.ContainsKey($"ConnectionStrings:{setting.Name}-db")))
            await application.RunOrMigrateAsync(["migrate"]);
        await application.StartAsync();
        return new SampleService(application);
    }

    /// <summary>Runs the program again with the arguments, as an operator does.</summary>
    public Task MigrateAsync(params string[] arguments) => _application.RunOrMigrateAsync(arguments);

    /// <summary>Passes over an event, as an operator does.</summary>
    public Task<ProjectionStatus> SkipAsync(string source, long position, string reason) => Operations.SkipAsync(
        Operator($"skip {source} {position}"), source, position, reason, CancellationToken.None);

    /// <summary>Asks for a rebuild, as an operator does.</summary>
    public Task<ProjectionStatus> RebuildAsync(string source, string reason) => Operations.RebuildAsync(
        Operator($"rebuild {source} {Services.GetRequiredService<IdentifierSource>().Next()}"), source, reason, CancellationToken.None);

    private static CommandContext Operator(string what) => new("operator", "sample/Operate", what, new StringValue { Value = what }, "correlation");

    public async ValueTask DisposeAsync()
    {
        await _application.StopAsync();
        await _application.DisposeAsync();
    }

    /// <summary>Waits until the projections of a source have reached a position.</summary>
    public Task ReachAsync(string source, long position) => Eventually.HoldsAsync(
        async () => (await Operations.GetStatusAsync(CancellationToken.None)).Any(each => each.Source == source && each.Position >= position),
        $"{source}:{position}");

    /// <summary>What was projected from a source, by account.</summary>
    public async Task<Dictionary<string, long>> ProjectedAsync(string source)
    {
        await using var context = Storage.CreateContext();
        return await context.ProjectedTotals.Where(each => each.Source == source).ToDictionaryAsync(each => each.AccountId, each => each.Total);
    }
}

/// <summary>How to start a sample service.</summary>
internal sealed record SampleSetting(string Name, IReadOnlyDictionary<string, string?> Storage)
{
    public TimeProvider? Time { get; init; }

    public IEventBus? Bus { get; init; }

    public MessagingOptions Options { get; init; } = new() { Silence = TimeSpan.FromSeconds(1), LeaseRenewal = TimeSpan.FromMilliseconds(300) };

    public IReadOnlyDictionary<string, Func<string>> Feeds { get; init; } = new Dictionary<string, Func<string>>();

    public Action<MessagingBuilder<SampleContext>> Messaging { get; init; } = _ => { };

    /// <summary>Whether the database is brought up to date first.</summary>
    public bool Migrate { get; init; } = true;

    /// <summary>Only the database is there: nothing relays, follows or works.</summary>
    public bool Idle { get; init; }

    /// <summary>Whether the Feed answers only while the service is open, as the methods of a service do.</summary>
    public bool FeedOpensWithService { get; init; }

    public Action<IServiceCollection> Services { get; init; } = _ => { };

    public RecordedLog Log { get; init; } = new();
}
