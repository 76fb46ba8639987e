using System.Diagnostics;
using Grpc.Core;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.Behaviour;

/// <summary>Deadlines, kept by the caller and by the server.</summary>
public sealed class DeadlineTests : IAsyncLifetime
{
    const int Long = 60_000;
    EchoServer server = null!;

    static DateTime Soon => TimeProvider.System.GetUtcNow().UtcDateTime.AddMilliseconds(300);

    public async ValueTask InitializeAsync() => server = await EchoServer.Start();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Unary_DeadlinePasses_IsDeadlineExceeded()
    {
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await server.Client.UnaryAsync(new EchoRequest { PauseMilliseconds = Long }, deadline: Soon));
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task Unary_DeadlinePasses_TheMethodIsCancelled()
    {
        await Assert.ThrowsAsync<RpcException>(async () =>
            await server.Client.UnaryAsync(new EchoRequest { PauseMilliseconds = Long }, deadline: Soon));
        await server.Log.WaitForCancellation();
    }

    [Fact]
    public async Task ServerStreaming_DeadlinePasses_IsDeadlineExceeded()
    {
        using var call = server.Client.Repeat(new EchoRequest { Count = 1000, PauseMilliseconds = 20 }, deadline: Soon);
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
        {
            while (await call.ResponseStream.MoveNext())
                Assert.True(call.ResponseStream.Current.Index >= 0);
        });
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task ClientStreaming_DeadlinePasses_IsDeadlineExceeded()
    {
        using var call = server.Client.Gather(deadline: Soon);
        var failure = await Assert.ThrowsAsync<RpcException>(async () => await call);
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task DuplexStreaming_DeadlinePasses_IsDeadlineExceeded()
    {
        using var call = server.Client.Talk(deadline: Soon);
        await call.RequestStream.WriteAsync(new EchoRequest());
        Assert.True(await call.ResponseStream.MoveNext());
        var failure = await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext());
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
    }

    [Fact]
    public async Task Unary_DeadlineInThePast_FailsWithoutTheServer()
    {
        server.Log.BeforeUnary = _ => throw new InvalidOperationException("reached");
        var failure = await Assert.ThrowsAsync<RpcException>(async () =>
            await server.Client.UnaryAsync(new EchoRequest(), deadline: DateTime.UnixEpoch));
        Assert.Equal(StatusCode.DeadlineExceeded, failure.StatusCode);
        Assert.Empty(server.Logs.Errors);
    }

    [Fact]
    public async Task Unary_DeadlineInLocalTime_IsRefused() => await Assert.ThrowsAsync<InvalidOperationException>(async () =>
        await server.Client.UnaryAsync(new EchoRequest(), deadline: DateTime.SpecifyKind(Soon, DateTimeKind.Local)));

    [Fact]
    public async Task Unary_DeadlineFarAway_Succeeds()
    {
        var far = DateTime.SpecifyKind(new DateTime(9000, 1, 1), DateTimeKind.Utc);
        var reply = await server.Client.UnaryAsync(new EchoRequest { ReplySize = 1 }, deadline: far);
        Assert.Equal(1, reply.Payload.Length);
    }

    [Fact]
    public async Task Context_OfACallWithADeadline_KnowsIt()
    {
        var deadline = TimeProvider.System.GetUtcNow().UtcDateTime.AddSeconds(50);
        await server.Client.UnaryAsync(new EchoRequest { PauseMilliseconds = 1 }, deadline: deadline);
        Assert.InRange(server.Log.LastDeadline, deadline.AddSeconds(-5), deadline.AddSeconds(5));
    }

    [Fact]
    public async Task Context_OfACallWithoutADeadline_SaysTheEndOfTime()
    {
        await server.Client.UnaryAsync(new EchoRequest { PauseMilliseconds = 1 });
        Assert.Equal(DateTime.MaxValue, server.Log.LastDeadline);
    }

    [Fact]
    public async Task Server_CallerKeepsNoDeadline_AnswersOnTimeItself()
    {
        var answer = await RawRequest.Send(
            server, "Unary", RawRequest.Frame(new EchoRequest { PauseMilliseconds = Long }), ("grpc-timeout", "200m"));
        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
    }

    [Fact]
    public async Task Server_MethodIgnoresItsToken_AnswersOnTimeAllTheSame()
    {
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        server.Log.BeforeUnary = _ => release.Task;
        var started = Stopwatch.StartNew();
        var answer = await RawRequest.Send(server, "Unary", RawRequest.Frame(new EchoRequest()), ("grpc-timeout", "200m"));
        release.SetResult();
        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
        Assert.True(started.Elapsed < TimeSpan.FromSeconds(5), $"Answered after {started.Elapsed}.");
    }

    [Fact]
    public async Task Server_MethodStreamsPastItsDeadline_CallerIsToldAfterTheReplies()
    {
        var answer = await RawRequest.Send(
            server, "Repeat", RawRequest.Frame(new EchoRequest { Count = 1000, PauseMilliseconds = 10 }), ("grpc-timeout", "200m"));
        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
        Assert.NotEmpty(answer.Body);
    }

    [Theory]
    [InlineData("abc")]
    [InlineData("123456789S")]
    [InlineData("-1S")]
    [InlineData("5x")]
    public async Task Server_TimeoutThatIsNone_IsIgnored(string timeout)
    {
        var answer = await RawRequest.Send(server, "Unary", RawRequest.Frame(new EchoRequest()), ("grpc-timeout", timeout));
        Assert.Equal(StatusCode.OK, answer.Status);
    }
}
