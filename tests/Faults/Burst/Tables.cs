using System.Data.Common;
using System.Globalization;
using System.Text;

namespace Talent.Faults.Tests.Burst;

/// <summary>Reads the tables that a run is judged by.</summary>
internal static class Tables
{
    private static readonly string[] Projections =
        ["roles_groups", "roles_posts", "roles_appointments", "development_people", "development_readiness"];

    /// <summary>How many events of each type a log holds.</summary>
    public static async Task<IReadOnlyDictionary<string, long>> EventsAsync(DbConnection connection, CancellationToken cancel)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        await foreach (var row in RowsAsync(connection, "SELECT type, count(*) FROM events GROUP BY type", cancel))
            counts[(string)row[0]] = Convert.ToInt64(row[1], CultureInfo.InvariantCulture);
        return counts;
    }

    /// <summary>Position of the newest event of a log, once every event has one; null before.</summary>
    public static async Task<long?> HeadAsync(DbConnection connection, CancellationToken cancel)
    {
        await foreach (var row in RowsAsync(
            connection, "SELECT (SELECT count(*) FROM events), (SELECT coalesce(max(position), 0) FROM event_positions)", cancel))
        {
            var head = Convert.ToInt64(row[1], CultureInfo.InvariantCulture);
            return Convert.ToInt64(row[0], CultureInfo.InvariantCulture) == head ? head : null;
        }

        return null;
    }

    /// <summary>The identity of a log.</summary>
    public static async Task<string> LogAsync(DbConnection connection, CancellationToken cancel)
    {
        await foreach (var row in RowsAsync(connection, "SELECT log_id FROM log_identity", cancel)) return (string)row[0];
        throw new InvalidOperationException("The log has no identity.");
    }

    /// <summary>How far each source is projected, and of which log.</summary>
    public static async Task<IReadOnlyDictionary<string, (string Log, long Position)>> CheckpointsAsync(DbConnection connection, CancellationToken cancel)
    {
        var checkpoints = new Dictionary<string, (string Log, long Position)>(StringComparer.Ordinal);
        await foreach (var row in RowsAsync(connection, "SELECT source, log_id, position FROM checkpoints", cancel))
            checkpoints[(string)row[0]] = ((string)row[1], Convert.ToInt64(row[2], CultureInfo.InvariantCulture));
        return checkpoints;
    }

    /// <summary>Everything the projections hold, as text that does not depend on the order of rows.</summary>
    public static async Task<string> ProjectionsAsync(DbConnection connection, CancellationToken cancel)
    {
        var text = new StringBuilder();
        foreach (var table in Projections)
        {
            var rows = new List<string>();
            await foreach (var row in RowsAsync(connection, $"SELECT * FROM {table}", cancel))
                rows.Add(string.Join('|', row.Select(Text)));
            rows.Sort(StringComparer.Ordinal);
            text.AppendLine(table).AppendJoin('\n', rows).AppendLine();
        }

        return text.ToString();
    }

    private static string Text(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture)!;

    private static async IAsyncEnumerable<object[]> RowsAsync(
        DbConnection connection, string query, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }
}
