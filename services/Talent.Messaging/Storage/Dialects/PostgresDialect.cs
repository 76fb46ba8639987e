using System.Data.Common;
using Npgsql;
using Talent.Messaging.Commands;
using Talent.Messaging.Relay;

namespace Talent.Messaging.Storage;

internal sealed class PostgresDialect : SqlDialect
{
    // Any number will do, as long as every migrator takes the same.
    private const long SchemaLock = 8253641137;

    public override string Name => "postgresql";

    internal override string Clock => "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)";

    internal override string SkipLocked => "FOR UPDATE SKIP LOCKED";

    public override bool IsConflict(DbException failure) => failure is PostgresException
    {
        SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected,
    };

    public override bool IsDuplicate(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

    public override bool IsUnreachable(DbException failure) => failure is NpgsqlException { IsTransient: true } && !IsConflict(failure);

    internal override Task CommitCommandsAsync(
        DbTransaction transaction, IReadOnlyList<StagedCommand> commands, CancellationToken cancellation) =>
        PostgresCommandCommit.RunAsync((NpgsqlTransaction)transaction, commands, cancellation);

    // Two shared transactions may want the same rows in opposite order; the server would look for such a deadlock only after a second.
    internal override async Task LimitLockWaitsAsync(DbTransaction transaction)
    {
        await using var command = new NpgsqlCommand("SET LOCAL lock_timeout = 100", (NpgsqlConnection)transaction.Connection!);
        await command.ExecuteNonQueryAsync();
    }

    internal override PositionAssigner CreatePositionAssigner() => new PostgresPositionAssigner();

    internal override async Task<IAsyncDisposable> LockSchemaAsync(DbConnection connection, CancellationToken cancellation)
    {
        await ExecuteAsync(connection, $"SELECT pg_advisory_lock({SchemaLock})", cancellation);
        return new SchemaLocked(connection);
    }

    internal override async Task<bool> HasTableAsync(DbConnection connection, string table, CancellationToken cancellation) =>
        await ExecuteAsync(connection, "SELECT to_regclass(@table)::text", cancellation, ("table", table)) is string;

    internal override async Task ProtectAsync(
        DbConnection connection, IReadOnlyList<string> appendOnlyTables, CancellationToken cancellation)
    {
        foreach (var table in appendOnlyTables)
            await ExecuteAsync(connection, $"""
                CREATE OR REPLACE TRIGGER {table}_refuse_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
                FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
                """, cancellation);
    }

    internal override async Task GrantAsync(
        DbConnection connection, ApplicationRole role, IReadOnlyList<string> appendOnlyTables, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var known = await ExecuteAsync(connection, "SELECT 1 FROM pg_roles WHERE rolname = @name", cancellation, ("name", role.Name));
        var make = known is null ? "CREATE ROLE %I LOGIN PASSWORD %L" : "ALTER ROLE %I LOGIN PASSWORD %L";
        await ExecuteFormattedAsync(connection, make, role.Name, role.Password, cancellation);
        await ExecuteFormattedAsync(connection, "GRANT CONNECT ON DATABASE %I TO %I", connection.Database, role.Name, cancellation);
        await ExecuteFormattedAsync(connection, "GRANT USAGE ON SCHEMA %I TO %I", "public", role.Name, cancellation);
        await ExecuteFormattedAsync(connection,
            "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO %I", "public", role.Name, cancellation);
        await ExecuteFormattedAsync(connection, "GRANT USAGE ON ALL SEQUENCES IN SCHEMA %I TO %I", "public", role.Name, cancellation);
        foreach (var table in appendOnlyTables)
            await ExecuteFormattedAsync(connection, "REVOKE UPDATE, DELETE ON %I FROM %I", table, role.Name, cancellation);
        await ExecuteFormattedAsync(connection,
            "REVOKE INSERT, UPDATE, DELETE ON %I FROM %I", "schema_versions", role.Name, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private static async Task ExecuteFormattedAsync(
        DbConnection connection, string format, string first, string second, CancellationToken cancellation)
    {
        var statement = await ExecuteAsync(connection, "SELECT format(@format, @first, @second)", cancellation,
            ("format", format), ("first", first), ("second", second));
        await ExecuteAsync(connection, (string)statement!, cancellation);
    }

    private sealed class SchemaLocked(DbConnection connection) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync() =>
            await ExecuteAsync(connection, $"SELECT pg_advisory_unlock({SchemaLock})", CancellationToken.None);
    }
}
