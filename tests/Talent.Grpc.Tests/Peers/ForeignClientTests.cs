namespace Talent.Grpc.Tests.Peers;

/// <summary>A peer's client calls our server; each case is one of echo_client's.</summary>
public abstract class ForeignClientTests<TPeer>(ForeignClient<TPeer> client)
    where TPeer : Peer, new()
{
    [Theory]
    [InlineData("unary")]
    [InlineData("emptyUnary")]
    [InlineData("largeUnary")]
    [InlineData("clientStreaming")]
    [InlineData("serverStreaming")]
    [InlineData("duplexStreaming")]
    [InlineData("headersAndTrailers")]
    [InlineData("trailersOfAFailure")]
    [InlineData("unicodeStatus")]
    [InlineData("everyCode")]
    [InlineData("failureAfterReplies")]
    [InlineData("deadline")]
    [InlineData("deadlineOfAStream")]
    [InlineData("cancellation")]
    [InlineData("cancellationOfRequests")]
    [InlineData("gzip")]
    [InlineData("serverLimit")]
    [InlineData("clientLimit")]
    [InlineData("unimplemented")]
    [InlineData("manyAtOnce")]
    [InlineData("healthCheck")]
    public void Call_FromAForeignClient_EndsAsItShould(string name) => client.AssertOk(name);
}

/// <summary>npm <c>@grpc/grpc-js</c> calls our server.</summary>
public sealed class NodeClientTests(ForeignClient<NodePeer> client)
    : ForeignClientTests<NodePeer>(client), IClassFixture<ForeignClient<NodePeer>>;

/// <summary>Debian's python3-grpcio calls our server.</summary>
public sealed class PythonClientTests(ForeignClient<PythonPeer> client)
    : ForeignClientTests<PythonPeer>(client), IClassFixture<ForeignClient<PythonPeer>>;
