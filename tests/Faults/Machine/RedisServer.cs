using System.Diagnostics;
using System.Net.Sockets;
using System.Text;

namespace Talent.Faults.Tests.Machine;

/// <summary>A Redis that keeps nothing over a restart: losing it may cost speed only.</summary>
internal sealed class RedisServer(int port) : KillableProcess("redis")
{
    private const string Password = "faults";

    /// <summary>In StackExchange.Redis form.</summary>
    public string ConnectionString => $"localhost:{port},password={Password}";

    /// <inheritdoc />
    protected override ProcessStartInfo Command() => new("redis-server",
        ["--port", $"{port}", "--bind", "127.0.0.1", "--requirepass", Password, "--appendonly", "no", "--save", "", "--daemonize", "no"]);

    /// <inheritdoc />
    protected override async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, cancel);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"AUTH {Password}\r\n"), cancel);
            var answer = new byte[5];
            await client.GetStream().ReadExactlyAsync(answer, cancel);
            return Encoding.ASCII.GetString(answer) == "+OK\r\n";
        }
        catch (Exception exception) when (exception is SocketException or IOException)
        {
            return false;
        }
    }
}
