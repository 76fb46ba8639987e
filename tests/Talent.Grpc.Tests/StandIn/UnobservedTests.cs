using System.Collections.Concurrent;
using Grpc.Net.Client;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.StandIn;

/// <summary>Calls that fail while nobody awaits them.</summary>
public sealed class UnobservedTests : IDisposable
{
    readonly ConcurrentQueue<Exception> unobserved = new();

    public UnobservedTests() => TaskScheduler.UnobservedTaskException += Keep;

    public void Dispose() => TaskScheduler.UnobservedTaskException -= Keep;

    [Fact]
    public async Task FailedCalls_ThatNobodyAwaits_AreNotUnobservedExceptions()
    {
        await using (var server = await RawServer.Start([0, 0, 0]))
            await StartAndForget(server.Client);
        using (var nowhere = GrpcChannel.ForAddress("http://127.0.0.1:1"))
            await StartAndForget(new Echo.EchoClient(nowhere));
        for (var i = 0; i < 5; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.DoesNotContain(unobserved, failure => failure.ToString().Contains("Grpc.", StringComparison.Ordinal));
    }

    static async Task StartAndForget(Echo.EchoClient client)
    {
        for (var i = 0; i < 10; i++)
        {
            _ = client.UnaryAsync(new EchoRequest());
            _ = client.Gather();
            _ = client.Repeat(new EchoRequest());
            _ = client.Talk();
        }

        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
    }

    void Keep(object? sender, UnobservedTaskExceptionEventArgs failure) => unobserved.Enqueue(failure.Exception);
}
