namespace Talent.Development.Tests.Running;

/// <summary>One running service for a test class; the tests in it use people and groups of their own.</summary>
public abstract class DevelopmentFixture(TestStorage storage) : IAsyncLifetime
{
    public DevelopmentHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Host = await DevelopmentHost.StartAsync(storage);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await storage.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

public sealed class SqliteDevelopment() : DevelopmentFixture(new SqliteTestStorage());

public sealed class PostgresDevelopment() : DevelopmentFixture(new PostgresTestStorage());
