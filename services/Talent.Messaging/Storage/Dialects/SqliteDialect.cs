using System.Data.Common;
using Microsoft.Data.Sqlite;
using Talent.Messaging.Commands;
using Talent.Messaging.Relay;

namespace Talent.Messaging.Storage;

internal sealed class SqliteDialect : SqlDialect
{
    // Result codes of sqlite3.h.
    private const int Busy = 5;
    private const int Locked = 6;
    private const int ConstraintPrimaryKey = 1555;
    private const int ConstraintUnique = 2067;

    public override string Name => "sqlite";

    internal override string Clock => "CAST(unixepoch('subsec') * 1000000 AS INTEGER)";

    internal override string SkipLocked => "";

    // One writer at a time: nobody comes between.
    public override bool IsConflict(DbException failure) => false;

    public override bool IsDuplicate(DbException failure) =>
        failure is SqliteException { SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique };

    public override bool IsUnreachable(DbException failure) => failure is SqliteException { SqliteErrorCode: Busy or Locked };

    internal override Task CommitCommandsAsync(
        DbTransaction transaction, IReadOnlyList<StagedCommand> commands, CancellationToken cancellation) =>
        SqliteCommandCommit.RunAsync((SqliteTransaction)transaction, commands, cancellation);

    // The only writer meets no locks.
    internal override Task LimitLockWaitsAsync(DbTransaction transaction) => Task.CompletedTask;

    internal override PositionAssigner CreatePositionAssigner() => new SqlitePositionAssigner();

    // The data folder is held by one process, whose writers take turns.
    internal override Task<IAsyncDisposable> LockSchemaAsync(DbConnection connection, CancellationToken cancellation) =>
        Task.FromResult<IAsyncDisposable>(new NothingHeld());

    internal override async Task<bool> HasTableAsync(DbConnection connection, string table, CancellationToken cancellation) =>
        await ExecuteAsync(connection, "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = @table", cancellation, ("table", table))
            is not null;

    internal override async Task ProtectAsync(
        DbConnection connection, IReadOnlyList<string> appendOnlyTables, CancellationToken cancellation)
    {
        foreach (var table in appendOnlyTables)
        {
            foreach (var change in (string[])["update", "delete"])
                await ExecuteAsync(connection, $"""
                    CREATE TRIGGER IF NOT EXISTS {table}_refuse_{change} BEFORE {change} ON {table}
                    BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END
                    """, cancellation);
        }
    }

    internal override Task GrantAsync(
        DbConnection connection, ApplicationRole role, IReadOnlyList<string> appendOnlyTables, CancellationToken cancellation) =>
        throw new InvalidOperationException(
            "SQLite has no roles: leave out Talent:ApplicationRole, or set the connection string of PostgreSQL.");

    private sealed class NothingHeld : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
