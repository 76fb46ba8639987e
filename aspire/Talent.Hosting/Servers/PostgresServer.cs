using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Servers;

/// <summary>Debian's PostgreSQL, the newest version installed; it refuses to run as root.</summary>
internal sealed class PostgresServer(PostgresServerResource resource) : NativeServer(resource, "postgresql", "postgres")
{
    protected override bool IsInstalled => PostgresClient.Programs is not null;

    private static string Programs => PostgresClient.Programs!;

    private string PortText => Port.ToString(CultureInfo.InvariantCulture);

    public override async Task StartAsync(string folder, Func<ProcessStart, Task> launch, CancellationToken cancellationToken)
    {
        var data = Path.Combine(folder, "data");
        if (!File.Exists(Path.Combine(data, "PG_VERSION")))
            await InitialiseAsync(folder, data, cancellationToken);
        string[] arguments =
        [
            "-D", data,
            "-c", "listen_addresses=127.0.0.1",
            "-c", $"port={PortText}",
            "-c", "unix_socket_directories=",
            "-c", "max_connections=200",
        ];
        await launch(Process(Path.Combine(Programs, "postgres"), arguments, folder) with { StopSignal = ProcessStart.Interrupt });
    }

    public override async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            await OneShot.RunAsync(
                Path.Combine(Programs, "pg_isready"), ["-h", "127.0.0.1", "-p", PortText], cancellationToken: cancellationToken);
            return true;
        }
        catch (DistributedApplicationException)
        {
            return false; // not yet: a server that ended is noticed by its process
        }
    }

    // Under its name the cluster is whole or not there: initdb may be stopped at any file.
    private async Task InitialiseAsync(string folder, string data, CancellationToken cancellationToken)
    {
        var half = data + ".new";
        foreach (var leftover in new[] { half, data }.Where(Directory.Exists))
            Directory.Delete(leftover, recursive: true);
        var password = Path.Combine(folder, "password");
        await ServerFile.WriteAsync(
            password, await resource.PasswordParameter.GetValueAsync(cancellationToken) ?? "", User, cancellationToken);
        var user = await resource.UserNameReference.GetValueAsync(cancellationToken) ?? "";
        string[] arguments = ["-D", half, "-A", "scram-sha-256", "-U", user, "-E", "UTF8", "--locale=C", $"--pwfile={password}"];
        await OneShot.RunAsync(Path.Combine(Programs, "initdb"), arguments, user: User, cancellationToken: cancellationToken);
        File.Delete(password);
        Directory.Move(half, data);
    }
}
