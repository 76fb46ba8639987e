using System.Net;
using System.Net.Sockets;
using System.Text;
using Aspire.Hosting.Running;

namespace Aspire.Hosting.Tests;

public sealed class RoundRobinListenerTests
{
    [Fact]
    public async Task PassOn_LargeTransferBothWays_ArrivesWholeWithItsEnd()
    {
        using var server = Listen();
        var port = Ports.Free();
        await using var listener = new RoundRobinListener(port, [PortOf(server)]);
        var echo = EchoAsync(server);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var sent = new byte[3_000_000];
        new Random(7).NextBytes(sent);
        var stream = client.GetStream();
        var write = WriteAsync();
        using var received = new MemoryStream();
        await stream.CopyToAsync(received);
        await write;
        await echo;
        Assert.Equal(sent, received.ToArray());

        async Task WriteAsync()
        {
            await stream.WriteAsync(sent);
            client.Client.Shutdown(SocketShutdown.Send);
        }
    }

    [Fact]
    public async Task PassOn_TargetGone_GoesToTheNext()
    {
        using var server = Listen();
        var port = Ports.Free();
        await using var listener = new RoundRobinListener(port, [Ports.Free(), PortOf(server)]);
        for (var each = 0; each < 3; each++)
        {
            var echo = EchoAsync(server);
            Assert.Equal("hello", await SayAsync(port, "hello"));
            await echo;
        }
    }

    [Fact]
    public async Task PassOn_NoTargetAnswers_HangsUp()
    {
        var port = Ports.Free();
        await using var listener = new RoundRobinListener(port, [Ports.Free()]);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1]));
    }

    [Fact]
    public async Task DisposeAsync_OpenConnections_AreClosed()
    {
        using var server = Listen();
        var port = Ports.Free();
        var listener = new RoundRobinListener(port, [PortOf(server)]);
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        using var accepted = await server.AcceptTcpClientAsync();
        await listener.DisposeAsync();
        var end = await Record.ExceptionAsync(async () => Assert.Equal(0, await client.GetStream().ReadAsync(new byte[1])));
        Assert.True(end is null or IOException);
    }

    private static TcpListener Listen()
    {
        var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        return server;
    }

    private static int PortOf(TcpListener server) => ((IPEndPoint)server.LocalEndpoint).Port;

    private static async Task EchoAsync(TcpListener server)
    {
        using var accepted = await server.AcceptTcpClientAsync();
        await accepted.GetStream().CopyToAsync(accepted.GetStream());
    }

    private static async Task<string> SayAsync(int port, string text)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes(text));
        client.Client.Shutdown(SocketShutdown.Send);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
