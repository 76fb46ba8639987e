using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Talent.Messaging.Tests.Sample;

namespace Talent.Messaging.Tests.Bus;

/// <summary>A RabbitMQ that belongs to one test, which may kill it and start it again with what it had on disk.</summary>
internal sealed class PrivateBroker : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("talent-broker-").FullName;
    private readonly string _password = RandomNumberGenerator.GetHexString(24, lowercase: true);
    private readonly int _port = FreePort();
    private readonly int _distributionPort = FreePort();
    private readonly int _mapperPort = FreePort();
    private Process? _mapper;
    private Process? _broker;

    public Uri Address => new($"amqp://talent:{_password}@localhost:{_port}/");

    /// <summary>Starts it and waits until it takes connections.</summary>
    public async Task StartAsync()
    {
        WriteSettings();
        _mapper ??= Start("epmd", ["-port", Text(_mapperPort), "-address", "127.0.0.1"], []);
        _broker = Start("/usr/lib/rabbitmq/bin/rabbitmq-server", [], new()
        {
            ["HOME"] = _folder,
            ["RABBITMQ_NODENAME"] = $"rmq{_port}@localhost",
            ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_NODE_PORT"] = Text(_port),
            ["RABBITMQ_DIST_PORT"] = Text(_distributionPort),
            ["ERL_EPMD_PORT"] = Text(_mapperPort),
            ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
            ["RABBITMQ_BASE"] = _folder,
            ["RABBITMQ_MNESIA_BASE"] = Path.Combine(_folder, "mnesia"),
            ["RABBITMQ_LOG_BASE"] = Path.Combine(_folder, "log"),
            ["RABBITMQ_PID_FILE"] = Path.Combine(_folder, "pid"),
            ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(_folder, "enabled_plugins"),
            ["RABBITMQ_CONFIG_FILE"] = Path.Combine(_folder, "rabbitmq.conf"),
            ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
            ["RABBITMQ_FEATURE_FLAGS_FILE"] = Path.Combine(_folder, "feature_flags"),
            ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
                "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none",
        });
        await Eventually.HoldsAsync(AnswersAsync, "the broker takes connections");
    }

    /// <summary>Kills it as a power cut would: nothing is closed, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        await KillGroupAsync(_broker);
        _broker = null;
    }

    public async ValueTask DisposeAsync()
    {
        await KillGroupAsync(_broker);
        await KillGroupAsync(_mapper);
        Directory.Delete(_folder, recursive: true);
    }

    private void WriteSettings()
    {
        File.WriteAllText(Path.Combine(_folder, "enabled_plugins"), "[].");
        File.WriteAllText(Path.Combine(_folder, "rabbitmq.conf"), $"""
            listeners.tcp.1 = 127.0.0.1:{_port}
            loopback_users = none
            default_user = talent
            default_pass = {_password}
            log.console = false
            disk_free_limit.absolute = 200MB
            vm_memory_high_watermark.absolute = 1GB

            """);
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = await new ConnectionFactory { Uri = Address }.CreateConnectionAsync();
            return true;
        }
        catch (BrokerUnreachableException)
        {
            return false;
        }
    }

    // Each leads a session of its own, so the whole group can be killed.
    private static Process Start(string program, string[] arguments, Dictionary<string, string> environment)
    {
        var start = new ProcessStartInfo("setsid", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static async Task KillGroupAsync(Process? leader)
    {
        if (leader is null)
            return;
        using var kill = Process.Start("kill", ["-KILL", "--", $"-{leader.Id}"]);
        await kill.WaitForExitAsync();
        await leader.WaitForExitAsync();
        leader.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
