using System.Net;
using System.Net.Sockets;

namespace Talent.Testing;

/// <summary>Ports for programs that are told theirs.</summary>
public static class FreePort
{
    // Below the ephemeral range, so that no client's own port takes it while its server is down.
    private const int First = 10_000;
    private const int Count = 20_000;

    /// <summary>A port nobody listens on now.</summary>
    public static int Next(Random random)
    {
        while (true)
        {
            var port = First + random.Next(Count);
            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next one.
            }
        }
    }
}
