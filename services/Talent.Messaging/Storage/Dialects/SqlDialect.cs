using System.Data.Common;
using Talent.Messaging.Commands;
using Talent.Messaging.Relay;

namespace Talent.Messaging.Storage;

/// <summary>What differs between the two databases. Everything else is written once.</summary>
public abstract class SqlDialect
{
    /// <summary>The folder of the scripts: <c>sqlite</c> or <c>postgresql</c>.</summary>
    public abstract string Name { get; }

    /// <summary>
    /// Whether the failure says that another transaction came between and that the same work may succeed if done again: a serialisation
    /// failure (40001) or a deadlock (40P01).
    /// </summary>
    public abstract bool IsConflict(DbException failure);

    /// <summary>Whether the failure says that there is a row with the same key (23505).</summary>
    public abstract bool IsDuplicate(DbException failure);

    /// <summary>Whether the failure says nothing about the work: the database could not be reached, or was shutting down or busy.</summary>
    public abstract bool IsUnreachable(DbException failure);

    /// <summary>The database's own clock as an SQL expression: microseconds since 1970.</summary>
    internal abstract string Clock { get; }

    /// <summary>Appended to a SELECT so that each claimant gets other rows; empty where there is one writer anyway.</summary>
    internal abstract string SkipLocked { get; }

    /// <summary>Adds the stored answers and the events of commands to their transaction and commits it.</summary>
    internal abstract Task CommitCommandsAsync(
        DbTransaction transaction, IReadOnlyList<StagedCommand> commands, CancellationToken cancellation);

    /// <summary>Makes a transaction that commands share give up soon when it meets another one's lock.</summary>
    internal abstract Task LimitLockWaitsAsync(DbTransaction transaction);

    /// <summary>What gives positions during one holding of the relay's lease.</summary>
    internal abstract PositionAssigner CreatePositionAssigner();

    /// <summary>Keeps other migrators away until the answer is disposed of.</summary>
    internal abstract Task<IAsyncDisposable> LockSchemaAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>Whether there is a table of that name.</summary>
    internal abstract Task<bool> HasTableAsync(DbConnection connection, string table, CancellationToken cancellation);

    /// <summary>Makes the database itself refuse to change or remove rows of the tables.</summary>
    internal abstract Task ProtectAsync(DbConnection connection, IReadOnlyList<string> appendOnlyTables, CancellationToken cancellation);

    /// <summary>Makes the role and gives it exactly the rows: everything on most tables, INSERT and SELECT on append-only ones.</summary>
    internal abstract Task GrantAsync(
        DbConnection connection, ApplicationRole role, IReadOnlyList<string> appendOnlyTables, CancellationToken cancellation);

    private protected static async Task<object?> ExecuteAsync(
        DbConnection connection, string text, CancellationToken cancellation, params (string Name, object Value)[] parameters)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
            command.Add(name, value);
        return await command.ExecuteScalarAsync(cancellation);
    }
}
