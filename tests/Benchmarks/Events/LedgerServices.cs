using System.Net;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Talent.Events.V1;
using Talent.Messaging;
using Talent.Messaging.Commands;
using Talent.Messaging.Storage;
using Talent.Testing;

namespace Talent.Benchmarks.Events;

/// <summary>Our side: a service that carries out commands and one that follows it, as they run in the distributed form.</summary>
sealed class LedgerServices(WebApplication source, WebApplication follower, Arrivals arrivals, byte[] payload) : IAsyncDisposable
{
    public const string Source = "roles";
    public const string Aggregates = "entries/";
    const string Follower = "succession";

    readonly CommandRunner<LedgerContext> _runner = source.Services.GetRequiredService<CommandRunner<LedgerContext>>();
    readonly IdentifierSource _identifiers = source.Services.GetRequiredService<IdentifierSource>();
    readonly BytesValue _payload = new() { Value = ByteString.CopyFrom(payload) };

    public static async Task<LedgerServices> Start(TestDatabase sourceDatabase, TestDatabase followerDatabase, string broker, byte[] payload)
    {
        var arrivals = new Arrivals();
        var source = await Start(Source, sourceDatabase, broker, _ => { }, _ => { });
        var follower = await Start(
            Follower, followerDatabase, broker,
            services => services.AddSingleton(arrivals).AddKeyedSingleton(
                Source, (_, _) => new FeedService.FeedServiceClient(GrpcChannel.ForAddress(source.Urls.Single()))),
            messaging => messaging.Project<LedgerProjection>());
        return new(source, follower, arrivals, payload);
    }

    /// <summary>Carries out one command: an event and a stored answer.</summary>
    /// <returns>The entry that it made.</returns>
    public Task<string> Run() => Run(withState: false);

    /// <summary>Carries out one command that makes a record of state as well.</summary>
    public Task RunWithState() => Run(withState: true);

    async Task<string> Run(bool withState)
    {
        var id = _identifiers.Next();
        var command = new CommandContext("writer", "talent.ledger.v1.Ledger/Enter", id, _payload, id);
        await _runner.RunAsync(
            command,
            (scope, _) =>
            {
                if (withState)
                    scope.Context.Entries.Add(new Entry { Id = id, Text = payload, Version = 1 });
                scope.Append(Aggregates + id, 1, "roles.entry.made.v1", _payload);
                return Task.FromResult(CommandOutcome.For(id, 1));
            },
            CancellationToken.None);
        arrivals.Expect();
        return id;
    }

    /// <summary>Waits until every command's event is projected.</summary>
    public Task Finish() => arrivals.WaitForAll();

    /// <summary>When the projection of an entry was committed.</summary>
    public long ArrivalOf(string entry) => arrivals.Of(entry);

    public async ValueTask DisposeAsync()
    {
        await follower.DisposeAsync();
        await source.DisposeAsync();
        arrivals.Dispose();
    }

    static async Task<WebApplication> Start(
        string name, TestDatabase database, string broker, Action<IServiceCollection> add, Action<MessagingBuilder<LedgerContext>> configure)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(
            [new($"ConnectionStrings:{name}-db", database.ConnectionString), new("ConnectionStrings:broker", broker)]);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.Services.AddGrpc();
        add(builder.Services);
        builder.AddServiceStorage<LedgerContext>(name);
        builder.AddMessaging(name, configure);
        var app = builder.Build();
        app.MapMessaging();
        await app.RunOrMigrateAsync(["migrate"]);
        await app.StartAsync();
        return app;
    }
}
