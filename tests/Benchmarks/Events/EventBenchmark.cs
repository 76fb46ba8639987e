using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Npgsql;
using Talent.Events.V1;
using Talent.Messaging;
using Talent.Testing;

namespace Talent.Benchmarks.Events;

/// <summary>From a command's commit to the committed projection in another service, beside a loop that guarantees nothing.</summary>
static class EventBenchmark
{
    const int Writers = 64;
    const int PayloadBytes = 200;
    const int WarmUpCount = 20_000;
    static readonly TimeSpan LongestWarmUp = TimeSpan.FromSeconds(45);

    public static async Task Run()
    {
        await using var sourceDatabase = await TestServers.PostgresAsync();
        await using var followerDatabase = await TestServers.PostgresAsync();
        await using var bareDatabase = await TestServers.PostgresAsync();
        await RequireDurability(sourceDatabase);
        var broker = (await TestServers.RabbitMqAsync()).ConnectionString;
        var payload = new byte[PayloadBytes];
        new Random(1).NextBytes(payload);

        await using var services = await LedgerServices.Start(sourceDatabase, followerDatabase, broker, payload);
        await using var bare = await BareLoop.Start(bareDatabase, broker, MessageOf(payload));
        await WarmUp(services.Run);
        await services.Finish();
        await WarmUp(bare.Run);
        await OpenLoop.Measure(services);
        await new AlternatingRounds(Writers).Compare(
            "events-with-state",
            new Side("command with state to projection", services.RunWithState, services.Finish),
            new Side("bare loop with state", bare.RunWithState, bare.Finish));
        await new AlternatingRounds(Writers).Compare(
            "events", new Side("command to projection", services.Run, services.Finish), new Side("bare loop", bare.Run, bare.Finish));
    }

    // The compiler replaces its first version of each method while it runs, which takes the more turns the more code there is.
    static async Task WarmUp(Func<Task> operation)
    {
        var started = TimeProvider.System.GetTimestamp();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, WarmUpCount),
            new ParallelOptions { MaxDegreeOfParallelism = Writers },
            async (_, _) =>
            {
                if (TimeProvider.System.GetElapsedTime(started) < LongestWarmUp)
                    await operation();
            });
    }

    // The message that our side publishes for such an event.
    static byte[] MessageOf(byte[] payload)
    {
        var identifiers = new SystemIdentifierSource(TimeProvider.System);
        return new Event
        {
            LogId = identifiers.Next(),
            Position = 1_000_000,
            Id = identifiers.Next(),
            Aggregate = LedgerServices.Aggregates + identifiers.Next(),
            AggregateVersion = 1,
            Type = "roles.entry.made.v1",
            Payload = new BytesValue { Value = ByteString.CopyFrom(payload) }.ToByteString(),
            ActorId = "writer",
            CorrelationId = identifiers.Next(),
            Time = Timestamp.FromDateTimeOffset(TimeProvider.System.GetUtcNow()),
        }.ToByteArray();
    }

    static async Task RequireDurability(TestDatabase database)
    {
        await using var source = NpgsqlDataSource.Create(database.ConnectionString);
        await using var command = source.CreateCommand("SELECT current_setting('fsync') || current_setting('synchronous_commit')");
        if (await command.ExecuteScalarAsync() is not "onon")
            throw new InvalidOperationException("The figures mean nothing without fsync: run tests/bench events, which starts a server with it.");
    }
}
