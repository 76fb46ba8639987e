using System.Reflection;

namespace Talent.Grpc.Tests.Peers;

/// <summary>A gRPC implementation nobody here wrote, with a client and a server of echo.proto in this folder.</summary>
public abstract class Peer
{
    protected static readonly TimeSpan InstallLimit = TimeSpan.FromMinutes(5);

    protected static string Folder { get; } = Metadata("PeersFolder");

    /// <summary>How its server encodes replies when it is asked to compress.</summary>
    public abstract string ReplyEncoding { get; }

    protected abstract string Command { get; }

    protected abstract string Extension { get; }

    /// <summary>Starts the client against a server; it prints a line for each of its cases.</summary>
    public async Task<PeerProcess> StartClient(string host)
    {
        await Prepare();
        return PeerProcess.Start(
            Command, Folder, $"echo_client.{Extension}", Metadata("ProtosFolder"), Metadata("HealthFolder"), host);
    }

    /// <summary>Starts the server and waits for the port it prints.</summary>
    public async Task<(PeerProcess Process, string Address)> StartServer()
    {
        await Prepare();
        var process = PeerProcess.Start(
            Command, Folder, $"echo_server.{Extension}", Metadata("ProtosFolder"), Metadata("HealthFolder"));
        var line = await process.ReadLine(TimeSpan.FromSeconds(60));
        if (line is null || !line.StartsWith("PORT ", StringComparison.Ordinal))
            throw new InvalidOperationException($"{Command} echo_server.{Extension} did not start: {line} {process.Errors}");
        return (process, $"http://127.0.0.1:{line["PORT ".Length..]}");
    }

    /// <summary>Makes sure that what the peer needs is there.</summary>
    /// <exception cref="InvalidOperationException">Something is missing; the message says how to install it.</exception>
    protected abstract Task Prepare();

    static string Metadata(string key) => Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(metadata => string.Equals(metadata.Key, key, StringComparison.Ordinal)).Value!;
}
