using Google.Protobuf;
using Grpc.Core;
using Grpc.Health.V1;
using Grpc.Net.Client;
using Talent.Grpc.Tests.Servers;
using ServingStatus = Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus;

namespace Talent.Grpc.Tests.Peers;

/// <summary>Our client calls a peer's server.</summary>
public abstract class ForeignServerTests<TPeer>(ForeignServer<TPeer> server)
    where TPeer : Peer, new()
{
    readonly Echo.EchoClient client = new(server.Channel);

    static DateTime Soon => TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(300);

    [Fact]
    public async Task Unary_OneRequest_ReturnsItsPayload()
    {
        var reply = await client.UnaryAsync(new EchoRequest { Payload = ByteString.CopyFromUtf8("hello") });
        Assert.Equal("hello", reply.Payload.ToStringUtf8());
    }

    [Fact]
    public async Task Unary_EmptyMessages_Succeeds() => Assert.Equal(new EchoReply(), await client.UnaryAsync(new EchoRequest()));

    [Fact]
    public async Task Unary_LargeMessages_ComeBackWhole()
    {
        var payload = ByteString.CopyFrom([.. Enumerable.Repeat((byte)7, 8 << 20)]);
        var reply = await client.UnaryAsync(new EchoRequest { Payload = payload });
        Assert.Equal(payload, reply.Payload);
    }

    [Fact]
    public async Task Unary_ManyAtOnce_EachGetsItsOwnReply()
    {
        var calls = Enumerable.Range(0, 200).Select(async i =>
        {
            var payload = ByteString.CopyFrom(BitConverter.GetBytes(i));
            return (await client.UnaryAsync(new EchoRequest { Payload = payload })).Payload.Equals(payload);
        });
        Assert.All(await Task.WhenAll(calls), Assert.True);
    }

    [Fact]
    public async Task ClientStreaming_ThreeRequests_ReturnsThemJoined()
    {
        using var call = client.Gather();
        foreach (var part in (string[])["a", "b", "c"])
            await call.RequestStream.WriteAsync(new EchoRequest { Payload = ByteString.CopyFromUtf8(part) });
        await call.RequestStream.CompleteAsync();
        var reply = await call;
        Assert.Equal(("abc", 3), (reply.Payload.ToStringUtf8(), reply.Index));
    }

    [Fact]
    public async Task ServerStreaming_ManyReplies_ArriveInOrder()
    {
        using var call = client.Repeat(new EchoRequest { Count = 500, ReplySize = 100 });
        var indices = new List<int>();
        await foreach (var reply in call.ResponseStream.ReadAllAsync())
            indices.Add(reply.Index);
        Assert.Equal(Enumerable.Range(0, 500), indices);
    }

    [Fact]
    public async Task DuplexStreaming_PingPong_AnswersEach()
    {
        using var call = client.Talk();
        for (var i = 0; i < 50; i++)
        {
            await call.RequestStream.WriteAsync(new EchoRequest());
            Assert.True(await call.ResponseStream.MoveNext());
            Assert.Equal(i, call.ResponseStream.Current.Index);
        }

        await call.RequestStream.CompleteAsync();
        Assert.False(await call.ResponseStream.MoveNext());
    }

    [Fact]
    public async Task Headers_Sent_ComeBack()
    {
        using var call = client.UnaryAsync(new EchoRequest(), new Metadata { { "x-echo-initial", "first" } });
        Assert.Equal("first", (await call.ResponseHeadersAsync).GetValue("x-echo-initial"));
        await call;
    }

    [Fact]
    public async Task Trailers_OfEveryByte_ComeBack()
    {
        var bytes = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        using var call = client.UnaryAsync(new EchoRequest(), new Metadata { { "x-echo-trailing-bin", bytes } });
        await call;
        Assert.Equal(bytes, call.GetTrailers().GetValueBytes("x-echo-trailing-bin"));
    }

    [Fact]
    public async Task Trailers_OfAFailure_ComeBack()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await client.UnaryAsync(
            new EchoRequest { FailCode = (int)StatusCode.Aborted }, new Metadata { { "x-echo-trailing-bin", [1, 2] } }));
        Assert.Equal([1, 2], failure.Trailers.GetValueBytes("x-echo-trailing-bin"));
    }

    [Theory]
    [MemberData(nameof(FailureCodes.All), MemberType = typeof(FailureCodes))]
    public async Task Unary_FailsWithACode_IsThatCode(StatusCode code) =>
        Assert.Equal(code, (await Fail(new EchoRequest { FailCode = (int)code, FailMessage = "why" })).StatusCode);

    [Fact]
    public async Task Unary_FailsWithUnicode_HasTheMessage()
    {
        const string Message = "Grüße, 世界 🌍 100 %\n";
        var failure = await Fail(new EchoRequest { FailCode = (int)StatusCode.Aborted, FailMessage = Message });
        Assert.Equal(Message, failure.Status.Detail);
    }

    [Fact]
    public async Task ServerStreaming_FailsAfterReplies_GivesThemAndTheStatus()
    {
        using var call = client.Repeat(new EchoRequest { Count = 3, FailCode = (int)StatusCode.DataLoss });
        Assert.True(await call.ResponseStream.MoveNext());
        Assert.True(await call.ResponseStream.MoveNext());
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.DataLoss, failure.StatusCode);
    }

    [Fact]
    public async Task Unary_DeadlinePasses_IsDeadlineExceeded() => Assert.Equal(
        StatusCode.DeadlineExceeded,
        (await Assert.ThrowsAsync<RpcException>(async () =>
            await client.UnaryAsync(new EchoRequest { PauseMilliseconds = 60_000 }, deadline: Soon))).StatusCode);

    [Fact]
    public async Task ServerStreaming_Cancelled_IsNoticedByTheServer()
    {
        var before = await server.Cancelled();
        using var leaving = new CancellationTokenSource();
        using var call = client.Repeat(new EchoRequest { Count = 10_000, PauseMilliseconds = 20 }, cancellationToken: leaving.Token);
        Assert.True(await call.ResponseStream.MoveNext());
        await leaving.CancelAsync();
        await server.WaitForCancellation(before);
    }

    [Fact]
    public async Task DuplexStreaming_Disposed_IsNoticedByTheServer()
    {
        var before = await server.Cancelled();
        using (var call = client.Talk())
        {
            await call.RequestStream.WriteAsync(new EchoRequest());
            Assert.True(await call.ResponseStream.MoveNext());
        }

        await server.WaitForCancellation(before);
    }

    [Fact]
    public async Task Gzip_OfARequest_IsReadAndTheReplyToo()
    {
        var request = new EchoRequest { Payload = ByteString.CopyFrom(new byte[100_000]) };
        var reply = await client.UnaryAsync(request, new Metadata { { "grpc-internal-encoding-request", "gzip" } });
        Assert.Equal((100_000, new TPeer().ReplyEncoding), (reply.Payload.Length, server.Encoding.Last));
    }

    [Fact]
    public async Task Unary_ReplyAboveOurLimit_IsResourceExhausted()
    {
        using var channel = GrpcChannel.ForAddress(
            $"http://{server.Channel.Target}", new GrpcChannelOptions { MaxReceiveMessageSize = 1000 });
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await new Echo.EchoClient(channel).UnaryAsync(new EchoRequest { Payload = ByteString.CopyFrom(Incompressible(2000)) }));
        Assert.Equal(StatusCode.ResourceExhausted, failure.StatusCode);
    }

    [Fact]
    public async Task Unary_RequestAboveTheirLimit_IsResourceExhausted() => Assert.Equal(
        StatusCode.ResourceExhausted,
        (await Fail(new EchoRequest { Payload = ByteString.CopyFrom(new byte[17 << 20]) })).StatusCode);

    [Fact]
    public async Task Health_OfTheServer_IsServing()
    {
        var health = new Health.HealthClient(server.Channel);
        Assert.Equal(ServingStatus.Serving, (await health.CheckAsync(new HealthCheckRequest())).Status);
        using var watch = health.Watch(new HealthCheckRequest());
        Assert.True(await watch.ResponseStream.MoveNext());
        Assert.Equal(ServingStatus.Serving, watch.ResponseStream.Current.Status);
    }

    [Fact]
    public async Task Health_OfAnUnknownService_IsNotFound()
    {
        var health = new Health.HealthClient(server.Channel);
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await health.CheckAsync(new HealthCheckRequest { Service = "none" }));
        Assert.Equal(StatusCode.NotFound, failure.StatusCode);
    }

    static byte[] Incompressible(int size)
    {
        var bytes = new byte[size];
        new Random(1).NextBytes(bytes);
        return bytes;
    }

    async Task<RpcException> Fail(EchoRequest request) =>
        await Assert.ThrowsAsync<RpcException>(async () => await client.UnaryAsync(request));
}

/// <summary>Our client calls npm <c>@grpc/grpc-js</c>.</summary>
public sealed class NodeServerTests(ForeignServer<NodePeer> server)
    : ForeignServerTests<NodePeer>(server), IClassFixture<ForeignServer<NodePeer>>;

/// <summary>Our client calls Debian's python3-grpcio.</summary>
public sealed class PythonServerTests(ForeignServer<PythonPeer> server)
    : ForeignServerTests<PythonPeer>(server), IClassFixture<ForeignServer<PythonPeer>>;
