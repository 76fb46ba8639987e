using Npgsql;
using Talent.Messaging.Tests.Sample;
using Talent.Testing;

namespace Talent.Messaging.Tests.Storage;

/// <summary>What the role of a running service may do in its database.</summary>
public sealed class ApplicationRoleTests : IAsyncLifetime
{
    private const string Password = "it's \"quoted\"";
    private string _role = "";
    private TestDatabase _database = null!;
    private SampleService _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _database = await TestServers.PostgresAsync();
        _role = $"{_database.Name}_application";
        _owner = await SampleService.StartAsync(new SampleSetting("sample", new Dictionary<string, string?>
        {
            ["ConnectionStrings:sample-db"] = _database.ConnectionString,
            ["Talent:ApplicationRole:Name"] = _role,
            ["Talent:ApplicationRole:Password"] = Password,
        })
        { Idle = true });
    }

    public async ValueTask DisposeAsync()
    {
        await _owner.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await ExecuteAsync(_database.ConnectionString, $"DROP OWNED BY {_role}; DROP ROLE {_role}");
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task Migrate_ApplicationRole_RunsTheService()
    {
        await using var service = await SampleService.StartAsync(
            new SampleSetting("sample", new Dictionary<string, string?> { ["ConnectionStrings:sample-db"] = AsRole() }) { Migrate = false });
        Assert.Equal(3, await service.Commands.AddAsync("a", 3, "1"));
        await Eventually.HoldsAsync(
            async () => await ScalarAsync("SELECT count(*) FROM event_positions") is 1L, "the event has its position");
    }

    [Theory]
    [InlineData("UPDATE events SET actor_id = 'other'")]
    [InlineData("DELETE FROM events")]
    [InlineData("TRUNCATE events")]
    [InlineData("UPDATE event_positions SET position = position + 1")]
    [InlineData("DELETE FROM event_positions")]
    [InlineData("UPDATE skipped_events SET reason = 'another'")]
    [InlineData("DELETE FROM skipped_events")]
    [InlineData("UPDATE rebuilds SET reason = 'another'")]
    [InlineData("DELETE FROM rebuilds")]
    [InlineData("CREATE TABLE other (id integer)")]
    [InlineData("DROP TABLE accounts")]
    [InlineData("DELETE FROM schema_versions")]
    public async Task Migrate_ApplicationRole_IsRefused(string statement)
    {
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(AsRole(), statement));
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refused.SqlState);
    }

    [Fact]
    public async Task Migrate_Owner_CannotChangeTheLogEither()
    {
        await _owner.Commands.AddAsync("a", 1, "1");
        var refused = await Assert.ThrowsAsync<PostgresException>(() => ExecuteAsync(_database.ConnectionString, "DELETE FROM events"));
        Assert.Contains("events is append-only", refused.Message, StringComparison.Ordinal);
    }

    private string AsRole() =>
        new NpgsqlConnectionStringBuilder(_database.ConnectionString) { Username = _role, Password = Password }.ToString();

    private async Task<object?> ScalarAsync(string query)
    {
        await using var connection = new NpgsqlConnection(AsRole());
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        return await command.ExecuteScalarAsync();
    }

    private static async Task ExecuteAsync(string connectionString, string statement)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync();
    }
}
