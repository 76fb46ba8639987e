using System.Diagnostics;

namespace Talent.Testing;

/// <summary>How to reach the servers of a run: from the environment, or from a <c>tests/servers</c> of this process.</summary>
internal sealed record ServerConnections(string Postgres, string RabbitMq, string Redis, string VirtualHosts)
{
    private const string Ready = "ready";

    public static async Task<ServerConnections> FindOrStartAsync() =>
        Read(Environment.GetEnvironmentVariable) ?? await StartAsync();

    private static ServerConnections? Read(Func<string, string?> variable) =>
        variable("TALENT_TEST_POSTGRES") is { } postgres
        && variable("TALENT_TEST_RABBITMQ") is { } rabbitMq
        && variable("TALENT_TEST_REDIS") is { } redis
        && variable("TALENT_TEST_VHOSTS") is { } virtualHosts
            ? new ServerConnections(postgres, rabbitMq, redis, virtualHosts)
            : null;

    private static async Task<ServerConnections> StartAsync()
    {
        // The script stops the servers when its input closes, so they end with this process, however it ends.
        var start = new ProcessStartInfo(Path.Combine(Repository.Root, "tests", "servers"))
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var servers = Process.Start(start) ?? throw new InvalidOperationException("tests/servers did not start.");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(servers);
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await servers.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line is Ready)
                break;
            var parts = line.Split('=', 2);
            answers[parts[0]] = parts[^1];
        }
        return Read(answers.GetValueOrDefault)
            ?? throw new InvalidOperationException("tests/servers ended without its servers; its own message is above.");
    }

    private static void Stop(Process servers)
    {
        servers.StandardInput.Close();
        servers.WaitForExit(TimeSpan.FromSeconds(20));
        servers.Dispose();
    }
}
