using Google.Protobuf;
using Grpc.Core;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.StandIn;

/// <summary>Calls that one side ends early, where the official packages leave it to chance what the other side is told.</summary>
public sealed class EarlyEndTests
{
    [Fact]
    public async Task ClientStreaming_WritesAfterServerFailed_ThrowTheStatus()
    {
        await using var server = await EchoServer.Start();
        using var call = server.Client.Gather();
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            await call.RequestStream.WriteAsync(new EchoRequest { FailCode = (int)StatusCode.OutOfRange, FailMessage = "far" });
            while (true)
                await call.RequestStream.WriteAsync(new EchoRequest { Payload = ByteString.CopyFrom(new byte[10_000]) });
        });
        Assert.Equal(StatusCode.OutOfRange, failure.StatusCode);
    }

    [Fact]
    public async Task Server_ManyCallersLeave_LogsNoError()
    {
        await using var server = await EchoServer.Start();
        for (var i = 0; i < 50; i++)
        {
            using var call = server.Client.Repeat(new EchoRequest { Count = int.MaxValue, PauseMilliseconds = 20 });
            Assert.True(await call.ResponseStream.MoveNext());
        }

        await server.Log.WaitForCancellation();
        Assert.Empty(server.Logs.Errors);
    }
}
