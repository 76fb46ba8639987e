using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Servers;

/// <summary>Debian's rabbitmq-server, with an Erlang port mapper (epmd) of its own, so that nothing of it outlives the run.</summary>
internal sealed class RabbitMqServer(RabbitMQServerResource resource) : NativeServer(resource, "rabbitmq-server", "rabbitmq")
{
    // The wrapper in /usr/sbin insists on the system's user and folders.
    private const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    private const string ErlangArguments =
        "-kernel inet_dist_use_interface {127,0,0,1} +S 2:2 +sbwt none +sbwtdcpu none +sbwtdio none";

    private static readonly byte[] ProtocolHeader = "AMQP\0\0\u0009\u0001"u8.ToArray();

    protected override bool IsInstalled => File.Exists(Program) && Programs.Find("epmd", "/") is not null;

    public override async Task StartAsync(string folder, Func<ProcessStart, Task> launch, CancellationToken cancellationToken)
    {
        var mapper = Text(Ports.Free());
        await WriteFilesAsync(folder, cancellationToken);
        // First, or the broker would start one as a daemon, which would stay behind.
        await launch(Process("epmd", ["-port", mapper, "-address", "127.0.0.1"], folder));
        await launch(Process(Program, [], folder) with { Variables = Variables(folder, mapper) });
    }

    public override async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
            await using var stream = client.GetStream();
            await stream.WriteAsync(ProtocolHeader, cancellationToken);
            var first = new byte[1];
            // A broker that takes connections answers with a method frame, whose type is 1.
            return await stream.ReadAsync(first, cancellationToken) == 1 && first[0] == 1;
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }

    private async Task WriteFilesAsync(string folder, CancellationToken cancellationToken)
    {
        var definitions = Path.Combine(folder, "definitions.json");
        await ServerFile.WriteAsync(definitions, await DefinitionsAsync(cancellationToken), User, cancellationToken);
        await ServerFile.WriteAsync(Path.Combine(folder, "enabled_plugins"), "[].\n", User, cancellationToken);
        var cookie = Path.Combine(folder, ".erlang.cookie");
        await ServerFile.WriteAsync(cookie, RandomNumberGenerator.GetHexString(32), User, cancellationToken);
        File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        await ServerFile.WriteAsync(
            Path.Combine(folder, "rabbitmq.conf"),
            $"""
            listeners.tcp.1 = 127.0.0.1:{Text(Port)}
            loopback_users = none
            log.console = false
            disk_free_limit.absolute = 200MB
            vm_memory_high_watermark.absolute = 1GB
            load_definitions = {definitions}

            """,
            User,
            cancellationToken);
    }

    // Loaded at every start, so a password that was changed in the model holds for an old volume too.
    private async Task<string> DefinitionsAsync(CancellationToken cancellationToken)
    {
        var user = await resource.UserName.GetValueAsync(cancellationToken);
        var password = await resource.PasswordParameter.GetValueAsync(cancellationToken);
        return JsonSerializer.Serialize(new
        {
            users = new[] { new { name = user, password, tags = "administrator" } },
            vhosts = new[] { new { name = "/" } },
            permissions = new[] { new { user, vhost = "/", configure = ".*", write = ".*", read = ".*" } },
        });
    }

    private Dictionary<string, string> Variables(string folder, string mapper) => new(StringComparer.Ordinal)
    {
        ["HOME"] = folder,
        // Part of the names of the data folders: it must stay the same for a volume.
        ["RABBITMQ_NODENAME"] = $"{Resource.Name}@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = Text(Port),
        ["RABBITMQ_DIST_PORT"] = Text(Ports.Free()),
        ["ERL_EPMD_PORT"] = mapper,
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_BASE"] = folder,
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(folder, "mnesia"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(folder, "log"),
        ["RABBITMQ_PID_FILE"] = Path.Combine(folder, "pid"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(folder, "enabled_plugins"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(folder, "rabbitmq.conf"),
        ["RABBITMQ_FEATURE_FLAGS_FILE"] = Path.Combine(folder, "feature_flags"),
        ["RABBITMQ_CONF_ENV_FILE"] = "/dev/null",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = ErlangArguments,
    };

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
