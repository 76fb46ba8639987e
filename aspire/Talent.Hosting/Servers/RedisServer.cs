using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Servers;

/// <summary>Debian's redis-server.</summary>
internal sealed class RedisServer(RedisResource resource) : NativeServer(resource, "redis-server", "redis")
{
    protected override bool IsInstalled => Programs.Find("redis-server", "/") is not null;

    public override async Task StartAsync(string folder, Func<ProcessStart, Task> launch, CancellationToken cancellationToken)
    {
        var save = resource.Persistence is var (interval, changedKeys)
            ? string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, (long)interval.TotalSeconds)} {changedKeys}")
            : "\"\"";
        var password = await PasswordAsync(cancellationToken);
        // In a file, because every user of the machine can read the arguments of a process.
        var file = Path.Combine(folder, "redis.conf");
        var configuration = string.Create(CultureInfo.InvariantCulture, $"""
            port {Port}
            bind 127.0.0.1
            daemonize no
            dir {Quoted(folder)}
            save {save}
            appendonly no
            requirepass {Quoted(password)}

            """);
        await ServerFile.WriteAsync(file, configuration, User, cancellationToken);
        await launch(Process("redis-server", [file], folder));
    }

    public override async Task<bool> AnswersAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(IPAddress.Loopback, Port, cancellationToken);
            await using var stream = client.GetStream();
            var password = await PasswordAsync(cancellationToken);
            var length = Encoding.UTF8.GetByteCount(password);
            var question = string.Create(
                CultureInfo.InvariantCulture, $"*2\r\n$4\r\nAUTH\r\n${length}\r\n{password}\r\n*1\r\n$4\r\nPING\r\n");
            await stream.WriteAsync(Encoding.UTF8.GetBytes(question), cancellationToken);
            using var reader = new StreamReader(stream);
            return await reader.ReadLineAsync(cancellationToken) is "+OK" && await reader.ReadLineAsync(cancellationToken) is "+PONG";
        }
        catch (Exception notYet) when (notYet is SocketException or IOException)
        {
            return false;
        }
    }

    private async Task<string> PasswordAsync(CancellationToken cancellationToken) =>
        await resource.PasswordParameter!.GetValueAsync(cancellationToken) ?? "";

    private static string Quoted(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
