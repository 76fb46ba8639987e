using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Talent.Events.V1;
using Talent.Messaging.Projections;
using Talent.Messaging.Storage;
using Talent.ServiceDefaults;
using Talent.Succession.Reactions;
using Talent.Succession.Storage;
using Talent.Succession.V1;
using Talent.Testing;

namespace Talent.Succession.Tests;

/// <summary>The service on a port of its own, with a database of its own; what the other services tell is given to it directly.</summary>
public sealed class ServiceHost : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly GrpcChannel _channel;
    private readonly TestSignIn _signIn;
    private readonly IReadOnlyDictionary<string, string?> _settings;
    private readonly Func<ValueTask> _release;

    private ServiceHost(
        WebApplication application, GrpcChannel channel, TestSignIn signIn, IReadOnlyDictionary<string, string?> settings,
        Func<ValueTask> release)
    {
        (_application, _channel, _signIn, _settings, _release) = (application, channel, signIn, settings, release);
        Boards = new BoardService.BoardServiceClient(channel);
        Forecasts = new ForecastService.ForecastServiceClient(channel);
        Nominations = new NominationService.NominationServiceClient(channel);
        Pipelines = new PipelineService.PipelineServiceClient(channel);
        Feed = new FeedService.FeedServiceClient(channel);
    }

    public static DateOnly Today => LondonCalendar.Today(TimeProvider.System);

    public BoardService.BoardServiceClient Boards { get; }

    public ForecastService.ForecastServiceClient Forecasts { get; }

    public NominationService.NominationServiceClient Nominations { get; }

    public PipelineService.PipelineServiceClient Pipelines { get; }

    public FeedService.FeedServiceClient Feed { get; }

    public GrpcChannel Channel => _channel;

    public IServiceProvider Services => _application.Services;

    internal ServiceStorage<SuccessionContext> Storage => Services.GetRequiredService<ServiceStorage<SuccessionContext>>();

    public static async Task<ServiceHost> StartAsync(
        string database, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? replace = null)
    {
        var (connection, release) = await DatabaseAsync(database);
        foreach (var (name, value) in settings ?? new Dictionary<string, string?>()) connection[name] = value;
        return await StartAsync(connection, release, replace);
    }

    /// <summary>Another process of the service on the same database, which is not SQLite.</summary>
    public Task<ServiceHost> StartReplicaAsync() => StartAsync(_settings, () => ValueTask.CompletedTask);

    private static async Task<ServiceHost> StartAsync(
        IReadOnlyDictionary<string, string?> settings, Func<ValueTask> release, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Configuration.Sources.Clear();
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Configuration.AddInMemoryCollection(settings);
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2));
        builder.AddSuccession();
        replace?.Invoke(builder.Services);
        var signIn = new TestSignIn(TimeProvider.System);
        signIn.Use(builder.Services);
        // Nobody to follow: the events of the other services are given to the projections directly.
        foreach (var follower in builder.Services.Where(IsFollower).ToList()) builder.Services.Remove(follower);
        var application = builder.Build();
        application.MapSuccession();
        if (settings.ContainsKey("ConnectionStrings:succession-db")) await application.RunOrMigrateAsync(["migrate"]);
        await application.StartAsync();
        var address = application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new ServiceHost(application, GrpcChannel.ForAddress(address), signIn, settings, release);
    }

    /// <summary>The headers of a group's human-resources director.</summary>
    public Task<Metadata> DirectorAsync(string? personId = null, string groupId = Sample.Group) =>
        _signIn.AsAsync(Caller.Person($"account-{personId}", personId, new Grant(Role.GroupHrDirector, Scope.Group(groupId))));

    public Task<Metadata> AsAsync(Caller caller) => _signIn.AsAsync(caller);

    public Task<Metadata> AsServiceAsync(string service) => _signIn.AsServiceAsync(service, SuccessionService.Name);

    /// <summary>Gives events to the projection of their source, as the follower would.</summary>
    public async Task TellAsync(params Event[] events)
    {
        var projections = Services.GetServices<IProjection<SuccessionContext>>().ToLookup(each => each.Source);
        await Storage.WriteAsync(
            async (context, token) =>
            {
                foreach (var happened in events)
                    foreach (var projection in projections[happened.Type.Split('.')[0]])
                    {
                        await projection.ApplyAsync(context, happened, token);
                        await context.SaveChangesAsync(token);
                    }

                return true;
            }, CancellationToken.None);
    }

    /// <summary>Does what time alone makes due.</summary>
    public Task<int> ExpireAsync() =>
        Services.GetServices<IHostedService>().OfType<NominationExpiry>().Single().ExpireAsync(CancellationToken.None);

    /// <summary>The board, as soon as it is as it should be.</summary>
    public async Task<Board> BoardAsync(Metadata headers, Func<Board, bool> until)
    {
        for (var attempt = 0; attempt < 500; attempt++)
        {
            var board = (await Boards.GetBoardAsync(new GetBoardRequest { GroupId = Sample.Group }, headers)).Board;
            if (until(board)) return board;
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        throw new TimeoutException("The board did not come.");
    }

    public async ValueTask DisposeAsync()
    {
        _channel.Dispose();
        await _application.StopAsync();
        await _application.DisposeAsync();
        _signIn.Dispose();
        await _release();
    }

    private static bool IsFollower(ServiceDescriptor each) =>
        each.ServiceType == typeof(IHostedService)
            && each.ImplementationType?.Name.StartsWith("FollowingService", StringComparison.Ordinal) == true;

    private static async Task<(Dictionary<string, string?> Settings, Func<ValueTask> Release)> DatabaseAsync(string kind)
    {
        if (kind == "postgresql")
        {
            var database = await TestServers.PostgresAsync();
            return (new() { ["ConnectionStrings:succession-db"] = database.ConnectionString }, database.DisposeAsync);
        }

        var folder = Directory.CreateTempSubdirectory("talent-succession-").FullName;
        return (new() { ["Talent:DataFolder"] = folder }, () =>
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }
        );
    }
}
