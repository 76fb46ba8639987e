using Talent.Testing;

namespace Talent.Messaging.Tests.Sample;

/// <summary>A database of a test's own, of either kind, that outlives the services that use it.</summary>
public abstract class TestStorage : IAsyncDisposable
{
    /// <summary>The settings with which a service of that name finds its database.</summary>
    public abstract Task<Dictionary<string, string?>> SettingsForAsync(string service);

    public abstract ValueTask DisposeAsync();
}

public sealed class SqliteTestStorage : TestStorage
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talent-messaging-").FullName;

    public override Task<Dictionary<string, string?>> SettingsForAsync(string service) =>
        Task.FromResult(new Dictionary<string, string?> { ["Talent:DataFolder"] = _folder });

    /// <summary>Copies the database of a service that is stopped.</summary>
    public void BackUp(string service)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var copies = Directory.CreateDirectory(Path.Combine(_folder, "backup"));
        foreach (var file in Directory.GetFiles(_folder, $"{service}.db*"))
            File.Copy(file, Path.Combine(copies.FullName, Path.GetFileName(file)));
    }

    /// <summary>Puts the copy in the place of the database, while the service is stopped.</summary>
    public void Restore(string service)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(_folder, $"{service}.db*"))
            File.Delete(file);
        foreach (var copy in Directory.GetFiles(Path.Combine(_folder, "backup"), $"{service}.db*"))
            File.Copy(copy, Path.Combine(_folder, Path.GetFileName(copy)));
    }

    public override ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

public sealed class PostgresTestStorage : TestStorage
{
    private readonly Dictionary<string, TestDatabase> _databases = [];

    public override async Task<Dictionary<string, string?>> SettingsForAsync(string service)
    {
        if (!_databases.TryGetValue(service, out var database))
        {
            database = await TestServers.PostgresAsync();
            _databases.Add(service, database);
        }
        return new() { [$"ConnectionStrings:{service}-db"] = database.ConnectionString };
    }

    public override async ValueTask DisposeAsync()
    {
        Npgsql.NpgsqlConnection.ClearAllPools();
        foreach (var database in _databases.Values)
            await database.DisposeAsync();
    }
}
