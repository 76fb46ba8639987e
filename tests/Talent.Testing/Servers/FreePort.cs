using System.Net;
using System.Net.Sockets;

namespace Talent.Faults.Tests.Machine;

/// <summary>Ports that stay the same over the restarts of a run.</summary>
internal static class FreePort
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
