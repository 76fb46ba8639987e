using Grpc.Core;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.Behaviour;

/// <summary>Headers and trailers, text and bytes, both ways.</summary>
public sealed class MetadataTests : IAsyncLifetime
{
    EchoServer server = null!;

    public async ValueTask InitializeAsync() => server = await EchoServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task ResponseHeaders_Sent_ReachTheCaller()
    {
        using var call = server.Client.UnaryAsync(new EchoRequest(), new Metadata { { "x-echo-initial", "first" } });
        var headers = await call.ResponseHeadersAsync;
        Assert.Equal("first", headers.GetValue("x-echo-initial"));
        await call;
    }

    [Fact]
    public async Task Trailers_OfEveryByte_ReachTheCaller()
    {
        var bytes = Enumerable.Range(0, 256).Select(value => (byte)value).ToArray();
        using var call = server.Client.UnaryAsync(new EchoRequest(), new Metadata { { "x-echo-trailing-bin", bytes } });
        await call;
        Assert.Equal(bytes, call.GetTrailers().GetValueBytes("x-echo-trailing-bin"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task Trailers_OfAnyLength_SurviveTheLostPadding(int length)
    {
        var bytes = new byte[length];
        using var call = server.Client.UnaryAsync(new EchoRequest(), new Metadata { { "x-echo-trailing-bin", bytes } });
        await call;
        Assert.Equal(bytes, call.GetTrailers().GetValueBytes("x-echo-trailing-bin"));
    }

    [Fact]
    public async Task Trailers_OfAFailedCall_ReachTheCaller()
    {
        var request = new EchoRequest { FailCode = (int)StatusCode.Aborted, FailMessage = "no" };
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await server.Client.UnaryAsync(request, new Metadata { { "x-echo-trailing-bin", [1, 2, 3] } }));
        Assert.Equal([1, 2, 3], failure.Trailers.GetValueBytes("x-echo-trailing-bin"));
    }

    [Fact]
    public async Task RequestHeaders_OneKeyTwice_ArriveInOrder()
    {
        string[] seen = [];
        server.Log.BeforeUnary = context =>
        {
            seen = [.. context.RequestHeaders.GetAll("x-many").Select(entry => entry.Value)];
            return Task.CompletedTask;
        };
        await server.Client.UnaryAsync(new EchoRequest(), new Metadata { { "x-many", "a" }, { "X-Many", "b" } });
        Assert.Equal("a,b", string.Join(',', seen).Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task RequestHeaders_Read_HoldNothingOfTheProtocol()
    {
        string[] keys = [];
        server.Log.BeforeUnary = context =>
        {
            keys = [.. context.RequestHeaders.Select(entry => entry.Key)];
            return Task.CompletedTask;
        };
        await server.Client.UnaryAsync(new EchoRequest(), deadline: DateTime.UnixEpoch.AddYears(100));
        Assert.DoesNotContain(keys, key => key.StartsWith(':') || key is "te" or "content-type" or "grpc-timeout");
    }

    [Fact]
    public async Task Context_OfACall_NamesMethodHostAndPeer()
    {
        (string Method, string Host, string Peer) seen = default;
        server.Log.BeforeUnary = context =>
        {
            seen = (context.Method, context.Host, context.Peer);
            return Task.CompletedTask;
        };
        await server.Client.UnaryAsync(new EchoRequest());
        Assert.Equal("/talent.grpc.tests.Echo/Unary", seen.Method);
        Assert.Equal(new Uri(server.Address).Authority, seen.Host);
        Assert.StartsWith("ipv4:127.0.0.1:", seen.Peer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Context_OfACall_LeadsToTheHttpRequest()
    {
        string? path = null;
        server.Log.BeforeUnary = context =>
        {
            path = context.GetHttpContext().Request.Path;
            return Task.CompletedTask;
        };
        await server.Client.UnaryAsync(new EchoRequest());
        Assert.Equal("/talent.grpc.tests.Echo/Unary", path);
    }

    [Fact]
    public async Task WriteResponseHeaders_Twice_IsRefused()
    {
        server.Log.BeforeUnary = async context =>
        {
            await context.WriteResponseHeadersAsync(new Metadata { { "x-one", "1" } });
            await Assert.ThrowsAsync<InvalidOperationException>(() => context.WriteResponseHeadersAsync(new Metadata()));
        };
        var reply = await server.Client.UnaryAsync(new EchoRequest { ReplySize = 3 });
        Assert.Equal(3, reply.Payload.Length);
    }

    [Fact]
    public void Entry_TextUnderABinaryKey_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("x-bin", "text"));

    [Fact]
    public void Entry_BytesUnderATextKey_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("x", [1]));

    [Fact]
    public void Entry_KeyWithASpace_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Metadata.Entry("x y", "text"));

    [Fact]
    public void Value_OfABinaryEntry_IsRefused() =>
        Assert.Throws<InvalidOperationException>(() => new Metadata.Entry("x-bin", [1]).Value);

    [Fact]
    public void Get_OneKeyTwice_ReturnsTheLast() =>
        Assert.Equal("b", new Metadata { { "x", "a" }, { "x", "b" } }.GetValue("X"));
}
