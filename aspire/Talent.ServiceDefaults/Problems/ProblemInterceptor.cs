using System.Diagnostics;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.Extensions.Logging;

namespace Talent.ServiceDefaults;

/// <summary>
/// Turns what a handler did not expect into INTERNAL with a correlation id and nothing else: the exception itself, which may hold
/// anything, stays in our log under the same id. A database that does not answer just now is UNAVAILABLE: the call may be repeated.
/// </summary>
/// <param name="logger">Where the exception goes.</param>
public sealed class ProblemInterceptor(ILogger<ProblemInterceptor> logger) : Interceptor
{
    /// <inheritdoc />
    public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation) =>
        RunAsync(context, () => continuation(request, context));

    /// <inheritdoc />
    public override Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation) =>
        RunAsync(context, () => continuation(requestStream, context));

    /// <inheritdoc />
    public override Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation) =>
        RunAsync(context, () => continuation(request, responseStream, context));

    /// <inheritdoc />
    public override Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation) =>
        RunAsync(context, () => continuation(requestStream, responseStream, context));

    private Task<bool> RunAsync(ServerCallContext context, Func<Task> handler) => RunAsync(context, async () =>
    {
        await handler();
        return true;
    });

    private async Task<T> RunAsync<T>(ServerCallContext context, Func<Task<T>> handler)
    {
        try
        {
            return await handler();
        }
        catch (RpcException exception)
        {
            Tag(exception.StatusCode);
            throw;
        }
        catch (OperationCanceledException) when (context.CancellationToken.IsCancellationRequested)
        {
            Tag(StatusCode.Cancelled);
            throw new RpcException(new Status(StatusCode.Cancelled, "The caller gave up."));
        }
        catch (Exception exception) when (DatabaseFailure.In(exception) is { IsTransient: true })
        {
            logger.LogWarning(exception, "{Method} did not reach its database", context.Method);
            Tag(StatusCode.Unavailable);
            throw Errors.Unavailable(Reason.DatabaseUnavailable, "Our records cannot be reached just now. Try again in a moment.");
        }
        catch (Exception exception)
        {
            var correlationId = context.GetCorrelationId();
            logger.LogError(exception, "{Method} failed, correlation {CorrelationId}", context.Method, correlationId);
            Tag(StatusCode.Internal);
            throw Errors.Internal(correlationId);
        }
    }

    private static void Tag(StatusCode code) => Activity.Current?.SetTag("rpc.grpc.status_code", (int)code);
}
