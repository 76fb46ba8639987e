using System.Data.Common;
using Talent.Events.V1;
using Talent.Messaging.Feed;
using Talent.Messaging.Storage;

namespace Talent.Messaging.Relay;

/// <summary>One writer at a time: sequence numbers appear in order, so everything below the last one seen is settled at once.</summary>
internal sealed class SqlitePositionAssigner : PositionAssigner
{
    public override bool MaySettleMore => false;

    public override async Task<IReadOnlyList<Event>?> AssignAsync(
        DbConnection connection, Lease lease, string logId, int limit, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        if (await ScalarAsync("SELECT 1 FROM leases WHERE name = @name AND owner = @owner AND epoch = @epoch",
            ("name", lease.Name), ("owner", lease.Owner), ("epoch", lease.Epoch)) is null)
            return null;
        var head = (long)(await ScalarAsync("SELECT coalesce(max(position), 0) FROM event_positions"))!;
        var rows = await ReadWaitingAsync(connection, transaction, limit, cancellation);
        foreach (var row in rows)
            await ScalarAsync("INSERT INTO event_positions (position, event_id) VALUES (@position, @id)",
                ("position", ++head), ("id", row.Id));
        var settled = rows.Count > 0 ? rows[^1].Sequence : SettledSequence;
        await ScalarAsync("UPDATE relay_progress SET settled_sequence = @settled WHERE id = 1", ("settled", settled));
        await transaction.CommitAsync(cancellation);
        SettledSequence = settled;
        return [.. rows.Select((row, index) => row.ToMessage(logId, head - rows.Count + index + 1))];

        async Task<object?> ScalarAsync(string text, params (string Name, object Value)[] parameters)
        {
            await using var command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = text;
            foreach (var (name, value) in parameters)
                command.Add(name, value);
            return await command.ExecuteScalarAsync(cancellation);
        }
    }

    private async Task<List<EventRow>> ReadWaitingAsync(
        DbConnection connection, DbTransaction transaction, int limit, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = $"""
            SELECT {EventColumns} FROM events
            WHERE sequence > @settled AND NOT EXISTS (SELECT 1 FROM event_positions p WHERE p.event_id = events.id)
            ORDER BY sequence LIMIT @limit
            """;
        command.Add("settled", SettledSequence).Add("limit", limit);
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<EventRow>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(ReadEvent(reader, 0, index => ModelConventions.FromMicroseconds(reader.GetInt64(index))));
        return rows;
    }
}
