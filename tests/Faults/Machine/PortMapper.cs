using System.Diagnostics;
using System.Net.Sockets;

namespace Talent.Faults.Tests.Machine;

/// <summary>The Erlang port mapper, started as a child: RabbitMQ would leave one behind as a daemon.</summary>
internal sealed class PortMapper(int port) : KillableProcess("epmd")
{
    /// <inheritdoc />
    protected override ProcessStartInfo Command() => new("epmd", ["-port", $"{port}", "-address", "127.0.0.1"]);

    /// <inheritdoc />
    protected override async Task<bool> IsReadyAsync(CancellationToken cancel)
    {
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", port, cancel);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
