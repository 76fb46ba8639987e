using System.Net;
using System.Net.Sockets;

namespace Aspire.Hosting.Running;

/// <summary>
/// Stands in front of the replicas of a project: takes a connection and passes it on to the next replica in turn that answers, byte for
/// byte, so that HTTP/2 and everything else over TCP works.
/// </summary>
internal sealed class RoundRobinListener : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly IReadOnlyList<int> _targets;
    private readonly TcpListener _listener;
    private readonly Task _accepting;
    private int _turn = -1;

    /// <summary>Listens on <paramref name="port"/> of the loopback interface.</summary>
    /// <param name="port">The public port.</param>
    /// <param name="targets">The ports of the replicas.</param>
    public RoundRobinListener(int port, IReadOnlyList<int> targets)
    {
        _targets = targets;
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptSocketAsync(_stop.Token);
                connections.RemoveAll(each => each.IsCompleted);
                connections.Add(PassOnAsync(client));
            }
            catch (OperationCanceledException)
            {
                break;
            }
            catch (SocketException)
            {
                // The client hung up before it was accepted.
            }
        }
        await Task.WhenAll(connections);
    }

    private async Task PassOnAsync(Socket client)
    {
        using (client)
        {
            using var replica = await ConnectAsync();
            if (replica is null)
                return;
            client.NoDelay = true;
            await Task.WhenAll(CopyAsync(client, replica), CopyAsync(replica, client));
        }
    }

    private async Task<Socket?> ConnectAsync()
    {
        for (var attempt = 0; attempt < _targets.Count; attempt++)
        {
            var target = _targets[(int)((uint)Interlocked.Increment(ref _turn) % _targets.Count)];
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, target, _stop.Token);
                return socket;
            }
            catch (Exception unreachable) when (unreachable is SocketException or OperationCanceledException)
            {
                socket.Dispose(); // the next in turn may answer; the client is hung up on when none does
            }
        }
        return null;
    }

    // Ends with the source: a clean end is passed on as such, a broken connection breaks the other side too.
    private async Task CopyAsync(Socket source, Socket destination)
    {
        var buffer = new byte[32 * 1024];
        try
        {
            while (await source.ReceiveAsync(buffer, _stop.Token) is > 0 and var count)
                await destination.SendAsync(buffer.AsMemory(0, count), _stop.Token);
            destination.Shutdown(SocketShutdown.Send);
        }
        catch (Exception broken) when (broken is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            source.Close();
            destination.Close(0);
        }
    }
}
