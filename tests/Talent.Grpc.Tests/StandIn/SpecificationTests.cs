using Grpc.Core;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.StandIn;

/// <summary>
/// Where the specification says more than the official server does: requests that cannot be parsed are INTERNAL (grpc/doc/statuscodes.md),
/// and an empty message is not compressed into a form that not every peer reads.
/// </summary>
public sealed class SpecificationTests
{
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
    public async Task Response_EmptyMessageOfACompressedCall_IsPlain()
    {
        await using var server = await EchoServer.Start(options => options.ResponseCompressionAlgorithm = "gzip");
        var answer = await RawRequest.Send(
            server, "Unary", RawRequest.Frame(new EchoRequest()), ("grpc-accept-encoding", "identity,gzip"));
        Assert.Equal([0, 0, 0, 0, 0], answer.Body);
    }

    static async Task Expect(byte[] body, params (string Name, string Value)[] headers)
    {
        await using var server = await EchoServer.Start();
        var answer = await RawRequest.Send(server, "Unary", body, headers);
        Assert.Equal(StatusCode.Internal, answer.Status);
    }
}
