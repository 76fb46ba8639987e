using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Running;

/// <summary>Gives every endpoint its port.</summary>
internal static class Ports
{
    // Below the range that the kernel takes for outgoing connections.
    private const int First = 10_000;
    private const int Last = 29_999;
    private static readonly ConcurrentDictionary<int, bool> Given = new();

    /// <summary>A port of the loopback interface that nobody listens on, and that this process gives out only once.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, Last + 1);
            if (IsFree(port) && Given.TryAdd(port, true))
                return port;
        }
    }

    /// <summary>Gives a free port to every endpoint without one.</summary>
    /// <exception cref="DistributedApplicationException">Two resources want the same port.</exception>
    public static void Assign(IEnumerable<Resource> resources)
    {
        var owners = new Dictionary<int, string>();
        foreach (var resource in resources)
        {
            foreach (var endpoint in resource.Endpoints)
            {
                endpoint.Port ??= Replicas(resource) == 1 ? endpoint.TargetPort ?? Free() : Free();
                if (!owners.TryAdd(endpoint.Port.Value, resource.Name))
                {
                    throw new DistributedApplicationException(
                        $"{owners[endpoint.Port.Value]} and {resource.Name} cannot both have port {Text(endpoint.Port.Value)}.");
                }
            }
        }
    }

    /// <summary>Refuses to start beside another program that listens on one of the ports.</summary>
    /// <exception cref="DistributedApplicationException">A port is taken.</exception>
    public static void RequireFree(IEnumerable<Resource> resources)
    {
        foreach (var resource in resources)
        {
            var taken = resource.Endpoints.Find(each => !IsFree(each.Port!.Value));
            if (taken is not null)
            {
                throw new DistributedApplicationException(
                    $"{resource.Name} needs port {Text(taken.Port!.Value)}, on which another program listens already.");
            }
        }
    }

    /// <summary>The ports that one process of the resource listens on, by the name of the endpoint.</summary>
    public static IReadOnlyDictionary<string, int> OfProcess(Resource resource)
    {
        var alone = Replicas(resource) == 1;
        return resource.Endpoints.ToDictionary(
            each => each.Name,
            each => alone ? each.TargetPort ?? each.Port!.Value : Free(),
            StringComparer.OrdinalIgnoreCase);
    }

    private static int Replicas(Resource resource) => resource is ProjectResource project ? project.Replicas : 1;

    private static string Text(int port) => port.ToString(CultureInfo.InvariantCulture);

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
