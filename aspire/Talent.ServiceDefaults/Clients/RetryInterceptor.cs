using Grpc.Core;
using Grpc.Core.Interceptors;
using Polly;
using Polly.Retry;

namespace Talent.ServiceDefaults;

/// <summary>
/// Repeats unary calls that found nobody (UNAVAILABLE), after growing pauses with jitter, as long as the deadline leaves room for the next
/// pause. Every mutation carries a request id, so a repetition changes nothing twice.
/// </summary>
internal sealed class RetryInterceptor : Interceptor
{
    public const int MostRepetitions = 5;
    public static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(50);
    public static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(1);
    private static readonly ResiliencePropertyKey<DateTimeOffset> LastStart = new("last-start");
    private readonly ResiliencePipeline _pipeline;
    private readonly TimeProvider _time;

    /// <param name="time">The clock that gRPC measures deadlines by: the system's.</param>
    /// <param name="randomness">Numbers from 0 to 1 for the jitter.</param>
    public RetryInterceptor(TimeProvider time, Func<double> randomness)
    {
        _time = time;
        _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions
            {
                MaxRetryAttempts = MostRepetitions,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstPause,
                MaxDelay = LongestPause,
                Randomizer = randomness,
                ShouldHandle = arguments => ValueTask.FromResult(MayRepeat(arguments)),
            })
            .Build();
    }

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation)
    {
        var calls = new RepeatedCall<TResponse>(() => continuation(request, context));
        var response = RunAsync(context.Options, calls.MakeAsync);
        return new AsyncUnaryCall<TResponse>(
            response,
            _ => calls.HeadersAsync(response),
            _ => calls.Last.GetStatus(),
            _ => calls.Last.GetTrailers(),
            _ => calls.Dispose(),
            calls);
    }

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
        RunAsync(context.Options, () => Task.FromResult(continuation(request, context))).GetAwaiter().GetResult();

    private async Task<T> RunAsync<T>(CallOptions options, Func<Task<T>> make)
    {
        var context = ResilienceContextPool.Shared.Get(options.CancellationToken);
        if (options.Deadline is { } deadline)
            context.Properties.Set(LastStart, new DateTimeOffset(deadline.ToUniversalTime()) - LongestPause);
        try
        {
            return await _pipeline.ExecuteAsync(async _ => await make(), context);
        }
        catch (OperationCanceledException) when (options.CancellationToken.IsCancellationRequested)
        {
            // Cancelled during a pause: the caller is told as if the call itself had been cancelled.
            throw new RpcException(new Status(StatusCode.Cancelled, "Call canceled by the client."));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private bool MayRepeat(RetryPredicateArguments<object> arguments) =>
        arguments.Outcome.Exception is RpcException { StatusCode: StatusCode.Unavailable }
        && _time.GetUtcNow() < arguments.Context.Properties.GetValue(LastStart, DateTimeOffset.MaxValue);
}
