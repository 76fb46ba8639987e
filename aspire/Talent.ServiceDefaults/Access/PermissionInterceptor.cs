using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Http;

namespace Talent.ServiceDefaults;

/// <summary>
/// Lets a call through when its token says who calls and one of the caller's roles holds the method's permission. A method without
/// <see cref="RequiresPermissionAttribute"/> is refused. A stream ends with UNAUTHENTICATED when its token expires.
/// </summary>
/// <param name="validator">Checks the token.</param>
/// <param name="time">The clock that tokens expire by.</param>
public sealed class PermissionInterceptor(TokenValidator validator, TimeProvider time) : Interceptor
{
    // The health service of gRPC says nothing about anybody, and those who watch a process have no token.
    private const string OpenService = "/grpc.health.v1.Health/";
    private const string Scheme = "Bearer ";

    /// <inheritdoc />
    public override async Task<TResponse> UnaryServerHandler<TRequest, TResponse>(
        TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
    {
        await AdmitAsync(context);
        return await continuation(request, context);
    }

    /// <inheritdoc />
    public override async Task<TResponse> ClientStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        ServerCallContext context,
        ClientStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (await AdmitAsync(context) is not { } expiresAt)
            return await continuation(requestStream, context);
        using var expiry = new TokenExpiry(context, expiresAt, time);
        return await expiry.RunAsync(() => continuation(expiry.Guard(requestStream), expiry.Context));
    }

    /// <inheritdoc />
    public override async Task ServerStreamingServerHandler<TRequest, TResponse>(
        TRequest request,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        ServerStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (await AdmitAsync(context) is not { } expiresAt)
        {
            await continuation(request, responseStream, context);
            return;
        }
        using var expiry = new TokenExpiry(context, expiresAt, time);
        await expiry.RunAsync(() => continuation(request, expiry.Guard(responseStream), expiry.Context));
    }

    /// <inheritdoc />
    public override async Task DuplexStreamingServerHandler<TRequest, TResponse>(
        IAsyncStreamReader<TRequest> requestStream,
        IServerStreamWriter<TResponse> responseStream,
        ServerCallContext context,
        DuplexStreamingServerMethod<TRequest, TResponse> continuation)
    {
        if (await AdmitAsync(context) is not { } expiresAt)
        {
            await continuation(requestStream, responseStream, context);
            return;
        }
        using var expiry = new TokenExpiry(context, expiresAt, time);
        await expiry.RunAsync(() => continuation(expiry.Guard(requestStream), expiry.Guard(responseStream), expiry.Context));
    }

    // Null: the method is open, so there is no token that could expire.
    private async Task<DateTimeOffset?> AdmitAsync(ServerCallContext context)
    {
        if (context.Method.StartsWith(OpenService, StringComparison.Ordinal))
            return null;
        var metadata = context.GetHttpContext().GetEndpoint()?.Metadata;
        if (metadata?.GetMetadata<RequiresPermissionAttribute>() is not { Permission: var permission })
            throw Errors.PermissionDenied("This method declares no permission, so nobody may call it.", Reason.PermissionUndeclared);
        var authentication = await validator.ValidateAsync(ReadToken(context), context.CancellationToken);
        if (!authentication.Caller.Holds(permission))
            throw Errors.PermissionDenied("Your role does not allow this.", Reason.PermissionMissing);
        context.SetCaller(authentication.Caller.Under(permission));
        return authentication.ExpiresAt + TokenTimes.ClockSkew;
    }

    private static string ReadToken(ServerCallContext context)
    {
        var header = context.RequestHeaders.LastOrDefault(entry => entry.Key == "authorization")?.Value;
        return header is not null && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            ? header[Scheme.Length..].Trim()
            : throw Errors.Unauthenticated();
    }
}
