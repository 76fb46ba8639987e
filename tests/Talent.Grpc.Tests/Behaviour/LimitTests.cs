using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.Behaviour;

/// <summary>Messages above a limit, on each side and in each direction.</summary>
public sealed class LimitTests
{
    const int Limit = 1000;
    static readonly EchoRequest Large = new() { Payload = ByteString.CopyFrom(new byte[2 * Limit]) };

    [Fact]
    public async Task Server_ReceivesTooMuch_IsResourceExhausted()
    {
        await using var server = await EchoServer.Start(options => options.MaxReceiveMessageSize = Limit);
        Assert.Equal(StatusCode.ResourceExhausted, await Fail(server.Client, Large));
    }

    [Fact]
    public async Task Server_ReceivesTooMuchInAStream_IsResourceExhausted()
    {
        await using var server = await EchoServer.Start(options => options.MaxReceiveMessageSize = Limit);
        using var call = server.Client.Gather();
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            await call.RequestStream.WriteAsync(Large);
            await call;
        });
        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task Server_SendsTooMuch_IsResourceExhausted()
    {
        await using var server = await EchoServer.Start(options => options.MaxSendMessageSize = Limit);
        Assert.Equal(StatusCode.ResourceExhausted, await Fail(server.Client, Large));
    }

    [Fact]
    public async Task Server_SendsTooMuchInAStream_IsResourceExhausted()
    {
        await using var server = await EchoServer.Start(options => options.MaxSendMessageSize = Limit);
        using var call = server.Client.Repeat(new EchoRequest { Count = 1, ReplySize = 2 * Limit });
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task Client_ReceivesTooMuch_IsResourceExhausted()
    {
        await using var server = await EchoServer.Start();
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { MaxReceiveMessageSize = Limit });
        Assert.Equal(StatusCode.ResourceExhausted, await Fail(new Echo.EchoClient(channel), Large));
    }

    [Fact]
    public async Task Client_SendsTooMuch_IsResourceExhausted()
    {
        await using var server = await EchoServer.Start();
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { MaxSendMessageSize = Limit });
        Assert.Equal(StatusCode.ResourceExhausted, await Fail(new Echo.EchoClient(channel), Large));
    }

    [Fact]
    public async Task Client_SendsTooMuchInAStream_IsResourceExhausted()
    {
        await using var server = await EchoServer.Start();
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { MaxSendMessageSize = Limit });
        using var call = new Echo.EchoClient(channel).Gather();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.RequestStream.WriteAsync(Large));
        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task Server_AtTheDefaultLimit_TakesFourMebibytesAndNoMore()
    {
        await using var server = await EchoServer.Start();
        Assert.Equal(StatusCode.ResourceExhausted, await Fail(server.Client, new EchoRequest { Payload = ByteString.CopyFrom(new byte[4 << 20]) }));
    }

    [Fact]
    public async Task NoLimit_LargeMessage_ComesBack()
    {
        await using var server = await EchoServer.Start(options => options.MaxReceiveMessageSize = null);
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { MaxReceiveMessageSize = null });
        var reply = await new Echo.EchoClient(channel).UnaryAsync(new EchoRequest { Payload = ByteString.CopyFrom(new byte[8 << 20]) });
        Assert.Equal(8 << 20, reply.Payload.Length);
    }

    static async Task<StatusCode> Fail(Echo.EchoClient client, EchoRequest request) =>
        (await Assert.ThrowsAsync<RpcException>(async () => await client.UnaryAsync(request))).StatusCode;
}
