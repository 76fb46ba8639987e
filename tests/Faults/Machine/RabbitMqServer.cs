using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace Talent.Faults.Tests.Machine;

/// <summary>A RabbitMQ with a data folder of its own. The signal goes to the Erlang machine, not to the script that starts it.</summary>
internal sealed class RabbitMqServer(string folder, int port, int distributionPort, int mapperPort) : KillableProcess("rabbitmq")
{
    private const string Password = "faults";
    private readonly string _home = Path.Combine(folder, "rabbitmq");

    /// <summary>The AMQP address.</summary>
    public string ConnectionString => $"amqp://talent:{Password}@localhost:{port}";

    /// <summary>Writes its configuration.</summary>
    public void Create()
    {
        Directory.CreateDirectory(Path.Combine(_home, "home"));
        var cookie = Path.Combine(_home, "home", ".erlang.cookie");
        File.WriteAllText(cookie, "talentfaults");
        File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        File.WriteAllText(Path.Combine(_home, "enabled_plugins"), "[].\n");
        File.WriteAllText(Path.Combine(_home, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{port}
            loopback_users = none
            default_user = talent
            default_pass = {Password}
            log.console = false
            disk_free_limit.absolute = 200MB
            vm_memory_high_watermark.absolute = 1GB

            """);
    }

    /// <inheritdoc />
    protected override ProcessStartInfo Command()
    {
        // A port mapper of its own, started by the Erlang machine, ends with the folder's processes in DisposeAsync.
        var command = new ProcessStartInfo("/usr/lib/rabbitmq/bin/rabbitmq-server");
        var values = new Dictionary<string, string>
        {
            ["HOME"] = $"{_home}/home",
            ["RABBITMQ_NODENAME"] = $"rmq{port}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = $"{port}",
            ["RABBITMQ_DIST_PORT"] = $"{distributionPort}",
            ["ERL_EPMD_PORT"] = $"{mapperPort}",
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_BASE"] = _home,
            ["RABBITMQ_MNESIA_BASE"] = $"{_home}/mnesia",
            ["RABBITMQ_LOG_BASE"] = $"{_home}/log",
            ["RABBITMQ_PID_FILE"] = $"{_home}/pid",
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = $"{_home}/enabled_plugins",
            ["RABBITMQ_CONFIG_FILE"] = $"{_home}/rabbitmq.conf",
            ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
            ["RABBITMQ_FEATURE_FLAGS_FILE"] = $"{_home}/feature_flags",
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
                "-start_epmd false -kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none",
        };
        foreach (var (name, value) in values) command.Environment[name] = value;
        return command;
    }

    /// <inheritdoc />
    protected override int Target(Process process) =>
        File.Exists($"{_home}/pid") && int.TryParse(File.ReadAllText($"{_home}/pid"), CultureInfo.InvariantCulture, out var machine) ? machine : process.Id;

    /// <inheritdoc />
    protected override async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, cancel);
            await client.GetStream().WriteAsync("AMQP\0\0\x09\x01"u8.ToArray(), cancel);
            var first = new byte[1];
            await client.GetStream().ReadExactlyAsync(first, cancel);
            return first[0] == 1;
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }
}
