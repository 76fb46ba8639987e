using System.Net;
using System.Net.Sockets;
using Grpc.Core;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.Behaviour;

/// <summary>Requests that break a rule: each gets the status the protocol names, at once.</summary>
public sealed class MalformedRequestTests : IAsyncLifetime
{
    EchoServer server = null!;

    public async ValueTask InitializeAsync() => server = await EchoServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public Task Unary_HalfAPrefix_IsInternal() => Expect(StatusCode.Internal, "Unary", [0, 0, 0]);

    [Fact]
    public Task Unary_HalfAMessage_IsInternal() => Expect(StatusCode.Internal, "Unary", [0, 0, 0, 0, 9, 1, 2]);

    [Fact]
    public Task Unary_AnnouncesTooMuch_IsResourceExhaustedWithoutReadingIt() =>
        Expect(StatusCode.ResourceExhausted, "Unary", [0, .. RawRequest.Length(5 << 20)]);

    [Fact]
    public Task ServerStreaming_HalfAMessage_IsInternal() => Expect(StatusCode.Internal, "Repeat", [0, 0, 0, 0, 9, 1, 2]);

    [Fact]
    public Task ClientStreaming_HalfAMessage_IsInternal() => Expect(StatusCode.Internal, "Gather", [0, 0, 0, 0, 0, 0, 0]);

    [Fact]
    public Task DuplexStreaming_HalfAMessage_IsInternal() => Expect(StatusCode.Internal, "Talk", [0, 0, 0, 0, 0, 0, 0]);

    [Fact]
    public Task Call_UnknownMethod_IsUnimplemented() => Expect(StatusCode.Unimplemented, "Nothing", [0, 0, 0, 0, 0]);

    [Fact]
    public async Task Call_UnknownService_IsUnimplemented()
    {
        var answer = await RawRequest.Send(new Uri($"{server.Address}/no.such.Service/Method"), [0, 0, 0, 0, 0], "application/grpc");
        Assert.Equal((HttpStatusCode.OK, StatusCode.Unimplemented), (answer.HttpStatus, answer.Status));
    }

    [Fact]
    public async Task Call_WrongContentType_IsUnsupportedMediaType()
    {
        var answer = await RawRequest.Send(
            new Uri($"{server.Address}/talent.grpc.tests.Echo/Unary"), RawRequest.Frame(new EchoRequest()), "application/json");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.HttpStatus);
    }

    [Theory]
    [InlineData("application/grpc+proto")]
    [InlineData("application/grpc; charset=utf-8")]
    public async Task Call_ContentTypeWithASuffix_IsServed(string contentType)
    {
        var answer = await RawRequest.Send(
            new Uri($"{server.Address}/talent.grpc.tests.Echo/Unary"), RawRequest.Frame(new EchoRequest()), contentType);
        Assert.Equal(StatusCode.OK, answer.Status);
    }

    [Fact]
    public async Task Call_FailsBeforeAnyMessage_HasItsStatusInTheOnlyHeaders()
    {
        var answer = await RawRequest.Send(
            server, "Unary", RawRequest.Frame(new EchoRequest { FailCode = (int)StatusCode.NotFound }));
        Assert.Equal("5", Assert.Single(answer.Headers.GetValues("grpc-status")));
        Assert.Empty(answer.Body);
    }

    [Fact]
    public async Task Connection_Garbage_LeavesTheServerServing()
    {
        using (var socket = new TcpClient())
        {
            var address = new Uri(server.Address);
            await socket.ConnectAsync(address.Host, address.Port);
            await socket.GetStream().WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\nnonsense that is no frame at all"u8.ToArray());
            socket.Client.LingerState = new LingerOption(enable: true, seconds: 0);
        }

        var reply = await server.Client.UnaryAsync(new EchoRequest { ReplySize = 1 });
        Assert.Equal(1, reply.Payload.Length);
    }

    async Task Expect(StatusCode expected, string method, byte[] body)
    {
        var answer = await RawRequest.Send(server, method, body);
        Assert.Equal((HttpStatusCode.OK, expected), (answer.HttpStatus, answer.Status));
    }
}
