using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Grpc.Net.Client;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.Behaviour;

/// <summary>Servers that are not there, or are not gRPC servers at all.</summary>
public sealed class UnreachableTests
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Unary_NobodyListens_IsUnavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        Assert.Equal(StatusCode.Unavailable, await Fail(port));
    }

    [Fact]
    public async Task Unary_ServerHangsUp_IsUnavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var over = new CancellationTokenSource();
        var hangingUp = HangUp(listener, over.Token);
        Assert.Equal(StatusCode.Unavailable, await Fail(((IPEndPoint)listener.LocalEndpoint).Port));
        await over.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => hangingUp);
    }

    [Fact]
    public async Task DuplexStreaming_NobodyListens_WritesAndReadsAreUnavailable()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        using var call = new Echo.EchoClient(channel).Talk();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
        failure = await Assert.ThrowsAsync<RpcException>(() => call.RequestStream.WriteAsync(new EchoRequest()));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task Unary_ServerDiesDuringTheCall_IsUnavailable()
    {
        await using var server = await EchoServer.Start();
        using var call = server.Client.UnaryAsync(new EchoRequest { PauseMilliseconds = 60_000 });
        await server.Log.WaitUntilBegun();
        await server.Abort();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseAsync.WaitAsync(Limit));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task ServerStreaming_ServerDiesDuringTheCall_IsUnavailable()
    {
        await using var server = await EchoServer.Start();
        using var call = server.Client.Repeat(new EchoRequest { Count = int.MaxValue, PauseMilliseconds = 20 });
        Assert.True(await call.ResponseStream.MoveNext());
        await server.Abort();
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext().WaitAsync(Limit))
                Assert.True(call.ResponseStream.Current.Index >= 0);
        });
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    [Fact]
    public async Task DuplexStreaming_ServerDiesDuringTheCall_IsUnavailable()
    {
        await using var server = await EchoServer.Start();
        using var call = server.Client.Talk();
        await call.RequestStream.WriteAsync(new EchoRequest());
        Assert.True(await call.ResponseStream.MoveNext());
        await server.Abort();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext().WaitAsync(Limit));
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    static async Task HangUp(TcpListener listener, CancellationToken cancel)
    {
        while (true)
            (await listener.AcceptTcpClientAsync(cancel)).Dispose();
    }

    static async Task<StatusCode> Fail(int port)
    {
        using var channel = GrpcChannel.ForAddress($"http://127.0.0.1:{port}");
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await new Echo.EchoClient(channel).UnaryAsync(new EchoRequest()).ResponseAsync.WaitAsync(Limit));
        return failure.StatusCode;
    }
}
