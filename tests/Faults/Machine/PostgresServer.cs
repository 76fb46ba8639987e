using System.Diagnostics;
using Npgsql;

namespace Talent.Faults.Tests.Machine;

/// <summary>A PostgreSQL with its safety on: fsync, full page writes. It refuses root, so it runs as the user postgres there.</summary>
internal sealed class PostgresServer(string folder, int port) : KillableProcess("postgres")
{
    private const string Password = "faults";
    private readonly string _data = Path.Combine(folder, "postgres");
    private readonly string _programs = Directory.GetDirectories("/usr/lib/postgresql").Order(StringComparer.Ordinal).Last() + "/bin";

    /// <summary>The connection string of the superuser, without a database.</summary>
    public string Superuser => As("postgres", Password);

    /// <summary>The connection string of a role, without a database.</summary>
    public string As(string role, string password) => $"Host=localhost;Port={port};Username={role};Password={password}";

    /// <summary>Makes the data folder and the databases.</summary>
    public async Task CreateAsync(IEnumerable<string> databases, CancellationToken cancel)
    {
        Directory.CreateDirectory(_data);
        var password = Path.Combine(_data, "password");
        await File.WriteAllTextAsync(password, Password, cancel);
        if (Environment.IsPrivilegedProcess) await RunAsync("chown", "-R", "postgres:postgres", _data);
        await RunAsync(AsPostgres(
            $"{_programs}/initdb", "-D", $"{_data}/data", "-A", "scram-sha-256", "-U", "postgres", "-E", "UTF8", "--locale=C", $"--pwfile={password}"));
        await StartAsync(cancel);
        foreach (var database in databases) await ExecuteAsync("postgres", $"CREATE DATABASE \"{database}\"", cancel);
    }

    /// <summary>Runs a statement as superuser.</summary>
    public async Task ExecuteAsync(string database, string statement, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection($"{Superuser};Database={database};Pooling=false");
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(statement, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <inheritdoc />
    protected override ProcessStartInfo Command()
    {
        var words = AsPostgres(
            $"{_programs}/postgres", "-D", $"{_data}/data", "-c", "listen_addresses=127.0.0.1", "-c", $"port={port}",
            "-c", $"unix_socket_directories={_data}", "-c", "max_connections=300");
        return new ProcessStartInfo(words[0], words[1..]) { WorkingDirectory = "/" };
    }

    /// <inheritdoc />
    protected override async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection($"{Superuser};Database=postgres;Pooling=false;Timeout=2");
            await connection.OpenAsync(cancel);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    private static string[] AsPostgres(params string[] command) => Environment.IsPrivilegedProcess
        ? ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--", .. command]
        : command;

    private static async Task RunAsync(params string[] command)
    {
        using var process = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = "/", RedirectStandardOutput = true })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{command[0]} ended with {process.ExitCode}.");
    }
}
