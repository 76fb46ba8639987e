using Grpc.Core;
using Grpc.Net.Client;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.Behaviour;

/// <summary>Callers that leave, in every way they can.</summary>
public sealed class CancellationTests : IAsyncLifetime, IDisposable
{
    static readonly EchoRequest Endless = new() { Count = int.MaxValue, PauseMilliseconds = 20 };
    readonly CancellationTokenSource leaving = new();
    EchoServer server = null!;

    public async ValueTask InitializeAsync() => server = await EchoServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    public void Dispose() => leaving.Dispose();

    [Fact]
    public async Task Unary_TokenCancelled_IsCancelledOnBothSides()
    {
        using var call = server.Client.UnaryAsync(new EchoRequest { PauseMilliseconds = 60_000 }, cancellationToken: leaving.Token);
        await server.Log.WaitUntilBegun();
        await leaving.CancelAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await server.Log.WaitForCancellation();
    }

    [Fact]
    public async Task Unary_TokenCancelledBefore_IsCancelled()
    {
        await leaving.CancelAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await server.Client.UnaryAsync(new EchoRequest(), cancellationToken: leaving.Token));
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
    }

    [Fact]
    public async Task Unary_Disposed_IsCancelledOnBothSides()
    {
        var call = server.Client.UnaryAsync(new EchoRequest { PauseMilliseconds = 60_000 });
        await server.Log.WaitUntilBegun();
        call.Dispose();
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await server.Log.WaitForCancellation();
    }

    [Fact]
    public async Task ServerStreaming_Disposed_CancelsTheMethod()
    {
        using (var call = server.Client.Repeat(Endless))
            Assert.True(await call.ResponseStream.MoveNext());
        await server.Log.WaitForCancellation();
    }

    [Fact]
    public async Task ServerStreaming_TokenCancelledWhileNobodyReads_CancelsTheMethod()
    {
        using var call = server.Client.Repeat(Endless, cancellationToken: leaving.Token);
        Assert.True(await call.ResponseStream.MoveNext());
        await leaving.CancelAsync();
        await server.Log.WaitForCancellation();
    }

    [Fact]
    public async Task ServerStreaming_ReadCancelled_IsCancelled()
    {
        using var call = server.Client.Repeat(new EchoRequest { Count = 2, PauseMilliseconds = 60_000 });
        await server.Log.WaitUntilBegun();
        leaving.CancelAfter(100);
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(leaving.Token));
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await server.Log.WaitForCancellation();
    }

    [Fact]
    public async Task ClientStreaming_TokenCancelled_IsCancelledOnBothSides()
    {
        using var call = server.Client.Gather(cancellationToken: leaving.Token);
        await call.RequestStream.WriteAsync(new EchoRequest());
        await server.Log.WaitUntilBegun();
        await leaving.CancelAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await server.Log.WaitForCancellation();
    }

    [Fact]
    public async Task ClientStreaming_WriteAfterTheTokenWasCancelled_ThrowsCancelled()
    {
        using var call = server.Client.Gather(cancellationToken: leaving.Token);
        await call.RequestStream.WriteAsync(new EchoRequest());
        await server.Log.WaitUntilBegun();
        await leaving.CancelAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.RequestStream.WriteAsync(new EchoRequest()));
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
    }

    [Fact]
    public async Task DuplexStreaming_TokenCancelled_IsCancelledOnBothSides()
    {
        using var call = server.Client.Talk(cancellationToken: leaving.Token);
        await call.RequestStream.WriteAsync(new EchoRequest());
        Assert.True(await call.ResponseStream.MoveNext());
        await leaving.CancelAsync();
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.Cancelled, failure.StatusCode);
        await server.Log.WaitForCancellation();
    }

    [Fact]
    public async Task DuplexStreaming_MethodWaitsInsteadOfReading_HearsOfItByItsToken()
    {
        var heard = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Log.BeforeTalk = async context =>
        {
            await using var registration = context.CancellationToken.Register(heard.SetResult);
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.CancellationToken);
        };
        using var call = server.Client.Talk(cancellationToken: leaving.Token);
        await server.Log.WaitUntilBegun();
        await leaving.CancelAsync();
        await heard.Task.WaitAsync(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Channel_Disposed_CancelsTheCallsUnderWay()
    {
        using var call = server.Client.UnaryAsync(new EchoRequest { PauseMilliseconds = 60_000 });
        await server.Log.WaitUntilBegun();
        server.Channel.Dispose();
        await Assert.ThrowsAsync<RpcException>(async () => await call);
        await server.Log.WaitForCancellation();
    }

    [Fact]
    public async Task Channel_ThatThrowsOperationCanceled_ThrowsIt()
    {
        using var channel = GrpcChannel.ForAddress(
            server.Address, new GrpcChannelOptions { ThrowOperationCanceledOnCancellation = true });
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new Echo.EchoClient(channel).UnaryAsync(new EchoRequest(), cancellationToken: leaving.Token));
    }
}
