using Talent.Testing;

namespace Talent.Development.Tests.Running;

/// <summary>A database of a test class's own, of either kind.</summary>
public abstract class TestStorage : IAsyncDisposable
{
    /// <summary>The settings with which the service finds its database.</summary>
    public abstract Task<Dictionary<string, string?>> SettingsAsync();

    public abstract ValueTask DisposeAsync();
}

public sealed class SqliteTestStorage : TestStorage
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talent-development-").FullName;

    public override Task<Dictionary<string, string?>> SettingsAsync() =>
        Task.FromResult(new Dictionary<string, string?> { ["Talent:DataFolder"] = _folder });

    public override ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class PostgresTestStorage : TestStorage
{
    private TestDatabase? _database;

    public override async Task<Dictionary<string, string?>> SettingsAsync()
    {
        _database ??= await TestServers.PostgresAsync();
        return new() { ["ConnectionStrings:development-db"] = _database.ConnectionString };
    }

    public override async ValueTask DisposeAsync()
    {
        if (_database is not null)
            await _database.DisposeAsync();
    }
}
