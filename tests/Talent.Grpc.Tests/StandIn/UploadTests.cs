using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.StandIn;

/// <summary>What the web server says of uploads, and the call makes of it.</summary>
public sealed class UploadTests
{
    const int AboveTheServersLimit = 31_000_000;

    [Fact]
    public async Task Unary_MessageAboveTheServersLimitForUploads_ComesBackWhereTheServiceAllowsIt()
    {
        await using var server = await EchoServer.Start(options => options.MaxReceiveMessageSize = null);
        using var channel = GrpcChannel.ForAddress(server.Address, new GrpcChannelOptions { MaxReceiveMessageSize = null });
        var reply = await new Echo.EchoClient(channel).UnaryAsync(
            new EchoRequest { Payload = ByteString.CopyFrom(new byte[AboveTheServersLimit]), ReplySize = 1 });
        Assert.Equal(1, reply.Payload.Length);
    }

    [Fact]
    public async Task Unary_ServerRefusesTheBody_IsAnErrorAndNoCancellation()
    {
        await using var server = await EchoServer.Start(_ => { }, _ => { }, app => app.Use((http, next) =>
        {
            http.Request.Body = new RefusedBody();
            return next(http);
        }));
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await server.Client.UnaryAsync(new EchoRequest()));
        Assert.Equal(StatusCode.Unknown, failure.StatusCode);
        Assert.Contains(server.Logs.Errors, text => text.Contains(RefusedBody.Reason, StringComparison.Ordinal));
    }

    /// <summary>A body that the server will not read, as one that arrives too slowly.</summary>
    sealed class RefusedBody : MemoryStream
    {
        public const string Reason = "Reading the request body timed out.";

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            await Task.Yield();
            throw new BadHttpRequestException(Reason, StatusCodes.Status408RequestTimeout);
        }
    }
}
