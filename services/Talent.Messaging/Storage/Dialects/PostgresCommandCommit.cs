using Npgsql;
using NpgsqlTypes;
using Talent.Messaging.Commands;

namespace Talent.Messaging.Storage;

/// <summary>
/// The end of commands in one exchange with the server: their stored answers, their events, COMMIT. A refused row ends the exchange before
/// the COMMIT; the transaction is then rolled back when it is disposed of.
/// </summary>
internal static class PostgresCommandCommit
{
    private const string AddRequests = """
        INSERT INTO requests (principal, method, request_id, body_hash, identifiers, etag, committed_at)
        SELECT * FROM unnest($1, $2, $3, $4, $5, $6, $7)
        """;

    private const string AddSubjects = """
        INSERT INTO request_subjects (principal, method, request_id, identifier, subject_id)
        SELECT * FROM unnest($1, $2, $3, $4, $5)
        """;

    // Sequence numbers are given after the sort: events of one command keep their order.
    private const string AddEvents = """
        INSERT INTO events (id, aggregate, aggregate_version, type, payload, actor_id, reason_code, correlation_id, trace_parent, time)
        SELECT id, aggregate, version, type, payload, actor, reason, correlation, trace, time
        FROM unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) WITH ORDINALITY
          AS added (id, aggregate, version, type, payload, actor, reason, correlation, trace, time, place)
        ORDER BY place
        """;

    public static async Task RunAsync(
        NpgsqlTransaction transaction, IReadOnlyList<StagedCommand> commands, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(transaction.Connection, transaction) { BatchCommands = { Requests(commands) } };
        if (commands.Any(each => each.Request.Subjects.Count > 0))
            batch.BatchCommands.Add(Subjects([.. commands.SelectMany(each => each.Request.Subjects)]));
        if (commands.Any(each => each.Events.Count > 0))
            batch.BatchCommands.Add(Events([.. commands.SelectMany(each => each.Events)]));
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        await batch.ExecuteNonQueryAsync(cancellation);
    }

    private static NpgsqlBatchCommand Requests(IReadOnlyList<StagedCommand> commands) => new(AddRequests)
    {
        Parameters =
        {
            Column(commands, each => each.Request.Principal, NpgsqlDbType.Text),
            Column(commands, each => each.Request.Method, NpgsqlDbType.Text),
            Column(commands, each => each.Request.RequestId, NpgsqlDbType.Text),
            Column(commands, each => each.Request.BodyHash, NpgsqlDbType.Bytea),
            Column(commands, each => each.Request.Identifiers, NpgsqlDbType.Text),
            Column(commands, each => each.Request.Etag, NpgsqlDbType.Text),
            Column(commands, each => each.Request.CommittedAt.UtcDateTime, NpgsqlDbType.TimestampTz),
        },
    };

    private static NpgsqlBatchCommand Subjects(List<RequestSubjectRow> subjects) => new(AddSubjects)
    {
        Parameters =
        {
            Column(subjects, each => each.Principal, NpgsqlDbType.Text),
            Column(subjects, each => each.Method, NpgsqlDbType.Text),
            Column(subjects, each => each.RequestId, NpgsqlDbType.Text),
            Column(subjects, each => each.Identifier, NpgsqlDbType.Text),
            Column(subjects, each => each.SubjectId, NpgsqlDbType.Text),
        },
    };

    private static NpgsqlBatchCommand Events(List<EventRow> events) => new(AddEvents)
    {
        Parameters =
        {
            Column(events, each => each.Id, NpgsqlDbType.Text),
            Column(events, each => each.Aggregate, NpgsqlDbType.Text),
            Column(events, each => each.AggregateVersion, NpgsqlDbType.Bigint),
            Column(events, each => each.Type, NpgsqlDbType.Text),
            Column(events, each => each.Payload, NpgsqlDbType.Bytea),
            Column(events, each => each.ActorId, NpgsqlDbType.Text),
            Column(events, each => each.ReasonCode, NpgsqlDbType.Text),
            Column(events, each => each.CorrelationId, NpgsqlDbType.Text),
            Column(events, each => each.TraceParent, NpgsqlDbType.Text),
            Column(events, each => each.Time.UtcDateTime, NpgsqlDbType.TimestampTz),
        },
    };

    private static NpgsqlParameter<TValue[]> Column<TRow, TValue>(IReadOnlyList<TRow> rows, Func<TRow, TValue> value, NpgsqlDbType type)
    {
        var column = new TValue[rows.Count];
        for (var index = 0; index < column.Length; index++)
            column[index] = value(rows[index]);
        return new() { TypedValue = column, NpgsqlDbType = NpgsqlDbType.Array | type };
    }
}
