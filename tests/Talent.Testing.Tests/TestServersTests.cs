using Npgsql;
using RabbitMQ.Client;
using StackExchange.Redis;

namespace Talent.Testing.Tests;

public sealed class TestServersTests
{
    [Fact]
    public async Task PostgresAsync_TwoCallers_GetDatabasesOfTheirOwnThatVanish()
    {
        string vanished;
        await using (var first = await TestServers.PostgresAsync())
        await using (var second = await TestServers.PostgresAsync())
        {
            Assert.NotEqual(first.Name, second.Name);
            Assert.Equal(first.Name, await ScalarAsync(first.ConnectionString, "SELECT current_database()"));
            vanished = first.Name;
        }
        await using var other = await TestServers.PostgresAsync();
        var left = await ScalarAsync(other.ConnectionString, $"SELECT count(*) FROM pg_database WHERE datname = '{vanished}'");
        Assert.Equal(0L, left);
    }

    [Fact]
    public async Task RabbitMqAsync_TwoCallers_GetVirtualHostsThatTakeQueues()
    {
        var first = await TestServers.RabbitMqAsync();
        var second = await TestServers.RabbitMqAsync();
        Assert.NotEqual(first.Name, second.Name);
        await using var connection = await new ConnectionFactory { Uri = new Uri(first.ConnectionString) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();
        var queue = await channel.QueueDeclareAsync("own", durable: true, exclusive: false, autoDelete: false);
        Assert.Equal("own", queue.QueueName);
    }

    [Fact]
    public async Task RabbitMqAsync_ManyAtOnce_NeverHandsOutTheSameTwice()
    {
        var names = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => (await TestServers.RabbitMqAsync()).Name)));
        Assert.Distinct(names);
    }

    [Fact]
    public async Task RedisAsync_Caller_ReadsWhatItWrote()
    {
        var redis = await TestServers.RedisAsync();
        using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        var database = connection.GetDatabase();
        Assert.True(await database.StringSetAsync(redis.KeyPrefix + "a", "1", TimeSpan.FromSeconds(30)));
        Assert.Equal("1", await database.StringGetAsync(redis.KeyPrefix + "a"));
    }

    private static async Task<object?> ScalarAsync(string connectionString, string query)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(query, connection);
        return await command.ExecuteScalarAsync();
    }
}
