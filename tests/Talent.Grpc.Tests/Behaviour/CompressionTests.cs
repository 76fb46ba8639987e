using System.IO.Compression;
using Google.Protobuf;
using Grpc.Core;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.Behaviour;

/// <summary>gzip, both ways.</summary>
public sealed class CompressionTests
{
    static readonly EchoRequest Compressible = new() { Payload = ByteString.CopyFrom(new byte[10_000]) };
    static readonly (string Name, string Value) AcceptGzip = ("grpc-accept-encoding", "identity,gzip");

    [Fact]
    public async Task Response_ServerCompresses_IsSmallerAndMarked()
    {
        await using var server = await Compressing();
        var answer = await RawRequest.Send(server, "Unary", RawRequest.Frame(Compressible), AcceptGzip);
        Assert.Equal("gzip", Assert.Single(answer.Headers.GetValues("grpc-encoding")));
        Assert.Equal(1, answer.Body[0]);
        Assert.InRange(answer.Body.Length, 6, 1000);
    }

    [Fact]
    public async Task Response_CallerDoesNotAcceptGzip_IsPlain()
    {
        await using var server = await Compressing();
        var answer = await RawRequest.Send(server, "Unary", RawRequest.Frame(Compressible));
        Assert.Equal(0, answer.Body[0]);
    }

    [Fact]
    public async Task Response_MethodAsksForNoCompression_IsPlain()
    {
        await using var server = await Compressing();
        server.Log.BeforeUnary = context =>
        {
            context.WriteOptions = new WriteOptions(WriteFlags.NoCompress);
            return Task.CompletedTask;
        };
        var answer = await RawRequest.Send(server, "Unary", RawRequest.Frame(Compressible), AcceptGzip);
        Assert.Equal(0, answer.Body[0]);
    }

    [Fact]
    public async Task Response_Compressed_IsReadByTheClient()
    {
        await using var server = await Compressing();
        var reply = await server.Client.UnaryAsync(Compressible);
        Assert.Equal(Compressible.Payload, reply.Payload);
    }

    [Fact]
    public async Task Response_MethodAsksForCompression_IsMarked()
    {
        await using var server = await EchoServer.Start();
        var answer = await RawRequest.Send(server, "Unary", RawRequest.Frame(Compressible), AcceptGzip, ("x-echo-gzip", "1"));
        Assert.Equal("gzip", Assert.Single(answer.Headers.GetValues("grpc-encoding")));
        Assert.Equal(1, answer.Body[0]);
    }

    [Fact]
    public async Task Stream_Compressed_IsReadByTheClient()
    {
        await using var server = await Compressing();
        using var call = server.Client.Repeat(new EchoRequest { Count = 3, ReplySize = 5000 });
        var sizes = new List<int>();
        await foreach (var reply in call.ResponseStream.ReadAllAsync())
            sizes.Add(reply.Payload.Length);
        Assert.Equal([5000, 5000, 5000], sizes);
    }

    [Fact]
    public async Task Request_Compressed_IsReadByTheServer()
    {
        await using var server = await EchoServer.Start();
        string? encoding = null;
        server.Log.BeforeUnary = context =>
        {
            encoding = context.GetHttpContext().Request.Headers["grpc-encoding"];
            return Task.CompletedTask;
        };
        var reply = await server.Client.UnaryAsync(Compressible, new Metadata { { "grpc-internal-encoding-request", "gzip" } });
        Assert.Equal(("gzip", 10_000), (encoding, reply.Payload.Length));
    }

    [Fact]
    public async Task Request_CompressedWithoutAnEncoding_IsInternal()
    {
        await using var server = await EchoServer.Start();
        var answer = await RawRequest.Send(server, "Unary", RawRequest.Frame(Zip([1]), flag: 1));
        Assert.Equal(StatusCode.Internal, answer.Status);
    }

    [Fact]
    public async Task Request_CompressedInAnUnknownWay_IsUnimplementedAndNamesTheKnown()
    {
        await using var server = await EchoServer.Start();
        var answer = await RawRequest.Send(server, "Unary", RawRequest.Frame(Zip([1]), flag: 1), ("grpc-encoding", "snappy"));
        Assert.Equal(StatusCode.Unimplemented, answer.Status);
        Assert.Contains("gzip", string.Join(',', answer.Headers.GetValues("grpc-accept-encoding")), StringComparison.Ordinal);
    }

    static Task<EchoServer> Compressing() => EchoServer.Start(options => options.ResponseCompressionAlgorithm = "gzip");

    static byte[] Zip(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var compressor = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            compressor.Write(plain);
        return packed.ToArray();
    }
}
