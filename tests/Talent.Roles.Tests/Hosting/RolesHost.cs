using System.Net;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Talent.Messaging.Storage;
using Talent.Roles.Storage;
using Talent.Roles.V1;
using Talent.ServiceDefaults;
using Talent.Testing;

namespace Talent.Roles.Tests.Hosting;

/// <summary>The Roles service as a program on a port of its own, with a database of its own, reached with real tokens.</summary>
public abstract class RolesHost : IAsyncLifetime
{
    private WebApplication? _app;
    private GrpcChannel? _channel;
    private TestSignIn? _signIn;
    private int _codes;

    /// <summary>The day on which the tests take place.</summary>
    public static DateOnly Today { get; } = new(2026, 9, 1);

    /// <summary>The clock of the service: it stands still at noon in London.</summary>
    public FakeTimeProvider Clock { get; } = new FakeTimeProvider(new DateTimeOffset(2026, 9, 1, 11, 0, 0, TimeSpan.Zero));

    public IServiceProvider Services => _app!.Services;

    public GrpcChannel Channel => _channel!;

    public PostService.PostServiceClient Posts => new(Channel);

    public OrganisationService.OrganisationServiceClient Organisations => new(Channel);

    public ImportService.ImportServiceClient Imports => new(Channel);

    public ServiceStorage<RolesContext> Storage => Services.GetRequiredService<ServiceStorage<RolesContext>>();

    /// <summary>Somebody who may do everything to posts, everywhere.</summary>
    public Task<Metadata> DirectorAsync() => AsAsync(Role.GroupHrDirector, Scope.Nation);

    public Task<Metadata> AdministratorAsync() => AsAsync(Role.Administrator, Scope.Nation);

    public Task<Metadata> AsAsync(string role, Scope scope, string? personId = null) =>
        _signIn!.AsAsync(Caller.Person($"account-{role}", personId, new Grant(role, scope)));

    public Task<Metadata> AsServiceAsync(string service) => _signIn!.AsServiceAsync(service, "roles");

    /// <summary>A code that no other test of this host uses.</summary>
    public string NextCode() => $"X9{Interlocked.Increment(ref _codes):000}";

    /// <summary>The events about an aggregate, in order.</summary>
    public async Task<IReadOnlyList<EventRow>> EventsAsync(string aggregate)
    {
        await using var context = Storage.CreateContext();
        return await context.Events.Where(row => row.Aggregate == aggregate).OrderBy(row => row.Sequence).ToListAsync();
    }

    public async Task<int> CountEventsAsync()
    {
        await using var context = Storage.CreateContext();
        return await context.Events.CountAsync();
    }

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection(await SettingsAsync());
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, 0, endpoint => endpoint.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        _signIn = new TestSignIn(Clock);
        builder.AddServiceDefaults();
        builder.AddRoles();
        _signIn.Use(builder.Services);
        _app = builder.Build();
        _app.MapRoles();
        await _app.RunOrMigrateAsync(["migrate"]);
        await _app.StartAsync();
        _channel = GrpcChannel.ForAddress(_app.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }
        _signIn?.Dispose();
        await ReleaseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<Dictionary<string, string?>> SettingsAsync();

    protected abstract ValueTask ReleaseAsync();
}

/// <summary>On SQLite.</summary>
public class SqliteRoles : RolesHost
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talent-roles-").FullName;

    protected override Task<Dictionary<string, string?>> SettingsAsync() =>
        Task.FromResult(new Dictionary<string, string?> { ["Talent:DataFolder"] = _folder });

    protected override ValueTask ReleaseAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>On PostgreSQL.</summary>
public class PostgresRoles : RolesHost
{
    private TestDatabase? _database;

    protected override async Task<Dictionary<string, string?>> SettingsAsync()
    {
        _database = await TestServers.PostgresAsync();
        return new() { ["ConnectionStrings:roles-db"] = _database.ConnectionString };
    }

    protected override ValueTask ReleaseAsync() => _database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
