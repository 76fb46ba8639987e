using Grpc.AspNetCore.Server;
using Grpc.Core;
using Talent.Grpc.Tests.Servers;

namespace Talent.Grpc.Tests.StandIn;

/// <summary>Deadlines that pass while something else goes wrong.</summary>
public sealed class ServerDeadlineTests
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    [Fact]
    public async Task Answered_CallbackOfTheTokenThrows_WaitsForTheAnswerAllTheSame()
    {
        using var logs = new KeptLogs();
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var called = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var deadline = new ServerDeadline(
            TimeSpan.FromMilliseconds(50), TimeProvider.System, () => answer.Task, logs.CreateLogger("deadline"), CancellationToken.None);
        await using var registration = deadline.Token.Register(() =>
        {
            called.SetResult();
            throw new InvalidTimeZoneException("callback");
        });
        await called.Task.WaitAsync(Limit);
        await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        Assert.False(deadline.Answered.IsCompleted);
        answer.SetResult();
        await deadline.Answered.WaitAsync(Limit);
        Assert.Contains("callback", Assert.Single(logs.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answered_AnswerFails_EndsAndIsLogged()
    {
        using var logs = new KeptLogs();
        using var deadline = new ServerDeadline(
            TimeSpan.Zero,
            TimeProvider.System,
            () => Task.FromException(new InvalidTimeZoneException("answer")),
            logs.CreateLogger("deadline"),
            CancellationToken.None);
        await deadline.Answered.WaitAsync(Limit);
        Assert.Contains("answer", Assert.Single(logs.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unary_CallbackOfTheTokenThrows_CallerIsToldInTime()
    {
        await using var server = await EchoServer.Start();
        server.Log.BeforeUnary = async context =>
        {
            context.CancellationToken.Register(() => throw new InvalidTimeZoneException("callback"));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.CancellationToken);
        };
        var answer = await RawRequest.Send(server, "Unary", RawRequest.Frame(new EchoRequest()), ("grpc-timeout", "200m"));
        Assert.Equal(StatusCode.DeadlineExceeded, answer.Status);
    }
}
