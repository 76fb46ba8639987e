using Grpc.Core;
using Grpc.Core.Interceptors;

namespace Talent.ServiceDefaults;

/// <summary>Gives a unary call without a deadline one. Streams last as long as they are wanted.</summary>
/// <param name="time">The clock that gRPC measures deadlines by: the system's.</param>
internal sealed class DeadlineInterceptor(TimeProvider time) : Interceptor
{
    public static TimeSpan Default { get; } = TimeSpan.FromSeconds(10);

    public override AsyncUnaryCall<TResponse> AsyncUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        AsyncUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, WithDeadline(context));

    public override TResponse BlockingUnaryCall<TRequest, TResponse>(
        TRequest request,
        ClientInterceptorContext<TRequest, TResponse> context,
        BlockingUnaryCallContinuation<TRequest, TResponse> continuation) =>
        continuation(request, WithDeadline(context));

    private ClientInterceptorContext<TRequest, TResponse> WithDeadline<TRequest, TResponse>(
        ClientInterceptorContext<TRequest, TResponse> context)
        where TRequest : class
        where TResponse : class =>
        context.Options.Deadline is not null
            ? context
            : new(context.Method, context.Host, context.Options.WithDeadline((time.GetUtcNow() + Default).UtcDateTime));
}
