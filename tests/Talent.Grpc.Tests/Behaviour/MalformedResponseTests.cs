using Grpc.Core;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.Behaviour;

/// <summary>Answers that break a rule: each ends the call with a status, at once.</summary>
public sealed class MalformedResponseTests
{
    static readonly byte[] Empty = [0, 0, 0, 0, 0];

    [Theory]
    [InlineData(400, StatusCode.Internal)]
    [InlineData(401, StatusCode.Unauthenticated)]
    [InlineData(403, StatusCode.PermissionDenied)]
    [InlineData(404, StatusCode.Unimplemented)]
    [InlineData(429, StatusCode.Unavailable)]
    [InlineData(431, StatusCode.Internal)]
    [InlineData(500, StatusCode.Unknown)]
    [InlineData(502, StatusCode.Unavailable)]
    [InlineData(503, StatusCode.Unavailable)]
    [InlineData(504, StatusCode.Unavailable)]
    public async Task Unary_HttpErrorWithoutAStatus_IsTheCodeTheMappingNames(int httpStatus, StatusCode expected)
    {
        await using var server = await RawServer.Start(http =>
        {
            http.Response.StatusCode = httpStatus;
            return Task.CompletedTask;
        });
        Assert.Equal(expected, await server.FailUnary());
    }

    [Fact]
    public async Task Unary_HttpErrorWithAStatus_IsThatStatus()
    {
        await using var server = await RawServer.Start(http =>
        {
            http.Response.StatusCode = 500;
            http.Response.Headers["grpc-status"] = RawServer.Text(StatusCode.NotFound);
            return Task.CompletedTask;
        });
        Assert.Equal(StatusCode.NotFound, await server.FailUnary());
    }

    [Fact]
    public async Task Unary_OkInTheHeadersAlone_IsNoSuccess()
    {
        await using var server = await RawServer.Start(OkInTheHeaders);
        Assert.NotEqual(StatusCode.OK, await server.FailUnary());
    }

    [Fact]
    public async Task ClientStreaming_OkInTheHeadersAlone_IsNoSuccess()
    {
        await using var server = await RawServer.Start(OkInTheHeaders);
        using var call = server.Client.Gather();
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.NotEqual(StatusCode.OK, failure.StatusCode);
        Assert.Equal(failure.StatusCode, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task ServerStreaming_OkInTheHeadersAlone_IsAStreamOfNone()
    {
        await using var server = await RawServer.Start(OkInTheHeaders);
        using var call = server.Client.Repeat(new EchoRequest());
        Assert.False(await call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public Task Unary_HalfAPrefix_IsInternal() => Expect(StatusCode.Internal, [0, 0]);

    [Fact]
    public Task Unary_HalfAMessage_IsInternal() => Expect(StatusCode.Internal, [0, 0, 0, 0, 9, 1]);

    [Fact]
    public Task Unary_UnknownFlag_IsInternal() => Expect(StatusCode.Internal, [2, 0, 0, 0, 0]);

    [Fact]
    public Task Unary_AnnouncesTooMuch_IsResourceExhausted() =>
        Expect(StatusCode.ResourceExhausted, [0, .. RawRequest.Length(5 << 20)]);

    [Fact]
    public Task Unary_CompressedWithoutAnEncoding_IsInternal() => Expect(StatusCode.Internal, [1, 0, 0, 0, 1, 0]);

    [Fact]
    public async Task Unary_CompressedInAnUnknownWay_IsUnimplemented()
    {
        await using var server = await RawServer.Start([1, 0, 0, 0, 1, 0], encoding: "snappy");
        Assert.Equal(StatusCode.Unimplemented, await server.FailUnary());
    }

    [Fact]
    public async Task Unary_BytesThatAreNoGzip_IsInternal()
    {
        await using var server = await RawServer.Start(RawRequest.Frame([1, 2, 3, 4], flag: 1), encoding: "gzip");
        Assert.Equal(StatusCode.Internal, await server.FailUnary());
    }

    [Fact]
    public async Task ServerStreaming_HalfAMessageAfterAWholeOne_IsInternal()
    {
        await using var server = await RawServer.Start([.. Empty, 0, 0, 0, 0, 9, 1]);
        using var call = server.Client.Repeat(new EchoRequest());
        Assert.True(await call.ResponseStream.MoveNext());
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.Internal, failure.StatusCode);
    }

    [Theory]
    [InlineData(1, StatusCode.Internal)]
    [InlineData(2, StatusCode.Internal)]
    [InlineData(8, StatusCode.Cancelled)]
    [InlineData(11, StatusCode.ResourceExhausted)]
    [InlineData(12, StatusCode.PermissionDenied)]
    public async Task Unary_StreamReset_IsTheCodeTheProtocolNames(int error, StatusCode expected)
    {
        await using var server = await RawServer.Start(http =>
        {
            http.Features.GetRequiredFeature<IHttpResetFeature>().Reset(error);
            return Task.CompletedTask;
        });
        Assert.Equal(expected, await server.FailUnary());
    }

    [Fact]
    public async Task Unary_ConnectionLostBeforeTheAnswer_IsUnavailable()
    {
        await using var server = await RawServer.Start(http =>
        {
            http.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();
            return Task.CompletedTask;
        });
        Assert.Equal(StatusCode.Unavailable, await server.FailUnary());
    }

    [Fact]
    public async Task ServerStreaming_ConnectionLostAfterAMessage_IsUnavailable()
    {
        var read = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await RawServer.Start(async http =>
        {
            http.Response.ContentType = "application/grpc";
            await http.Response.Body.WriteAsync(Empty);
            await http.Response.Body.FlushAsync();
            await read.Task;
            http.Features.GetRequiredFeature<IConnectionLifetimeFeature>().Abort();
        });
        using var call = server.Client.Repeat(new EchoRequest());
        Assert.True(await call.ResponseStream.MoveNext());
        read.SetResult();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.Unavailable, failure.StatusCode);
    }

    static Task OkInTheHeaders(HttpContext http)
    {
        http.Response.ContentType = "application/grpc";
        http.Response.Headers["grpc-status"] = RawServer.Text(StatusCode.OK);
        return Task.CompletedTask;
    }

    static async Task Expect(StatusCode expected, byte[] body)
    {
        await using var server = await RawServer.Start(body);
        Assert.Equal(expected, await server.FailUnary());
    }
}
