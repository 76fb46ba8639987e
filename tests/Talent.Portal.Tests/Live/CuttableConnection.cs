using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Talent.Portal.Tests.Live;

/// <summary>Passes connections on to a server until they are cut; from then on the server cannot be reached this way.</summary>
internal sealed class CuttableConnection : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> _open = [];

    private CuttableConnection() => _listener.Start();

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public static CuttableConnection To(string host, int port)
    {
        var connection = new CuttableConnection();
        _ = connection.AcceptAsync(host, port);
        return connection;
    }

    public void Cut()
    {
        _listener.Stop();
        foreach (var each in _open)
            each.Dispose();
    }

    public void Dispose()
    {
        Cut();
        _listener.Dispose();
    }

    private async Task AcceptAsync(string host, int port)
    {
        try
        {
            while (true)
                _ = PassOnAsync(await _listener.AcceptTcpClientAsync(), host, port);
        }
        catch (Exception cut) when (cut is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // It was cut.
        }
    }

    private async Task PassOnAsync(TcpClient near, string host, int port)
    {
        var far = new TcpClient();
        _open.Add(near);
        _open.Add(far);
        await far.ConnectAsync(host, port);
        await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
        near.Dispose();
        far.Dispose();
    }
}
