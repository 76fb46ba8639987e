using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Talent.Messaging.Storage;
using Talent.Portal.Storage;
using Talent.Testing;

namespace Talent.Portal.Tests.Storage;

/// <summary>The portal's storage alone, migrated, on one of the two databases, with time moved by hand.</summary>
internal sealed class PortalStorage : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("talent-portal-storage-");
    private readonly TestDatabase? _database;
    private readonly IHost _host;

    private PortalStorage(TestDatabase? database)
    {
        _database = database;
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Talent:DataFolder"] = _folder.FullName,
            ["ConnectionStrings:portal-db"] = database?.ConnectionString,
        });
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.AddServiceStorage<PortalContext>(PortalApplication.Name);
        _host = builder.Build();
    }

    public FakeTimeProvider Time { get; } = new();

    public IServiceProvider Services => _host.Services;

    public ServiceStorage<PortalContext> Storage => Services.GetRequiredService<ServiceStorage<PortalContext>>();

    public static async Task<PortalStorage> StartAsync(bool postgres)
    {
        var storage = new PortalStorage(postgres ? await TestServers.PostgresAsync() : null);
        await storage._host.RunOrMigrateAsync(["migrate"]);
        return storage;
    }

    public async Task AddAccountAsync(params AccountGrantRow[] grants) => await Storage.WriteAsync(
        (context, _) =>
        {
            context.Accounts.Add(new AccountRow { Id = "account", SignInName = "somebody", PersonId = "person" });
            context.AccountGrants.AddRange(grants);
            return Task.FromResult(true);
        },
        CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        if (_database is not null)
            await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
