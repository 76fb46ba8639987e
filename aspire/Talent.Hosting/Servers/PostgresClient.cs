using System.Globalization;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Servers;

/// <summary>Speaks to a PostgreSQL server by the tools that come with it.</summary>
internal static class PostgresClient
{
    /// <summary>The folder of the newest installed server; null when there is none.</summary>
    public static string? Programs =>
        Directory.Exists("/usr/lib/postgresql")
            ? Directory.EnumerateDirectories("/usr/lib/postgresql")
                .Where(each => File.Exists(Path.Combine(each, "bin", "postgres")))
                .OrderBy(each => double.TryParse(Path.GetFileName(each), CultureInfo.InvariantCulture, out var version) ? version : 0)
                .Select(each => Path.Combine(each, "bin"))
                .LastOrDefault()
            : null;

    /// <summary>Creates a database when it is not there.</summary>
    /// <exception cref="DistributedApplicationException">The server refuses.</exception>
    public static async Task CreateDatabaseAsync(PostgresServerResource server, string name, CancellationToken cancellationToken)
    {
        var literal = name.Replace("'", "''", StringComparison.Ordinal);
        var identifier = name.Replace("\"", "\"\"", StringComparison.Ordinal);
        var known = await AskAsync(server, $"SELECT 1 FROM pg_database WHERE datname = '{literal}'", cancellationToken);
        if (known.Trim() is not "1")
            await AskAsync(server, $"CREATE DATABASE \"{identifier}\"", cancellationToken);
    }

    private static async Task<string> AskAsync(PostgresServerResource server, string statement, CancellationToken cancellationToken)
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PGPASSWORD"] = await server.PasswordParameter.GetValueAsync(cancellationToken) ?? "",
            ["PGUSER"] = await server.UserNameReference.GetValueAsync(cancellationToken) ?? "",
            ["PGHOST"] = "127.0.0.1",
            ["PGPORT"] = server.PrimaryEndpoint.Port.ToString(CultureInfo.InvariantCulture),
            ["PGDATABASE"] = "postgres",
        };
        return await OneShot.RunAsync(
            Path.Combine(Programs!, "psql"), ["-X", "-q", "-A", "-t", "-c", statement], variables, cancellationToken: cancellationToken);
    }
}
