using System.Security.Cryptography;

namespace Talent.Testing;

/// <summary>
/// The real PostgreSQL, RabbitMQ and Redis of a test run. <c>tests/run</c> starts them once for all test projects; without it (from an
/// editor) the first use starts <c>tests/servers</c>, which ends with this process. Every caller gets a part of its own.
/// </summary>
public static class TestServers
{
    private static readonly Lazy<Task<ServerConnections>> Connections = new(ServerConnections.FindOrStartAsync);

    /// <summary>A new, empty database, dropped when the answer is disposed of.</summary>
    public static async Task<TestDatabase> PostgresAsync() =>
        await TestDatabase.CreateAsync((await Connections.Value).Postgres, RandomName());

    /// <summary>A virtual host that nobody else uses or has used in this run.</summary>
    /// <exception cref="InvalidOperationException">The run has used up the virtual hosts the broker was started with.</exception>
    public static async Task<TestVirtualHost> RabbitMqAsync()
    {
        var connections = await Connections.Value;
        return TestVirtualHost.Take(connections.RabbitMq, connections.VirtualHosts);
    }

    /// <summary>The shared Redis, with a key prefix of the caller's own.</summary>
    public static async Task<TestRedis> RedisAsync() => new((await Connections.Value).Redis, RandomName() + ":");

    private static string RandomName() => "test_" + RandomNumberGenerator.GetHexString(16, lowercase: true);
}
