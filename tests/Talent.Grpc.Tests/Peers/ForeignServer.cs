using Grpc.Net.Client;

namespace Talent.Grpc.Tests.Peers;

/// <summary>A peer's server while the tests of a class run.</summary>
public sealed class ForeignServer<TPeer> : IAsyncLifetime
    where TPeer : Peer, new()
{
    PeerProcess? process;

    public GrpcChannel Channel { get; private set; } = null!;

    public EncodingHandler Encoding { get; } = new();

    public async ValueTask InitializeAsync()
    {
        (process, var address) = await new TPeer().StartServer();
        Channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions { HttpHandler = Encoding, MaxReceiveMessageSize = 16 << 20 });
    }

    public async ValueTask DisposeAsync()
    {
        Channel?.Dispose();
        Encoding.Dispose();
        if (process is not null)
            await process.DisposeAsync();
    }

    /// <summary>Ends when the server has noticed one more cancelled call than before; fails after ten seconds.</summary>
    public async Task WaitForCancellation(int before)
    {
        for (var i = 0; i < 200 && await Cancelled() <= before; i++)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        Assert.True(await Cancelled() > before, "The server did not notice the cancellation.");
    }

    public async Task<int> Cancelled() => (await new Echo.EchoClient(Channel).CountCancelledAsync(new EchoRequest())).Index;

    /// <summary>Remembers how the last answer was compressed.</summary>
    public sealed class EncodingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        public string? Last { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var answer = await base.SendAsync(request, cancellationToken);
            Last = answer.Headers.TryGetValues("grpc-encoding", out var values) ? values.Single() : null;
            return answer;
        }
    }
}
