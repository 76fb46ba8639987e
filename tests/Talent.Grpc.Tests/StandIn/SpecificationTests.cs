using System.IO.Compression;
using Grpc.Core;
using Microsoft.AspNetCore.Http;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.StandIn;

/// <summary>
/// Where the specification names another status than the official packages give: messages that cannot be parsed are INTERNAL, none or two
/// where one is due are UNIMPLEMENTED, a status that cannot be parsed is UNKNOWN (grpc/doc/statuscodes.md), and so is an answer without
/// one (grpc/doc/http-grpc-status-mapping.md). A compressed message may not inflate above the limit, and an empty message is not
/// compressed into a form that not every peer reads.
/// </summary>
public sealed class SpecificationTests
{
    static readonly byte[] Empty = [0, 0, 0, 0, 0];

    [Fact]
    public Task Request_BytesThatAreNoMessage_IsInternal() => Expect(RawRequest.Frame([0xff, 0xff, 0xff]));

    [Fact]
    public Task Request_UnknownFlag_IsInternal() => Expect([2, 0, 0, 0, 0]);

    [Fact]
    public Task Request_BytesThatAreNoGzip_IsInternal() => Expect(RawRequest.Frame([1, 2, 3], flag: 1), ("grpc-encoding", "gzip"));

    [Fact]
    public Task Request_BinaryHeaderThatIsNoBase64_IsInternal() =>
        Expect(RawRequest.Frame(new EchoRequest()), ("x-echo-trailing-bin", "%%%"));

    [Fact]
    public async Task Request_AnnouncesFourGigabytes_IsResourceExhausted()
    {
        await using var server = await EchoServer.Start();
        var answer = await RawRequest.Send(server, "Unary", [0, 0xff, 0xff, 0xff, 0xff]);
        Assert.Equal(StatusCode.ResourceExhausted, answer.Status);
    }

    [Fact]
    public async Task Request_InflatesAboveTheLimit_IsResourceExhausted()
    {
        await using var server = await EchoServer.Start();
        var bomb = RawRequest.Frame(Zip(new byte[64 << 20]), flag: 1);
        var answer = await RawRequest.Send(server, "Unary", bomb, ("grpc-encoding", "gzip"));
        Assert.Equal(StatusCode.ResourceExhausted, answer.Status);
    }

    [Fact]
    public async Task Response_InflatesAboveTheLimit_IsResourceExhausted()
    {
        await using var server = await RawServer.Start(RawRequest.Frame(Zip(new byte[64 << 20]), flag: 1), encoding: "gzip");
        Assert.Equal(StatusCode.ResourceExhausted, await server.FailUnary());
    }

    [Fact]
    public async Task Response_EmptyMessageOfACompressedCall_IsPlain()
    {
        await using var server = await EchoServer.Start(options => options.ResponseCompressionAlgorithm = "gzip");
        var answer = await RawRequest.Send(
            server, "Unary", RawRequest.Frame(new EchoRequest()), ("grpc-accept-encoding", "identity,gzip"));
        Assert.Equal([0, 0, 0, 0, 0], answer.Body);
    }

    [Theory]
    [InlineData("Unary")]
    [InlineData("Repeat")]
    public async Task Request_NoMessage_IsUnimplemented(string method)
    {
        await using var server = await EchoServer.Start();
        var answer = await RawRequest.Send(server, method, []);
        Assert.Equal(StatusCode.Unimplemented, answer.Status);
    }

    [Theory]
    [InlineData("Unary")]
    [InlineData("Repeat")]
    public async Task Request_TwoMessages_IsUnimplemented(string method)
    {
        await using var server = await EchoServer.Start();
        var answer = await RawRequest.Send(server, method, [.. Empty, .. Empty]);
        Assert.Equal(StatusCode.Unimplemented, answer.Status);
    }

    [Fact]
    public Task Response_NoMessage_IsUnimplemented() => ExpectFailure(StatusCode.Unimplemented, []);

    [Fact]
    public Task Response_TwoMessages_IsUnimplemented() => ExpectFailure(StatusCode.Unimplemented, [.. Empty, .. Empty]);

    [Fact]
    public Task Response_BytesThatAreNoMessage_IsInternal() => ExpectFailure(StatusCode.Internal, RawRequest.Frame([0xff, 0xff, 0xff]));

    [Fact]
    public Task Response_StatusThatIsNoNumber_IsUnknown() => ExpectFailure(StatusCode.Unknown, Empty, status: "fine");

    [Fact]
    public Task Response_NoStatus_IsUnknown() => ExpectFailure(StatusCode.Unknown, Empty, status: null);

    [Fact]
    public async Task Response_WebPage_IsUnknown()
    {
        await using var server = await RawServer.Start(http =>
        {
            http.Response.ContentType = "text/html";
            return http.Response.WriteAsync("<p>hello</p>");
        });
        Assert.Equal(StatusCode.Unknown, await server.FailUnary());
    }

    [Fact]
    public async Task Response_OkInTheHeadersAlone_IsUnimplementedWhereAMessageIsDue()
    {
        await using var server = await RawServer.Start(http =>
        {
            http.Response.ContentType = "application/grpc";
            http.Response.Headers["grpc-status"] = RawServer.Text(StatusCode.OK);
            return Task.CompletedTask;
        });
        Assert.Equal(StatusCode.Unimplemented, await server.FailUnary());
    }

    static byte[] Zip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var compressor = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            compressor.Write(plain);
        return packed.ToArray();
    }

    static async Task ExpectFailure(StatusCode expected, byte[] body, string? status = "0")
    {
        await using var server = await RawServer.Start(body, status);
        Assert.Equal(expected, await server.FailUnary());
    }

    static async Task Expect(byte[] body, params (string Name, string Value)[] headers)
    {
        await using var server = await EchoServer.Start();
        var answer = await RawRequest.Send(server, "Unary", body, headers);
        Assert.Equal(StatusCode.Internal, answer.Status);
    }
}
