using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Talent.ServiceDefaults;

namespace Talent.Messaging.Restoring;

/// <summary>
/// Refuses calls of a service that is closed. An interceptor, so that a database that does not answer when it is asked for the mark is
/// reported like one that does not answer the method itself.
/// </summary>
internal sealed class OpeningInterceptor : Interceptor
{
    /// <summary>The reason in the refusal.</summary>
    internal const string Closed = "SERVICE_RESTORED";

    /// <inheritdoc />
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        await RequireOpenAsync(context);
        return await continuation(request, context);
    }

    /// <inheritdoc />
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await RequireOpenAsync(context);
        return await continuation(requestStream, context);
    }

    /// <inheritdoc />
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await RequireOpenAsync(context);
        await continuation(request, responseStream, context);
    }

    /// <inheritdoc />
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        await RequireOpenAsync(context);
        await continuation(requestStream, responseStream, context);
    }

    private static async Task RequireOpenAsync(ServerCallContext context)
    {
        var http = context.GetHttpContext();
        if (http.GetEndpoint()?.Metadata.GetMetadata<OpensWithMetadata>() is not { Opening: var type })
            return;
        var opening = (IOpening)http.RequestServices.GetRequiredService(type);
        if (!await opening.IsOpenAsync(context.CancellationToken))
            throw Errors.Unavailable(Closed, "This service was restored from a backup and opens once later erasures are applied again.");
    }
}
