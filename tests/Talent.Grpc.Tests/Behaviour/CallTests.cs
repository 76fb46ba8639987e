using Google.Protobuf;
using Grpc.Core;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.Behaviour;

/// <summary>The four kinds of call.</summary>
public sealed class CallTests : IAsyncLifetime
{
    EchoServer server = null!;

    public async ValueTask InitializeAsync() => server = await EchoServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Unary_OneRequest_ReturnsItsPayload()
    {
        var reply = await server.Client.UnaryAsync(new EchoRequest { Payload = ByteString.CopyFromUtf8("hello") });
        Assert.Equal("hello", reply.Payload.ToStringUtf8());
    }

    [Fact]
    public void Unary_Blocking_ReturnsItsPayload()
    {
        var reply = server.Client.Unary(new EchoRequest { Payload = ByteString.CopyFromUtf8("hello") });
        Assert.Equal("hello", reply.Payload.ToStringUtf8());
    }

    [Fact]
    public async Task Unary_EmptyMessages_Succeeds()
    {
        var reply = await server.Client.UnaryAsync(new EchoRequest());
        Assert.Equal(new EchoReply(), reply);
    }

    [Fact]
    public async Task Unary_ManyAtOnce_EachGetsItsOwnReply()
    {
        var calls = Enumerable.Range(0, 200).Select(async i =>
        {
            var payload = ByteString.CopyFrom(BitConverter.GetBytes(i));
            var reply = await server.Client.UnaryAsync(new EchoRequest { Payload = payload });
            return reply.Payload.Equals(payload);
        });
        Assert.All(await Task.WhenAll(calls), Assert.True);
    }

    [Fact]
    public async Task ClientStreaming_ThreeRequests_ReturnsThemJoined()
    {
        using var call = server.Client.Gather();
        foreach (var part in (string[])["a", "b", "c"])
            await call.RequestStream.WriteAsync(new EchoRequest { Payload = ByteString.CopyFromUtf8(part) });
        await call.RequestStream.CompleteAsync();
        var reply = await call;
        Assert.Equal(("abc", 3), (reply.Payload.ToStringUtf8(), reply.Index));
    }

    [Fact]
    public async Task ClientStreaming_NoRequest_ReturnsNothingJoined()
    {
        using var call = server.Client.Gather();
        await call.RequestStream.CompleteAsync();
        Assert.Equal(0, (await call).Index);
    }

    [Fact]
    public async Task ServerStreaming_ManyReplies_ArriveInOrder()
    {
        using var call = server.Client.Repeat(new EchoRequest { Count = 1000, Payload = ByteString.CopyFrom(new byte[100]) });
        var indices = new List<int>();
        await foreach (var reply in call.ResponseStream.ReadAllAsync())
            indices.Add(reply.Index);
        Assert.Equal(Enumerable.Range(0, 1000), indices);
    }

    [Fact]
    public async Task ServerStreaming_NoReply_EndsOk()
    {
        using var call = server.Client.Repeat(new EchoRequest());
        Assert.False(await call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task DuplexStreaming_PingPong_AnswersEachBeforeTheNext()
    {
        using var call = server.Client.Talk();
        for (var i = 0; i < 100; i++)
        {
            await call.RequestStream.WriteAsync(new EchoRequest { Payload = ByteString.CopyFrom(BitConverter.GetBytes(i)) });
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal(i, call.ResponseStream.Current.Index);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task Unary_MessageLargerThanEveryWindow_ComesBackWhole()
    {
        var payload = new byte[3_900_000];
        new Random(7).NextBytes(payload);
        var reply = await server.Client.UnaryAsync(new EchoRequest { Payload = ByteString.CopyFrom(payload) });
        Assert.True(reply.Payload.Span.SequenceEqual(payload));
    }

    [Fact]
    public async Task Call_OnDisposedChannel_ThrowsObjectDisposed()
    {
        server.Channel.Dispose();
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await server.Client.UnaryAsync(new EchoRequest()));
    }
}
