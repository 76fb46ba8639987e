using Microsoft.Data.Sqlite;
using Talent.Messaging.Commands;

namespace Talent.Messaging.Storage;

/// <summary>The end of commands: their stored answers, their events, the commit.</summary>
internal static class SqliteCommandCommit
{
    private const string AddRequest = """
        INSERT INTO requests (principal, method, request_id, body_hash, identifiers, etag, committed_at)
        VALUES (@principal, @method, @request, @hash, @identifiers, @etag, @time)
        """;

    private const string AddSubject = """
        INSERT INTO request_subjects (principal, method, request_id, identifier, subject_id)
        VALUES (@principal, @method, @request, @identifier, @subject)
        """;

    private const string AddEvent = """
        INSERT INTO events (id, aggregate, aggregate_version, type, payload, actor_id, reason_code, correlation_id, trace_parent, time)
        VALUES (@id, @aggregate, @version, @type, @payload, @actor, @reason, @correlation, @trace, @time)
        """;

    public static async Task RunAsync(
        SqliteTransaction transaction, IReadOnlyList<StagedCommand> commands, CancellationToken cancellation)
    {
        foreach (var each in commands)
            await AddAsync(transaction, each.Request, each.Events, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task AddAsync(
        SqliteTransaction transaction, RequestRow request, IReadOnlyList<EventRow> events, CancellationToken cancellation)
    {
        await using (var command = Command(transaction, AddRequest))
        {
            command.Add("principal", request.Principal).Add("method", request.Method).Add("request", request.RequestId)
                .Add("hash", request.BodyHash).Add("identifiers", request.Identifiers).Add("etag", request.Etag)
                .Add("time", ModelConventions.ToMicroseconds(request.CommittedAt));
            await command.ExecuteNonQueryAsync(cancellation);
        }
        foreach (var subject in request.Subjects)
        {
            await using var command = Command(transaction, AddSubject);
            command.Add("principal", subject.Principal).Add("method", subject.Method).Add("request", subject.RequestId)
                .Add("identifier", subject.Identifier).Add("subject", subject.SubjectId);
            await command.ExecuteNonQueryAsync(cancellation);
        }
        foreach (var row in events)
        {
            await using var command = Command(transaction, AddEvent);
            command.Add("id", row.Id).Add("aggregate", row.Aggregate).Add("version", row.AggregateVersion).Add("type", row.Type)
                .Add("payload", row.Payload).Add("actor", row.ActorId).Add("reason", row.ReasonCode).Add("correlation", row.CorrelationId)
                .Add("trace", row.TraceParent).Add("time", ModelConventions.ToMicroseconds(row.Time));
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }

    private static SqliteCommand Command(SqliteTransaction transaction, string text) => new(text, transaction.Connection, transaction);
}
