using Npgsql;
using Talent.Messaging.Tests.Bus;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Flow;

/// <summary>The database goes away while events are applied: that is not the fault of any event.</summary>
public sealed class DatabaseOutageTests : IAsyncLifetime
{
    private readonly PostgresTestStorage _storage = new();
    private readonly Pair _pair;

    public DatabaseOutageTests() => _pair = new Pair(_storage, new InProcessTestBus()) { Silence = TimeSpan.FromSeconds(1) };

    public async ValueTask InitializeAsync() => await _pair.StartAsync();

    public ValueTask DisposeAsync() => _pair.DisposeAsync();

    [Fact]
    public async Task Projection_DatabaseEndsTheConnection_PausesAndGoesOnWithoutBeingStalled()
    {
        await _pair.AddAsync(3, "before");
        await _pair.AssertConvergedAsync(3);
        var cut = 0;
        var connection = (await _storage.SettingsForAsync(Pair.FollowerName))[$"ConnectionStrings:{Pair.FollowerName}-db"]!;
        _pair.Follower.Obstacle.Before = happened =>
        {
            if (happened.Position == 5 && Interlocked.Increment(ref cut) <= 2)
                EndTransactions(connection);
        };
        await _pair.AddAsync(5, "after");
        await _pair.AssertConvergedAsync(8);
        Assert.True(cut > 2, "it was tried again after each cut");
        Assert.Contains(_pair.Log.Lines, line => line.Contains("pauses following roles", StringComparison.Ordinal));
        Assert.DoesNotContain(_pair.Log.Lines, line => line.Contains("is stalled at", StringComparison.Ordinal));
    }

    // As a server does that is shut down, but to those alone who are in the middle of a change.
    private static void EndTransactions(string connectionString)
    {
        using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ToString());
        connection.Open();
        using var command = new NpgsqlCommand(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
            + "WHERE datname = current_database() AND state = 'idle in transaction'",
            connection);
        command.ExecuteScalar();
    }
}
