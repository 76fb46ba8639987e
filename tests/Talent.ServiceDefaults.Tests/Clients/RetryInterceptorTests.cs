using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Talent.Testing;

namespace Talent.ServiceDefaults.Tests;

public sealed class RetryInterceptorTests
{
    private static readonly Method<ProbeRequest, ProbeResponse> Ask = new(
        MethodType.Unary, "talent.probe.v1.ProbeService", "Ask",
        Marshallers.Create<ProbeRequest>(_ => [], _ => new ProbeRequest()),
        Marshallers.Create<ProbeResponse>(_ => [], _ => new ProbeResponse()));

    private const string Unasked = "nobody asks for the headers of this one";
    private readonly FakeTimeProvider _time = new();
    private readonly RetryInterceptor _retry;
    private readonly List<DateTimeOffset> _attempts = [];

    public RetryInterceptorTests() => _retry = new RetryInterceptor(_time, () => 0.5);

    [Fact]
    public async Task UnaryCall_UnavailableTwice_AnswersAtTheThirdAttempt()
    {
        var call = Call(_ => { }, StatusCode.Unavailable, StatusCode.Unavailable);

        await RunPausesAsync(call.ResponseAsync);

        Assert.Equal("done", (await call).Text);
        Assert.Equal(3, _attempts.Count);
        Assert.Equal("3", (await call.ResponseHeadersAsync).GetValue("attempt"));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task UnaryCall_AlwaysUnavailable_EndsUnavailableAfterTheLastRepetition()
    {
        var call = Call(_ => { }, [.. Enumerable.Repeat(StatusCode.Unavailable, 100)]);

        await RunPausesAsync(call.ResponseAsync);

        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
        Assert.Equal(1 + RetryInterceptor.MostRepetitions, _attempts.Count);
        Assert.Equal(StatusCode.Unavailable, call.GetStatus().StatusCode);
    }

    [Fact]
    public async Task UnaryCall_AlwaysUnavailable_PausesStayBelowTheLongest()
    {
        var call = Call(_ => { }, [.. Enumerable.Repeat(StatusCode.Unavailable, 100)]);

        await RunPausesAsync(call.ResponseAsync);
        await Assert.ThrowsAsync<RpcException>(async () => await call);

        Assert.All(_attempts.Zip(_attempts.Skip(1), (one, next) => next - one), pause => Assert.InRange(
            pause, TimeSpan.Zero, RetryInterceptor.LongestPause));
    }

    [Theory]
    [InlineData(StatusCode.Internal)]
    [InlineData(StatusCode.Aborted)]
    [InlineData(StatusCode.DeadlineExceeded)]
    [InlineData(StatusCode.Unauthenticated)]
    [InlineData(StatusCode.Unknown)]
    public async Task UnaryCall_FailsOtherwise_IsNotRepeated(StatusCode code)
    {
        var call = Call(_ => { }, code);

        Assert.Equal(code, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
        Assert.Single(_attempts);
    }

    [Fact]
    public async Task UnaryCall_DeadlineLeavesNoRoomForAPause_EndsUnavailableAtOnce()
    {
        var deadline = _time.GetUtcNow() + RetryInterceptor.LongestPause;
        var call = Call(_ => { }, new CallOptions(deadline: deadline.UtcDateTime), StatusCode.Unavailable);

        Assert.Equal(StatusCode.Unavailable, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
        Assert.Single(_attempts);
    }

    [Fact]
    public async Task UnaryCall_DisposedDuringAPause_IsNotRepeated()
    {
        var call = Call(_ => { }, StatusCode.Unavailable, StatusCode.Unavailable);
        call.Dispose();

        await RunPausesAsync(call.ResponseAsync);

        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
        Assert.Single(_attempts);
    }

    [Fact]
    public async Task UnaryCall_CancelledDuringAPause_IsNotRepeated()
    {
        using var cancellation = new CancellationTokenSource();
        var options = new CallOptions(cancellationToken: cancellation.Token);
        var call = Call(_ => { }, options, StatusCode.Unavailable, StatusCode.Unavailable);

        await cancellation.CancelAsync();

        Assert.Equal(StatusCode.Cancelled, (await Assert.ThrowsAsync<RpcException>(async () => await call)).StatusCode);
        Assert.Single(_attempts);
    }

    [Fact]
    public async Task UnaryCall_FailsAndNobodyAsksForItsHeaders_LeavesNoExceptionUnobserved()
    {
        var unobserved = new ConcurrentQueue<string>();
        TaskScheduler.UnobservedTaskException += Keep;
        try
        {
            await FailAsync();
            for (var i = 0; i < 5; i++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
        finally
        {
            TaskScheduler.UnobservedTaskException -= Keep;
        }
        Assert.DoesNotContain(unobserved, each => each.Contains(Unasked, StringComparison.Ordinal));

        void Keep(object? sender, UnobservedTaskExceptionEventArgs failure) => unobserved.Enqueue(failure.Exception.ToString());

        async Task FailAsync()
        {
            var failure = new RpcException(new Status(StatusCode.Internal, Unasked));
            var call = _retry.AsyncUnaryCall(
                new ProbeRequest(),
                new ClientInterceptorContext<ProbeRequest, ProbeResponse>(Ask, null, new CallOptions()),
                (_, _) => new AsyncUnaryCall<ProbeResponse>(
                    Task.FromException<ProbeResponse>(failure),
                    _ => Task.FromException<Metadata>(failure),
                    _ => failure.Status,
                    _ => [],
                    _ => { },
                    this));
            await Assert.ThrowsAsync<RpcException>(async () => await call);
        }
    }

    private AsyncUnaryCall<ProbeResponse> Call(Action<int> onAttempt, params StatusCode[] failures) =>
        Call(onAttempt, new CallOptions(), failures);

    private AsyncUnaryCall<ProbeResponse> Call(Action<int> onAttempt, CallOptions options, params StatusCode[] failures) =>
        _retry.AsyncUnaryCall(new ProbeRequest(), new ClientInterceptorContext<ProbeRequest, ProbeResponse>(Ask, null, options), (_, _) =>
        {
            _attempts.Add(_time.GetUtcNow());
            onAttempt(_attempts.Count);
            var status = _attempts.Count <= failures.Length ? new Status(failures[_attempts.Count - 1], "") : Status.DefaultSuccess;
            var headers = new Metadata { { "attempt", $"{_attempts.Count}" } };
            return new AsyncUnaryCall<ProbeResponse>(
                status.StatusCode == StatusCode.OK
                    ? Task.FromResult(new ProbeResponse { Text = "done" })
                    : Task.FromException<ProbeResponse>(new RpcException(status)),
                Task.FromResult(headers), () => status, () => [], () => { });
        });

    private async Task RunPausesAsync(Task ended)
    {
        while (!ended.IsCompleted)
        {
            if (_time.ArmedTimers > 0)
                _time.Advance(TimeSpan.FromMilliseconds(1));
            await Task.Yield();
        }
    }
}
