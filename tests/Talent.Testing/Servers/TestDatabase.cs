using Npgsql;

namespace Talent.Testing;

/// <summary>A database of the run's PostgreSQL that belongs to one caller and is dropped with it.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _server;

    private TestDatabase(string server, string name)
    {
        _server = server;
        Name = name;
        ConnectionString = $"{server};Database={name}";
    }

    /// <summary>The name of the database.</summary>
    public string Name { get; }

    /// <summary>The connection string of the superuser, in Npgsql's form, with the database.</summary>
    public string ConnectionString { get; }

    internal static async Task<TestDatabase> CreateAsync(string server, string name)
    {
        var database = new TestDatabase(server, name);
        await database.ExecuteAsync($"""CREATE DATABASE "{name}" """);
        return database;
    }

    /// <summary>Drops the database, and with it the connections that are still open.</summary>
    public async ValueTask DisposeAsync() => await ExecuteAsync($"""DROP DATABASE IF EXISTS "{Name}" WITH (FORCE)""");

    private async Task ExecuteAsync(string command)
    {
        await using var connection = new NpgsqlConnection($"{_server};Database=postgres;Pooling=false");
        await connection.OpenAsync();
        await using var statement = new NpgsqlCommand(command, connection);
        await statement.ExecuteNonQueryAsync();
    }
}
