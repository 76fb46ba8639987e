using System.Data.Common;
using System.Globalization;

namespace Talent.Messaging.Storage;

/// <summary>
/// Brings a database's schema up to the scripts, forward only. One migrator works on a database at a time; each script and its line in
/// <c>schema_versions</c> are one transaction.
/// </summary>
/// <param name="connection">An open connection of the owner.</param>
/// <param name="dialect">The dialect of the database.</param>
/// <param name="time">Dates the lines of <c>schema_versions</c>.</param>
internal sealed class SchemaMigrator(DbConnection connection, SqlDialect dialect, TimeProvider time)
{
    private const string CreateVersions = """
        CREATE TABLE IF NOT EXISTS schema_versions (
          owner text NOT NULL, number integer NOT NULL, name text NOT NULL, checksum text NOT NULL, applied_at text NOT NULL,
          PRIMARY KEY (owner, number))
        """;

    /// <summary>Applies what is missing.</summary>
    /// <returns>How many scripts were applied.</returns>
    /// <exception cref="InvalidOperationException">An applied script was changed, or the database is newer than this program.</exception>
    public async Task<int> MigrateAsync(IReadOnlyList<SchemaScript> scripts, CancellationToken cancellation)
    {
        await using var held = await dialect.LockSchemaAsync(connection, cancellation);
        await ExecuteAsync(CreateVersions, cancellation);
        var missing = Missing(scripts, await ReadAppliedAsync(cancellation));
        foreach (var script in missing)
            await ApplyAsync(script, cancellation);
        return missing.Count;
    }

    /// <summary>The scripts that the database lacks; nothing is changed.</summary>
    /// <exception cref="InvalidOperationException">An applied script was changed, or the database is newer than this program.</exception>
    public async Task<IReadOnlyList<SchemaScript>> FindMissingAsync(IReadOnlyList<SchemaScript> scripts, CancellationToken cancellation) =>
        await dialect.HasTableAsync(connection, "schema_versions", cancellation)
            ? Missing(scripts, await ReadAppliedAsync(cancellation))
            : scripts;

    private static List<SchemaScript> Missing(IReadOnlyList<SchemaScript> scripts, Dictionary<(string Owner, int Number), string> applied)
    {
        var missing = new List<SchemaScript>();
        foreach (var script in scripts)
        {
            if (!applied.Remove((script.Owner, script.Number), out var checksum))
                missing.Add(script);
            else if (checksum != script.Checksum)
                throw new InvalidOperationException(
                    $"Schema script {script.Owner} {script.Number:0000}-{script.Name} was changed after it was applied: "
                    + "restore it and add a new script.");
        }
        var unknown = applied.Keys.FirstOrDefault();
        return unknown == default ? missing : throw new InvalidOperationException(
            $"The database has schema script {unknown.Owner} {unknown.Number:0000}, "
            + "which this program does not know: start a newer version.");
    }

    private async Task ApplyAsync(SchemaScript script, CancellationToken cancellation)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        await ExecuteAsync(script.Text, cancellation, transaction);
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = "INSERT INTO schema_versions VALUES (@owner, @number, @name, @checksum, @applied)";
        command.Add("owner", script.Owner).Add("number", script.Number).Add("name", script.Name).Add("checksum", script.Checksum)
            .Add("applied", time.GetUtcNow().ToString("O", CultureInfo.InvariantCulture));
        await command.ExecuteNonQueryAsync(cancellation);
        await transaction.CommitAsync(cancellation);
    }

    private async Task<Dictionary<(string Owner, int Number), string>> ReadAppliedAsync(CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT owner, number, checksum FROM schema_versions ORDER BY owner, number";
        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var applied = new Dictionary<(string Owner, int Number), string>();
        while (await reader.ReadAsync(cancellation))
            applied.Add((reader.GetString(0), reader.GetInt32(1)), reader.GetString(2));
        return applied;
    }

    private async Task ExecuteAsync(string text, CancellationToken cancellation, DbTransaction? transaction = null)
    {
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = text;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
