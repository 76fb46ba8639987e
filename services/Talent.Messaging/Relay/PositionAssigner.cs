using System.Data.Common;
using Talent.Events.V1;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Relay;

/// <summary>
/// Gives committed events the next positions, in the order of their sequence numbers, in a transaction that locks the lease row and checks
/// owner and epoch. One instance serves one holding of the lease.
/// </summary>
internal abstract class PositionAssigner
{
    /// <summary>Every event up to this sequence number has a position, or will never be committed.</summary>
    public long SettledSequence { get; set; }

    /// <summary>Whether another round may settle more although no event is waiting.</summary>
    public abstract bool MaySettleMore { get; }

    /// <summary>Gives positions to at most <paramref name="limit"/> events.</summary>
    /// <returns>The events with their new positions, in order. Null: the lease is held by somebody else; nothing was changed.</returns>
    public abstract Task<IReadOnlyList<Event>?> AssignAsync(
        DbConnection connection, Lease lease, string logId, int limit, CancellationToken cancellation);

    /// <summary>Whether an event without a position is waiting; nothing is locked or written.</summary>
    public async Task<bool> IsAnyWaitingAsync(DbConnection connection, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT 1 FROM events e WHERE e.sequence > @settled
            AND NOT EXISTS (SELECT 1 FROM event_positions p WHERE p.event_id = e.id LIMIT 1) ORDER BY e.sequence LIMIT 1
            """;
        command.Add("settled", SettledSequence);
        return await command.ExecuteScalarAsync(cancellation) is not null;
    }

    private protected const string EventColumns =
        "sequence, id, aggregate, aggregate_version, type, payload, actor_id, reason_code, correlation_id, trace_parent, time";

    private protected static EventRow ReadEvent(DbDataReader reader, int first, Func<int, DateTimeOffset> readTime) => new()
    {
        Sequence = reader.GetInt64(first),
        Id = reader.GetString(first + 1),
        Aggregate = reader.GetString(first + 2),
        AggregateVersion = reader.GetInt64(first + 3),
        Type = reader.GetString(first + 4),
        Payload = reader.GetFieldValue<byte[]>(first + 5),
        ActorId = reader.GetString(first + 6),
        ReasonCode = reader.GetString(first + 7),
        CorrelationId = reader.GetString(first + 8),
        TraceParent = reader.GetString(first + 9),
        Time = readTime(first + 10),
    };
}
