using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Talent.Messaging.Storage;

namespace Talent.Testing;

/// <summary>What the role of a running service may do with the rows of each table.</summary>
public static class ApplicationRolePrivileges
{
    private const string Granted = """
        SELECT table_name, string_agg(privilege_type, ', ' ORDER BY privilege_type) FROM information_schema.role_table_grants
        WHERE table_schema = 'public' AND grantee = $1 GROUP BY table_name
        """;

    /// <summary>Migrates a database with an application role and reads what that was granted, by table: <c>INSERT, SELECT</c>.</summary>
    /// <param name="service">The name the service gives to <c>AddServiceStorage</c>.</param>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync<TContext>(string service) where TContext : ServiceContext
    {
        await using var database = await TestServers.PostgresAsync();
        var role = $"{database.Name}_application";
        await MigrateAsync<TContext>(service, database.ConnectionString, role);
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();
        var granted = await ReadAsync(connection, role);
        await using var drop = new NpgsqlCommand($"DROP OWNED BY {role}; DROP ROLE {role}", connection);
        await drop.ExecuteNonQueryAsync();
        return granted;
    }

    private static async Task MigrateAsync<TContext>(string service, string connectionString, string role) where TContext : ServiceContext
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(
        [
            new($"ConnectionStrings:{service}-db", connectionString),
            new("Talent:ApplicationRole:Name", role),
            new("Talent:ApplicationRole:Password", "password"),
        ]);
        builder.AddServiceStorage<TContext>(service);
        using var host = builder.Build();
        await host.RunOrMigrateAsync(["migrate"]);
    }

    private static async Task<Dictionary<string, string>> ReadAsync(NpgsqlConnection connection, string role)
    {
        await using var command = new NpgsqlCommand(Granted, connection) { Parameters = { new() { Value = role } } };
        await using var reader = await command.ExecuteReaderAsync();
        var granted = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync())
            granted.Add(reader.GetString(0), reader.GetString(1));
        return granted;
    }
}
