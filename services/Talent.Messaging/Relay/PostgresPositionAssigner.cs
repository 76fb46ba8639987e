using System.Data.Common;
using Npgsql;
using Talent.Events.V1;
using Talent.Messaging.Feed;

namespace Talent.Messaging.Relay;

/// <summary>
/// Transactions commit in another order than they take sequence numbers. So a number that is missing may still appear, and the assigner
/// looks again at everything above <see cref="PositionAssigner.SettledSequence"/>, which moves as follows. A round gives positions to all
/// events it sees up to some number. The next round's own transaction number is higher than that of every transaction that could
/// still add a smaller sequence number (a trigger makes transactions take their number first). Once a snapshot says that all
/// transactions below it have ended, and its round has given positions to what they left, everything up to that number is settled.
/// </summary>
internal sealed class PostgresPositionAssigner : PositionAssigner
{
    private const string LockLease = "SELECT 1 FROM leases WHERE name = $1 AND owner = $2 AND epoch = $3 FOR UPDATE";

    private const string Transactions =
        "SELECT CAST(CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text) AS bigint), CAST(CAST(pg_current_xact_id() AS text) AS bigint)";

    // OFFSET 0 keeps the planner from joining the whole of both tables: it looks up the few events above the settled one.
    private const string Assign = $"""
        WITH waiting AS (
          SELECT {EventColumns}, row_number() OVER (ORDER BY sequence) AS place
          FROM events LEFT JOIN LATERAL (SELECT p.position FROM event_positions p WHERE p.event_id = events.id OFFSET 0) known ON true
          WHERE sequence > $4 AND known.position IS NULL AND EXISTS (SELECT 1 FROM leases WHERE name = $1 AND owner = $2 AND epoch = $3)
          ORDER BY sequence LIMIT $5),
        given AS (
          INSERT INTO event_positions (position, event_id)
          SELECT (SELECT coalesce(max(position), 0) FROM event_positions) + place, id FROM waiting
          RETURNING position, event_id)
        SELECT given.position, waiting.* FROM given JOIN waiting ON waiting.id = given.event_id ORDER BY given.position
        """;

    private const string Remember = """
        UPDATE relay_progress SET settled_sequence = $4
        WHERE id = 1 AND settled_sequence < $4 AND EXISTS (SELECT 1 FROM leases WHERE name = $1 AND owner = $2 AND epoch = $3)
        """;

    private long _last;
    private long _candidate;
    private long _candidateTransaction;

    public override bool MaySettleMore => _last > SettledSequence;

    public override async Task<IReadOnlyList<Event>?> AssignAsync(
        DbConnection connection, Lease lease, string logId, int limit, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)connection)
        {
            BatchCommands =
            {
                Command(LockLease, lease),
                new NpgsqlBatchCommand(Transactions),
                Command(Assign, lease, SettledSequence, (long)limit),
                Command(Remember, lease, SettledSequence),
            },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation);
        if (!await reader.ReadAsync(cancellation))
            return null;
        await reader.NextResultAsync(cancellation);
        await reader.ReadAsync(cancellation);
        var (oldestRunning, own) = (reader.GetInt64(0), reader.GetInt64(1));
        await reader.NextResultAsync(cancellation);
        var events = new List<Event>();
        var lastSequence = 0L;
        while (await reader.ReadAsync(cancellation))
        {
            var row = ReadEvent(reader, 1, index => reader.GetFieldValue<DateTimeOffset>(index));
            lastSequence = row.Sequence;
            events.Add(row.ToMessage(logId, reader.GetInt64(0)));
        }
        // The transaction ends with the batch: only now is anything given.
        await reader.CloseAsync();
        Settle(oldestRunning, own, events.Count == limit ? lastSequence : long.MaxValue);
        _last = Math.Max(_last, lastSequence);
        return events;
    }

    // Everything seen was given a position up to `complete`, which a full batch may leave below the candidate.
    private void Settle(long oldestRunning, long own, long complete)
    {
        if (_candidate <= SettledSequence)
            (_candidate, _candidateTransaction) = (_last, own);
        if (oldestRunning < _candidateTransaction || complete < _candidate)
            return;
        SettledSequence = _candidate;
    }

    private static NpgsqlBatchCommand Command(string text, Lease lease, params long[] more)
    {
        var command = new NpgsqlBatchCommand(text)
        {
            Parameters = { new() { Value = lease.Name }, new() { Value = lease.Owner }, new() { Value = lease.Epoch } },
        };
        foreach (var value in more)
            command.Parameters.Add(new NpgsqlParameter { Value = value });
        return command;
    }
}
